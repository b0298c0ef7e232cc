import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { payloadOf } from "../../src/export/page/payload.ts";
import { fromColumns, toColumns } from "../../src/model/page-columns.ts";
import type { PagePayload } from "../../src/model/page-payload.ts";
import { emptyGraph, hostileGraph, ontology, sampleGraph } from "../support/graphs.ts";

/** Far more than is needed; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

/** What becomes of a payload on its way through the file. */
function throughFile(value: unknown): unknown {
  return fromColumns(JSON.parse(JSON.stringify(toColumns(value as PagePayload))));
}

describe("the columns of a payload", () => {
  it.for([sampleGraph, hostileGraph, emptyGraph])("give back the rows of graph %#", (graph) => {
    const payload = payloadOf(graph, ontology, "https://example.org/");
    expect(throughFile(payload)).toEqual(payload);
  });

  it("give back whatever has keys of letters, lists of lists, lists with gaps and all", () => {
    const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,2}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(0, 1.5, null, true, "", "#", "__proto__"),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(key, tie("value"), { maxKeys: 4 }),
        fc.array(fc.dictionary(key, tie("value"), { maxKeys: 3 }), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        expect(throughFile(any)).toEqual(JSON.parse(JSON.stringify(any)));
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it("write each key once for a whole table, words once, and a missing field nowhere", () => {
    const rows = [
      { id: "a", kind: "x", at: [{ x: 1 }, { x: 2 }], range: [0, 1] },
      { id: "b", kind: "x", of: 1, at: [], range: [2, 3] },
      { id: "c", kind: "x", at: [{ x: 3 }], range: [4, 5], none: undefined },
    ];
    expect(toColumns({ rows } as unknown as PagePayload)).toEqual({
      rows: {
        "#": 3,
        id: ["a", "b", "c"],
        kind: { $: ["x"], "=": [0, 0, 0] },
        of: { "?": [1], "=": [1] },
        at: { "~": [2, 0, 1], "=": { "#": 3, x: [1, 2, 3] } },
        range: { "~": 2, "=": [0, 1, 2, 3, 4, 5] },
      },
    });
  });

  it.for(["__proto__", "#", "~", "=", "$", "a b", ""])("refuse the key %j on both ways", (key) => {
    const value = JSON.parse(`{${JSON.stringify(key)}: [1]}`);
    const table = JSON.parse(`{"#": 1, ${JSON.stringify(key === "#" ? "?" : key)}: [1]}`);
    expect(() => toColumns(value)).toThrow("is no key");
    expect(() => toColumns([value] as unknown as PagePayload)).toThrow("is no key");
    expect(() => fromColumns(table)).toThrow("is no key");
  });
});
