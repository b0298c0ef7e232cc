import type { Account } from "../model/account.ts";
import type { Graph } from "../model/graph.ts";
import type { Ontology } from "../model/ontology.ts";

/** The browser program, bundled: what the HTML exporter puts into the page. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
}

/** What an exporter may know besides the graph. */
export interface ExportSettings {
  /** The IRI that all ids are put behind; ends with `/`. */
  readonly base: string;
  readonly ontology: Ontology;
  readonly account: Account;
  readonly page: PageProgram;
  /** When the run was made, as ISO 8601 writes it; written once, and only where it is told. */
  readonly runTime?: string | undefined;
}

/** One output format: a file made from a graph, the same text for the same graph. */
export interface Exporter {
  /** What `--format` calls it; several exporters may share a format. */
  readonly format: string;
  readonly fileName: string;
  readonly mediaType: string;
  /**
   * The file as pieces of text, made while they are taken, so that a large graph needs no memory for its text.
   *
   * Pieces may be empty and of any length, but none ends within a surrogate pair. Throws only where the program is
   * wrong, never for what stands in the graph.
   */
  write(graph: Graph, settings: ExportSettings): Iterable<string>;
}
