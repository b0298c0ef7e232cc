import type { Entity } from "../model/entity.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { entryWords, type Overrides, quoted } from "../model/overrides.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { join, problemOf } from "./joining.ts";
import type { Member } from "./members.ts";
import { nameKey } from "./names.ts";
import { differReason, part } from "./parting.ts";

/** Members as a person has corrected them, and what is left to be corrected in the entities. */
export interface Corrected {
  readonly members: readonly Member[];
  /** An entity with what the corrections say of it by itself. */
  finish(entity: Entity): Entity;
  /** What could not be done and why, in words for people; in code-unit order. */
  readonly unapplied: readonly string[];
}

/**
 * Applies corrections: first "different", then "same", then "label", "type" and "sameAs".
 *
 * Depends neither on the order of the documents nor on that of the entries.
 */
export function correct(members: readonly Member[], overrides: Overrides, ontology: Ontology): Corrected {
  const parted = part(members, overrides, ontology);
  const { members: joined, renamed, unapplied } = join(parted, overrides, ontology);
  const { withheld } = parted;
  const directory = directoryOf(joined, ontology, { withheld, renamed });
  const different = differences(overrides, directory);
  const label = settled("label", overrides.label, directory);
  const type = settled("type", overrides.type, directory);
  const links = linksOf(overrides.sameAs, directory);
  const { source } = overrides;
  return {
    members: joined,
    unapplied: distinct([
      ...parted.unapplied,
      ...unapplied,
      ...label.unapplied,
      ...type.unapplied,
      ...links.unapplied,
    ]),
    finish(entity) {
      const { id } = entity;
      const own = { label: label.values.get(id), type: type.values.get(id), sameAs: links.values.get(id) };
      const others = different.get(id) ?? new Map<string, string>();
      const reasons = [
        ...[...others.values()].map((other) => differReason(other, source)),
        ...(own.label === undefined ? [] : [`labelled ${quoted(own.label)} in ${source}`]),
        ...(own.type === undefined ? [] : [`said to be of class ${own.type} in ${source}`]),
        ...(own.sameAs === undefined ? [] : [`its links elsewhere are given in ${source}`]),
      ];
      const gone = withheld.get(id);
      const aliases = entity.aliases.filter((alias) => !gone?.has(nameKey(alias)));
      return {
        ...relabelled({ ...entity, aliases }, own.label),
        type: own.type ?? entity.type,
        sameAs: own.sameAs ?? entity.sameAs,
        partOf: partOf(entity, renamed),
        reasons: distinct([...entity.reasons, ...reasons]),
        ...(others.size > 0 ? { differentFrom: [...others.keys()].sort(byCodeUnit) } : {}),
      };
    },
  };
}

function partOf({ id, partOf: whole }: Entity, renamed: ReadonlyMap<string, string>): string | undefined {
  const now = whole === undefined ? undefined : (renamed.get(whole) ?? whole);
  return now === id ? undefined : now;
}

/** What an entity was called is an alias now. */
function relabelled(entity: Entity, label: string | undefined): Entity {
  if (label === undefined) return entity;
  const aliases = distinct([...entity.aliases, entity.label]).filter((alias) => alias !== label);
  return { ...entity, label, aliases };
}

/** For each entity those that are said to differ from it, with the names that said so. */
function differences(
  { different }: Overrides,
  directory: Directory,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const add = (id: string, other: string, name: string) => {
    const own = found.get(id) ?? new Map<string, string>();
    const former = own.get(other);
    own.set(other, former === undefined || name < former ? name : former);
    found.set(id, own);
  };
  for (const [a, b] of different) {
    const [first, second] = [directory.find(a), directory.find(b)];
    if (!("id" in first) || !("id" in second) || first.unseen || second.unseen) continue;
    if (first.id === second.id) continue;
    add(first.id, second.id, b);
    add(second.id, first.id, a);
  }
  return found;
}

interface Settled<T> {
  /** By id of the entity. */
  readonly values: ReadonlyMap<string, T>;
  readonly unapplied: readonly string[];
}

/** One value for each entity that the entries mean; where entries disagree, none. */
function settled(kind: string, entries: ReadonlyMap<string, string>, directory: Directory): Settled<string> {
  const { said, unapplied } = saidOf(kind, entries, directory);
  const clashes = [...said].filter(([, all]) => new Set(all.map(({ value }) => value)).size > 1);
  const clashing = new Set(clashes.map(([id]) => id));
  return {
    values: new Map(
      [...said].flatMap(([id, [first]]) => (first && !clashing.has(id) ? [[id, first.value]] : [])),
    ),
    unapplied: [
      ...unapplied,
      ...clashes.map(([id, all]) => {
        const operands = distinct(all.map(({ operand }) => operand));
        return `${entryWords(kind, operands)}: both mean ${id} and say different things; keep one`;
      }),
    ],
  };
}

/** All links that the entries give an entity; where one gives none, it has none but those of others. */
function linksOf(
  entries: ReadonlyMap<string, readonly string[]>,
  directory: Directory,
): Settled<readonly string[]> {
  const { said, unapplied } = saidOf("sameAs", entries, directory);
  return {
    values: new Map([...said].map(([id, all]) => [id, distinct(all.flatMap(({ value }) => value))])),
    unapplied,
  };
}

interface Said<T> {
  readonly operand: string;
  readonly value: T;
}

function saidOf<T>(
  kind: string,
  entries: ReadonlyMap<string, T>,
  directory: Directory,
): { readonly said: ReadonlyMap<string, readonly Said<T>[]>; readonly unapplied: readonly string[] } {
  const said = new Map<string, Said<T>[]>();
  const unapplied: string[] = [];
  for (const [operand, value] of entries) {
    const meant = directory.find(operand);
    const problem = problemOf(operand, meant);
    if (problem) unapplied.push(`${entryWords(kind, [operand])}: ${problem}`);
    else if ("id" in meant) said.set(meant.id, [...(said.get(meant.id) ?? []), { operand, value }]);
  }
  return { said, unapplied };
}
