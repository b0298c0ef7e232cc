import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import type { OntologyFile } from "../ontology/entries.ts";
import { OntologyError, type Problem } from "../ontology/ontology-error.ts";
import { readUserNames } from "../ontology/user-names.ts";
import { withNames } from "../ontology/with-names.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";

/** The most that one file may hold; far beyond 200,000 names. */
const MOST_MEBIBYTES = 50;
/** How far to look for the NUL byte that no text holds. */
const BINARY_PROBE = 8192;

/** An ontology with the names of a user's own files; throws a `Failure` with code 2 that tells all that is wrong with them. */
export function withNamesOf(ontology: Ontology, paths: readonly string[]): Ontology {
  if (paths.length === 0) return ontology;
  const once = [...new Map(paths.map((path) => [resolve(path), path])).values()].sort(byCodeUnit);
  const read = once.map(readNamesFile);
  const files = read.filter((file) => "text" in file);
  const unread = read.filter((file) => "message" in file);
  try {
    return withNames(ontology, readUserNames(files, ontology, unread));
  } catch (error) {
    if (error instanceof OntologyError) throw new Failure(error.message, EXIT.usage, { cause: error });
    throw error;
  }
}

/** The text of a file, or why there is none. */
type Read = OntologyFile | Problem;

function readNamesFile(path: string): Read {
  const refused = (message: string): Problem => ({ file: path === "" ? '""' : path, entry: "", message });
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return refused("is a folder; name a .ttl or .csv file in it");
    if (!/\.(?:ttl|csv)$/i.test(path))
      return refused("is neither .ttl nor .csv; give it the ending of its format");
    if (!stats.isFile()) return refused("is no file; save its text in one");
    if (stats.size > MOST_MEBIBYTES * 1024 * 1024)
      return refused(`is larger than ${MOST_MEBIBYTES} MiB; leave out what your articles do not speak of`);
    return decoded(path, readFileSync(path));
  } catch (error) {
    return refused(`${systemReason(error)}; check --names`);
  }
}

function decoded(name: string, bytes: Uint8Array): Read {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked) return { file: name, entry: "", message: "is UTF-16; save it as UTF-8" };
  if (bytes.subarray(0, BINARY_PROBE).includes(0))
    return { file: name, entry: "", message: "is binary, not text; save it as UTF-8" };
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    return { name, text: utf8.decode(bytes) };
  } catch {
    return { file: name, entry: `line ${brokenLine(bytes)}`, message: "is not UTF-8; save it as UTF-8" };
  }
}

/** The line, counted from 1, on which the first byte stands that is not UTF-8. */
function brokenLine(bytes: Uint8Array): number {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      utf8.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    if (feed < 0) return line;
    start = end + 1;
  }
}
