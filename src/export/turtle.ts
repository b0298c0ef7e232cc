import { type Quad, Writer } from "n3";
import type { Document } from "../model/document.ts";
import type { Graph } from "../model/graph.ts";
import { claimQuads, factQuads } from "./claim-quads.ts";
import { codePoints, documentQuads, evidenceOf, evidenceQuads } from "./evidence-quads.ts";
import type { Exporter, ExportSettings } from "./exporter.ts";
import { iriOf } from "./iri.ts";
import { canonical, NS } from "./quads.ts";
import { classQuads, datasetQuads, entityQuads, relationQuads } from "./term-quads.ts";
import { wireQuads, wiresAt } from "./wire-quads.ts";

/**
 * RDF 1.1 Turtle: facts first, then the claims that they come from, evidence, entities, documents, wires and terms.
 *
 * The default graph only, no blank nodes, sorted: the same graph gives the same bytes.
 */
export const turtle = {
  format: "ttl",
  fileName: "graph.ttl",
  mediaType: "text/turtle",
  write(graph, settings) {
    const prefixes = prefixesFor(settings.base);
    const sections = sectionsOf(graph, settings).map(({ title, quads }) => section(title, quads, prefixes));
    return [header(prefixes), ...sections].join("\n");
  },
} satisfies Exporter;

interface Section {
  readonly title: string;
  readonly quads: readonly Quad[];
}

function sectionsOf(graph: Graph, settings: ExportSettings): readonly Section[] {
  const { base, ontology } = settings;
  const points = new Map(graph.documents.map((document) => [document.id, codePoints(document.text)]));
  const documents = new Map(graph.documents.map((document): [string, Document] => [document.id, document]));
  const pointsOf = (id: string) => points.get(id) ?? ((offset: number) => offset);
  const wiresOf = wiresAt(graph.wires);
  const known = new Set(graph.entities.map(({ id }) => id));
  return [
    { title: "The graph as a whole", quads: datasetQuads(graph, settings) },
    {
      title: "Facts: what the claims below assert",
      quads: graph.claims.flatMap((claim) => factQuads(claim, base)),
    },
    {
      title: "Claims: who did what to whom, and how it is held",
      quads: graph.claims.flatMap((c) => claimQuads(c, base)),
    },
    {
      title: "Evidence: where each claim was read; offsets in Unicode code points",
      quads: evidenceOf(graph.claims).flatMap((e) =>
        evidenceQuads(e, documents.get(e.document), pointsOf(e.document), base, wiresOf(e)),
      ),
    },
    { title: "Entities", quads: graph.entities.flatMap((entity) => entityQuads(entity, known, base)) },
    { title: "Documents", quads: graph.documents.flatMap((d) => documentQuads(d, pointsOf(d.id), base)) },
    {
      title: "Wires: texts that several documents print",
      quads: graph.wires.flatMap((wire) => wireQuads(wire, base)),
    },
    { title: "Relations used, with those above them", quads: relationQuads(graph, ontology, base) },
    { title: "Classes used, with those above them", quads: classQuads(graph, ontology, base) },
  ];
}

type Prefixes = Readonly<Record<string, string>>;

function prefixesFor(base: string): Prefixes {
  const own = (["claim", "event", "evidence", "document", "wire", "extractor", "open"] as const).map(
    (kind) => [kind, iriOf(base, kind, "")],
  );
  return { kg: `${base}ontology#`, ent: iriOf(base, "entity", ""), ...Object.fromEntries(own), ...NS };
}

function header(prefixes: Prefixes): string {
  return Object.entries(prefixes)
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join("");
}

function section(title: string, quads: readonly Quad[], prefixes: Prefixes): string {
  return `# --- ${title} ---\n\n${serialize(canonical(quads), prefixes)}`;
}

/** The writer puts its own prefixes first; they stand once, at the top of the file. */
function serialize(quads: readonly Quad[], prefixes: Prefixes): string {
  if (quads.length === 0) return "";
  let written = "";
  const writer = new Writer({ format: "text/turtle", prefixes: { ...prefixes } });
  writer.addQuads([...quads]);
  writer.end((error, result) => {
    if (error) throw error;
    written = result as string;
  });
  return written.replace(/^(?:@prefix [^\n]*\n)+\n?/, "");
}
