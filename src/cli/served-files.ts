import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exporters } from "../export/index.ts";
import { byCodeUnit } from "../model/order.ts";
import type { ServedFile } from "../serve/routes.ts";
import { systemReason } from "./failure.ts";

/** Bytes that are held in memory to be served, beside graph.ttl. */
const MOST_HELD = 512 * 1024 * 1024;

/** The files of a folder that build writes, read once, and what of them is left out. */
export interface ServedFiles {
  readonly files: readonly ServedFile[];
  /** Each with the reason. */
  readonly leftOut: readonly string[];
}

/** Reads what build has written into a folder beside the graph, which has been read already. */
export function readServedFiles(folder: string, turtle: Uint8Array): ServedFiles {
  const files: ServedFile[] = [];
  const leftOut: string[] = [];
  let held = 0;
  const known = [...exporters].sort((a, b) => byCodeUnit(a.fileName, b.fileName));
  for (const { fileName: name, mediaType } of known) {
    const bytes = name === "graph.ttl" ? turtle : fileAt(join(folder, name), MOST_HELD - held);
    if (typeof bytes === "string") leftOut.push(`${name} is left out: ${bytes}`);
    else if (bytes) files.push({ name, mediaType, bytes });
    if (typeof bytes === "object" && bytes !== turtle) held += bytes.length;
  }
  return { files, leftOut };
}

/** The bytes of a file, undefined where there is none, or why it cannot be served. */
function fileAt(path: string, room: number): Uint8Array | string | undefined {
  try {
    // What a link leads to is nothing that build has written.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found) return undefined;
    if (!found.isFile()) return "no plain file";
    return found.size > room ? "too large to be held in memory" : readFileSync(path);
  } catch (error) {
    return systemReason(error);
  }
}
