import { literalWords } from "../../model/claim-wording.ts";
import { byCodeUnit } from "../../model/order.ts";
import type { PageClaim } from "../../model/page-payload.ts";
import type { Literal } from "../../model/triple.ts";
import type { Column, Order } from "../state.ts";
import type { Catalogue } from "./catalogue.ts";
import { heldAs, ways } from "./held.ts";
import { fold } from "./name-index.ts";

/**
 * Some claims as a table sorts them.
 *
 * Names are compared without case and diacritics, by code unit. Claims that are equal stay in the order given, and those
 * without a day come last whichever way days run.
 */
export function inOrder(
  catalogue: Catalogue,
  claims: readonly number[],
  { column, descending }: Order,
): readonly number[] {
  const compare = comparison(catalogue, column);
  const { claims: rows } = catalogue.payload;
  const known = claims.filter((i) => rows[i] !== undefined);
  // Sorting is stable, so what is equal keeps its order either way.
  const sorted = (part: number[]): number[] =>
    part.sort(descending ? (a, b) => compare(b, a) : (a, b) => compare(a, b));
  if (column !== "when") return sorted(known);
  const isDated = (i: number): boolean => rows[i]?.time !== undefined;
  return [...sorted(known.filter(isDated)), ...known.filter((i) => !isDated(i))];
}

type Compare = (a: number, b: number) => number;

/** Compares claims by their indexes. Keys are made once: a large table is compared millions of times. */
function comparison(catalogue: Catalogue, column: Column): Compare {
  const { claims } = catalogue.payload;
  const by = (keyOf: (claim: PageClaim) => number): Compare => {
    const keys = Float64Array.from(claims, keyOf);
    return (a, b) => (keys[a] as number) - (keys[b] as number);
  };
  switch (column) {
    case "claim":
      return bySentence(catalogue);
    case "held":
      return by((claim) => ways.indexOf(heldAs(claim)));
    case "confidence":
      return by(({ confidence }) => confidence);
    case "when":
      return (a, b) =>
        byCodeUnit(claims[a]?.time?.start ?? "", claims[b]?.time?.start ?? "") ||
        byCodeUnit(claims[a]?.time?.end ?? "", claims[b]?.time?.end ?? "");
    case "documents":
      return by(({ documents }) => documents);
    case "sources":
      return by(({ independentSources }) => independentSources);
  }
}

/** By subject, relation, then object; each name is folded and ranked once. */
function bySentence({ payload }: Catalogue): Compare {
  const { claims, entities, relations } = payload;
  const texts = entities.map(({ label }) => label);
  for (const { object } of claims) if (isLiteral(object)) texts.push(literalWords(object));
  const ranks = ranksOf(texts);
  const relationRanks = ranksOf(relations.map(({ label }) => label));
  const ofEntity = Int32Array.from(entities, ({ label }) => ranks.get(label) ?? 0);
  const ofRelation = Int32Array.from(relations, ({ label }) => relationRanks.get(label) ?? 0);
  const subjects = Int32Array.from(claims, ({ subject }) => ofEntity[subject] ?? 0);
  const verbs = Int32Array.from(claims, ({ relation }) => ofRelation[relation] ?? 0);
  const objects = Int32Array.from(claims, ({ object }) => {
    if (typeof object === "number") return ofEntity[object] ?? -1;
    return object === null ? -1 : (ranks.get(literalWords(object)) ?? -1);
  });
  return (a, b) =>
    (subjects[a] as number) - (subjects[b] as number) ||
    (verbs[a] as number) - (verbs[b] as number) ||
    (objects[a] as number) - (objects[b] as number);
}

function isLiteral(object: PageClaim["object"]): object is Literal {
  return typeof object === "object" && object !== null;
}

/** Where each text stands among all as folded; texts that fold to the same have the same rank. */
function ranksOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const folded = new Map([...new Set(texts)].map((text) => [text, fold(text)]));
  const order = new Map([...new Set(folded.values())].sort(byCodeUnit).map((text, i) => [text, i]));
  return new Map([...folded].map(([text, key]) => [text, order.get(key) ?? 0]));
}
