import { payloadOf } from "../../src/export/page/payload.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { PagePayload } from "../../src/model/page-payload.ts";
import { type Catalogue, catalogueOf } from "../../src/page/data/catalogue.ts";
import { sampleGraph, settingsFor } from "../support/graphs.ts";

/** The payload of a graph, as `graph.html` holds it. */
export function payloadFor(graph: Graph): PagePayload {
  const { base, ontology } = settingsFor();
  return payloadOf(graph, ontology, base);
}

/** The sample graph as the page works with it. */
export const sample: Catalogue = catalogueOf(payloadFor(sampleGraph));

/** The index of the entity with a label; throws where there is none. */
export function entityAt({ payload }: Catalogue, label: string): number {
  const index = payload.entities.findIndex((row) => row.label === label);
  if (index < 0) throw new Error(`No entity is called "${label}".`);
  return index;
}

/** The index of the claim with an id; throws where there is none. */
export function claimAt({ payload }: Catalogue, id: string): number {
  const index = payload.claims.findIndex((row) => row.id === id);
  if (index < 0) throw new Error(`There is no claim ${id}.`);
  return index;
}

/** The labels of some entities. */
export function labelsOf({ payload }: Catalogue, entities: Iterable<number>): readonly string[] {
  return [...entities].map((i) => payload.entities[i]?.label ?? "");
}
