import type { Document } from "../model/document.ts";

/** One input as it came: its id and its bytes. */
export interface Input {
  /** The path below the input it was given in, `/` between folders. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The extension to read it by, where its id does not tell. */
  readonly extension?: string | undefined;
  /** What is known of it from elsewhere; wins over what its text says. */
  readonly known?: Imprint | undefined;
}

/** What can be known of an article besides its text. */
export type Imprint = Partial<Pick<Document, "outlet" | "agency" | "headline" | "published" | "url">>;

/** What a reader may know of the world. */
export interface ReaderContext {
  /** Names of news agencies and outlets, as they stand in credits. */
  readonly outlets: ReadonlySet<string>;
}

/** An input read: a document, or the reason why there is none. */
export type ReadResult =
  | { readonly document: Document; readonly warnings: readonly string[] }
  | { readonly skipped: string };

/** One input format. */
export interface Reader {
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  read(id: string, text: string, context: ReaderContext): Document;
}
