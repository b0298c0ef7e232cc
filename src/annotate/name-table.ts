import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import type { Span } from "../model/span.ts";
import { INVISIBLE } from "./tokens.ts";

/** How a string refers to a known name: as its name, as its adjective or people, or as something that stands for it. */
export type Reference = "name" | "demonym" | "metonym";

/** One thing that a string may refer to. */
export interface Candidate {
  /** The local name of a known name. */
  readonly id: string;
  /** Its class. */
  readonly type: string;
  readonly as: Reference;
}

/** A known string in the text, and all that it may refer to; never without candidates, in code-unit order of ids. */
export interface KnownSpan extends Span {
  readonly candidates: readonly Candidate[];
}

/** Strings that are known names, letter by letter. */
export interface NameTable {
  readonly next: Map<string, NameTable>;
  readonly candidates: Candidate[];
}

/** Every known name, alias, demonym and metonym of an ontology, ready to be found in texts. */
export function nameTable(ontology: Ontology): NameTable {
  const root = node();
  const names = [...ontology.names.values()].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const { id, type, label, aliases, demonyms, metonyms } of names) {
    for (const text of [label, ...aliases]) add(root, text, { id, type, as: "name" });
    for (const text of demonyms) add(root, text, { id, type, as: "demonym" });
    for (const text of metonyms) add(root, text, { id, type, as: "metonym" });
  }
  return root;
}

/** The longest known string that begins at an offset and ends at the border of a word. */
export function longestAt(
  table: NameTable,
  text: string,
  start: number,
  limit: number,
): KnownSpan | undefined {
  if (isWordCharacter(text[start - 1])) return undefined;
  let at: NameTable | undefined = table;
  let found: KnownSpan | undefined;
  for (let i = start; i < limit && at; i++) {
    if (i > start && INVISIBLE.test(text[i] as string)) continue;
    const letter = fold(text[i] as string);
    if (letter === " " && i > start && fold(text[i - 1] as string) === " ") continue;
    at = at.next.get(letter);
    if (at && at.candidates.length > 0 && !isWordCharacter(seenFrom(text, i + 1))) {
      found = { start, end: i + 1, candidates: at.candidates };
    }
  }
  return found;
}

function node(): NameTable {
  return { next: new Map(), candidates: [] };
}

function add(root: NameTable, text: string, candidate: Candidate): void {
  let at = root;
  for (const unit of text) {
    const letter = fold(unit);
    const next = at.next.get(letter) ?? node();
    at.next.set(letter, next);
    at = next;
  }
  if (!at.candidates.some(({ id }) => id === candidate.id)) at.candidates.push(candidate);
}

/** Marks and curls removed, one code unit for one, so that offsets stay: "é" is "e", "’" is "'", a line break a space. */
function fold(unit: string): string {
  if (/^[A-Za-z0-9]$/.test(unit)) return unit;
  if (/^\s$/.test(unit)) return " ";
  if (/^[‘’ʼ`´]$/.test(unit)) return "'";
  if (/^[‐‑‒–]$/.test(unit)) return "-";
  return unit.normalize("NFKD")[0] ?? unit;
}

/** The first unit from a place on that is seen. */
function seenFrom(text: string, at: number): string | undefined {
  let i = at;
  while (i < text.length && INVISIBLE.test(text[i] as string)) i++;
  return text[i];
}

function isWordCharacter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit);
}
