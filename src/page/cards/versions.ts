import { dayWords, whenWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { mostTold } from "../data/claim-groups.ts";
import { tellingOf } from "../data/telling.ts";
import { button, type Child, element, isolated } from "../element.ts";
import type { CardContext } from "./card.ts";
import { claimSentence, entityLink, joined, linkedSentence, longList, stanceTags } from "./cards.ts";
import { quotations } from "./quotation.ts";

const words = pageWords.cards;

/** One of several ways to tell something. */
export interface Version {
  /** What it says, in short; undefined where the claim itself says it. */
  readonly value?: string;
  /** Indexes into the claims. */
  readonly claims: readonly number[];
}

/** Several versions beside each other where there is room, else below each other: what, who says so, in which words. */
export function versions(context: CardContext, each: readonly Version[]): HTMLElement {
  return element(
    "ul",
    { class: "versions", role: "list" },
    ...each.map((version) => versionColumn(context, version)),
  );
}

function versionColumn(context: CardContext, { value, claims }: Version): HTMLElement {
  const { catalogue } = context;
  const rows = mostTold(catalogue, claims);
  const first = catalogue.payload.claims[rows[0] ?? -1];
  const title =
    value === undefined && first !== undefined ? linkedSentence(context, first) : [isolated(value ?? "")];
  return element(
    "li",
    { class: "version" },
    element("h3", value === undefined ? { class: "statement" } : {}, ...title),
    ...tellers(context, rows),
    longList(
      "version-claims",
      rows.map((index) => () => told(context, index, value !== undefined)),
      3,
    ),
  );
}

/** The outlets and speakers of a version, and the days on which it was told. */
function tellers(context: CardContext, rows: readonly number[]): readonly HTMLElement[] {
  const { catalogue } = context;
  const claims = rows.flatMap((index) => catalogue.payload.claims[index] ?? []);
  const { outlets, days } = tellingOf(catalogue, claims);
  const speakers = [...new Set(claims.flatMap(({ stance }) => stance.speakers))];
  const names: readonly Child[] = joined(
    outlets.map((outlet) => isolated(outlet, "outlet")),
    ", ",
  );
  const saying =
    speakers.length > 0 &&
    element(
      "p",
      { class: "voice" },
      words.saidBy,
      ...joined(
        speakers.map((speaker) => entityLink(context, speaker)),
        ", ",
      ),
    );
  return [
    element("p", { class: "citation" }, ...names, days !== undefined && `, ${dayWords(days)}`),
    ...(saying ? [saying] : []),
  ];
}

/** A claim of a version: its sentence where the version's title is not it, its tags, and its first quotes. */
function told(context: CardContext, index: number, titled: boolean): HTMLElement {
  const claim = context.catalogue.payload.claims[index];
  if (claim === undefined) return element("li");
  const notes = element(
    "span",
    { class: "notes" },
    stanceTags(context.catalogue, claim),
    claim.time !== undefined && element("small", {}, whenWords(claim.time)),
  );
  const open = (): void => context.go({ kind: "claim", index });
  const row = button(
    { class: "claim-row" },
    open,
    titled ? claimSentence(context.catalogue, claim) : words.openClaim,
    notes,
  );
  return element("li", {}, row, quotations(context, index, 2));
}
