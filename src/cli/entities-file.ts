import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Named } from "../resolve/doubtful.ts";
import { type ByteLine, byteLines } from "./byte-lines.ts";
import { Failure, systemReason } from "./failure.ts";

/** An entity as `entities.jsonl` has it, its places counted. */
export interface ListedEntity extends Named {
  /** Its address. */
  readonly iri: string;
  readonly mentions: number;
  readonly documents: number;
  /** Whether any mention is a name. */
  readonly named: boolean;
}

/** Bytes that a line may have at most: some hundreds of thousands of mentions. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Reads the entities of an output folder, one line in memory at a time. Throws a `Failure` that names file and line. */
export async function readEntities(folder: string): Promise<readonly ListedEntity[]> {
  const path = join(folder, "entities.jsonl");
  const entities: ListedEntity[] = [];
  try {
    for await (const line of byteLines(createReadStream(path), LONGEST_LINE)) {
      const entity = entityOn(line);
      if (typeof entity === "string")
        throw new Failure(`${path}: line ${line.number} ${entity}; run whosays build again`);
      entities.push(entity);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const remedy = "name a folder that whosays build has written, with jsonl among its --format";
    throw new Failure(`${path}: ${systemReason(error)}; ${remedy}`, undefined, { cause: error });
  }
  return entities;
}

/** The entity of a line, or what is wrong with it. */
function entityOn(line: ByteLine): ListedEntity | string {
  if ("tooLong" in line) return `is longer than ${LONGEST_LINE / 1024 / 1024} MiB`;
  const value = jsonOf(line.bytes);
  if (typeof value !== "object" || value === null) return "is no JSON object";
  const { id, label, type, aliases, sameAs = [], differentFrom = [], mentions } = value as Fields;
  if (typeof id !== "string" || typeof label !== "string" || typeof type !== "string")
    return "has no id, label or type";
  if (!isStrings(aliases) || !isStrings(sameAs) || !isStrings(differentFrom))
    return "has aliases or links that are no list of strings";
  if (!Array.isArray(mentions) || !mentions.every(isMention)) return "has mentions without document and kind";
  return {
    iri: id,
    id: localName(id),
    label,
    type,
    aliases,
    sameAs,
    differentFrom: differentFrom.map(localName),
    mentions: mentions.length,
    documents: new Set(mentions.map(({ document }) => document)).size,
    named: mentions.some(({ kind }) => kind === "name"),
  };
}

type Fields = Readonly<
  Record<"id" | "label" | "type" | "aliases" | "sameAs" | "differentFrom" | "mentions", unknown>
>;

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isMention(value: unknown): value is { readonly document: string; readonly kind: string } {
  const { document, kind } = (value ?? {}) as { readonly document?: unknown; readonly kind?: unknown };
  return typeof document === "string" && typeof kind === "string";
}

/** What stands behind `…/entity/`: the id as corrections name it. */
function localName(iri: string): string {
  const name = iri.slice(iri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
