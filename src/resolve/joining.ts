import type { Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import { entryWords, listWords, type Overrides, quoted } from "../model/overrides.ts";
import { type Unions, unions } from "../model/unions.ts";
import { type Directory, directoryOf, type Meant } from "./directory.ts";
import { type Identity, knownIdentity } from "./identity.ts";
import { byIdentity, labelOf, type Member } from "./members.ts";
import { mostFrequent, nameKey, slug } from "./names.ts";
import type { Parted } from "./parting.ts";

/** Members after "same", and what of it could not be done. */
export interface Joined {
  readonly members: readonly Member[];
  /** Ids that have gone, with those that stand in their place. */
  readonly renamed: ReadonlyMap<string, string>;
  /** In words for people. */
  readonly unapplied: readonly string[];
}

/**
 * Joins entities that a person has said to be the same; the whole gets the id of the first.
 *
 * So it does where no article names the first: the id is then the one that the name would have, so that it stays when
 * articles come and go.
 */
export function join({ members, withheld }: Parted, overrides: Overrides, ontology: Ontology): Joined {
  const directory = directoryOf(members, ontology, { withheld });
  const groups = overrides.same.map((operands) => groupOf(operands, directory));
  const { sound, refused } = sift(groups, overrides.different, directory);
  const entities = byIdentity(members);
  const targets = componentsOf(sound).map((component) => targetOf(component));
  const wholes = new Map(
    targets.flatMap(({ id, ids, groups: own }) => {
      const parts = ids.flatMap((each) => entities.get(each) ?? []);
      const corrections = distinct(own.flatMap((group) => sameReason(group, overrides.source)));
      const whole = { identity: wholeOf(id, parts, ontology), corrections };
      return ids.length > 1 ? ids.map((each) => [each, whole] as const) : [];
    }),
  );
  return {
    members: members.map((member) => {
      const whole = wholes.get(member.identity.id);
      return whole ? joined(member, whole.identity, whole.corrections, ontology) : member;
    }),
    renamed: new Map(
      targets.flatMap(({ id, ids, groups: own }) =>
        [...ids, ...own.flatMap(({ strangers }) => strangers)].map((each) => [each, id] as const),
      ),
    ),
    unapplied: [
      ...groups.flatMap(({ problems }) => problems),
      ...refused,
      ...targets.flatMap(({ problem }) => problem ?? []),
    ],
  };
}

/** An entry of "same", with the entities that it means. */
interface Group {
  readonly operands: readonly string[];
  /** Those of the operands that mean nothing in the articles or the registry. */
  readonly strangers: readonly string[];
  /** Distinct, the first operand's first. */
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

function groupOf(operands: readonly string[], directory: Directory): Group {
  const meant = operands.map((operand, i) => ({ operand, i, meant: directory.find(operand) }));
  const problems = meant.flatMap(({ operand, i, meant: found }) => {
    const problem = problemOf(operand, found, i === 0);
    return problem ? [`${entryWords("same", operands)}: ${problem}`] : [];
  });
  const strangers = meant.flatMap(({ operand, meant: one }) =>
    "ids" in one && one.ids.length === 0 ? [operand] : [],
  );
  const found = meant.flatMap(({ meant: one }) => ("id" in one ? [one.id] : []));
  const [first = ""] = operands;
  const own = strangers.includes(first) && found.length > 0 ? idFor(first, directory) : [];
  return { operands, strangers, ids: [...new Set([...own, ...found])], problems };
}

/** The id that a name would have if an article named it; none where something else has that id. */
function idFor(operand: string, directory: Directory): readonly string[] {
  if (/^d_/.test(operand)) return [];
  const isId = /^[A-Z]\w*[a-z0-9][A-Z]\w*$/.test(operand);
  const id = isId ? operand : slug(nameKey(operand));
  const meant = directory.find(id);
  return "ids" in meant && meant.ids.length === 0 ? [id] : [];
}

/** Why an operand means no entity of the run, if so. Where `knownWillDo`, what is known may stand in no article. */
export function problemOf(operand: string, meant: Meant, knownWillDo = false): string | undefined {
  if ("id" in meant) return meant.unseen && !knownWillDo ? `no article names ${quoted(operand)}` : undefined;
  if (meant.ids.length === 0) return `no article names ${quoted(operand)}`;
  return `${quoted(operand)} may be ${choice(meant.ids)}; write one of these ids in its place`;
}

/** How many ids are offered to choose from. */
const OFFERED = 8;

function choice(ids: readonly string[]): string {
  const more = ids.length - OFFERED;
  return `${ids.slice(0, OFFERED).join(" or ")}${more > 0 ? ` or ${more} more` : ""}`;
}

/** Leaves out entries that would join what is said to be different, with all that hang together with them. */
function sift(
  groups: readonly Group[],
  different: Overrides["different"],
  directory: Directory,
): { readonly sound: readonly Group[]; readonly refused: readonly string[] } {
  const joinable = groups.filter((group) => group.ids.length > 0 && linksOf(group).length > 1);
  const sets = unionsOf(joinable);
  const against = new Map<string, string>();
  for (const pair of different) {
    const [a, b] = pair.map((operand) => directory.find(operand));
    if (!a || !b || !("id" in a) || !("id" in b) || a.id === b.id) continue;
    const root = sets.root(a.id);
    if (root === sets.root(b.id))
      against.set(root, [against.get(root), entryWords("different", pair)].filter(Boolean).sort()[0] ?? "");
  }
  const clash = ({ ids }: Group) => against.get(sets.root(ids[0] ?? ""));
  return {
    sound: joinable.filter((group) => clash(group) === undefined),
    refused: joinable.flatMap((group) => {
      const other = clash(group);
      return other
        ? [`${entryWords("same", group.operands)}: stands against ${other}; drop one of them`]
        : [];
    }),
  };
}

/** What an entry makes one: entities, and names that mean nothing, by which entries hang together all the same. */
function linksOf({ ids, strangers }: Group): readonly string[] {
  return [...ids, ...strangers.map((name) => `? ${nameKey(name) || name}`)];
}

function unionsOf(groups: readonly Group[]): Unions {
  const sets = unions();
  for (const links of groups.map(linksOf)) for (const link of links) sets.join(links[0] ?? link, link);
  return sets;
}

/** Entries that hang together by what they make one. */
function componentsOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const sets = unionsOf(groups);
  const components = new Map<string, Group[]>();
  for (const group of groups) {
    const root = sets.root(group.ids[0] ?? "");
    const component = components.get(root);
    if (component) component.push(group);
    else components.set(root, [group]);
  }
  return [...components.values()];
}

/** What entries make one, with the id that it gets. */
interface Target {
  readonly id: string;
  readonly ids: readonly string[];
  readonly groups: readonly Group[];
  readonly problem?: string;
}

/** The id is that of the entity which stands first and nowhere behind another; of several, the first in code-unit order. */
function targetOf(groups: readonly Group[]): Target {
  const ids = distinct(groups.flatMap((group) => group.ids));
  const behind = new Set(groups.flatMap((group) => group.ids.slice(1)));
  const first = distinct(groups.flatMap((group) => group.ids.slice(0, 1)));
  const leading = first.filter((id) => !behind.has(id));
  const heads = leading.length > 0 ? leading : first;
  const id = heads[0] ?? "";
  if (heads.length < 2) return { id, ids, groups };
  const problem = `same: ${choice(heads)} stand first of what is one; it is now ${id}, put one of them first everywhere`;
  return { id, ids, groups, problem };
}

function wholeOf(id: string, members: readonly Member[], ontology: Ontology): Identity {
  if (ontology.names.has(id)) return knownIdentity(id, ontology);
  const bearing = members.filter(({ identity }) => identity.id === id);
  const own = bearing.length > 0 ? bearing : members;
  const typesOf = (some: readonly Member[]) =>
    mostFrequent(some.flatMap(({ identity }) => (identity.type ? [identity.type] : [])));
  return {
    id,
    kind: members.every(({ identity }) => identity.kind === "described") ? "described" : "named",
    type: typesOf(own) ?? typesOf(members),
    label: labelOf(id, own, ontology),
    partOf: distinct(own.flatMap(({ identity }) => identity.partOf ?? []))[0],
  };
}

function joined(member: Member, identity: Identity, reasons: readonly string[], { names }: Ontology): Member {
  const { identity: former, alsoKnown = [], corrections = [] } = member;
  const absorbed = former.id !== identity.id && names.has(former.id) ? [former.id] : [];
  return {
    ...member,
    identity,
    alsoKnown: [...alsoKnown, ...absorbed],
    corrections: [...corrections, ...reasons],
  };
}

function sameReason({ operands, ids }: Group, source: string): readonly string[] {
  return ids.length > 1 ? [`${listWords(operands)}: said to be one in ${source}`] : [];
}
