import type { Quad, Term } from "n3";
import { NS } from "../model/namespaces.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Described } from "./described.ts";

/** What stands behind a subject in a line: descriptions for lines are ordered with it. */
export const SUBJECT_END = ">";

/** A line for each triple or quad, none twice, in the order that `LC_ALL=C sort` gives: that of code points. */
export function* quadLines(descriptions: Iterable<Described>): Iterable<string> {
  for (const { quads } of descriptions) {
    const lines = inOrder(quads.map(quadLine));
    let [text, before] = ["", ""];
    for (const line of lines) {
      if (line !== before) text += line;
      before = line;
    }
    yield text;
  }
}

/** A quad in the canonical form of N-Triples and N-Quads, with its line break. */
function quadLine({ subject, predicate, object, graph }: Quad): string {
  const place = graph.value === "" ? "" : ` <${graph.value}>`;
  return `<${subject.value}> <${predicate.value}> ${objectText(object)}${place} .\n`;
}

/** IRIs are sound as `iri.ts` makes them, and no literal has a language. */
function objectText(object: Term): string {
  if (object.termType !== "Literal") return `<${object.value}>`;
  const { datatype } = object;
  const type = datatype.value === `${NS.xsd}string` ? "" : `^^<${datatype.value}>`;
  return `"${escaped(object.value)}"${type}`;
}

/** The one place where the text of a line is escaped; control characters are gone before. */
function escaped(value: string): string {
  return /["\\\n\r\t\ufffe\uffff]/.test(value) ? value.replace(/["\\\n\r\t\ufffe\uffff]/g, escapeOf) : value;
}

function escapeOf(unit: string): string {
  return ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Code units and code points differ in order only where there are surrogates. */
function inOrder(lines: string[]): readonly string[] {
  const paired = lines.some((line) => /[\ud800-\udfff]/.test(line));
  return lines.sort(paired ? byCodePoint : byCodeUnit);
}

function byCodePoint(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
}

/** Surrogates stand for what comes after all else; the end of a text comes first. */
function rank(unit: number): number {
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
