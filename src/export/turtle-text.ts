import { type Quad, Writer } from "n3";
import { type Prefixes, prefixLines } from "../model/namespaces.ts";
import { type Described, type Descriptions, sorted } from "./described.ts";

/** A part of a file with the heading that people read. */
export interface Section {
  readonly title: string;
  readonly described: Iterable<Described>;
}

/** The parts of a graph in the order in which people want to read them. */
export function sectionsOf(all: Descriptions): readonly Section[] {
  return [
    { title: "Facts: what the claims below assert", described: all.facts },
    { title: "Claims: who did what to whom, and how it is held", described: all.claims },
    {
      title: "Evidence: where each claim was read; offsets in Unicode code points",
      described: all.evidence,
    },
    { title: "Entities", described: all.entities },
    { title: "Documents", described: all.documents },
    { title: "Wires: texts that several documents print", described: all.wires },
    { title: "Relations used, with those above them", described: all.relations },
    { title: "Classes used, with those above them", described: all.classes },
    { title: "Extractors: what read the claims", described: all.extractors },
    { title: "The graph as a whole", described: all.dataset },
  ];
}

/** A file of sections, prefixes first; the triples of each subject are changed by `told`, if need be, before they are written. */
export function* turtleText(
  prefixes: Prefixes,
  sections: readonly Section[],
  told: (quads: readonly Quad[]) => readonly Quad[] = (quads) => quads,
): Iterable<string> {
  yield prefixLines(prefixes);
  for (const { title, described } of sections) {
    yield `\n# --- ${title} ---\n\n`;
    yield* statements(described, prefixes, told);
  }
}

/** How many characters are gathered before they are handed on. */
const PIECE = 1 << 16;

/** Sorted statements without the prefixes that the writer puts first; the default graph of TriG is Turtle. */
function* statements(
  all: Iterable<Described>,
  prefixes: Prefixes,
  told: (quads: readonly Quad[]) => readonly Quad[],
): Iterable<string> {
  let gathered = "";
  let before = "";
  const sink = {
    write(text: string) {
      // serdi takes the full stop that ends a statement for the point of a decimal.
      gathered += text.startsWith(".") && /[ ]\d+$/.test(before) ? ` ${text}` : text;
      before = text;
    },
    end() {},
  };
  const writer = new Writer(sink, {
    format: "application/trig",
    prefixes: { ...prefixes },
  });
  gathered = "";
  for (const one of all) {
    for (const quad of sorted({ ...one, quads: told(one.quads) })) writer.addQuad(quad);
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = "";
  }
  writer.end();
  yield gathered;
}
