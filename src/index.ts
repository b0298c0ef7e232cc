/**
 * The library: articles in, a knowledge graph out, and its text in every format that `whosays build` writes.
 *
 * Nothing is written to disk. The ontology and the page's program, which come with whosays, are read when first wanted.
 */
import { baseOf, OWN_BASE } from "./cli/base.ts";
import type { Model } from "./cli/models.ts";
import { OWN_ONTOLOGY } from "./cli/own-folders.ts";
import { readOntology, readPageProgram, readParser } from "./cli/resources.ts";
import type { Exporter, PageProgram } from "./export/exporter.ts";
import { html } from "./export/html.ts";
import { exporters } from "./export/index.ts";
import { claimLines, entityLines } from "./export/json-lines.ts";
import { report } from "./export/report.ts";
import { wholeText } from "./export/text.ts";
import { turtle } from "./export/turtle.ts";
import type { Account } from "./model/account.ts";
import type { Graph } from "./model/graph.ts";
import type { Ontology } from "./model/ontology.ts";
import { type Day, isDay } from "./model/time.ts";
import { build as buildGraph } from "./pipeline.ts";
import type { Imprint, Input } from "./read/reader.ts";

export type { Model } from "./cli/models.ts";
export type { Account, Skip, Tally } from "./model/account.ts";
export type { Claim, ClaimObject, ClaimTime, Evidence } from "./model/claim.ts";
export type { Document, Zone, ZoneKind } from "./model/document.ts";
export type { Entity, EntityMention } from "./model/entity.ts";
export type { Graph } from "./model/graph.ts";
export type { MentionKind } from "./model/mention.ts";
export type {
  Attitude,
  ContentStance,
  EntityClass,
  KnownName,
  Ontology,
  Relation,
  RelationKind,
  Wording,
  WordingPart,
} from "./model/ontology.ts";
export type { Span } from "./model/span.ts";
export type { Certainty, Modality, Polarity, Stance, Temporality } from "./model/stance.ts";
export { isAsserted } from "./model/stance.ts";
export type { Day, DayRange } from "./model/time.ts";
export type { Literal } from "./model/triple.ts";
export type { Wire, WireSentence } from "./model/wire.ts";
export type { OntologyFile } from "./ontology/entries.ts";
export { loadOntology } from "./ontology/load.ts";
export type { Problem } from "./ontology/ontology-error.ts";
export { OntologyError } from "./ontology/ontology-error.ts";

/** One article, as text or as the bytes of its file. */
export type Article = TextArticle | BytesArticle;

/**
 * What is known of an article besides its text.
 *
 * It wins over lines of `outlet:`, `published:`, `headline:` and `url:` at the top of the text, and those over guesses.
 */
export interface KnownOfArticle {
  /** Unlike that of any other article. */
  readonly id: string;
  readonly outlet?: string | undefined;
  readonly headline?: string | undefined;
  /** The day it was published, as `2017-10-21`; "Saturday" counts from it. */
  readonly published?: Day | undefined;
  /** An http or https address. */
  readonly url?: string | undefined;
}

/** An article whose text is at hand; half a surrogate pair in it becomes U+FFFD, all else is kept to the character. */
export interface TextArticle extends KnownOfArticle {
  readonly text: string;
}

/** An article as its file holds it: UTF-8, UTF-16 with a byte order mark, else windows-1252. */
export interface BytesArticle extends KnownOfArticle {
  readonly bytes: Uint8Array;
}

/** How to build a graph. */
export interface BuildOptions {
  /** Relations and names in place of those that come with whosays; made by `loadOntology`. */
  readonly ontology?: Ontology | undefined;
  /** The language model: the more exact one unless given, or `fast`, which reads nearly three times as fast. */
  readonly model?: Model | undefined;
}

/** A graph, the account of how it came about, and the ontology that describes its classes and relations. */
export interface Built {
  readonly graph: Graph;
  readonly account: Account;
  readonly ontology: Ontology;
}

/** How to write a graph. */
export interface WriteOptions {
  /** What all ids stand behind: an http or https address that ends with `/`, without `#` or `?`; `https://w3id.org/whosays/` unless given. */
  readonly base?: string | undefined;
}

/**
 * Builds the graph of some articles, the same for any order of them.
 *
 * An article that cannot be read does no harm to the rest: `account.documents.skipped` names it with the reason.
 * Throws a `TypeError` where two articles have one id, or one has a day or an address that is none. Runs to its end without a pause: a second for some dozens of
 * articles, so a server does well to call it in a worker.
 */
export function build(articles: Iterable<Article>, options: BuildOptions = {}): Built {
  const ontology = options.ontology ?? ownOntology();
  return { ...buildGraph(inputsOf(articles), ontology, readParser(options.model)), ontology };
}

let own: Ontology | undefined;

/** The ontology that comes with whosays; read once, the same object each time. */
export function ownOntology(): Ontology {
  own ??= readOntology(OWN_ONTOLOGY);
  return own;
}

/** The graph as RDF 1.1 Turtle, as in `graph.ttl`; throws a `TypeError` for a base that cannot stand before ids. */
export function toTurtle(built: Built, options: WriteOptions = {}): string {
  return written(turtle, built, options);
}

/** The graph as a page for people that needs no server, as in `graph.html`. */
export function toHtml(built: Built): string {
  return written(html, built, {}, readPageProgram());
}

/** A JSON object a line for each claim, as in `claims.jsonl`; throws a `TypeError` for a base that cannot stand before ids. */
export function toClaimLines(built: Built, options: WriteOptions = {}): string {
  return written(claimLines, built, options);
}

/** A JSON object a line for each entity, as in `entities.jsonl`; throws a `TypeError` for a base that cannot stand before ids. */
export function toEntityLines(built: Built, options: WriteOptions = {}): string {
  return written(entityLines, built, options);
}

/** The account as one JSON object, as in `report.json`. */
export function toReport(built: Built): string {
  return written(report, built, {});
}

/** A file of a graph in some format. */
export interface GraphFile {
  readonly name: string;
  readonly mediaType: string;
  /** The text piece by piece, made while it is taken, so that a large graph needs no memory for it. */
  readonly text: Iterable<string>;
}

/**
 * The files of any format that `whosays build --format` names, and `report`; some formats have two.
 *
 * Throws a `TypeError` for a format that there is not, and for a base that cannot stand before ids.
 */
export function toFiles(built: Built, format: string, options: WriteOptions = {}): readonly GraphFile[] {
  const chosen = exporters.filter((exporter) => exporter.format === format);
  if (chosen.length === 0) throw new TypeError(`format: "${format}" is none; see whosays build --help`);
  const page = format === html.format ? readPageProgram() : NO_PAGE;
  return chosen.map((exporter) => ({
    name: exporter.fileName,
    mediaType: exporter.mediaType,
    text: pieces(exporter, built, options, page),
  }));
}

/** The readers take bytes, so that text from anywhere passes the same guards as a file. */
function* inputsOf(articles: Iterable<Article>): Generator<Input> {
  const seen = new Set<string>();
  const encoder = new TextEncoder();
  for (const article of articles) {
    const { id } = article;
    if (seen.has(id)) throw new TypeError(`two articles have the id "${id}"; give each its own`);
    seen.add(id);
    const bytes = "text" in article ? encoder.encode(article.text) : article.bytes;
    yield { id, bytes, extension: ".txt", known: imprintOf(article) };
  }
}

function imprintOf({ id, outlet, headline, published, url }: KnownOfArticle): Imprint {
  if (published !== undefined && !isDay(published)) {
    throw new TypeError(`article "${id}": "${published}" is no day; write it as 2017-10-21`);
  }
  if (url !== undefined && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")) {
    throw new TypeError(`article "${id}": "${url}" is no http or https address`);
  }
  return { outlet, headline, published, url: url && new URL(url).href };
}

const NO_PAGE: PageProgram = { script: "", style: "" };

function written(exporter: Exporter, built: Built, options: WriteOptions, page?: PageProgram): string {
  return wholeText(pieces(exporter, built, options, page));
}

function pieces(
  exporter: Exporter,
  { graph, account, ontology }: Built,
  { base: address = OWN_BASE }: WriteOptions,
  page: PageProgram = NO_PAGE,
): Iterable<string> {
  const parsed = baseOf(address);
  if ("base" in parsed) return exporter.write(graph, { base: parsed.base, ontology, account, page });
  throw new TypeError(`base: "${address}" ${parsed.problem}`);
}
