import { entryWords, type OverridesProblem, quoted } from "../model/overrides.ts";
import { type Json, type JsonObject, readJson } from "./json-text.ts";
import { idIn, KINDS, type Statement, type Statements } from "./statement.ts";

const EXAMPLE = '{"same": [["Qaryatayn", "Al-Karyatein"]], "label": {"Acme": "Acme Inc."}}';

type Kind = (typeof KINDS)[number];
type Read = Statement | OverridesProblem;

/** What corrections in JSON say. */
export function statementsFromJson(text: string): Statements {
  const read = readJson(text);
  if ("fault" in read) {
    const { line, column, message } = read.fault;
    return sorted([{ entry: `line ${line}, column ${column}`, message: `is not JSON: ${message}` }]);
  }
  if (!isObject(read.value))
    return sorted([{ entry: "the whole file", message: `is no JSON object; write it as ${EXAMPLE}` }]);
  return sorted([
    ...repeated(read.value, quoted),
    ...read.value.entries.flatMap(([key, entries]) =>
      isKind(key) ? entriesOf(key, entries) : [unknownKey(key)],
    ),
  ]);
}

/** A problem for each key that an object has more than once. */
function repeated({ entries }: JsonObject, inWords: (key: string) => string): readonly OverridesProblem[] {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const [key] of entries) (seen.has(key) ? twice : seen).add(key);
  return [...twice].map((key) => ({
    entry: inWords(key),
    message: "stands more than once as a key; keep one",
  }));
}

function unknownKey(key: string): OverridesProblem {
  return { entry: quoted(key), message: `is no kind of correction; choose from ${KINDS.join(", ")}` };
}

function entriesOf(kind: Kind, entries: Json): readonly Read[] {
  return kind === "same" || kind === "different" ? listsOf(kind, entries) : valuesOf(kind, entries);
}

function listsOf(kind: "same" | "different", entries: Json): readonly Read[] {
  if (!isList(entries))
    return [{ entry: kind, message: `is no list; write "${kind}": [["Ann Lee", "Bob Lee"]]` }];
  return entries.map((entry, i) =>
    isStrings(entry) && entry.length > 1
      ? { kind, operands: entry.map(idIn) }
      : {
          entry: `${kind}, entry ${i + 1}`,
          message: 'is no list of two names or more; write ["Ann Lee", "Bob Lee"]',
        },
  );
}

function valuesOf(kind: "label" | "type" | "sameAs", entries: Json): readonly Read[] {
  if (!isObject(entries)) {
    const value = kind === "sameAs" ? '["http://www.wikidata.org/entity/Q1"]' : '"…"';
    return [{ entry: kind, message: `is no object; write "${kind}": {"Acme": ${value}}` }];
  }
  return [
    ...repeated(entries, (key) => entryWords(kind, [key])),
    ...[...new Map(entries.entries)].map(([key, value]) => settingOf(kind, key, value)),
  ];
}

function settingOf(kind: "label" | "type" | "sameAs", key: string, value: Json): Read {
  const operand = idIn(key);
  if (kind !== "sameAs" && typeof value === "string") return { kind, operand, value };
  if (kind === "sameAs" && typeof value === "string") return { kind, operand, values: [value] };
  if (kind === "sameAs" && isStrings(value)) return { kind, operand, values: value };
  const message =
    kind === "sameAs"
      ? 'is neither an address nor a list of them; write ["http://www.wikidata.org/entity/Q1"]'
      : "is no text; write it between quotation marks";
  return { entry: entryWords(kind, [key]), message };
}

function sorted(read: readonly Read[]): Statements {
  return {
    statements: read.filter((each) => "kind" in each),
    problems: read.filter((each) => "message" in each),
  };
}

function isKind(key: string): key is Kind {
  return (KINDS as readonly string[]).includes(key);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isStrings(value: Json): value is readonly string[] {
  return isList(value) && value.every((each) => typeof each === "string");
}
