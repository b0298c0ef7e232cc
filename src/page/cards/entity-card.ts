import { countWords } from "../model/claim-wording.ts";
import type { PageEntity } from "../model/page-payload.ts";
import { type CardContext, claimCount, claimRows, entityLink, outwardLink, part } from "./cards.ts";
import type { Catalogue } from "./catalogue.ts";
import { element, isolated } from "./element.ts";
import { groupColour } from "./palette.ts";

/** Who or what an entity is, and its claims by relation. */
export function entityCard(context: CardContext, index: number): HTMLElement {
  const { catalogue } = context;
  const entity = catalogue.payload.entities[index];
  if (entity === undefined) return element("article");
  const claims = catalogue.claimsOf[index] ?? [];
  const group = entity.place === undefined ? "none" : String(groupColour(entity.place.group));
  return element(
    "article",
    { class: "card entity-card" },
    element("p", { class: `kind group-${group}` }, isolated(catalogue.payload.types[entity.type] ?? "")),
    element("h2", { tabindex: "-1" }, isolated(entity.label)),
    ...names(entity),
    element("p", { class: "notes" }, summary(entity, claims)),
    ...partOf(context, entity),
    ...elsewhere(entity),
    ...[...byRelation(catalogue, index)].map(([title, rows]) => part(title, claimRows(context, rows))),
  );
}

function names({ aliases }: PageEntity): readonly HTMLElement[] {
  if (aliases.length === 0) return [];
  const each = aliases.flatMap((alias, i) => [i > 0 && " · ", isolated(alias)]);
  return [element("p", { class: "aliases" }, "Also: ", ...each)];
}

function summary({ documents }: PageEntity, claims: readonly number[]): string {
  const places = countWords(documents.length, "document");
  return claims.length === 0
    ? `Mentioned in ${places}; no claim is made about it.`
    : `${claimCount(claims)} · mentioned in ${places}`;
}

function partOf(context: CardContext, entity: PageEntity): readonly HTMLElement[] {
  if (entity.partOf === undefined) return [];
  return [element("p", { class: "notes" }, "Part of ", entityLink(context, entity.partOf))];
}

function elsewhere({ sameAs }: PageEntity): readonly HTMLElement[] {
  if (sameAs.length === 0) return [];
  const links = sameAs.flatMap((iri, i) => [i > 0 && " · ", outwardLink(iri, shortIri(iri))]);
  return [element("p", { class: "notes" }, "Elsewhere: ", ...links)];
}

/** `http://www.wikidata.org/entity/Q42` is "wikidata.org Q42". */
function shortIri(iri: string): string {
  const [, host, name] = /^https?:\/\/(?:www\.)?([^/]+)\/(?:.*[/#])?([^/#]+)$/.exec(iri) ?? [];
  return host === undefined || name === undefined ? iri : `${host} ${name}`;
}

/** The claims by relation, the relation with most claims first; then what it says, then where it takes part. */
function byRelation(catalogue: Catalogue, entity: number): ReadonlyMap<string, readonly number[]> {
  const own = new Map<string, number[]>();
  const says: number[] = [];
  const takesPart: number[] = [];
  for (const index of catalogue.claimsOf[entity] ?? []) {
    const claim = catalogue.payload.claims[index];
    if (claim === undefined) continue;
    if (claim.subject === entity || claim.object === entity) {
      const label = catalogue.payload.relations[claim.relation]?.label ?? "";
      own.set(label, [...(own.get(label) ?? []), index]);
    } else if (claim.stance.speakers.includes(entity)) says.push(index);
    else takesPart.push(index);
  }
  const sorted = [...own].sort(([, a], [, b]) => b.length - a.length);
  const others: [string, number[]][] = [
    ["As the source", says],
    ["Also takes part in", takesPart],
  ];
  return new Map([...sorted, ...others.filter(([, rows]) => rows.length > 0)]);
}
