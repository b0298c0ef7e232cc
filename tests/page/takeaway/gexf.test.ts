import { describe, expect, test, vi } from "vitest";
import { wholeText } from "../../../src/export/text.ts";
import { gexfOf } from "../../../src/page/takeaway/gexf.ts";
import { readXml, type XmlElement } from "../../support/xml-reader.ts";
import { exported, graphs, seeds, takingOf } from "./taking-of.ts";

vi.setConfig({ testTimeout: 60_000 });

/** The elements of a name, however deep. */
function all(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function idsOf(elements: readonly XmlElement[]): readonly (string | undefined)[] {
  return elements.map(({ attributes }) => attributes.get("id"));
}

describe.for(graphs)("GEXF of $name", ({ graph }) => {
  test("has the columns, edges and nodes of graph.gexf; only those who take part in no claim are missing", () => {
    const whole = readXml(exported("graph.gexf", graph));
    const taken = readXml(wholeText(gexfOf(takingOf(graph))));
    for (const name of ["attributes", "edge"]) expect(all(taken, name)).toEqual(all(whole, name));
    const present = new Set(idsOf(all(taken, "node")));
    expect(all(taken, "node")).toEqual(
      all(whole, "node").filter(({ attributes }) => present.has(attributes.get("id"))),
    );
    expect(present.size).toBeGreaterThan(0);
  });
});

test("GEXF of some claims has no edge without its nodes", () => {
  const taken = readXml(wholeText(gexfOf({ ...takingOf(seeds), claims: [2, 9, 11] })));
  const nodes = new Set(idsOf(all(taken, "node")));
  const edges = all(taken, "edge");
  expect(edges).toHaveLength(3);
  for (const { attributes } of edges) {
    expect(nodes).toContain(attributes.get("source"));
    expect(nodes).toContain(attributes.get("target"));
  }
});
