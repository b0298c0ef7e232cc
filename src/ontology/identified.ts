import { nameLetters } from "../model/name-letters.ts";
import { isA, type Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import { nameKey, slug } from "../model/slug.ts";
import type { ClassFinder } from "./class-names.ts";
import { IRI } from "./entries.ts";
import { type Listing, SAYS_NOTHING } from "./listing.ts";
import { type Problem, quoted } from "./ontology-error.ts";

/** A listing, and the entity that it tells of. */
export interface Identified {
  readonly id: string;
  readonly listing: Listing;
}

/** The ids of our entries by what finds them. */
export interface Register {
  readonly byLink: IdsByText;
  /** By the letters of label and aliases. */
  readonly byName: IdsByText;
}

type IdsByText = ReadonlyMap<string, ReadonlySet<string>>;

/** Our entries by their links and names. */
export function registerOf({ names }: Ontology): Register {
  const ours = [...names.values()];
  return {
    byLink: idsByText(ours.map(({ id, sameAs }) => ({ id, texts: sameAs }))),
    byName: idsByText(
      ours.map(({ id, label, aliases }) => ({ id, texts: [label, ...aliases].map(nameLetters) })),
    ),
  };
}

/** An id, or the words for why there is none. */
type Answer = { readonly id: string } | { readonly wrong: string };

const OWN_ID = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;

/** What is known before the user's files are. */
export interface Known {
  readonly ontology: Ontology;
  readonly register: Register;
  readonly classOf: ClassFinder;
}

/**
 * Gives each listing the id of its entity.
 *
 * It is the one that its author gives; else that of the entry of ours which has its link, or its name and a class that fits;
 * else an ASCII slug of its IRI or name. It depends on the user's files and our entries, never on articles.
 */
export function identify(
  listings: readonly Listing[],
  known: Known,
): { readonly identified: readonly Identified[]; readonly problems: readonly Problem[] } {
  const identified: Identified[] = [];
  const problems: Problem[] = [];
  for (const said of togetherByIri(listings)) {
    const answer = answerFor(said, known);
    for (const listing of said) {
      if ("id" in answer) identified.push({ id: answer.id, listing });
      else problems.push({ file: listing.file, entry: listing.entry, message: answer.wrong });
    }
  }
  return { identified, problems };
}

/** What several files say of one IRI is said of one entity. */
function togetherByIri(listings: readonly Listing[]): readonly (readonly Listing[])[] {
  const byIri = new Map<string, Listing[]>();
  for (const listing of listings) {
    if (listing.iri === undefined) continue;
    const list = byIri.get(listing.iri);
    if (list) list.push(listing);
    else byIri.set(listing.iri, [listing]);
  }
  const alone = listings.filter(({ iri }) => iri === undefined).map((listing) => [listing]);
  return [...byIri.values(), ...alone];
}

function answerFor(said: readonly Listing[], { ontology, register, classOf }: Known): Answer {
  const given = said[0]?.id;
  if (given !== undefined) return OWN_ID.test(given) ? { id: given } : { wrong: noId(given) };
  const labels = distinct(said.flatMap((listing) => listing.labels));
  const classes = said.flatMap((listing) => listing.classes.flatMap((word) => classOf(word) ?? []));
  const links = said.flatMap(({ sameAs }) => sameAs);
  const linked = idsIn(register.byLink, links);
  const named = idsIn(register.byName, labels.map(nameLetters)).filter((id) => fits(id, classes, ontology));
  const [id, other] = linked.length > 0 ? linked : named;
  if (id !== undefined && other !== undefined)
    return {
      wrong: `may be ${id} or ${other} of the ontology; write one of these ids, or one of its own`,
    };
  return id === undefined ? newId(said[0]?.iri, labels[0], ontology) : { id };
}

function idsIn(table: IdsByText, texts: readonly string[]): readonly string[] {
  return distinct(texts.flatMap((text) => [...(table.get(text) ?? [])]));
}

/** Whether an entry of ours may be what its user calls a thing of these classes. */
function fits(id: string, classes: readonly string[], ontology: Ontology): boolean {
  const own = ontology.names.get(id)?.type ?? "";
  return classes.every((type) => isA(ontology, type, own) || isA(ontology, own, type));
}

function noId(id: string): string {
  return `has the id ${quoted(id)}; use at most 100 ASCII letters, digits and "_", a letter first`;
}

function newId(iri: string | undefined, label: string | undefined, { names }: Ontology): Answer {
  const id = madeId(iri, label);
  if (id === undefined) return { wrong: "has no name; give it one" };
  const ours = names.get(id);
  if (!ours) return { id };
  const whose = `${quoted(ours.label)} (${ours.type})`;
  return {
    wrong: `would have the id ${id}, which is ${whose} in the ontology; write ${id} as its id if it is the same, else another id`,
  };
}

function madeId(iri: string | undefined, label: string | undefined): string | undefined {
  const local = /[^/#:]*$/.exec(iri ?? "")?.[0] ?? "";
  if (OWN_ID.test(local)) return local;
  if (/^[A-Za-z][\w.-]{0,99}$/.test(local)) return slug(nameKey(local));
  return label === undefined ? undefined : slug(nameKey(label));
}

/** Finds the entity that a file speaks of by IRI, id or name; else gives the words for what is wrong. */
export type Lookup = (reference: string) => Answer;

/** Looks entities up among those of the user and ours; where both have a name, it means the user's. */
export function lookupIn(identified: readonly Identified[], { ontology, register }: Known): Lookup {
  const byIri = new Map<string, string>();
  for (const { id, listing } of identified) if (listing.iri !== undefined) byIri.set(listing.iri, id);
  const ids = new Set([...ontology.names.keys(), ...identified.map(({ id }) => id)]);
  const own = idsByText(
    identified.map(({ id, listing }) => ({
      id,
      texts: [...listing.labels, ...listing.aliases].map(nameLetters),
    })),
  );
  return (reference) => {
    const local = reference.startsWith(IRI.ent) ? reference.slice(IRI.ent.length) : reference;
    const id = byIri.get(reference) ?? (ids.has(local) ? local : undefined);
    if (id !== undefined) return { id };
    const letters = nameLetters(reference);
    const [first, second] = distinct(own.get(letters) ?? register.byName.get(letters) ?? []);
    if (first === undefined) return { wrong: "which no file describes; add it" };
    return second === undefined
      ? { id: first }
      : { wrong: `which may be ${first} or ${second}; write one of these ids` };
  };
}

function idsByText(named: readonly { readonly id: string; readonly texts: readonly string[] }[]): IdsByText {
  const ids = new Map<string, Set<string>>();
  for (const { id, texts } of named) {
    for (const text of texts) {
      const set = ids.get(text);
      if (set) set.add(id);
      else ids.set(text, new Set([id]));
    }
  }
  return ids;
}

/** What a capital says of its state: that its name stands for it. Unknown states are passed over. */
export function saidOfStates(identified: readonly Identified[], find: Lookup): readonly Identified[] {
  return identified.flatMap(({ listing: { file, entry, labels, capitalOf } }) =>
    capitalOf.flatMap((state) => {
      const found = find(state);
      return "id" in found
        ? [{ id: found.id, listing: { ...SAYS_NOTHING, file, entry, metonyms: labels } }]
        : [];
    }),
  );
}
