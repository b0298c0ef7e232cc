import type { KnownName } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { Identified, Known, Lookup } from "./identified.ts";
import type { Listing, Saying } from "./listing.ts";
import { isWikidataItem } from "./name-links.ts";
import { byPlace, type Problem, placeOf, quoted } from "./ontology-error.ts";

/** What a user's files say of an entity; what they leave open of one of ours is as ours has it. */
export interface UserName extends Omit<KnownName, "label" | "labelTaken" | "type"> {
  /** Never undefined where the entity is none of ours. */
  readonly label: string | undefined;
  readonly type: string | undefined;
}

/** One entity for all that is said of it, by id in code-unit order, and what does not go together. */
export function gather(
  identified: readonly Identified[],
  find: Lookup,
  known: Known,
): { readonly names: ReadonlyMap<string, UserName>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const context = { ...known, find, problems };
  const names = [...listingsById(identified)].map(([id, said]) => entityOf(id, said, context));
  return { names: new Map(names.map((name) => [name.id, name])), problems };
}

function listingsById(identified: readonly Identified[]): ReadonlyMap<string, readonly Listing[]> {
  const byId = new Map<string, Listing[]>();
  const sorted = [...identified].sort((a, b) => byCodeUnit(a.id, b.id) || byPlace(a.listing, b.listing));
  for (const { id, listing } of sorted) {
    const list = byId.get(id);
    if (list) list.push(listing);
    else byId.set(id, [listing]);
  }
  return byId;
}

/** What is needed to understand what listings speak of, and where to note what cannot be. */
interface Context extends Known {
  readonly find: Lookup;
  readonly problems: Problem[];
}

/** One entity out of the listings of its id, which stand in the order of places. */
function entityOf(id: string, said: readonly Listing[], context: Context): UserName {
  const all = (saying: Saying) => distinct(said.flatMap((listing) => listing[saying]));
  const single = (what: string, values: readonly Said[]) => singleOf(id, what, values, context);
  const label = single("label", textsOf(said, "labels"));
  const [first] = said;
  if (first && label === undefined && !context.ontology.names.has(id))
    context.problems.push(problemAt(first, "has no name; give it one"));
  single("item of Wikidata", itemsOf(said));
  single("IRI", irisOf(said));
  const type = single("class", classesOf(said, context));
  const partOf = single("whole", entitiesOf(said, "partOf", context));
  const locatedIn = single("place", entitiesOf(said, "locatedIn", context));
  const state = single("state that it is capital of", entitiesOf(said, "capitalOf", context));
  return {
    id,
    label,
    type,
    aliases: all("aliases").filter((alias) => alias !== label),
    demonyms: all("demonyms"),
    metonyms: all("metonyms"),
    partOf,
    locatedIn: locatedIn ?? state,
    sameAs: all("sameAs"),
  };
}

/** One thing that a listing says. */
interface Said {
  readonly text: string;
  readonly listing: Listing;
}

function textsOf(said: readonly Listing[], saying: Saying): readonly Said[] {
  return said.flatMap((listing) => listing[saying].map((text) => ({ text, listing })));
}

function itemsOf(said: readonly Listing[]): readonly Said[] {
  return textsOf(said, "sameAs").filter(({ text }) => isWikidataItem(text));
}

/** IRIs of gazetteers; who writes an id means it. */
function irisOf(said: readonly Listing[]): readonly Said[] {
  return said.flatMap((listing) =>
    listing.iri === undefined || listing.id !== undefined ? [] : [{ text: listing.iri, listing }],
  );
}

function singleOf(
  id: string,
  what: string,
  [first, ...others]: readonly Said[],
  { problems }: Context,
): string | undefined {
  const other = others.find(({ text }) => text !== first?.text);
  if (first && other) {
    const message = `gives ${id} the ${what} ${quoted(first.text)}, and ${placeOf(other.listing)} gives it ${quoted(other.text)}; keep one, or give one of them an id of its own`;
    problems.push(problemAt(first.listing, message));
  }
  return first?.text;
}

function classesOf(said: readonly Listing[], { classOf, ontology, problems }: Context): readonly Said[] {
  return textsOf(said, "classes").flatMap(({ text, listing }) => {
    const type = classOf(text);
    if (type !== undefined) return [{ text: type, listing }];
    const classes = distinct(ontology.classes.keys()).join(", ");
    problems.push(
      problemAt(listing, `has the class ${quoted(text)}, which is none; write one of ${classes}`),
    );
    return [];
  });
}

function entitiesOf(
  said: readonly Listing[],
  saying: "partOf" | "locatedIn" | "capitalOf",
  { find, problems }: Context,
): readonly Said[] {
  return textsOf(said, saying).flatMap(({ text, listing }) => {
    const found = find(text);
    if ("id" in found) return [{ text: found.id, listing }];
    problems.push(problemAt(listing, `has ${saying} ${quoted(text)}, ${found.wrong}`));
    return [];
  });
}

function problemAt({ file, entry }: Listing, message: string): Problem {
  return { file, entry, message };
}
