import { nameLetters } from "../model/name-letters.ts";
import type { KnownName, Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { UserName } from "./gathered.ts";

/**
 * An ontology with a user's own names, which beat its own.
 *
 * An entry of one id takes the user's label and class and has the names of both. A name that both have means the user's
 * entry alone.
 */
export function withNames(ontology: Ontology, own: ReadonlyMap<string, UserName>): Ontology {
  if (own.size === 0) return ontology;
  const meaning = meaningsOf(own);
  const ours = [...ontology.names.values()].map((name) => without(name, meaning, ontology));
  const joined = ours.map((name) => {
    const users = own.get(name.id);
    return users ? join(name, users) : name;
  });
  const added = [...own.values()]
    .filter(({ id }) => !ontology.names.has(id))
    .map((name) => ({ ...name, label: name.label ?? name.id, type: name.type ?? "Entity" }));
  const names = [...joined, ...added].sort((a, b) => byCodeUnit(a.id, b.id));
  return { ...ontology, names: new Map(names.map((name) => [name.id, name])) };
}

/** The id that a string means to the user, by its letters; of links, by the address. */
interface Meanings {
  readonly names: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlyMap<string, string>;
  readonly metonyms: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

function meaningsOf(own: ReadonlyMap<string, UserName>): Meanings {
  const table = (textsOf: (name: UserName) => readonly string[]) =>
    new Map([...own.values()].flatMap((name) => textsOf(name).map((text) => [nameLetters(text), name.id])));
  return {
    names: table(({ label, aliases }) => (label === undefined ? aliases : [label, ...aliases])),
    demonyms: table(({ demonyms }) => demonyms),
    metonyms: table(({ metonyms }) => metonyms),
    links: new Map([...own.values()].flatMap(({ id, sameAs }) => sameAs.map((iri) => [iri, id]))),
  };
}

/** An entry of ours without the strings and links that mean another entity to the user. */
function without(
  name: KnownName,
  { names, demonyms, metonyms, links }: Meanings,
  ontology: Ontology,
): KnownName {
  const isOurs = (text: string, table: ReadonlyMap<string, string>) =>
    (table.get(nameLetters(text)) ?? name.id) === name.id;
  // "Damascus" may mean Syria and a province as before where the user only adds to our Damascus.
  const stays = (text: string) => isOurs(text, names) || isNamed(text, names, ontology);
  return {
    ...name,
    labelTaken: stays(name.label) ? name.labelTaken : true,
    aliases: name.aliases.filter(stays),
    demonyms: name.demonyms.filter((text) => isOurs(text, demonyms) && stays(text)),
    metonyms: name.metonyms.filter((text) => isOurs(text, metonyms) && stays(text)),
    sameAs: name.sameAs.filter((iri) => (links.get(iri) ?? name.id) === name.id),
  };
}

/** Whether what the user means by a name is called so in ours too. */
function isNamed(text: string, names: Meanings["names"], ontology: Ontology): boolean {
  const letters = nameLetters(text);
  const meant = ontology.names.get(names.get(letters) ?? "");
  return (
    meant !== undefined && [meant.label, ...meant.aliases].some((other) => nameLetters(other) === letters)
  );
}

/** One entry out of ours and the user's; the label of ours stays as an alias. */
function join(ours: KnownName, own: UserName): KnownName {
  const label = own.label ?? ours.label;
  const replaced = ours.labelTaken ? [] : [ours.label];
  const hosts = new Set(own.sameAs.map(hostOf));
  const links = ours.sameAs.filter((iri) => !hosts.has(hostOf(iri)));
  return {
    id: ours.id,
    label,
    labelTaken: label === ours.label ? ours.labelTaken : undefined,
    type: own.type ?? ours.type,
    aliases: distinct([...ours.aliases, ...own.aliases, ...replaced]).filter((alias) => alias !== label),
    demonyms: distinct([...ours.demonyms, ...own.demonyms]),
    metonyms: distinct([...ours.metonyms, ...own.metonyms]),
    partOf: own.partOf ?? ours.partOf,
    locatedIn: own.locatedIn ?? ours.locatedIn,
    sameAs: distinct([...links, ...own.sameAs]),
  };
}

/** A thing has one name in each register of the world: the user's identifier takes the place of ours. */
function hostOf(iri: string): string {
  return URL.canParse(iri) ? new URL(iri).host : iri;
}
