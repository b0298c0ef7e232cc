import type { Answer } from "../answer.ts";
import type { Prefixes } from "../prefixes.ts";

/** What a writer may want to know besides the answer. */
export interface WriteSettings {
  readonly prefixes: Prefixes;
  /** Columns of the terminal; undefined where nothing bounds a line. */
  readonly width?: number | undefined;
}

/** One way to write an answer down. */
export interface Format {
  readonly id: string;
  /** What asks for it over HTTP, the first one being how it is sent; empty where it is for people alone. */
  readonly mediaTypes: readonly string[];
  readonly forms: readonly Answer["form"][];
  /** Called with an answer of one of its forms alone. */
  readonly write: (answer: Answer, settings: WriteSettings) => string;
}
