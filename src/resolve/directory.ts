import type { KnownName, Ontology } from "../model/ontology.ts";
import { distinct } from "../model/order.ts";
import type { Member } from "./members.ts";
import { nameKey, slug } from "./names.ts";

/** Whom a name or id of the corrections means: one entity, several, or none. */
export type Meant =
  | { readonly id: string /** Known, but in no article. */; readonly unseen: boolean }
  | { readonly ids: readonly string[] };

/** The entities of a run by what they are called. */
export interface Directory {
  /** The one of that id, else the one of that name, else the one described so. */
  find(operand: string): Meant;
  /** All of that id, name or description, in code-unit order. */
  called(operand: string): readonly string[];
}

/** What changes who is called what. */
interface Changes {
  /** Names, as keys, that an entity bears no more, though the registry says so. */
  readonly withheld?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids that have gone, with those that stand in their place. */
  readonly renamed?: ReadonlyMap<string, string>;
}

/** The directory of all members; names count by their keys, and ids are found by the names that they are made of. */
export function directoryOf(
  members: readonly Member[],
  { names }: Ontology,
  { withheld, renamed }: Changes = {},
): Directory {
  const ids = new Map<string, string>(renamed);
  const named = new Table();
  const described = new Table();
  for (const { identity, chain, alsoKnown = [] } of members) {
    const { id, label, kind } = identity;
    if (!ids.has(id)) {
      ids.set(id, id);
      for (const known of [id, ...alsoKnown].flatMap((key) => names.get(key) ?? []))
        for (const name of namesOf(known)) if (!withheld?.get(id)?.has(nameKey(name))) named.add(name, id);
    }
    (kind === "described" ? described : named).add(label, id);
    for (const mention of chain) {
      if (mention.kind === "name") named.add(mention.text, id);
      else if (mention.kind === "nominal") described.add(mention.text, id);
    }
  }
  const registry = new Table();
  for (const known of names.values()) for (const name of namesOf(known)) registry.add(name, known.id);
  const find = (operand: string): Meant => {
    const own = ids.get(operand);
    if (own !== undefined) return { id: own, unseen: false };
    if (names.has(operand)) return { id: operand, unseen: true };
    for (const table of [named, described, registry]) {
      const [first, ...others] = table.get(operand);
      if (first === undefined) continue;
      return others.length === 0 ? { id: first, unseen: !ids.has(first) } : { ids: [first, ...others] };
    }
    return { ids: [] };
  };
  const called = (operand: string) => {
    const own = ids.get(operand);
    return distinct([...(own === undefined ? [] : [own]), ...named.get(operand), ...described.get(operand)]);
  };
  return { find, called };
}

function namesOf({ label, aliases }: KnownName): readonly string[] {
  return [label, ...aliases];
}

/** Ids by name; what has neither letter nor digit is no name. */
class Table {
  private readonly ids = new Map<string, Set<string>>();
  private readonly added = new Set<string>();

  add(name: string, id: string): void {
    const pair = `${id} ${name}`;
    if (this.added.has(pair)) return;
    this.added.add(pair);
    const key = nameKey(name);
    if (key === "") return;
    this.put(`name ${key}`, id);
    this.put(`slug ${slug(key)}`, id);
  }

  /** In code-unit order. */
  get(operand: string): readonly string[] {
    return distinct([
      ...(this.ids.get(`name ${nameKey(operand)}`) ?? []),
      ...(this.ids.get(`slug ${operand}`) ?? []),
    ]);
  }

  private put(key: string, id: string): void {
    const found = this.ids.get(key);
    if (found) found.add(id);
    else this.ids.set(key, new Set([id]));
  }
}
