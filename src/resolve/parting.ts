import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import type { Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import { entryWords, type Overrides, quoted } from "../model/overrides.ts";
import { type Directory, directoryOf } from "./directory.ts";
import { type Identity, identityOf } from "./identity.ts";
import { byIdentity, labelOf, type Member } from "./members.ts";
import { displayName, nameKey, slug } from "./names.ts";

/** Members after "different", and what of it could not be done. */
export interface Parted {
  readonly members: readonly Member[];
  /** Names, as keys, that an entity bears no more. */
  readonly withheld: ReadonlyMap<string, ReadonlySet<string>>;
  /** In words for people. */
  readonly unapplied: readonly string[];
}

/**
 * Parts entities that hold mentions of two names that a person has said to be different.
 *
 * Mentions go by their spelling. One name keeps the id: the one that the entity bears, else the first; so do the names
 * that are not said to differ from it, and each other name is an entity of its own. Mentions of none of them, such as
 * pronouns, stay with the id, but for those of a chain that holds only one of the other names: they go with that.
 */
export function part(members: readonly Member[], overrides: Overrides, ontology: Ontology): Parted {
  const directory = directoryOf(members, ontology);
  const entities = byIdentity(members);
  const shared = sharedBy(overrides.different, directory);
  const parted = new Map<string, readonly Member[]>();
  const withheld = new Map<string, ReadonlySet<string>>();
  const done = new Set<Pair>();
  for (const [id, pairs] of shared) {
    const own = entities.get(id) ?? [];
    const cut = cutOf(id, labelOf(id, own, ontology), pairs, overrides.source);
    const parts = own.flatMap((member) => cutMember(member, cut, ontology));
    const gone = new Set(
      parts.filter(({ identity }) => identity.id !== id).flatMap(({ cutOff = "" }) => cutOff),
    );
    if (gone.size === 0) continue;
    parted.set(id, parts);
    withheld.set(id, gone);
    for (const pair of pairs) if (pair.some((operand) => gone.has(nameKey(operand)))) done.add(pair);
  }
  return {
    members: [...entities].flatMap(([id, own]) => parted.get(id) ?? own),
    withheld,
    unapplied: overrides.different.flatMap((pair) => {
      const problem = done.has(pair) ? undefined : problemOf(pair, directory);
      return problem ? [`${entryWords("different", pair)}: ${problem}`] : [];
    }),
  };
}

type Pair = readonly [string, string];

/** The entities that both names of a pair mean, with these pairs. */
function sharedBy(pairs: readonly Pair[], directory: Directory): ReadonlyMap<string, readonly Pair[]> {
  const shared = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const second = new Set(directory.called(pair[1]));
    for (const id of directory.called(pair[0])) {
      if (second.has(id)) shared.set(id, [...(shared.get(id) ?? []), pair]);
    }
  }
  return shared;
}

/** Why a pair has parted nothing, if it should have. */
function problemOf(pair: Pair, directory: Directory): string | undefined {
  const [first, second] = pair.map((operand) => directory.called(operand)) as [
    readonly string[],
    readonly string[],
  ];
  const absent = first.length === 0 ? pair[0] : second.length === 0 ? pair[1] : undefined;
  if (absent !== undefined) return `no article names ${quoted(absent)}`;
  const both = first.filter((id) => second.includes(id));
  if (both.length === 0 || (first.length > 1 && second.length > 1)) return undefined;
  return `no article spells both, so ${both.join(" and ")} cannot be parted by them`;
}

/** How an entity is cut. */
interface Cut {
  readonly id: string;
  /** Keys of the names that keep the id. */
  readonly kept: ReadonlySet<string>;
  /** Keys of the names that are cut off. */
  readonly off: ReadonlySet<string>;
  /** What is said of the mentions that stay, and by key of those that go. */
  readonly reasons: ReadonlyMap<string | undefined, readonly string[]>;
}

function cutOf(id: string, label: string, pairs: readonly Pair[], source: string): Cut {
  const operands = distinct(pairs.flat());
  const byId = operands.filter((operand) => operand === id || slug(nameKey(operand)) === id);
  const isLabel = (operand: string) => nameKey(operand) === nameKey(label);
  const byLabel = operands.filter(isLabel);
  const firsts = distinct(pairs.map(([first]) => first)).slice(0, 1);
  const keepers = [...([byId, byLabel].find(({ length }) => length > 0) ?? firsts)];
  const apart = (a: string, b: string) => pairs.some((pair) => pair.includes(a) && pair.includes(b));
  for (const operand of operands)
    if (!keepers.some((kept) => kept === operand || apart(kept, operand))) keepers.push(operand);
  const off = operands.filter((operand) => !keepers.includes(operand));
  const said = (operand: string) =>
    pairs
      .filter((pair) => pair.includes(operand))
      .flatMap((pair) => pair.filter((other) => other !== operand))
      .map((other) => differReason(other, source));
  return {
    id,
    kept: new Set([...keepers, ...(off.some(isLabel) ? [] : [label])].map(nameKey)),
    off: new Set(off.map(nameKey)),
    reasons: new Map([
      [undefined, distinct(keepers.flatMap(said))],
      ...off.map((operand) => [nameKey(operand), distinct(said(operand))] as const),
    ]),
  };
}

/** Why two entities are two, in words for people. */
export function differReason(other: string, source: string): string {
  return `said to differ from ${quoted(other)} in ${source}`;
}

/** A member, and by which name, as a key, it was cut off. */
interface Piece extends Member {
  readonly cutOff?: string;
}

function cutMember(member: Member, cut: Cut, ontology: Ontology): readonly Piece[] {
  const { chain, document } = member;
  const keys = new Map(chain.map((mention) => [mention, spellingOf(mention)]));
  const found = distinct(
    [...keys.values()].filter((key) => key !== undefined && cut.off.has(key)) as string[],
  );
  const stays = (mention: Mention) => {
    const key = keys.get(mention);
    return key !== undefined && (cut.kept.has(key) || (mention.known === cut.id && !cut.off.has(key)));
  };
  const whole = found.length === 1 && !chain.some(stays);
  const pieces = found.flatMap((key): readonly Piece[] => {
    const own = chain.filter((mention) => keys.get(mention) === key).map((mention) => freed(mention, cut.id));
    const identity = ownIdentity(own, key, cut.id, document, ontology);
    if (!identity) return [];
    const rest = whole ? chain.filter((mention) => keys.get(mention) !== key) : [];
    return [{ ...pieceOf(identity, [...own, ...rest], cut.reasons.get(key)), document, cutOff: key }];
  });
  const taken = new Set(pieces.flatMap((piece) => piece.chain.map(({ id }) => id)));
  const left = chain.filter(({ id }) => !taken.has(id));
  const remains =
    left.length > 0 ? [{ ...member, ...pieceOf(member.identity, left, cut.reasons.get(undefined)) }] : [];
  return [...remains, ...pieces];
}

/** Who mentions of one spelling are by themselves; undefined where they can be nobody but the entity of that id. */
function ownIdentity(
  own: readonly Mention[],
  key: string,
  former: string,
  document: AnnotatedDocument,
  ontology: Ontology,
): Identity | undefined {
  const identity = identityOf(own, document, ontology);
  if (identity?.id !== former) return identity;
  const id = slug(key);
  const label = displayName(own[0]?.text ?? key);
  return id === former || ontology.names.has(id) ? undefined : { ...identity, id, label };
}

function pieceOf(identity: Identity, chain: readonly Mention[], corrections: readonly string[] = []) {
  return { identity, chain, corrections };
}

function spellingOf({ kind, text }: Mention): string | undefined {
  return kind === "pronoun" ? undefined : nameKey(text);
}

/** A mention without what made it that entity. */
function freed(mention: Mention, id: string): Mention {
  const { known } = mention;
  return { ...mention, known: known === id ? undefined : known, organOf: undefined, reason: undefined };
}
