import { Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import { readNamedQueries } from "../../src/cli/named-queries.ts";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import { bound } from "../../src/query/bind.ts";
import { checkQuery, evaluate } from "../../src/query/evaluate.ts";
import type { NamedQuery } from "../../src/query/named.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { buildArticle } from "../support/build-text.ts";
import { settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";

const queries = new Map(readNamedQueries().map((query) => [query.name, query]));

function turtleOf(article: string): string {
  return wholeText(turtle.write(buildArticle(article).graph, { ...settingsFor(), ontology }));
}

/** Some columns of what a named query says of a graph, a row a line. */
function told(
  graph: string,
  name: string,
  columns: readonly string[],
  values: Readonly<Record<string, string>> = {},
): readonly string[] {
  const store = new Store();
  store.load(graph, { format: "text/turtle" });
  const prefixes = prefixesOf(graph);
  const query = queries.get(name) as NamedQuery;
  const given = query.parameters.flatMap((parameter) => {
    const value = values[parameter.name];
    return value === undefined ? [] : [{ parameter, value }];
  });
  const answer = evaluate(store, checkQuery(bound(store, query, given, prefixes), prefixes));
  if (answer.form !== "rows") throw new Error(`${name} gives no rows`);
  const places = columns.map((column) => answer.variables.indexOf(column));
  return answer.rows.map((row) => places.map((place) => row[place]?.value ?? "–").join(" | "));
}

describe("reported-only", () => {
  const columns = ["says", "subject", "relation", "object", "polarity"];

  test("lists what somebody says", () => {
    expect(told(turtleOf("Russia said that Iran backs Syria."), "reported-only", columns)).toEqual([
      "Russia | Iran | backs | Syria | so",
    ]);
  });

  test("leaves out what the article states too", () => {
    const article = "Russia said that Iran backs Syria. Iran backs Syria.";
    expect(told(turtleOf(article), "reported-only", columns)).toEqual([]);
  });

  test("lists the denial of what the article states", () => {
    const article = "Russia said that Iran does not back Syria. Iran backs Syria.";
    expect(told(turtleOf(article), "reported-only", columns)).toEqual([
      "Russia | Iran | backs | Syria | not so",
    ]);
  });

  test("leaves out the denial that the article states too", () => {
    const article = "Russia said that Iran does not back Syria. Iran does not back Syria.";
    expect(told(turtleOf(article), "reported-only", columns)).toEqual([]);
  });
});

describe("why", () => {
  const columns = ["subject", "relation", "object"];
  const article = "Iran backs Syria. Turkey backs Qatar. Jordan resigned.";

  test("gives no claim of another object than the one asked for, and none without object", () => {
    expect(told(turtleOf(article), "why", columns, { whom: "Syria" })).toEqual(["Iran | backs | Syria"]);
  });

  test("gives claims without object where none is asked for", () => {
    expect(told(turtleOf(article), "why", columns).length).toBeGreaterThan(1);
  });
});

describe("find", () => {
  test("counts a claim of a thing about itself once, and knows things that no claim speaks of", () => {
    const graph = `
      @prefix kg: <https://w3id.org/whosays/ontology#> .
      @prefix ent: <https://w3id.org/whosays/entity/> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      kg:State a owl:Class ; rdfs:label "state" .
      ent:Iran a kg:State ; rdfs:label "Iran" .
      ent:Iraq a kg:State ; rdfs:label "Iraq" .
      <urn:one> rdf:subject ent:Iran ; rdf:object ent:Iran .
      <urn:two> rdf:subject ent:Iran .`;
    expect(told(graph, "find", ["label", "claims"], { text: "ira" })).toEqual(["Iran | 2", "Iraq | 0"]);
  });

  test("knows any name in any case", () => {
    const graph = turtleOf("Iran backs ISIS.");
    expect(told(graph, "find", ["label", "claims"], { text: "islamic STATE" })).toEqual([
      "Islamic State | 1",
    ]);
  });
});
