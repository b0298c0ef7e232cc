/** Why a file is no weights file that this program can use; the message names no path. */
export class WeightsError extends Error {
  override readonly name = "WeightsError";
}

/** A matrix of whole numbers with a scale for each row; columns are filled up with zeros to a multiple of eight. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  /** A row's whole numbers times this are its weights. */
  readonly scale: Float32Array;
  /** Empty where the matrix has none. */
  readonly bias: Float32Array;
}

/** What lemmas are made by: see `lemma.ts`. */
export interface LemmaTables {
  readonly rules: ReadonlyMap<string, string>;
  readonly exceptions: ReadonlyMap<string, string>;
}

/** A trained network and all that is needed to use it. */
export interface Weights {
  /** Its name: `default`, `fast`. */
  readonly model: string;
  readonly licence: string;
  readonly layers: number;
  /** Widths, all multiples of eight: of one direction of a layer, of a word's vector, of the parts that the heads read. */
  readonly hidden: number;
  readonly form: number;
  readonly arc: number;
  readonly label: number;
  readonly span: number;
  /** Distances between words up to this are told apart. */
  readonly distances: number;
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly labels: readonly string[];
  readonly types: readonly string[];
  /** Rows of the table of words, endings and beginnings; row 0 is for what is unknown. */
  readonly tables: readonly ReadonlyMap<string, number>[];
  /** Rows of the table of characters: 0 stands for none, 1 for an unknown one. */
  readonly chars: ReadonlyMap<string, number>;
  readonly lemmas: LemmaTables;
  readonly matrix: (name: string) => Matrix;
  readonly vector: (name: string) => Float32Array;
}

const MAGIC = "whosays1";
const FORMAT = 1;
/** The tables that a form is looked up in, in the order of their vectors. */
export const TABLES = ["word", "suffix2", "suffix3", "prefix2", "prefix3"] as const;

interface Section {
  readonly name: string;
  readonly type: "i8" | "f32";
  readonly rows: number;
  readonly columns: number;
  readonly at: number;
}

/**
 * Reads a weights file: the eight letters "whosays1", the length of a header as 32 bits, little end first, the header as JSON,
 * then sections of numbers, each at a multiple of 16 bytes. Written by `src/train/export.py`.
 *
 * @throws WeightsError where the bytes are no such file, or one of another version.
 */
export function readWeights(bytes: Uint8Array): Weights {
  const { header, body } = partsOf(bytes);
  const sections = new Map((header.sections as readonly Section[]).map((section) => [section.name, section]));
  const numbers = (name: string): { readonly section: Section; readonly at: number } => {
    const section = sections.get(name);
    const size = section ? section.rows * section.columns * (section.type === "i8" ? 1 : 4) : 0;
    if (!section || body + section.at + size > bytes.length)
      throw new WeightsError(`the section "${name}" is missing or cut short`);
    return { section, at: bytes.byteOffset + body + section.at };
  };
  const vector = (name: string) => {
    const { section, at } = numbers(name);
    // A copy, because singles must lie at multiples of four bytes of their buffer.
    return new Float32Array(bytes.buffer.slice(at, at + section.rows * section.columns * 4));
  };
  const matrix = (name: string): Matrix => {
    const { section, at } = numbers(name);
    const { rows, columns } = section;
    const bias = sections.has(`${name}.bias`) ? vector(`${name}.bias`) : new Float32Array(0);
    const values = new Int8Array(bytes.buffer, at, rows * columns);
    return { rows, columns, values, scale: vector(`${name}.scale`), bias };
  };
  return { ...settingsOf(header), matrix, vector };
}

type Header = Readonly<Record<string, unknown>>;

function partsOf(bytes: Uint8Array): { readonly header: Header; readonly body: number } {
  const text = new TextDecoder();
  if (bytes.length < 12 || text.decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new WeightsError('is no weights file: it does not begin with "whosays1"');
  const length = new DataView(bytes.buffer, bytes.byteOffset + 8, 4).getUint32(0, true);
  if (12 + length > bytes.length) throw new WeightsError("is cut short");
  let header: Header;
  try {
    header = JSON.parse(text.decode(bytes.subarray(12, 12 + length))) as Header;
  } catch {
    throw new WeightsError("has a header that is no JSON");
  }
  if (!isObject(header)) throw new WeightsError("has a header that is no object");
  if (header.format !== FORMAT)
    throw new WeightsError(
      `has format ${String(header.format)}; this version of whosays reads format ${FORMAT}`,
    );
  const broken = Object.entries(PARTS).find(([name, fits]) => !fits(header[name]));
  if (broken) throw new WeightsError(`has a header without a usable "${broken[0]}"`);
  return { header, body: 12 + length };
}

/** What a header must hold, and how each part is told from anything else. */
const PARTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  model: isString,
  licence: isString,
  ...Object.fromEntries(
    ["layers", "hidden", "form", "arc", "label", "span", "distances"].map((name) => [name, isSize]),
  ),
  ...Object.fromEntries(["upos", "xpos", "labels", "types", "chars"].map((name) => [name, isStrings])),
  tables: (value) => isObject(value) && TABLES.every((name) => isStrings(value[name])),
  lemmas: (value) => isObject(value) && ["rules", "exceptions"].every((name) => isTable(value[name])),
  sections: (value) => Array.isArray(value) && value.every(isSection),
};

function isObject(value: unknown): value is Header {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function isSize(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= 4096;
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

function isTable(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isString);
}

function isSection(value: unknown): boolean {
  if (!isObject(value) || !isString(value.name) || !/^(?:i8|f32)$/.test(String(value.type))) return false;
  return [value.rows, value.columns, value.at].every(
    (count) => Number.isInteger(count) && (count as number) >= 0,
  );
}

function settingsOf(header: Header): Omit<Weights, "matrix" | "vector"> {
  const tables = header.tables as Readonly<Record<string, readonly string[]>>;
  const lemmas = header.lemmas as Readonly<Record<"rules" | "exceptions", Readonly<Record<string, string>>>>;
  const numbered = (keys: readonly string[], first: number) =>
    new Map(keys.map((key, i) => [key, i + first]));
  const whole = (name: string) => header[name] as number;
  const strings = (name: string) => header[name] as readonly string[];
  return {
    model: header.model as string,
    licence: header.licence as string,
    layers: whole("layers"),
    hidden: whole("hidden"),
    form: whole("form"),
    arc: whole("arc"),
    label: whole("label"),
    span: whole("span"),
    distances: whole("distances"),
    upos: strings("upos"),
    xpos: strings("xpos"),
    labels: strings("labels"),
    types: strings("types"),
    tables: TABLES.map((name) => numbered(tables[name] ?? [], 1)),
    chars: numbered(strings("chars"), 2),
    lemmas: {
      rules: new Map(Object.entries(lemmas.rules)),
      exceptions: new Map(Object.entries(lemmas.exceptions)),
    },
  };
}
