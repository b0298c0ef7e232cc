import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { wholeText } from "../../../src/export/text.ts";
import { iriOf } from "../../../src/model/iri.ts";
import { turtleOf } from "../../../src/page/takeaway/turtle.ts";
import { claimOf, documentOf, entityOf, graphOf } from "../../support/graphs.ts";
import { hostileName } from "../../support/hostile.ts";
import { quadKeys } from "../../support/quad-keys.ts";
import { exported, graphs, seeds, settings, takingOf } from "./taking-of.ts";

vi.setConfig({ testTimeout: 60_000 });

function triplesOf(text: string): readonly string[] {
  return quadKeys(text, "text/turtle");
}

/** The triples of the whole graph that the page does not tell; fails where the page tells one that the graph does not. */
function untold(graph: (typeof graphs)[number]["graph"], budget?: number): readonly string[] {
  const whole = triplesOf(exported("graph.ttl", graph));
  const taken = triplesOf(wholeText(turtleOf(takingOf(graph, budget))));
  const known = new Set(whole);
  expect(taken.filter((triple) => !known.has(triple))).toEqual([]);
  const told = new Set(taken);
  return whole.filter((triple) => !told.has(triple));
}

describe.for(graphs)("Turtle of $name", ({ graph }) => {
  test("says nothing that graph.ttl does not say", () => {
    untold(graph);
    untold(graph, 0);
  });

  test("says all of every claim, of all evidence but its wires, and all facts", () => {
    const { base } = settings;
    const rest = untold(graph);
    const about = rest.map((triple) => JSON.parse(triple) as readonly [string, string]);
    expect(about.filter(([subject]) => subject.startsWith(iriOf(base, "claim", "")))).toEqual([]);
    const ofEvidence = about.filter(([subject]) => subject.startsWith(iriOf(base, "evidence", "")));
    expect(new Set(ofEvidence.map(([, predicate]) => predicate.replace(/^.*#/, "")))).toEqual(
      new Set(graph.wires.length > 0 ? ["fromWire"] : []),
    );
    const facts = graph.claims.map(({ predicate, open }) =>
      open ? iriOf(base, "open", predicate) : `${base}ontology#${predicate}`,
    );
    expect(about.filter(([, predicate]) => facts.includes(predicate))).toEqual([]);
  });
});

test("Turtle of some claims tells of these alone", () => {
  const taking = takingOf(seeds);
  const some = { ...taking, claims: [0, 5] };
  const text = wholeText(turtleOf(some));
  const claims = new Set(
    triplesOf(text)
      .map((triple) => JSON.parse(triple) as readonly [string, string, readonly string[]])
      .filter(([, predicate, object]) => predicate.endsWith("#type") && object[1]?.endsWith("#Claim"))
      .map(([subject]) => subject),
  );
  expect(claims).toEqual(
    new Set([0, 5].map((i) => iriOf(settings.base, "claim", taking.catalogue.payload.claims[i]?.id ?? ""))),
  );
  expect(text).toContain(`# 2 of ${taking.claims.length} claims`);
});

test("offsets are told only where the page has the whole text", () => {
  expect(wholeText(turtleOf(takingOf(seeds)))).toContain("nif:beginIndex");
  const abridged = wholeText(turtleOf(takingOf(seeds, 0)));
  expect(abridged).toContain("nif:anchorOf");
  expect(abridged).not.toContain("nif:beginIndex");
  expect(abridged).not.toContain("kg:textLength");
});

test("holds names, values, units and addresses of the world, however hostile", () => {
  fc.assert(
    fc.property(fc.uniqueArray(hostileName(), { minLength: 1, maxLength: 4 }), (names) => {
      // Ids that differ in what no file can hold would be one.
      fc.pre(
        new Set(names.map((name) => name.toWellFormed().replace(/\p{Cc}/gu, "\ufffd"))).size === names.length,
      );
      const files = [
        documentOf(`${names[0]}`, `one does two. ${names.join(" ")}`, { headline: `${names[0]}` }),
      ];
      const entities = names.map((name) =>
        entityOf(files, name, name, name, {
          aliases: [name],
          sameAs: [`https://example.org/?${name}`, name],
        }),
      );
      const claims = names.map((name, i) =>
        claimOf(files, {
          id: `c${i}`,
          subject: name,
          predicate: name,
          open: i % 2 === 0,
          object: i % 2 === 0 ? { value: name, datatype: "string", unit: name } : (names[0] as string),
          read: [{ document: `${names[0]}`, sentence: "one does two.", words: "one | does | two" }],
        }),
      );
      untold(graphOf(files, entities, claims));
    }),
    { numRuns: 60, seed: 3 },
  );
});
