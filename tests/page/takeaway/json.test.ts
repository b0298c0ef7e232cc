import { describe, expect, test, vi } from "vitest";
import { wholeText } from "../../../src/export/text.ts";
import { noFilters } from "../../../src/page/data/filters.ts";
import { jsonOf } from "../../../src/page/takeaway/json.ts";
import { exported, graphs, seeds, takingOf } from "./taking-of.ts";

vi.setConfig({ testTimeout: 60_000 });

type Row = { readonly evidence: readonly Record<string, unknown>[] } & Record<string, unknown>;

/** The rows of claims.jsonl without what the page does not know. */
function knownRows(lines: string, unknown: readonly string[]): readonly Row[] {
  const without = (row: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !unknown.includes(key)));
  const rows = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
  return rows.map((row) => ({ ...without(row), evidence: row.evidence.map(without) }));
}

describe.for(graphs)("JSON of $name", ({ graph }) => {
  test("has the rows of claims.jsonl, but for wordings and hashes", () => {
    const taken = JSON.parse(wholeText(jsonOf(takingOf(graph))));
    expect(taken.claims).toEqual(knownRows(exported("claims.jsonl", graph), ["predicateText", "textHash"]));
    expect(taken).toMatchObject({ shown: graph.claims.length, of: graph.claims.length, filters: {} });
  });

  test("has no offsets into texts that the page has not", () => {
    const taken = JSON.parse(wholeText(jsonOf(takingOf(graph, 0))));
    const offsets = ["start", "end", "subject", "predicate", "object"];
    const rows = knownRows(exported("claims.jsonl", graph), ["predicateText", "textHash"]);
    expect(taken.claims).toEqual(
      rows.map((row) => ({
        ...row,
        evidence: row.evidence.map((piece) =>
          Object.fromEntries(Object.entries(piece).filter(([key]) => !offsets.includes(key))),
        ),
      })),
    );
  });
});

test("JSON says by which filters its claims are shown, in names", () => {
  const taking = takingOf(seeds);
  const { relations, entities } = taking.catalogue.payload;
  const filters = {
    ...noFilters,
    relations: [0],
    speakers: [1],
    held: ["reported" as const],
    from: "2017-10-01",
    conflicts: true,
  };
  expect(JSON.parse(wholeText(jsonOf({ ...taking, claims: [1], filters })))).toMatchObject({
    source: "https://w3id.org/whosays/dataset",
    shown: 1,
    of: seeds.claims.length,
    filters: {
      held: ["reported"],
      conflicts: true,
      relations: [relations[0]?.name],
      speakers: [`https://w3id.org/whosays/entity/${entities[1]?.id}`],
      days: { from: "2017-10-01" },
    },
  });
});

test("JSON of nothing is JSON", () => {
  expect(JSON.parse(wholeText(jsonOf({ ...takingOf(seeds), claims: [] }))).claims).toEqual([]);
});
