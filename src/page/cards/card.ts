import type { PageContext, Shown } from "../context.ts";

/** What a card can ask of the rest of the page. */
export interface CardActions {
  /** Takes an entity up, so that it can be moved on the map without dragging. */
  move(entity: number): void;
  /** Whether there is a map to move it on. */
  canMove(): boolean;
}

/** What cards are made with. */
export interface CardContext extends PageContext, CardActions {
  /** The claims that pass the filters; undefined where no filter asks for anything. */
  readonly passing: ReadonlySet<number> | undefined;
}

/** The card of a selection. */
export interface Card {
  readonly root: HTMLElement;
  /** Shows what has changed on the page besides what the card is about. */
  refresh?(shown: Shown): void;
}

/** Whether a claim passes the filters. */
export function passes({ passing }: CardContext, claim: number): boolean {
  return passing?.has(claim) ?? true;
}
