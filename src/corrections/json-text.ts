/** A value of a JSON text. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object as its entries in the order of the text: no key is lost, and `__proto__` is a key like any other. */
export interface JsonObject {
  readonly entries: readonly (readonly [key: string, value: Json])[];
}

/** Why a text is no JSON, and where; line and column count from 1, columns in UTF-16 code units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** `expected "," or "]" but found "x"`. */
  readonly message: string;
}

/** How deep lists and objects may stand in each other. */
const DEEPEST = 20;

/**
 * Reads a JSON text (RFC 8259).
 *
 * `JSON.parse` keeps the last of equal keys without a word, and tells of a place in some of its messages only.
 */
export function readJson(text: string): { readonly value: Json } | { readonly fault: JsonFault } {
  try {
    return { value: new JsonReader(text).whole() };
  } catch (error) {
    if (error instanceof Unexpected) return { fault: faultAt(text, error) };
    throw error;
  }
}

/** A place where the text is no JSON. */
class Unexpected extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

function faultAt(text: string, { at, message }: Unexpected): JsonFault {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, message };
}

const SPACE = /[ \t\r\n]*/y;
/** A number, a literal, or anything else that a careless hand may have written in their place. */
const WORD = /[^\s,:{}[\]"]+/y;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["", "the end of the file"],
  ['"', "a quotation mark"],
]);
/** The longest piece of the text that a message shows. */
const SHOWN = 20;

class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Json {
    const value = this.value(0);
    if (this.mark() !== "") this.fail("the end of the file");
    return value;
  }

  private value(depth: number): Json {
    const mark = this.mark();
    if (depth > DEEPEST) throw new Unexpected(this.at, `is nested over ${DEEPEST} deep`);
    if (mark === "{") return { entries: this.list("}", () => this.entry(depth + 1)) };
    if (mark === "[") return this.list("]", () => this.value(depth + 1));
    return mark === '"' ? this.string() : this.literal();
  }

  private entry(depth: number): readonly [string, Json] {
    if (this.mark() !== '"') this.fail("a key between quotation marks");
    const key = this.string();
    if (this.mark() !== ":") this.fail('":"');
    this.at++;
    return [key, this.value(depth)];
  }

  private list<T>(close: string, item: () => T): readonly T[] {
    const items: T[] = [];
    this.at++;
    if (this.mark() === close) this.at++;
    else
      for (let more = true; more; this.at++) {
        items.push(item());
        const mark = this.mark();
        if (mark !== "," && mark !== close) this.fail(`"," or "${close}"`);
        more = mark === ",";
      }
    return items;
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === "\\" ? 2 : 1;
    const value = parsed(this.text.slice(start, end + 1));
    if (typeof value !== "string")
      throw new Unexpected(start, "the string that begins here does not end, or holds what must be escaped");
    this.at = end + 1;
    return value;
  }

  private literal(): number | boolean | null {
    const value = parsed(this.word());
    if (value === undefined) this.fail("a value");
    this.at += this.word().length;
    return value as number | boolean | null;
  }

  /** The mark that comes next, behind white space; empty at the end. */
  private mark(): string {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
    return this.text[this.at] ?? "";
  }

  private word(): string {
    WORD.lastIndex = this.at;
    return WORD.exec(this.text)?.[0] ?? this.mark();
  }

  private fail(expected: string): never {
    const word = this.word().slice(0, SHOWN);
    const found = NAMED.get(word) ?? JSON.stringify(word);
    throw new Unexpected(this.at, `expected ${expected} but found ${found}`);
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
