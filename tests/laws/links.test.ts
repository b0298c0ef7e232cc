import fc from "fast-check";
import { Parser } from "n3";
import { expect, test, vi } from "vitest";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import type { Ontology } from "../../src/model/ontology.ts";
import { readUserNames } from "../../src/ontology/user-names.ts";
import { withNames } from "../../src/ontology/with-names.ts";
import { build } from "../../src/pipeline.ts";
import { settingsFor } from "../support/graphs.ts";
import { hostileText, newsText } from "../support/hostile.ts";
import { ontology as ours } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

vi.setConfig({ testTimeout: 60_000 });

const SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";
const file = "name,type,sameAs\nZorblat Front,ArmedGroup,Q1\nSyria,,https://places.example/syria\n";
const mine = withNames(ours, readUserNames([{ name: "mine.csv", text: file }], ours));
const bytes = (text: string) => new TextEncoder().encode(text);
const article = fc
  .tuple(fc.oneof(newsText(), hostileText()), fc.constantFrom("", "Zorblat Front attacked Syria. "))
  .map(([text, own]) => bytes(`${own}${text} <http://www.wikidata.org/entity/Q2> Q3`));

/** Every owl:sameAs of the Turtle of some articles, as `id address`. */
function linksIn(articles: readonly Uint8Array[], ontology: Ontology): readonly string[] {
  const inputs = articles.map((own, i) => ({ id: `${i}.txt`, bytes: own }));
  const settings = { ...settingsFor(), ontology, base: "https://w3id.org/whosays/" };
  const { graph } = build(inputs, ontology, parser);
  const quads = new Parser().parse(wholeText(turtle.write(graph, settings)));
  return quads
    .filter(({ predicate }) => predicate.value === SAME_AS)
    .map(({ subject, object }) => `${subject.value.split("/").at(-1)} ${object.value}`);
}

test.for([
  ["of our registry", ours],
  ["of our registry and the user's file", mine],
] as const)("every link of a graph is one %s, whatever the articles say", ([, ontology]) => {
  const known = new Set(
    [...ontology.names.values()].flatMap(({ id, sameAs }) => sameAs.map((link) => `${id} ${link}`)),
  );
  fc.assert(
    fc.property(fc.array(article, { maxLength: 3 }), (articles) => {
      for (const link of linksIn(articles, ontology)) expect(known).toContain(link);
    }),
    { numRuns: 40, seed: 66 },
  );
});

test("the links of a user's file reach the graph, beside ours", () => {
  const links = linksIn([bytes("Zorblat Front attacked Syria.")], mine);
  expect(links).toEqual(
    expect.arrayContaining([
      "ZorblatFront http://www.wikidata.org/entity/Q1",
      "Syria http://www.wikidata.org/entity/Q858",
      "Syria https://places.example/syria",
    ]),
  );
  expect(linksIn([bytes("Zorblat Front attacked Syria.")], ours).join()).not.toContain("Zorblat");
});

test("the id of a user's name is the same whatever other articles are read", () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 3 }), (others) => {
      const inputs = [bytes("Zorblat Front attacked Syria."), ...others].map((own, i) => ({
        id: `${i}.txt`,
        bytes: own,
      }));
      const ids = build(inputs, mine, parser).graph.entities.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(["Syria", "ZorblatFront"]));
    }),
    { numRuns: 40, seed: 67 },
  );
});
