import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import { isA, type Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import { describedIdentity } from "./described.ts";
import { displayName, mostFrequent, nameKey, slug } from "./names.ts";

/** Who the mentions of one chain are. */
export interface Identity {
  /** The id of the entity. */
  readonly id: string;
  readonly kind: "known" | "organ" | "named" | "described";
  /** The class that the chain tells, or none. */
  readonly type: string | undefined;
  readonly label: string;
  readonly partOf?: string | undefined;
  /** Why all chains of this identity are one, in words for people; absent where their mentions tell it themselves. */
  readonly reason?: string;
}

/** Says who a chain is: from the registry, else from its name, else from document and place. Pronouns alone are nobody. */
export function identityOf(
  chain: readonly Mention[],
  document: AnnotatedDocument,
  ontology: Ontology,
): Identity | undefined {
  const known = chain.find((mention) => mention.known !== undefined)?.known;
  if (known !== undefined) return knownIdentity(known, ontology);
  const organ = chain.find((mention) => mention.organOf !== undefined);
  if (organ?.organOf !== undefined && organ.type !== undefined)
    return organIdentity(organ.organOf, organ.type, ontology);
  const names = chain.filter(({ kind }) => kind === "name");
  if (names.length > 0) return namedIdentity(names, ontology);
  const described = chain.filter(({ kind }) => kind === "nominal");
  return described.length > 0 ? describedIdentity(described, document, ontology) : undefined;
}

/** The identity of a known name. */
export function knownIdentity(id: string, { names }: Ontology): Identity {
  const name = names.get(id);
  return { id, kind: "known", type: name?.type, label: name?.label ?? id, partOf: name?.partOf };
}

/** The registry's own organ of that class, if it has one; else one made from the state: "Turkish armed force". */
function organIdentity(state: string, type: string, ontology: Ontology): Identity {
  const listed = [...ontology.names.values()]
    .filter((name) => name.partOf === state && name.type === type)
    .sort((a, b) => byCodeUnit(a.id, b.id))[0];
  if (listed) return knownIdentity(listed.id, ontology);
  const name = ontology.names.get(state);
  const adjective =
    name?.demonyms.find((word) => !word.endsWith("s")) ?? name?.demonyms[0] ?? name?.label ?? state;
  const label = `${adjective} ${ontology.classes.get(type)?.label ?? type}`;
  return { id: `${state}${type}`, kind: "organ", type, label, partOf: state };
}

/** The fullest name of the chain decides; a region and a town of one name stay two. */
function namedIdentity(names: readonly Mention[], ontology: Ontology): Identity {
  const type = mostFrequent(names.flatMap((mention) => (mention.type ? [mention.type] : [])));
  const keyOf = ({ text }: Mention) => withoutLegalForm(nameKey(text), type, ontology);
  const keys = names.map(keyOf);
  const key = [...keys].sort(
    (a, b) => b.split(" ").length - a.split(" ").length || b.length - a.length || byCodeUnit(a, b),
  )[0] as string;
  const region = type !== undefined && isA(ontology, type, "Region") ? "_Region" : "";
  const own = slug(key) + region;
  const label =
    mostFrequent(names.filter((name) => keyOf(name) === key).map(({ text }) => displayName(text))) ?? key;
  const id = ontology.names.has(own) ? `${own}_` : own;
  return { id, kind: "named", type, label, reason: `"${label}": the same name` };
}

/** "acme" of "acme inc": with what it is in law and without, it is one company. */
function withoutLegalForm(key: string, type: string | undefined, { classes }: Ontology): string {
  const words = key.split(" ");
  const forms = [...classes.values()].flatMap(({ legalForms }) =>
    legalForms.map((form) => form.toLowerCase()),
  );
  const legal = type !== "Person" && words.length > 1 && forms.includes(words.at(-1) ?? "");
  return legal ? words.slice(0, -1).join(" ") : key;
}
