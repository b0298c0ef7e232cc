import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { entryWords, type Overrides, type OverridesProblem, quoted } from "../model/overrides.ts";
import { conflictsIn } from "./conflicts.ts";
import { statementsFromJson } from "./from-json.ts";
import { statementsFromTurtle } from "./from-turtle.ts";
import { OverridesError } from "./overrides-error.ts";
import { isWikidata, type Statement, type Statements } from "./statement.ts";

/** A file of corrections. */
export interface OverridesFile {
  /** Its name without the folders, as reasons and messages give it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that a file of corrections may have at most. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** Entries that it may hold at most. */
export const MOST_ENTRIES = 100_000;
/** Code units that a name in it may have at most. */
const LONGEST_NAME = 500;
/** Names that may stand in one entry of "different", each pair of which is different. */
const MOST_DIFFERENT = 50;
const MOST_SAME = 1000;

/**
 * Reads corrections in JSON or Turtle: by the ending of the file's name, else by how it begins.
 *
 * Throws an `OverridesError` that names each thing wrong. What the entries mean is found out in the run.
 */
export function loadOverrides(file: OverridesFile, ontology: Ontology): Overrides {
  const refuse = (entry: string, message: string) => new OverridesError(file.name, [{ entry, message }]);
  if (file.bytes.length > LARGEST_FILE)
    throw refuse(
      "the whole file",
      `is larger than ${LARGEST_FILE / 1024 / 1024} MiB; leave out what you do not need`,
    );
  const text = utf8(file.bytes);
  if (text === undefined) throw refuse("the whole file", "is not UTF-8; save it as UTF-8");
  const { statements, problems } = statementsOf(file.name, text);
  if (statements.reduce((sum, statement) => sum + weight(statement), 0) > MOST_ENTRIES)
    throw refuse("the whole file", `has over ${MOST_ENTRIES} entries; leave out what you do not need`);
  const checked = statements.map((statement) => ({ statement, wrong: check(statement, ontology) }));
  const sound = checked.flatMap(({ statement, wrong }) => (wrong.length > 0 ? [] : [statement]));
  const { overrides, clashes } = gather(file.name, sound);
  const all = [...problems, ...checked.flatMap(({ wrong }) => wrong), ...clashes, ...conflictsIn(overrides)];
  if (all.length > 0) throw new OverridesError(file.name, all);
  return overrides;
}

/** How many entries a statement stands for: of "different", one for each pair. */
function weight(statement: Statement): number {
  if (statement.kind !== "different") return 1;
  const count = statement.operands.length;
  return (count * (count - 1)) / 2;
}

/** A byte order mark at the start is left out. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function statementsOf(name: string, text: string): Statements {
  if (/\.ttl$/i.test(name)) return statementsFromTurtle(text);
  const isJson = /\.json$/i.test(name) || text.trimStart().startsWith("{");
  return isJson ? statementsFromJson(text) : statementsFromTurtle(text);
}

function check(statement: Statement, ontology: Ontology): readonly OverridesProblem[] {
  const operands = "operands" in statement ? statement.operands : [statement.operand];
  const messages = [...operands.flatMap(checkOperand), ...checkValues(statement, ontology)];
  const entry = entryWords(statement.kind, operands);
  return messages.map((message) => ({ entry, message }));
}

function checkOperand(operand: string): readonly string[] {
  if (operand.trim() === "") return ["has a name without a letter; write an id or a name"];
  if (/\p{Cc}/u.test(operand)) return ["has a control character in a name; take it out"];
  if (operand.length > LONGEST_NAME) return [`has a name of over ${LONGEST_NAME} characters; shorten it`];
  if (isWikidata(operand)) return ['names an entry of Wikidata; link to it by "sameAs"'];
  return [];
}

function checkValues(statement: Statement, { classes }: Ontology): readonly string[] {
  switch (statement.kind) {
    case "same":
      return statement.operands.length > MOST_SAME
        ? [`has over ${MOST_SAME} names; write several entries`]
        : [];
    case "different":
      return statement.operands.length > MOST_DIFFERENT
        ? [`has over ${MOST_DIFFERENT} names; write several entries`]
        : [];
    case "label":
      if (statement.value.trim() === "") return ["is given no word; write how it is to be called"];
      if (/\p{Cc}/u.test(statement.value)) return ["is given a control character; take it out"];
      return statement.value.length > LONGEST_NAME
        ? [`is over ${LONGEST_NAME} characters long; shorten it`]
        : [];
    case "type":
      return classes.has(statement.value)
        ? []
        : [
            `${quoted(statement.value)} is no class of the ontology; choose from ${distinct(classes.keys()).join(", ")}`,
          ];
    case "sameAs":
      return statement.values
        .filter((value) => !isAddress(value))
        .map(
          (value) =>
            `${quoted(value)} is no http or https address; write one such as http://www.wikidata.org/entity/Q1`,
        );
  }
}

function isAddress(value: string): boolean {
  return value.length < 2000 && /^https?:\/\/[^\s\p{Cc}<>"{}|\\^`]+$/u.test(value) && URL.canParse(value);
}

/** Entries in code-unit order, so that nothing hangs on how the file is ordered; of values that clash, the first. */
function gather(
  source: string,
  statements: readonly Statement[],
): { readonly overrides: Overrides; readonly clashes: readonly OverridesProblem[] } {
  const same: (readonly string[])[] = [];
  const different: (readonly [string, string])[] = [];
  const [label, type, sameAs] = [new Several(), new Several(), new Several()];
  for (const statement of statements) {
    if (statement.kind === "same") same.push(statement.operands);
    if (statement.kind === "different") different.push(...pairsOf(statement.operands));
    if (statement.kind === "label") label.add(statement.operand, statement.value.trim());
    if (statement.kind === "type") type.add(statement.operand, statement.value);
    if (statement.kind === "sameAs") sameAs.add(statement.operand, ...statement.values);
  }
  const overrides = {
    source,
    same: unlike(same),
    different: unlike(different),
    label: label.firsts(),
    type: type.firsts(),
    sameAs: sameAs.all(),
  };
  return { overrides, clashes: [...label.clashes("label"), ...type.clashes("type")] };
}

function pairsOf(operands: readonly string[]): readonly (readonly [string, string])[] {
  return operands.flatMap((first, i) => operands.slice(i + 1).map((second) => [first, second] as const));
}

function unlike<T extends readonly string[]>(entries: readonly T[]): readonly T[] {
  const byText = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...byText].sort(([a], [b]) => byCodeUnit(a, b)).map(([, entry]) => entry);
}

/** What the statements give each name. */
class Several {
  private readonly values = new Map<string, readonly string[]>();

  add(operand: string, ...values: readonly string[]): void {
    this.values.set(operand, distinct([...(this.values.get(operand) ?? []), ...values]));
  }

  clashes(kind: string): readonly OverridesProblem[] {
    return [...this.values]
      .filter(([, values]) => values.length > 1)
      .map(([operand, values]) => ({
        entry: entryWords(kind, [operand]),
        message: `is given ${values.map(quoted).join(" and ")}; keep one`,
      }));
  }

  firsts(): ReadonlyMap<string, string> {
    return new Map(
      [...this.all()].flatMap(([operand, [first]]) => (first === undefined ? [] : [[operand, first]])),
    );
  }

  all(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.values].sort(([a], [b]) => byCodeUnit(a, b)));
  }
}
