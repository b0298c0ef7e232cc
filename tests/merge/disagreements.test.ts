import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Disagreement } from "../../src/model/disagreement.ts";
import type { Graph } from "../../src/model/graph.ts";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { readCases } from "../support/cases.ts";
import { pressOf } from "../support/press.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const folder = join(import.meta.dirname, "cases");
const casesIn = (file: string) => readCases(readFileSync(join(folder, file), "utf8"), file);

/** `date | Syria captures Homs | 2017-10-01 (1) | 2017-10-05 (2)`: each side with the articles that it stands in. */
function disagreementLines({ disagreements, claims }: Graph): readonly string[] {
  const articlesOf = (ids: readonly string[]) => {
    const found = claims.filter(({ id }) => ids.includes(id));
    const names = found.flatMap(({ evidence }) =>
      evidence.map(({ document }) => document.replace(".txt", "")),
    );
    return [...new Set(names)].sort().join(", ");
  };
  const line = ({ kind, about, sides }: Disagreement) =>
    [kind, about, ...sides.map(({ value, claims: ids }) => `${value} (${articlesOf(ids)})`)].join(" | ");
  return disagreements.map(line);
}

/** The claims of each event that several are of, a line each: `Syria | captures | Homs = Rebels | losesControlOf | Homs`. */
function eventLines(graph: Graph): readonly string[] {
  const events = new Map<string, string[]>();
  for (const claim of graph.claims) {
    const [line = ""] = claimLines({ ...graph, claims: [claim] });
    events.set(claim.event, [...(events.get(claim.event) ?? []), line]);
  }
  return [...events.values()].map((lines) => [...new Set(lines)].sort().join(" = ")).sort();
}

describe("what articles differ in", () => {
  test.for(casesIn("disagreements.txt"))("$name", ({ text, expected }) => {
    expect(disagreementLines(buildTexts(pressOf(text)).graph)).toEqual(expected);
  });

  test("stands against one another, both ways, but for standing", () => {
    for (const { text } of casesIn("disagreements.txt")) {
      const { claims, disagreements } = buildTexts(pressOf(text)).graph;
      const conflicting = disagreements.filter(({ kind }) => kind !== "standing");
      const expected = conflicting.flatMap(({ sides }) => sides.flatMap((side) => side.claims));
      const found = claims.filter(({ conflictsWith }) => conflictsWith.length > 0);
      expect(found.map(({ id }) => id).sort()).toEqual([...new Set(expected)].sort());
      for (const { id, conflictsWith } of found)
        for (const other of conflictsWith)
          expect(claims.find((claim) => claim.id === other)?.conflictsWith).toContain(id);
    }
  });
});

describe("one happening", () => {
  test.for(casesIn("happenings.txt"))("$name", ({ text, expected }) => {
    expect(eventLines(buildTexts(pressOf(text)).graph)).toEqual([...expected].sort());
  });

  test("is the same for any order of articles", () => {
    const cases = [...casesIn("happenings.txt"), ...casesIn("disagreements.txt")];
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(), ({ text }, turn) => {
        const articles = Object.entries(pressOf(text));
        const turned = articles
          .map((_, i) => articles[(i + turn) % articles.length] as [string, string])
          .reverse();
        const [one, other] = [articles, turned].map((some) => buildTexts(Object.fromEntries(some)).graph);
        expect(other).toEqual(one);
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});
