import type { Claim } from "../model/claim.ts";
import { cleanText } from "../model/clean-text.ts";
import type { Entity } from "../model/entity.ts";
import type { Graph } from "../model/graph.ts";
import { type EdgeProperties, edgePropertiesOf } from "../model/graph-columns.ts";
import { addressIri, iriOf } from "../model/iri.ts";
import { distinct } from "../model/order.ts";
import type { Literal } from "../model/triple.ts";
import type { ExportSettings } from "./exporter.ts";
import { words } from "./page/words.ts";

/** A node as graph tools have it: an entity, or what stands in the place of one in a claim that has none. */
export interface PropertyNode {
  /** An IRI, unlike that of any other node. */
  readonly id: string;
  readonly label: string;
  /** A class of the ontology; `Value` for a number or a phrase, `Nothing` where a claim has no object. */
  readonly type: string;
  readonly aliases: readonly string[];
  /** IRIs of others for it. */
  readonly sameAs: readonly string[];
  /** How many mention it. */
  readonly documents: number;
  /** What it stands for: the entity, or the claim whose object it is. */
  readonly of: Entity | Claim;
}

/** A claim as an edge from its subject to its object. */
export interface PropertyEdge {
  /** The claim's IRI. */
  readonly id: string;
  readonly source: PropertyNode;
  readonly target: PropertyNode;
  /** The words of the relation. */
  readonly label: string;
  readonly properties: EdgeProperties;
  readonly claim: Claim;
}

/** A graph as graph tools and databases have it: every claim is an edge; made while it is walked. */
export interface PropertyGraph {
  /** The entities in the order of their ids, then what stands in for entities in the order of the claims. */
  nodes(): Iterable<PropertyNode>;
  /** In the order of the claims' ids; of claims whose entities are in the graph. */
  edges(): Iterable<PropertyEdge>;
  /** The edge of a claim; undefined where its entities are not in the graph. */
  edgeOf(claim: Claim): PropertyEdge | undefined;
}

/** Every claim of a graph as an edge, asserted or not: formats must show which, for tools show edges as facts. */
export function propertyGraphOf(graph: Graph, { base, ontology }: ExportSettings): PropertyGraph {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const nodeAt = (id: string) => {
    const entity = entities.get(id);
    return entity && entityNode(entity, base);
  };
  const labelOf = (id: string) => cleanText(entities.get(id)?.label ?? id);
  const relationLabel = (name: string) => cleanText(ontology.relations.get(name)?.label ?? words(name));
  const edgeOf = (claim: Claim): PropertyEdge | undefined => {
    const { object } = claim;
    const source = nodeAt(claim.subject);
    const target =
      object !== null && "entity" in object ? nodeAt(object.entity) : standIn(claim, object, base);
    return (
      source &&
      target &&
      edge(claim, { source, target, label: relationLabel(claim.predicate) }, labelOf, base)
    );
  };
  return {
    *nodes() {
      for (const entity of graph.entities) yield entityNode(entity, base);
      for (const claim of graph.claims) {
        const { object } = claim;
        const standsAlone = object === null || !("entity" in object);
        if (standsAlone && entities.has(claim.subject)) yield standIn(claim, object, base);
      }
    },
    *edges() {
      for (const claim of graph.claims) {
        const one = edgeOf(claim);
        if (one) yield one;
      }
    },
    edgeOf,
  };
}

function entityNode(entity: Entity, base: string): PropertyNode {
  return {
    id: iriOf(base, "entity", entity.id),
    label: cleanText(entity.label),
    type: entity.type,
    aliases: entity.aliases.map(cleanText),
    sameAs: entity.sameAs.map(addressIri).filter((address) => address !== undefined),
    documents: distinct(entity.mentions.map(({ document }) => document)).length,
    of: entity,
  };
}

/** The object of a claim that is no entity; `#` stands in no id. */
function standIn(claim: Claim, object: Literal | null, base: string): PropertyNode {
  return {
    id: `${iriOf(base, "claim", claim.id)}#object`,
    label: object === null ? "" : cleanText(object.unit ? `${object.value} ${object.unit}` : object.value),
    type: object === null ? "Nothing" : "Value",
    aliases: [],
    sameAs: [],
    documents: claim.documents,
    of: claim,
  };
}

function edge(
  claim: Claim,
  ends: Pick<PropertyEdge, "source" | "target" | "label">,
  labelOf: (id: string) => string,
  base: string,
): PropertyEdge {
  return {
    id: iriOf(base, "claim", claim.id),
    ...ends,
    properties: edgePropertiesOf(claim, labelOf, base),
    claim,
  };
}
