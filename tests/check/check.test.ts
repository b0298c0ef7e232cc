import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { checkGraph } from "../../src/check/check.ts";
import { relationShapes } from "../../src/check/relation-shapes.ts";
import { readRules } from "../../src/check/shapes.ts";
import { wholeText } from "../../src/export/text.ts";
import { turtle } from "../../src/export/turtle.ts";
import type { Graph } from "../../src/model/graph.ts";
import { distinct } from "../../src/model/order.ts";
import { buildArticle, buildTexts } from "../support/build-text.ts";
import { emptyGraph, hostileGraph, sampleGraph, settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";
import { foundByShaclEngine } from "./shacl-engine.ts";

/** The second engine starts a query engine for each query; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 120_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const structure = readFileSync(join(ROOT, "ontology", "shapes.ttl"), "utf8");
const shapes = [structure, relationShapes(ontology)];
const BASE = "https://w3id.org/whosays/";

function written(graph: Graph, base = BASE): string {
  return wholeText(turtle.write(graph, { ...settingsFor(), ontology, base }));
}

const run = readFileSync(join(ROOT, "output", "graph.ttl"), "utf8");
const told = written(
  buildTexts({
    "a.txt": "---\npublished: 2017-10-21\n---\nIran backs Syria. Rebels took Homs from Syria on Friday.\n",
    "b.txt": "Russia said that Iran backs Syria.",
  }).graph,
);

describe("a graph conforms, both engines say,", () => {
  test("of the sample run", async () => {
    const { findings, claims, triples } = checkGraph(run, shapes);
    expect(findings).toEqual([]);
    expect([claims > 90, triples > 3000]).toEqual([true, true]);
    expect(await foundByShaclEngine(run, shapes, { queries: false })).toEqual([]);
  });

  test("of a few sentences, queries and all", async () => {
    expect(checkGraph(told, shapes).findings).toEqual([]);
    expect(await foundByShaclEngine(told, shapes, { queries: true })).toEqual([]);
  });

  test("of copies of one wire story", async () => {
    const story = "Iran backs Syria, as everybody in the region knows. Rain fell on Damascus all night long.";
    const { graph } = buildTexts({
      "a.txt": story,
      "b.txt": `${story} Turkey attacked Ukraine on that very day.`,
    });
    const text = written(graph);
    expect(text).toContain("a kg:Wire");
    expect(checkGraph(text, shapes).findings).toEqual([]);
    expect(await foundByShaclEngine(text, shapes, { queries: false })).toEqual([]);
  });

  test("of nothing", async () => {
    expect(checkGraph(written(emptyGraph), shapes).findings).toEqual([]);
    expect(await foundByShaclEngine(written(emptyGraph), shapes, { queries: true })).toEqual([]);
  });

  test.for([
    { name: "the sample", graph: sampleGraph },
    { name: "hostile names", graph: hostileGraph },
  ])("of $name, in its structure", async ({ graph }) => {
    expect(checkGraph(written(graph), [structure]).findings).toEqual([]);
    expect(await foundByShaclEngine(written(graph), [structure], { queries: false })).toEqual([]);
  });

  test("of another base, whose terms stand behind it", () => {
    const { graph } = buildArticle("Iran backs Syria.");
    const other = written(graph, "https://example.org/kg/");
    expect(checkGraph(other, shapes).findings).toEqual([]);
    const wrong = other.replace("kg:polarity kg:Positive", "kg:polarity kg:Perhaps");
    expect(checkGraph(wrong, shapes).findings.map(({ shape }) => shape)).toEqual([
      "claimAssertedUnplain",
      "claimPolarity",
    ]);
  });

  test("of entities called like terms of the ontology", () => {
    const names = ["Claim", "State", "backs", "polarity", "Positive", "Entity", "Evidence", "Document"];
    const entities = names.map((id) => ({
      id,
      label: id,
      type: "Person",
      aliases: [],
      sameAs: [],
      mentions: [],
      reasons: [],
    }));
    const [claim] = sampleGraph.claims;
    if (!claim) throw new Error("the sample has no claim");
    const claims = names.map((id, i) => ({
      ...claim,
      id: `${i}`.padStart(16, "a"),
      subject: id,
      object: { entity: names[(i + 1) % names.length] as string },
      predicate: "accuses",
      open: false,
      arguments: new Map(),
      conflictsWith: [],
      evidence: claim.evidence.map((each) => ({
        ...each,
        id: `${each.id}${i}`,
      })) as unknown as typeof claim.evidence,
    }));
    const text = written({ ...sampleGraph, entities, claims });
    expect(checkGraph(text, shapes).findings).toEqual([]);
    expect(text).toContain("ent:State a kg:Person");
  });
});

/** What is put into a graph that conforms, and the shape that must tell of it. */
const seeded: readonly { readonly shape: string; readonly from: RegExp | string; readonly to: string }[] = [
  { shape: "claimStatement", from: "a rdf:Statement, kg:Claim", to: "a kg:Claim" },
  { shape: "claimSubject", from: "rdf:subject ent:Iran;\n", to: "" },
  { shape: "claimObject", from: "rdf:object ent:Syria;", to: "rdf:object ent:Syria, ent:Iran;" },
  { shape: "claimEvent", from: /kg:event event:\w+;/, to: "" },
  { shape: "claimAsserted", from: "kg:asserted true;", to: 'kg:asserted "perhaps";' },
  { shape: "claimPolarity", from: "kg:polarity kg:Positive;", to: "kg:polarity kg:Positive, kg:Negative;" },
  { shape: "claimCertainty", from: "kg:certainty kg:Certain;", to: "kg:certainty kg:Sure;" },
  { shape: "claimTemporality", from: /;\s*kg:temporality kg:NonFuture/, to: "" },
  { shape: "claimModality", from: "kg:modality kg:Actual;", to: "kg:modality kg:Possible;" },
  { shape: "claimPlover", from: "kg:ploverType plover:SUPPORT;", to: "kg:ploverType plover:LOVE;" },
  { shape: "claimConfidence", from: /kg:confidence 0\.\d+;/, to: "kg:confidence 1.97;" },
  { shape: "claimSources", from: /kg:independentSources \d+;/, to: "kg:independentSources 0;" },
  { shape: "claimEvidence", from: /kg:evidence evidence:\w+/, to: "kg:evidence evidence:gone" },
  { shape: "claimContent", from: "kg:asserted true;", to: "kg:asserted true; kg:content ent:Iran;" },
  { shape: "claimConflict", from: "kg:asserted true;", to: "kg:asserted true; kg:conflictsWith ent:Iran;" },
  { shape: "claimEventStart", from: /(kg:eventEnd) "[^"]+"/, to: '$1 "1999-01-01"' },
  { shape: "claimEventEnd", from: /(kg:eventEnd) "[^"]+"/, to: '$1 "2017-13-45"' },
  { shape: "claimFactMissing", from: "ent:Iran kg:backs ent:Syria.\n", to: "" },
  {
    shape: "claimAssertedUnplain",
    from: "kg:asserted true;",
    to: "kg:asserted true; kg:speaker ent:Russia;",
  },
  { shape: "claimPlainUnasserted", from: "kg:asserted true;", to: "kg:asserted false;" },
  { shape: "claimDaysHalf", from: /kg:eventEnd "[^"]+"\^\^xsd:date;/, to: "" },
  {
    shape: "claimConflictOneSided",
    from: /claim:(\w+) a rdf:Statement, kg:Claim;([\s\S]*?)claim:(\w+) a /,
    to: "claim:$1 a rdf:Statement, kg:Claim; kg:conflictsWith claim:$3;$2claim:$3 a ",
  },
  { shape: "claimUnknownEnd", from: "kg:asserted true;", to: "kg:asserted true; kg:eventPlace ent:Nowhere;" },
  {
    shape: "factUnclaimed",
    from: "ent:Iran kg:backs ent:Syria",
    to: "ent:Iran kg:backs ent:Syria, ent:Russia",
  },
  { shape: "evidenceClaim", from: /kg:evidence evidence:\w+/, to: "kg:evidence evidence:gone" },
  { shape: "evidenceDocument", from: "kg:inDocument document:a.txt", to: "kg:inDocument document:z.txt" },
  { shape: "evidenceSentence", from: /kg:sentence "[^"]+"/, to: 'kg:sentence ""' },
  { shape: "evidenceBegin", from: /nif:beginIndex "\d+"/, to: 'nif:beginIndex "9999"' },
  { shape: "evidenceEnd", from: /nif:endIndex "\d+"\^\^xsd:nonNegativeInteger;/, to: "" },
  { shape: "evidenceWords", from: /nif:anchorOf "[^"]+";/, to: "" },
  { shape: "evidenceExtractor", from: "kg:extractor extractor:clause", to: "kg:extractor extractor:none" },
  { shape: "evidenceConfidence", from: /(a kg:Evidence;[\s\S]*?kg:confidence) 0\.\d+;/, to: "$1 -0.5;" },
  { shape: "evidenceLength", from: /nif:anchorOf "/, to: 'nif:anchorOf "Well, ' },
  { shape: "evidenceOutside", from: /kg:textLength "\d+"/, to: 'kg:textLength "3"' },
  { shape: "documentHash", from: /kg:textHash "\w+"/, to: 'kg:textHash "abc"' },
  { shape: "documentIdentifier", from: /dcterms:identifier "[^"]+";/, to: "" },
  { shape: "documentIssued", from: /dcterms:issued "[^"]+"\^\^xsd:date/, to: 'dcterms:issued "Saturday"' },
  { shape: "entityLabel", from: /(ent:Iran a kg:State;\s*rdfs:label "[^"]+")/, to: '$1, "Persia"' },
  { shape: "entityClass", from: "ent:Iran a kg:State", to: "ent:Iran a kg:Kingdom" },
  { shape: "entityTwofold", from: "ent:Iran a kg:State", to: "ent:Iran a kg:State, kg:Document" },
  { shape: "datasetType", from: "a void:Dataset, dcat:Dataset", to: "a dcat:Dataset" },
  { shape: "datasetTriples", from: /void:triples \d+;\s*void:uriSpace/, to: "void:uriSpace" },
  { shape: "backs-subject", from: "ent:Iran a kg:State", to: "ent:Iran a kg:Agreement" },
  { shape: "captures-object", from: "ent:Homs a kg:Settlement", to: "ent:Homs a kg:Person" },
];

describe("a seeded error is found by both engines:", () => {
  const messages = new Map(
    shapes
      .flatMap((text) => readRules(text, BASE))
      .map(({ shape, message }) => [shape.slice(shape.indexOf("#") + 1), message]),
  );

  test.for(seeded)("$shape", async ({ shape, from, to }) => {
    const wrong = told.replace(from, to);
    expect(wrong).not.toBe(told);
    const { findings } = checkGraph(wrong, shapes);
    expect(findings.map((finding) => finding.shape)).toContain(shape);
    for (const { remedy, message } of findings) expect([remedy, message]).not.toContain("");
    const isQuery = new RegExp(`shape:${shape}Query a sh:SPARQLConstraint`).test(structure);
    const others = await foundByShaclEngine(wrong, shapes, { queries: isQuery });
    expect(others).toContain(messages.get(shape));
  });

  test("a file that was cut short", () => {
    const lines = told.split("\n");
    const at = lines.findIndex((line) => line.includes('dcterms:title "Who'));
    const cut = lines.filter((_, i) => i !== at).join("\n");
    expect(checkGraph(cut, shapes).findings.map(({ shape }) => shape)).toEqual(["datasetWhole"]);
  });

  test("but what an owner adds is none", () => {
    const owned = `${told}\n<${BASE}dataset> dcterms:license <https://creativecommons.org/licenses/by/4.0/> .\n`;
    expect(checkGraph(owned, shapes).findings).toEqual([]);
  });
});

describe("the shapes", () => {
  test("seed an error for each that a built graph can break", () => {
    const all = distinct(readRules(structure, BASE).map(({ shape }) => shape.replace(/^.*#/, "")));
    const left = all.filter((shape) => !seeded.some((each) => each.shape === shape));
    expect(left).toEqual([
      "claimObjectUnit",
      "claimPredicate",
      "claimSaidEnd",
      "claimSaidStart",
      "claimSpeaker",
      "datasetSpace",
      "datasetVocabulary",
      "documentAddress",
      "documentLength",
      "documentPrints",
      "documentTitle",
      "entityPart",
      "evidenceWire",
      "wirePrints",
      "wireSentences",
    ]);
  });

  test("are refused where they say what is not read, instead of being left out", () => {
    const shape = (rest: string) => `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <${BASE}shapes#> .
      s:x a sh:NodeShape ; sh:targetClass s:y ; ${rest} .`;
    expect(() => readRules(shape("sh:closed true"), BASE)).toThrow(
      "sh:closed, which is not read; say it by sh:sparql",
    );
    expect(() => readRules(shape("sh:property [ sh:path ( s:a s:b ) ; sh:minCount 1 ]"), BASE)).toThrow(
      "has a path that is not read",
    );
    expect(readRules(shape("sh:property [ sh:path s:a ; sh:minCount 1 ]"), BASE)).toHaveLength(1);
  });
});
