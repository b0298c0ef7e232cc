import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { buildTexts } from "../support/build-text.ts";
import { documents } from "../support/hostile.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

/** Some articles, and the same without one of them; none without a date that has taken it from a copy. */
const pairs = documents()
  .chain((texts) => {
    const entries = Object.entries(texts);
    return fc.nat({ max: entries.length - 1 }).map((removed) => ({
      all: buildTexts(texts),
      rest: buildTexts(Object.fromEntries(entries.filter((_, i) => i !== removed))),
    }));
  })
  .filter(({ all }) => !all.account.warnings.some(({ reason }) => reason.includes("taken to tell from")))
  .map(({ all, rest }) => ({ all: all.graph, rest: rest.graph }));

/** The claims and entities that some documents bear witness to, with what those documents say of them and no more. */
function witnessed({ claims, entities }: Graph, by: Graph["documents"]): unknown {
  const ids = new Set(by.map(({ id }) => id));
  const own = <T extends { readonly document: string }>(all: readonly T[]) =>
    all.filter(({ document }) => ids.has(document));
  return {
    claims: claims
      .map((claim) => ({ ...proposition(claim), evidence: own(claim.evidence) }))
      .filter(({ evidence }) => evidence.length > 0),
    entities: entities
      .map(({ id, mentions }) => ({ id, mentions: own(mentions) }))
      .filter(({ mentions }) => mentions.length > 0),
  };
}

/** What a claim says, without who says it, what is counted over all who do, and what other claims it belongs with. */
function proposition({ id, subject, predicate, open, plover, object, stance }: Claim): Partial<Claim> {
  return { id, subject, predicate, open, plover, object, stance };
}

/** A claim without what it has from other claims: its event, the day that others tell of it, and what contradicts it. */
function byItself(claim: Claim): Claim {
  const time = claim.time?.basis === "told" ? claim.time : undefined;
  return { ...claim, event: "", time, conflictsWith: [] };
}

describe("a document taken away", () => {
  test("takes its own evidence and mentions along, and nothing else", () => {
    fc.assert(
      fc.property(pairs, ({ all, rest }) => {
        expect(witnessed(all, rest.documents)).toEqual(witnessed(rest, rest.documents));
      }),
      { numRuns: 50, seed: 51 },
    );
  });

  test("leaves no claim, entity or document that only it knew", () => {
    fc.assert(
      fc.property(pairs, ({ all, rest }) => {
        const left = new Set(rest.documents.map(({ id }) => id));
        expect(rest.documents).toEqual(all.documents.filter(({ id }) => left.has(id)));
        const { claims, entities } = rest;
        for (const { document } of claims.flatMap(({ evidence }) => evidence))
          expect(left).toContain(document);
        for (const { document } of entities.flatMap(({ mentions }) => mentions))
          expect(left).toContain(document);
      }),
      { numRuns: 40, seed: 51 },
    );
  });

  test("changes nothing of what it did not speak of but how that hangs together with other claims", () => {
    fc.assert(
      fc.property(pairs, ({ all, rest }) => {
        const left = new Set(rest.documents.map(({ id }) => id));
        const apart = (all: readonly { readonly document: string }[]) =>
          all.every(({ document }) => left.has(document));
        const claims = new Map(rest.claims.map((claim) => [claim.id, claim]));
        for (const claim of all.claims.filter(({ evidence }) => apart(evidence))) {
          const same = claims.get(claim.id);
          expect(same && byItself(same)).toEqual(byItself(claim));
        }
        const entities = new Map(rest.entities.map((entity) => [entity.id, entity]));
        for (const entity of all.entities.filter(({ mentions }) => apart(mentions)))
          expect(entities.get(entity.id)).toEqual(entity);
      }),
      { numRuns: 50, seed: 52 },
    );
  });
});

/** Articles about people and places that no other document of this suite knows. */
const STRANGERS = [
  "Quillon Ferrybridge praised Kesterwick Bakery on Monday. Kesterwick Bakery did not thank Ferrybridge.",
  "OXMOOR — Prunella Wyverndale may buy Oxmoor Mills, Thaddeus Quince said.",
  "“Yarrowdale Choir attacked Lumley Borough,” Thaddeus Quince said.",
  "Nothing at all happened.",
];

describe("an unrelated document", () => {
  test("changes no claim and no entity of the others", () => {
    fc.assert(
      fc.property(
        documents(),
        fc.constantFrom(...STRANGERS),
        fc.constantFrom("a", "z"),
        (texts, stranger, at) => {
          const { graph: before } = buildTexts(texts);
          const { graph: after } = buildTexts({ ...texts, [`${at}/stranger.txt`]: stranger });
          const claims = new Map(after.claims.map((claim) => [claim.id, claim]));
          for (const claim of before.claims) expect(claims.get(claim.id)).toEqual(claim);
          const entities = new Map(after.entities.map((entity) => [entity.id, entity]));
          for (const entity of before.entities) expect(entities.get(entity.id)).toEqual(entity);
        },
      ),
      { numRuns: 40, seed: 53 },
    );
  });
});

describe("a document given twice under two names", () => {
  test("adds evidence and no claim, and counts as one source", () => {
    fc.assert(
      fc.property(documents(), (texts) => {
        const [[, text = ""] = []] = Object.entries(texts);
        const { graph: once } = buildTexts({ "a.txt": text });
        const { graph: twice } = buildTexts({ "a.txt": text, "b.txt": text });
        const named = once.claims.filter(isNamed);
        expect(twice.claims.filter(isNamed).map(proposition)).toEqual(named.map(proposition));
        for (const claim of named) {
          const copied = twice.claims.find(({ id }) => id === claim.id);
          expect(copied?.evidence).toHaveLength(2 * claim.evidence.length);
          expect(copied).toMatchObject({
            documents: 2,
            confidence: claim.confidence,
            independentSources: claim.independentSources,
          });
        }
      }),
      { numRuns: 40, seed: 54 },
    );
  });
});

/** What is only described ("the town") is its own in every document. */
function isNamed({ subject, object, stance }: Claim): boolean {
  const ids = [subject, ...(object && "entity" in object ? [object.entity] : []), ...stance.speakers];
  return ids.every((id) => !id.startsWith("d_"));
}
