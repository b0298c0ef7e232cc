import type { Given, NamedQuery } from "./named.ts";
import type { Place } from "./query-error.ts";

/** What is asked of the engine. */
export interface Question {
  /** A query as somebody wrote it, or a named one with its values. */
  readonly query: string | { readonly named: NamedQuery; readonly given: readonly Given[] };
  /** Ids of formats in the order in which they are liked; the first that suits the answer is taken. */
  readonly formats: readonly string[];
  readonly width?: number | undefined;
  /** Rows or triples that an answer may have at most. */
  readonly mostRows?: number | undefined;
  /** UTF-16 code units that an answer may have at most. */
  readonly longest?: number | undefined;
}

/** What the engine says to a question. */
export type Reply =
  | {
      readonly outcome: "answered";
      readonly format: string;
      readonly body: string;
      readonly size: number;
      readonly form: "ask" | "rows" | "triples";
    }
  /** The query is wrong, or asks for what is refused. */
  | { readonly outcome: "invalid"; readonly message: string; readonly place?: Place | undefined }
  /** The answer cannot be written in any of the formats. */
  | { readonly outcome: "unsuited"; readonly form: "ask" | "rows" | "triples" }
  | { readonly outcome: "tooLarge"; readonly message: string }
  /** The deadline has passed. */
  | { readonly outcome: "late" }
  /** Too many wait already. */
  | { readonly outcome: "busy" }
  /** The graph cannot be read. */
  | { readonly outcome: "broken"; readonly message: string };

/** What the engine's thread tells: that it reads the graph, so that no deadline runs meanwhile; that it is at the question; its reply. */
export type ThreadMessage =
  | { readonly at: "reading" | "asking" }
  /** After a `spent` reply the thread is not to be asked again: the engine's code has broken off in the middle. */
  | { readonly reply: Reply; readonly spent: boolean };

/** What the engine's thread is given when it starts. */
export interface ThreadData {
  readonly turtle: Uint8Array;
}
