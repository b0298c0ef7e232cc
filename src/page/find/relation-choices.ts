import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import type { Facets } from "../data/facets.ts";
import type { Filters } from "../data/filters.ts";
import { fold } from "../data/name-index.ts";
import {
  type RelationBranch,
  relationTree,
  type Tick,
  tick,
  ticksOf,
  untick,
} from "../data/relation-tree.ts";
import { button, element, isolated } from "../element.ts";
import { withFilters } from "../state.ts";
import { type ChoiceRow, createChoiceRow } from "./choice-row.ts";
import { createLongList, firstShown } from "./long-list.ts";
import { createMore, type More } from "./more-button.ts";
import { placeChildren } from "./place-children.ts";

const words = pageWords.find;

/** The relations to choose from. */
export interface RelationChoices {
  readonly root: HTMLElement;
  show(filters: Filters, facets: Facets): void;
}

/** A relation as it is drawn: its row, and those below it. */
interface Twig {
  readonly root: HTMLElement;
  readonly row: ChoiceRow;
  readonly below: HTMLElement;
  readonly opener: HTMLButtonElement | undefined;
}

/**
 * Makes the tree of the relations, and a list of those that are told in the words of the text. Those two steps below the top
 * are shown when they are asked for, or when one of them is chosen.
 */
export function createRelationChoices(context: PageContext): RelationChoices {
  const { relations } = context.catalogue.payload;
  const folded = relations.map(({ label }) => fold(label));
  const tree = relationTree(relations);
  const twigs = new Map<number, Twig>();
  /** By relation: whether the reader has opened or closed it. */
  const opened = new Map<number, boolean>();
  /** Relations of which all right below are shown. */
  const whole = new Set<number>();
  const mores = new Map<number, { readonly more: More; readonly root: HTMLElement }>();
  let facets: Facets | undefined;
  let ticks: readonly Tick[] = [];
  let render = (): void => {};

  const countOf = ({ relation }: RelationBranch): number => facets?.relations.get(relation) ?? 0;
  const isNamed = ({ relation, below }: RelationBranch, query: string): boolean =>
    (folded[relation] ?? "").includes(query) || below.some((each) => isNamed(each, query));
  const isChosen = ({ relation }: RelationBranch): boolean => ticks[relation] !== "none";
  const change = (relation: number, checked: boolean): void =>
    context.update((state) => {
      const next = (checked ? tick : untick)(context.catalogue, state.filters.relations, relation);
      return withFilters(state, { ...state.filters, relations: next });
    });

  const twigOf = (branch: RelationBranch): Twig => {
    const { relation } = branch;
    const known = twigs.get(relation);
    if (known !== undefined) return known;
    const label = relations[relation]?.label ?? "";
    const row = createChoiceRow({ type: "checkbox" }, [isolated(label)], (checked) =>
      change(relation, checked),
    );
    const opener = branch.below.length === 0 ? undefined : openerOf(relation, label);
    const line = element(
      "div",
      { class: tree.open.includes(branch) ? "twig lone" : "twig" },
      row.root,
      opener,
    );
    const below = element("ul", { class: "choices" });
    const made = { root: element("li", {}, line, below), row, below, opener };
    twigs.set(relation, made);
    return made;
  };
  const openerOf = (relation: number, label: string): HTMLButtonElement =>
    button(
      { class: "opener" },
      () => {
        opened.set(relation, twigs.get(relation)?.opener?.getAttribute("aria-expanded") !== "true");
        render();
      },
      element("span", { class: "spoken" }, `${words.below}: `, isolated(label)),
    );
  const moreOf = (relation: number, all: boolean, count: number): HTMLElement => {
    const known = mores.get(relation);
    if (known !== undefined) {
      known.more.show(all, count);
      return known.root;
    }
    const more = createMore(() => {
      if (!whole.delete(relation)) whole.add(relation);
      render();
    });
    more.show(all, count);
    const root = element("li", {}, more.root);
    mores.set(relation, { more, root });
    return root;
  };
  const draw = (branch: RelationBranch, depth: number, query: string): HTMLElement => {
    const { root, row, below, opener } = twigOf(branch);
    const state = ticks[branch.relation];
    row.show({ count: countOf(branch), checked: state === "whole", part: state === "part" });
    const isOpen = query !== "" || (opened.get(branch.relation) ?? (depth < 1 || state === "part"));
    const named = (folded[branch.relation] ?? "").includes(query);
    const inner = named ? branch.below : branch.below.filter((each) => isNamed(each, query));
    const ordered = isOpen ? byCount(inner, countOf) : [];
    const few = ordered.filter((each, i) => i < firstShown || isChosen(each));
    const all = query !== "" || whole.has(branch.relation);
    placeChildren(below, [
      ...(all ? ordered : few).map((each) => draw(each, depth + 1, named ? "" : query)),
      ...(query === "" && few.length < ordered.length ? [moreOf(branch.relation, all, ordered.length)] : []),
    ]);
    below.hidden = ordered.length === 0;
    opener?.setAttribute("aria-expanded", String(isOpen));
    return root;
  };
  const listOf = (title: string) =>
    createLongList<RelationBranch>(title, {
      draw: (branch, query) => draw(branch, 0, query),
      isKept: isChosen,
      isNamed,
      count: (branches) => branches.reduce((sum, branch) => sum + sizeOf(branch), 0),
    });

  const known = listOf(words.names.relations);
  const open = listOf(words.ownWords);
  const heading = element("h3", {}, words.ownWords);
  render = () => {
    known.show(byCount(tree.tops, countOf));
    open.show(byCount(tree.open, countOf));
  };
  known.root.hidden = tree.tops.length === 0;
  heading.hidden = tree.open.length === 0;
  open.root.hidden = tree.open.length === 0;
  return {
    root: element("div", {}, known.root, heading, open.root),
    show(filters, now) {
      facets = now;
      ticks = ticksOf(context.catalogue, filters.relations);
      render();
    },
  };
}

function sizeOf({ below }: RelationBranch): number {
  return below.reduce((sum, each) => sum + sizeOf(each), 1);
}

/** What shows the most first; the order stays the same among equals. */
function byCount(
  branches: readonly RelationBranch[],
  countOf: (branch: RelationBranch) => number,
): readonly RelationBranch[] {
  return [...branches].sort((a, b) => countOf(b) - countOf(a));
}
