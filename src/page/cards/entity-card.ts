import { countWords, dayWords } from "../../model/claim-wording.ts";
import type { PageEntity } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { claimsByRelation, type Neighbour, neighboursOf, type RelationGroup } from "../data/claim-groups.ts";
import { tellingOf } from "../data/telling.ts";
import { button, element, isolated } from "../element.ts";
import type { Hops } from "../state.ts";
import { type Card, type CardContext, passes } from "./card.ts";
import {
  cardLink,
  claimCount,
  colourOf,
  entityLink,
  folded,
  joined,
  longList,
  outwardLink,
  part,
  relationMark,
} from "./cards.ts";
import { claimRows } from "./claim-rows.ts";
import { entityTimeline } from "./entity-timeline.ts";
import { wayFinder } from "./way-finder.ts";

const words = pageWords.cards;

/** Who or what an entity is, what happened to it when, its claims by relation, and whom it shares them with. */
export function entityCard(context: CardContext, index: number): Card {
  const { catalogue } = context;
  const entity = catalogue.payload.entities[index];
  if (entity === undefined) return { root: element("article") };
  const claims = catalogue.claimsOf[index] ?? [];
  const { own, says, takesPart } = claimsByRelation(catalogue, index);
  const hops = hopControl(context);
  const root = element(
    "article",
    { class: "card entity-card" },
    element(
      "p",
      { class: `kind group-${colourOf(catalogue, index)}` },
      isolated(catalogue.payload.types[entity.type]?.label ?? ""),
    ),
    element("h2", { tabindex: "-1" }, isolated(entity.label)),
    ...aliases(entity),
    ...elsewhere(context, entity),
    element("p", { class: "notes" }, summary(context, entity, claims)),
    ...reasons(entity),
    ...(claims.length > 0 ? [aroundIt(context, index, entity, hops.root)] : []),
    ...entityTimeline(context, index),
    relations(context, index, own),
    ...(says.length > 0 ? [part(words.asSource, claimRows(context, says, 6))] : []),
    ...(takesPart.length > 0 ? [part(words.takesPart, claimRows(context, takesPart, 6))] : []),
    ...neighbours(context, index),
  );
  return { root, refresh: ({ state }) => hops.show(state.hops) };
}

/** How many other names are told before the button. */
const aliasesAtFirst = 6;

function aliases({ aliases: all }: PageEntity): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const names = (some: readonly string[]) =>
    joined(
      some.map((alias) => isolated(alias)),
      " · ",
    );
  const line = element("p", { class: "aliases" }, words.also, ...names(all.slice(0, aliasesAtFirst)));
  if (all.length > aliasesAtFirst) {
    const more = button(
      { class: "inline" },
      () => {
        more.remove();
        line.replaceChildren(words.also, ...(names(all) as (Node | string)[]));
      },
      words.andMore(all.length - aliasesAtFirst),
    );
    line.append(" ", more);
  }
  return [line];
}

function elsewhere(context: CardContext, { sameAs, partOf }: PageEntity): readonly HTMLElement[] {
  const lines: HTMLElement[] = [];
  if (partOf !== undefined)
    lines.push(element("p", { class: "notes" }, words.partOf, entityLink(context, partOf)));
  if (sameAs.length > 0) {
    const links = joined(
      sameAs.map((iri) => outwardLink(iri, shortIri(iri))),
      " · ",
    );
    lines.push(element("p", { class: "notes" }, words.elsewhere, ...links));
  }
  return lines;
}

/** `http://www.wikidata.org/entity/Q42` is "wikidata.org Q42". */
function shortIri(iri: string): string {
  const [, host, name] = /^https?:\/\/(?:www\.)?([^/]+)\/(?:.*[/#])?([^/#]+)$/.exec(iri) ?? [];
  return host === undefined || name === undefined ? iri : `${host} ${name}`;
}

function reasons({ reasons: all }: PageEntity): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const items = all.map((reason) => () => element("li", {}, isolated(reason)));
  return [folded(words.whyOne, () => [longList("reasons", items, 12)])];
}

function summary({ catalogue }: CardContext, { documents }: PageEntity, claims: readonly number[]): string {
  const places = countWords(documents.length, words.document);
  if (claims.length === 0) return words.unclaimed(places);
  const rows = claims.flatMap((index) => catalogue.payload.claims[index] ?? []);
  const { days } = tellingOf(catalogue, rows);
  return words.entitySummary(claimCount(claims), places, days && dayWords(days));
}

/** What can be done on the map with it, and the way to somebody else. */
function aroundIt(
  context: CardContext,
  index: number,
  { place }: PageEntity,
  hops: HTMLElement,
): HTMLElement {
  const move =
    place !== undefined &&
    context.canMove() &&
    button({ class: "quiet small" }, () => context.move(index), words.move);
  return element("div", { class: "around-it" }, hops, move, wayFinder(context, index));
}

/** Radio buttons for how many steps around an entity the map keeps in colour. */
function hopControl(context: CardContext): {
  readonly root: HTMLElement;
  show(hops: Hops): void;
} {
  const inputs = ([1, 2, 3] as const).map((hops) => {
    const input = element("input", { type: "radio", name: "hops", value: String(hops) });
    input.addEventListener("change", () => context.update((state) => ({ ...state, hops })));
    return input;
  });
  const show = (hops: Hops): void => {
    for (const input of inputs) input.checked = input.value === String(hops);
  };
  show(context.state().hops);
  const labels = inputs.map((input) => element("label", {}, input, input.value));
  const root = element("fieldset", { class: "hops" }, element("legend", {}, words.hops), ...labels);
  return { root, show };
}

/** Relations whose claims are all hidden by the filters stand together behind one button. */
function relations(context: CardContext, entity: number, groups: readonly RelationGroup[]): HTMLElement {
  const isShown = ({ claims }: RelationGroup): boolean => claims.some((claim) => passes(context, claim));
  const items = groups.filter(isShown).map((group) => () => {
    const title = element("h3", { class: "in-words" }, ...relationTitle(context, entity, group));
    return element("li", { class: "part" }, title, claimRows(context, group.claims, 6));
  });
  const hidden = groups.filter((group) => !isShown(group)).flatMap(({ claims }) => claims);
  return element(
    "div",
    {},
    longList("relations", items, 8),
    hidden.length > 0 && part(words.otherRelations, claimRows(context, hidden, 6)),
  );
}

/** "Iran backs", or "backs Iran". */
function relationTitle(
  { catalogue }: CardContext,
  entity: number,
  { relation, direction }: RelationGroup,
): readonly (Node | string)[] {
  const name = isolated(catalogue.payload.entities[entity]?.label ?? "");
  const verb = relationMark(catalogue, relation);
  return direction === "does" ? [name, " ", verb] : [verb, " ", name];
}

function neighbours(context: CardContext, index: number): readonly HTMLElement[] {
  const all = neighboursOf(context.catalogue, index);
  if (all.length === 0) return [];
  const items = all.map((neighbour) => () => neighbourRow(context, neighbour));
  return [part(words.neighbours, longList("ranking", items, 12))];
}

function neighbourRow(context: CardContext, { entity, link, claims }: Neighbour): HTMLElement {
  const between = cardLink(context, { kind: "link", index: link }, "inline", countWords(claims, words.claim));
  return element("li", {}, entityLink(context, entity), between);
}
