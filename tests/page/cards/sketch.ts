import {
  type PageClaim,
  type PageDocument,
  type PagePayload,
  pagePayloadVersion,
} from "../../../src/model/page-payload.ts";
import { plain } from "../../../src/model/stance.ts";
import { type Catalogue, catalogueOf } from "../../../src/page/data/catalogue.ts";

/** A claim in short: who does what to whom, by number, and in which documents it stands. */
export type ClaimSketch = Partial<Omit<PageClaim, "documents" | "evidence">> & {
  readonly in?: readonly number[];
  readonly evidence?: PageClaim["evidence"];
};

/** A document in short. */
export type DocumentSketch = Partial<Omit<PageDocument, "id">>;

/** A catalogue of so many entities, called a, b, c …, and of the claims and documents given. */
export function sketched(
  entities: number,
  claims: readonly ClaimSketch[],
  documents: readonly DocumentSketch[] = [{}],
  wires: PagePayload["wires"] = [],
): Catalogue {
  return catalogueOf({
    version: pagePayloadVersion,
    counts: { documents: documents.length, outlets: 0, entities, claims: claims.length, asserted: 0 },
    base: "https://example.org/",
    types: [{ name: "Thing", label: "thing", icon: "thing" }],
    relations: ["backs", "attacks", "meets"].map((name) => ({ name, label: name, open: false })),
    events: claims.map((_, i) => `event${i}`),
    groups: [],
    entities: Array.from({ length: entities }, (_, i) => ({
      id: `e${i}`,
      label: String.fromCharCode(97 + i),
      type: 0,
      aliases: [],
      sameAs: [],
      documents: [],
      reasons: [],
      place: { x: 0, y: 0, size: 1, group: 0 },
    })),
    claims: claims.map(claimOf),
    documents: documents.map((document, i) => ({ id: `d${i}`, text: "", zones: [], ...document })),
    wires,
    disagreements: [],
  });
}

function claimOf({ in: documents = [0], ...claim }: ClaimSketch, i: number): PageClaim {
  return {
    id: `c${i}`,
    event: i,
    subject: 0,
    relation: 0,
    object: null,
    arguments: [],
    stance: plain,
    confidence: 0.8,
    documents: documents.length,
    independentSources: documents.length,
    conflictsWith: [],
    evidence: documents.map((document) => ({
      id: `v${i}-${document}`,
      document,
      quote: [0, 0],
      extractor: "clause",
      confidence: 0.8,
    })),
    ...claim,
  };
}
