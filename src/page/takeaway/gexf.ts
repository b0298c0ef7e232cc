import { literalWords } from "../../model/claim-wording.ts";
import { cleanText } from "../../model/clean-text.ts";
import { type GexfEdge, type GexfNode, gexfText, kindCounter } from "../../model/gexf.ts";
import { edgeCells, edgePropertiesOf, edgeType, nodeCells } from "../../model/graph-columns.ts";
import { edgeLook, nodeLook, standInLook } from "../../model/graph-look.ts";
import { addressIri, iriOf } from "../../model/iri.ts";
import type { PagePlace } from "../../model/page-payload.ts";
import type { Catalogue } from "../data/catalogue.ts";
import { entitiesOf } from "../data/filters.ts";
import { takenClaim } from "./taken-claim.ts";
import type { Taking } from "./taking.ts";

/** The claims as edges between those who take part in them, as `graph.gexf` has them, drawn as on the map. */
export function gexfOf({ catalogue, claims }: Taking): Iterable<string> {
  return gexfText(nodesOf(catalogue, claims), edgesOf(catalogue, claims));
}

/** Entities first, then what stands in the place of one in a claim that has none. */
function* nodesOf(catalogue: Catalogue, claims: readonly number[]): Iterable<GexfNode> {
  const { base, entities, types, claims: rows } = catalogue.payload;
  for (const index of [...entitiesOf(catalogue, claims)].sort((a, b) => a - b)) {
    const entity = entities[index];
    if (entity === undefined) continue;
    const { id, label, type, aliases, sameAs, documents } = entity;
    yield {
      id: iriOf(base, "entity", id),
      label: cleanText(label),
      cells: nodeCells({
        type: types[type]?.name ?? "",
        aliases: aliases.map(cleanText),
        sameAs: sameAs.map(addressIri).filter((address) => address !== undefined),
        documents: documents.length,
      }),
      look: nodeLook(placeOf(catalogue, index)),
    };
  }
  for (const index of claims) {
    const claim = rows[index];
    if (claim === undefined || typeof claim.object === "number") continue;
    const { object, documents } = claim;
    yield {
      id: standInId(base, claim.id),
      label: object === null ? "" : cleanText(literalWords(object)),
      cells: nodeCells({ type: object === null ? "Nothing" : "Value", aliases: [], sameAs: [], documents }),
      look: standInLook(placeOf(catalogue, claim.subject), index),
    };
  }
}

function* edgesOf(catalogue: Catalogue, claims: readonly number[]): Iterable<GexfEdge> {
  const { base, entities, relations, claims: rows } = catalogue.payload;
  const labels = new Map(entities.map(({ id, label }) => [id, cleanText(label)]));
  const kindOf = kindCounter();
  for (const index of claims) {
    const row = rows[index];
    const claim = takenClaim(catalogue, index);
    if (row === undefined || claim === undefined) continue;
    const properties = edgePropertiesOf(claim, (id) => labels.get(id) ?? id, base);
    const source = iriOf(base, "entity", claim.subject);
    const target =
      claim.object !== null && "entity" in claim.object
        ? iriOf(base, "entity", claim.object.entity)
        : standInId(base, claim.id);
    yield {
      id: iriOf(base, "claim", claim.id),
      source,
      target,
      label: cleanText(relations[row.relation]?.label ?? ""),
      weight: claim.documents,
      kind: kindOf(edgeType({ properties }), source, target),
      cells: edgeCells(properties),
      look: edgeLook(row),
    };
  }
}

function standInId(base: string, claim: string): string {
  return `${iriOf(base, "claim", claim)}#object`;
}

/** Whoever takes part in a claim has a place. */
function placeOf({ payload }: Catalogue, entity: number): PagePlace {
  return payload.entities[entity]?.place ?? { x: 0, y: 0, size: 3, group: 7 };
}
