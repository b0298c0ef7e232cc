import { isGrammarWord } from "../model/grammar-words.ts";
import { nameLetters } from "../model/name-letters.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { UserName } from "./gathered.ts";
import type { Identified } from "./identified.ts";
import type { Listing } from "./listing.ts";
import { byPlace, type Problem, placeOf, quoted } from "./ontology-error.ts";

const LONGEST = 200;
/** What is wrong with strings that no text could safely be searched for. */
export function stringProblems(listing: Listing): readonly Problem[] {
  const { file, entry, labels, aliases, demonyms, metonyms } = listing;
  return distinct([...labels, ...aliases, ...demonyms, ...metonyms]).flatMap((text) => {
    const wrong = stringProblem(text);
    return wrong === undefined
      ? []
      : [{ file, entry, message: `has the name ${quoted(text)}, which ${wrong}` }];
  });
}

function stringProblem(text: string): string | undefined {
  if (text.length > LONGEST)
    return `is longer than ${LONGEST} characters; write it as articles do, and several names apart`;
  if (/[\p{Cc}\ufffd]/u.test(text) || !text.isWellFormed())
    return "holds a control character or a broken one; write it anew";
  if ([...text].length < 2) return "is a single character; write a name that stands for nothing else";
  if (!/\p{L}/u.test(text)) return "has no letter; write a name that stands for nothing else";
  if (isGrammarWord(text) && !/^\p{Lu}/u.test(text))
    return "is a word of English grammar and would be found everywhere; write it with a capital, or a fuller name";
  return undefined;
}

const KINDS = [
  { kind: "name", texts: ({ labels, aliases }: Listing) => [...labels, ...aliases] },
  { kind: "demonym", texts: ({ demonyms }: Listing) => demonyms },
  { kind: "metonym", texts: ({ metonyms }: Listing) => metonyms },
  { kind: "link", texts: ({ sameAs }: Listing) => sameAs },
] as const;

/** Names and links that the user's own files give to two entities: nobody but the user can say which is meant. */
export function ambiguities(identified: readonly Identified[]): readonly Problem[] {
  return KINDS.flatMap(({ kind, texts }) => {
    const byLetters = new Map<string, Map<string, { readonly text: string; readonly listing: Listing }>>();
    for (const { id, listing } of identified) {
      for (const text of texts(listing)) {
        const letters = kind === "link" ? text : nameLetters(text);
        const owners = byLetters.get(letters) ?? new Map();
        const before = owners.get(id);
        if (!before || byPlace(listing, before.listing) < 0) owners.set(id, { text, listing });
        byLetters.set(letters, owners);
      }
    }
    return [...byLetters.values()].filter(({ size }) => size > 1).map((owners) => ambiguity(kind, owners));
  });
}

function ambiguity(
  kind: string,
  owners: ReadonlyMap<string, { readonly text: string; readonly listing: Listing }>,
): Problem {
  const sorted = [...owners]
    .map(([id, { text, listing }]) => ({ id, text, listing }))
    .sort((a, b) => byPlace(a.listing, b.listing) || byCodeUnit(a.id, b.id));
  const [first, second] = sorted as [(typeof sorted)[0], (typeof sorted)[0]];
  const more = sorted.length > 2 ? ` and ${sorted.length - 2} more` : "";
  const message = `the ${kind} ${quoted(first.text)} is ambiguous: it means ${first.id} here and ${second.id} in ${placeOf(second.listing)}${more}; keep it in one of them, or give them one id if they are one`;
  return { file: first.listing.file, entry: first.listing.entry, message };
}

/** Entities that are parts of themselves, or lie in themselves, by way of others. */
export function circleProblems(
  names: ReadonlyMap<string, UserName>,
  identified: readonly Identified[],
  ontology: Ontology,
): readonly Problem[] {
  const places = new Map<string, Listing>();
  for (const { id, listing } of identified) {
    const before = places.get(id);
    if (!before || byPlace(listing, before) < 0) places.set(id, listing);
  }
  return (["partOf", "locatedIn"] as const).flatMap((property) => {
    const above = (id: string) => names.get(id)?.[property] ?? ontology.names.get(id)?.[property];
    return circlesOf([...names.keys()].sort(byCodeUnit), above).flatMap((circle) => {
      const place = places.get(circle.find((id) => places.has(id)) ?? "");
      if (!place) return [];
      const shown = circle.length > 5 ? [...circle.slice(0, 4), "…"] : circle;
      const way = [...shown, circle[0]].join(" → ");
      const message = `stands in a circle of ${property}: ${way}; leave out one`;
      return [{ file: place.file, entry: place.entry, message }];
    });
  });
}

/** Every circle that is reached from some ids, each once, from the id by which it is entered first. */
function circlesOf(
  ids: readonly string[],
  above: (id: string) => string | undefined,
): readonly (readonly string[])[] {
  const done = new Set<string>();
  return ids.flatMap((start) => {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = above(at);
    }
    for (const id of path) done.add(id);
    if (at === undefined || !path.has(at)) return [];
    const walked = [...path];
    return [walked.slice(walked.indexOf(at))];
  });
}
