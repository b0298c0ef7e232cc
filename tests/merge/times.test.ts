import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { buildTexts, claimLines } from "../support/build-text.ts";
import { readCases } from "../support/cases.ts";
import { pressOf } from "../support/press.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const cases = readCases(readFileSync(join(import.meta.dirname, "cases", "times.txt"), "utf8"), "times.txt");

describe("when what is claimed happened, or was said", () => {
  test.for(cases)("$name", ({ text, expected }) => {
    expect(claimLines(buildTexts(pressOf(text)).graph)).toEqual([...expected].sort());
  });
});

test("an undated article takes the day of another that prints the same text, and the account says so", () => {
  const shared =
    "Rebels blew up the railway bridge over the Orla near the village of Sant on Tuesday night. " +
    "Nobody was hurt, and trains to the coast were halted for at least two weeks. " +
    "Turkey captured Kobani on Monday after a siege that had lasted for more than a month. " +
    "Engineers of the railway said that they would bring a floating crane from the harbour of Brill. " +
    "The mayor of Sant asked the ministry for buses, and for money to pay the drivers of the line.";
  const { graph, account } = buildTexts({
    "a.txt": `---\npublished: 2017-10-21\noutlet: Dawn\n---\n${shared}`,
    "b.txt": `---\noutlet: Echo\n---\n${shared}`,
  });
  const claim = graph.claims.find(({ predicate }) => predicate === "captures");
  expect(claim?.time).toMatchObject({ start: "2017-10-16", end: "2017-10-16", basis: "told" });
  expect(claim?.evidence.map(({ document }) => document)).toEqual(["a.txt", "b.txt"]);
  expect(account.warnings).toContainEqual({
    input: "b.txt",
    reason: expect.stringContaining("taken to tell from 2017-10-21"),
  });
});
