import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Entity, EntityMention } from "../model/entity.ts";
import type { Mention } from "../model/mention.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { type Identity, identityOf } from "./identity.ts";
import { displayName, mostFrequent } from "./names.ts";

/** Which mentions of all documents are one entity, and why. */
export interface Resolution {
  /** Ordered by id; those described only, never named, among them. */
  readonly entities: readonly Entity[];
  /** Ids of entities that no document names. */
  readonly described: ReadonlySet<string>;
  /** The entity of a mention, by document id and mention id; undefined for a pronoun that stands alone. */
  entityOf(document: string, mention: number): string | undefined;
}

/** Clusters the mentions of all documents in one pass; the result does not depend on their order. */
export function resolve(documents: readonly AnnotatedDocument[], ontology: Ontology): Resolution {
  const members = new Map<string, Member[]>();
  const ids = new Map<string, ReadonlyMap<number, string>>();
  for (const document of documents) {
    const own = new Map<number, string>();
    for (const chain of chainsOf(document.mentions)) {
      const identity = identityOf(chain, document, ontology);
      if (!identity) continue;
      for (const mention of chain) own.set(mention.id, identity.id);
      const list = members.get(identity.id);
      const member = { identity, chain, document: document.document.id };
      if (list) list.push(member);
      else members.set(identity.id, [member]);
    }
    ids.set(document.document.id, own);
  }
  const entities = [...members]
    .map(([id, list]) => entityFrom(id, list, ontology))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const described = [...members].filter(([, list]) =>
    list.every(({ identity }) => identity.kind === "described"),
  );
  return {
    entities,
    described: new Set(described.map(([id]) => id)),
    entityOf: (document, mention) => ids.get(document)?.get(mention),
  };
}

interface Member {
  readonly identity: Identity;
  readonly chain: readonly Mention[];
  readonly document: string;
}

function chainsOf(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const chains = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const chain = chains.get(mention.chain);
    if (chain) chain.push(mention);
    else chains.set(mention.chain, [mention]);
  }
  return [...chains.values()];
}

function entityFrom(id: string, members: readonly Member[], ontology: Ontology): Entity {
  const known = ontology.names.get(id);
  const label = known?.label ?? mostFrequent(members.map(({ identity }) => identity.label)) ?? id;
  const type =
    known?.type ??
    mostFrequent(members.flatMap(({ identity }) => (identity.type ? [identity.type] : []))) ??
    "Entity";
  const met = members.flatMap(({ chain }) =>
    chain.filter(({ kind }) => kind === "name").map(({ text }) => displayName(text)),
  );
  return {
    id,
    label,
    type,
    aliases: distinct([...(known?.aliases ?? []), ...met]).filter((alias) => alias !== label),
    sameAs: known?.sameAs ?? [],
    partOf: members[0]?.identity.partOf,
    mentions: members
      .flatMap(mentionsOf)
      .sort((a, b) => byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end),
    reasons: reasonsOf(members),
  };
}

function mentionsOf({ chain, document }: Member): readonly EntityMention[] {
  return chain.map(({ start, end, text, kind }) => ({ document, start, end, text, kind }));
}

function reasonsOf(members: readonly Member[]): readonly string[] {
  const reasons = members.flatMap(({ chain }) =>
    chain.flatMap(({ text, reason }) => (reason ? [`"${displayName(text)}": ${reason}`] : [])),
  );
  return distinct(reasons);
}
