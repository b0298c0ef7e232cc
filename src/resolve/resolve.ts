import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Entity, EntityMention } from "../model/entity.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import type { Overrides } from "../model/overrides.ts";
import { byIdentity, labelOf, type Member, membersOf } from "./members.ts";
import { displayName, mostFrequent } from "./names.ts";
import { correct } from "./overrides.ts";

/** Which mentions of all documents are one entity, and why. */
export interface Resolution {
  /** Ordered by id; those described only, never named, among them. */
  readonly entities: readonly Entity[];
  /** Ids of entities that no document names. */
  readonly described: ReadonlySet<string>;
  /** The entity of a mention, by document id and mention id; undefined for a pronoun that stands alone. */
  entityOf(document: string, mention: number): string | undefined;
  /** What the overrides made of a mention, in words for people; empty where they left it alone. */
  correctionsOf(document: string, mention: number): readonly string[];
  /** What the overrides say that could not be done and why, in words for people; in code-unit order. */
  readonly unapplied: readonly string[];
}

/** Clusters the mentions of all documents in one pass; the result does not depend on their order. Overrides win. */
export function resolve(
  documents: readonly AnnotatedDocument[],
  ontology: Ontology,
  overrides?: Overrides,
): Resolution {
  const ruled = membersOf(documents, ontology);
  const { members, finish, unapplied } = overrides
    ? correct(ruled, overrides, ontology)
    : { members: ruled, finish: (entity: Entity) => entity, unapplied: [] };
  const clusters = [...byIdentity(members)];
  const entities = clusters
    .map(([id, list]) => finish(entityFrom(id, list, ontology)))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const described = clusters.filter(([, list]) =>
    list.every(({ identity }) => identity.kind === "described"),
  );
  const found = memberByMention(members);
  return {
    entities,
    described: new Set(described.map(([id]) => id)),
    entityOf: (document, mention) => found.get(document)?.get(mention)?.identity.id,
    correctionsOf: (document, mention) => found.get(document)?.get(mention)?.corrections ?? [],
    unapplied,
  };
}

/** The member that holds each mention, by document and mention. */
function memberByMention(members: readonly Member[]): ReadonlyMap<string, ReadonlyMap<number, Member>> {
  const found = new Map<string, Map<number, Member>>();
  for (const member of members) {
    const { id } = member.document.document;
    const own = found.get(id) ?? new Map<number, Member>();
    for (const mention of member.chain) own.set(mention.id, member);
    found.set(id, own);
  }
  return found;
}

function entityFrom(id: string, members: readonly Member[], ontology: Ontology): Entity {
  const label = labelOf(id, members, ontology);
  const own = ontology.names.get(id);
  const others = distinct(members.flatMap(({ alsoKnown = [] }) => alsoKnown));
  const known = [own, ...others.map((other) => ontology.names.get(other))].filter(
    (name) => name !== undefined,
  );
  const type =
    own?.type ??
    mostFrequent(members.flatMap(({ identity }) => (identity.type ? [identity.type] : []))) ??
    "Entity";
  const met = members.flatMap(({ chain }) =>
    chain.filter(({ kind }) => kind === "name").map(({ text }) => displayName(text)),
  );
  const links = known.map(({ sameAs }) => sameAs).find((some) => some.length > 0) ?? [];
  const aliases = distinct([...known.flatMap((name) => [name.label, ...name.aliases]), ...met]);
  return {
    id,
    label,
    type,
    aliases: aliases.filter((alias) => alias !== label),
    sameAs: links,
    partOf: members[0]?.identity.partOf,
    mentions: members
      .flatMap(mentionsOf)
      .sort((a, b) => byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end),
    reasons: reasonsOf(members),
  };
}

function mentionsOf({ chain, document }: Member): readonly EntityMention[] {
  return chain.map(({ start, end, text, kind }) => ({
    document: document.document.id,
    start,
    end,
    text,
    kind,
  }));
}

function reasonsOf(members: readonly Member[]): readonly string[] {
  const several = members.length > 1;
  const reasons = members.flatMap(({ chain, identity, respelled, corrections = [] }) => [
    ...(several && identity.reason ? [identity.reason] : []),
    ...chain.flatMap(({ text, reason }) => (reason ? [`"${displayName(text)}": ${reason}`] : [])),
    ...(respelled === undefined ? [] : [respelled]),
    ...corrections,
  ]);
  return distinct(reasons);
}
