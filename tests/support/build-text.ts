import type { Claim } from "../../src/model/claim.ts";
import type { Graph } from "../../src/model/graph.ts";
import { type BuildOptions, type Built, build } from "../../src/pipeline.ts";
import { ontology } from "./ontology.ts";
import { parser } from "./parser.ts";

/** Builds the graph of some texts by file name. */
export function buildTexts(texts: Readonly<Record<string, string>>, options?: BuildOptions): Built {
  const inputs = Object.entries(texts).map(([id, text]) => ({ id, bytes: new TextEncoder().encode(text) }));
  return build(inputs, ontology, parser, "all", options);
}

/** Builds the graph of one article, told on a Saturday, 21 October 2017. */
export function buildArticle(text: string): Built {
  return buildTexts({ "article.txt": `---\npublished: 2017-10-21\n---\n${text}\n` });
}

/** The claims of a graph, one a line: `Jordan | arms | Free Syrian Army | negative | by Jordan`, sorted. */
export function claimLines(graph: Graph): readonly string[] {
  const labels = new Map(graph.entities.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? id;
  return [...new Set(graph.claims.map((claim) => claimLine(claim, labelOf)))].sort();
}

function claimLine(
  { subject, predicate, open, object, stance, time }: Claim,
  labelOf: (id: string) => string,
): string {
  const { polarity, certainty, temporality, modality, speakers } = stance;
  const plain = new Set(["positive", "certain", "nonfuture", "actual"]);
  const axes = [polarity, certainty, temporality, modality].filter((value) => !plain.has(value));
  const target = object === null ? "-" : "entity" in object ? labelOf(object.entity) : object.value;
  const range = time && (time.start === time.end ? time.start : `${time.start} to ${time.end}`);
  const days = time && range ? [time.basis === "told" ? range : `${time.basis} ${range}`] : [];
  const said = speakers.map((speaker) => `by ${labelOf(speaker)}`);
  return [labelOf(subject), open ? `~${predicate}` : predicate, target, ...axes, ...said, ...days].join(
    " | ",
  );
}
