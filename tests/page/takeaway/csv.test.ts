import { describe, expect, test, vi } from "vitest";
import { wholeText } from "../../../src/export/text.ts";
import { csvOf } from "../../../src/page/takeaway/csv.ts";
import { exported, graphs, seeds, takingOf } from "./taking-of.ts";

vi.setConfig({ testTimeout: 60_000 });

describe.for(graphs)("CSV of $name", ({ graph }) => {
  test("is claims.csv where all claims are shown", () => {
    expect(wholeText(csvOf(takingOf(graph)))).toBe(exported("claims.csv", graph));
  });

  test("needs no whole texts", () => {
    expect(wholeText(csvOf(takingOf(graph, 0)))).toBe(exported("claims.csv", graph));
  });
});

test("CSV of some claims has their rows", () => {
  const taking = takingOf(seeds);
  const all = wholeText(csvOf(taking)).split("\nhttps://");
  const some = wholeText(csvOf({ ...taking, claims: [3, 7] })).split("\nhttps://");
  expect(some).toEqual([all[0], all[4], `${all[8]}\n`]);
});
