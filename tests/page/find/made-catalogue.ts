import type { PageClaim, PagePayload } from "../../../src/model/page-payload.ts";
import type { Certainty, Polarity } from "../../../src/model/stance.ts";
import { type Catalogue, catalogueOf } from "../../../src/page/data/catalogue.ts";

/** How large a made catalogue is. */
export interface Size {
  readonly entities: number;
  readonly claims: number;
  readonly documents: number;
}

/** A claim with whatever is told of it; all else is the plainest there is. */
export function claimRow(about: Partial<PageClaim>): PageClaim {
  return {
    id: "made",
    event: 0,
    subject: 0,
    relation: 0,
    object: null,
    arguments: [],
    stance: {
      polarity: "positive",
      certainty: "certain",
      temporality: "nonfuture",
      modality: "actual",
      speakers: [],
    },
    confidence: 1,
    documents: 1,
    independentSources: 1,
    conflictsWith: [],
    evidence: [{ id: "made", document: 0, quote: [0, 1], extractor: "made", confidence: 1 }],
    ...about,
  };
}

/** A payload with some rows; the lists that are not given are empty. */
export function payloadWith(rows: Partial<PagePayload>): PagePayload {
  return {
    version: 2,
    counts: { documents: 0, outlets: 0, entities: 0, claims: 0, asserted: 0 },
    base: "https://example.org/",
    types: [],
    relations: [],
    groups: [],
    entities: [],
    claims: [],
    documents: [],
    wires: [],
    events: [],
    disagreements: [],
    ...rows,
  };
}

/** A catalogue in which anything may meet anything, the same for the same seed. */
export function madeCatalogue(seed: number, { entities, claims, documents }: Size): Catalogue {
  const below = numbers(seed);
  const sometimes = <T>(value: T): T | undefined => (below(3) === 0 ? value : undefined);
  const some = (most: number, of: number): number[] =>
    Array.from({ length: below(most + 1) }, () => below(of));
  const day = (): string =>
    `20${10 + below(10)}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;
  const rows = Array.from({ length: claims }, (_, i): PageClaim => {
    const [start = "", end = ""] = [day(), day()].sort();
    return claimRow({
      id: `c${i}`,
      event: below(claims),
      subject: below(entities),
      relation: below(12),
      object: below(4) === 0 ? null : below(entities),
      stance: {
        polarity: (["positive", "negative", "positive"] satisfies Polarity[])[below(3)] ?? "positive",
        certainty: (["certain", "probable"] satisfies Certainty[])[below(2)] ?? "certain",
        temporality: "nonfuture",
        modality: "actual",
        speakers: some(2, entities),
      },
      ...(below(4) === 0
        ? {}
        : { time: { start, end: below(2) === 0 ? start : end, text: [], basis: "told" } }),
      confidence: below(101) / 100,
      independentSources: 1 + below(4),
      conflictsWith: below(8) === 0 ? [below(claims)] : [],
      evidence: [0, ...some(2, documents)].map((_, at) => ({
        id: `c${i}-${at}`,
        document: below(documents),
        quote: [0, 1],
        extractor: "made",
        confidence: 1,
      })),
    });
  });
  return catalogueOf(
    payloadWith({
      types: ["Person", "State", "City"].map((name) => ({ name, label: name.toLowerCase(), icon: "thing" })),
      // 0 over 1, 2 and 3, 3 over 4 and 5; 9 and up are open.
      relations: [undefined, 0, 0, 0, 3, 3, undefined, 6, undefined, undefined, undefined, undefined].map(
        (parent, i) => ({
          name: `r${i}`,
          label: `relation ${i}`,
          open: i > 8,
          ...(parent === undefined ? {} : { parent }),
        }),
      ),
      entities: Array.from({ length: entities }, (_, i) => ({
        id: `e${i}`,
        label: `${word(below)} ${word(below)}`,
        type: below(3),
        aliases: [word(below), `${word(below)} ${word(below)} ${word(below)}`],
        sameAs: [],
        documents: [],
        reasons: [],
      })),
      claims: rows,
      documents: Array.from({ length: documents }, (_, i) => {
        const [outlet, wire] = [sometimes(`Outlet ${below(9)}`), sometimes(below(3))];
        return {
          id: `d${i}`,
          headline: `${word(below)} ${word(below)} ${word(below)}`,
          text: "x",
          zones: [],
          ...(outlet === undefined ? {} : { outlet }),
          ...(wire === undefined ? {} : { wire }),
        };
      }),
      wires: [0, 1, 2].map((i) => ({ id: `w${i}`, documents: [] })),
      disagreements: [
        {
          kind: "date",
          about: "",
          sides: [
            { value: "", claims: [0] },
            { value: "", claims: [1, 2] },
          ],
        },
      ],
    }),
  );
}

/** Whole numbers from 0 and below what is asked, in an order that is told by the seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

const syllables = ["ka", "ro", "mi", "tes", "lan", "du", "vo", "shi", "ber", "nor", "al", "fen", "gu", "zor"];

function word(below: (limit: number) => number): string {
  return Array.from({ length: 2 + below(3) }, () => syllables[below(syllables.length)]).join("");
}
