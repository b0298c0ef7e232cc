import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import type { Ontology } from "../model/ontology.ts";
import { type Identity, identityOf, knownIdentity } from "./identity.ts";
import { mostFrequent } from "./names.ts";
import { respellingIn } from "./spellings.ts";

/** Mentions of one document that are one entity: a chain, or what a person has cut off one. */
export interface Member {
  readonly identity: Identity;
  /** Never empty. */
  readonly chain: readonly Mention[];
  readonly document: AnnotatedDocument;
  /** Known names that it is besides its identity: those that a person said to be the same. */
  readonly alsoKnown?: readonly string[];
  /** Why a name that nobody knows is a known one, in words for people. */
  readonly respelled?: string;
  /** What a person said of it, in words for people. */
  readonly corrections?: readonly string[];
}

/** The chains of all documents that are somebody, in their order. */
export function membersOf(documents: readonly AnnotatedDocument[], ontology: Ontology): readonly Member[] {
  const respelled = respellingIn(ontology);
  return documents.flatMap((document) => {
    const members = chainsOf(document.mentions).flatMap((chain) => {
      const identity = identityOf(chain, document, ontology);
      return identity ? [{ identity, chain, document }] : [];
    });
    // Of two spellings in one article, each means something else.
    const ids = new Set(members.map(({ identity }) => identity.id));
    return members.map((member): Member => {
      const { identity, chain } = member;
      const names = chain.filter(({ kind }) => kind === "name");
      const found = identity.kind === "named" ? respelled(names, identity.type) : undefined;
      if (!found || ids.has(found.known.id)) return member;
      const reason = `"${identity.label}": another spelling of "${found.spelling}"`;
      return { ...member, identity: knownIdentity(found.known.id, ontology), respelled: reason };
    });
  });
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

/** The members of each entity, by its id. */
export function byIdentity(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const entities = new Map<string, Member[]>();
  for (const member of members) {
    const list = entities.get(member.identity.id);
    if (list) list.push(member);
    else entities.set(member.identity.id, [member]);
  }
  return entities;
}

/** What an entity is called: as the registry has it, else as its members mostly are. */
export function labelOf(id: string, members: readonly Member[], { names }: Ontology): string {
  return names.get(id)?.label ?? mostFrequent(members.map(({ identity }) => identity.label)) ?? id;
}
