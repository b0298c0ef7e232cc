import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { byCodeUnit } from "../model/order.ts";
import type { Fetched } from "../pipeline.ts";
import { MAX_BYTES } from "../read/decode.ts";
import { Failure, systemReason } from "./failure.ts";

/** A file to read, by the id that it will have. */
export interface InputFile {
  readonly id: string;
  readonly path: string;
  /** Set where the file cannot be read, with the reason. */
  readonly refused?: string | undefined;
}

/**
 * The files of some paths; folders are searched all the way down, in code-unit order, names with a leading dot left out.
 *
 * Throws a `Failure` for a path that does not exist, and where no file is found at all.
 */
export function findInputs(paths: readonly string[]): readonly InputFile[] {
  const found = paths.map((path) => ({ path, files: filesAt(path) }));
  const files = withoutClashes(found);
  if (files.length === 0) {
    throw new Failure(`${paths.join(", ")}: holds no files; name a folder of articles, or the articles`);
  }
  return files;
}

function filesAt(path: string): readonly InputFile[] {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch (error) {
    throw new Failure(`${path}: ${systemReason(error)}; check the path`, undefined, { cause: error });
  }
  return stats.isDirectory() ? walk(path, "", new Set()) : [fileAt(basename(path), path, stats)];
}

/** `seen` holds the real paths of the folders above, so that a link to one of them ends the walk. */
function walk(root: string, below: string, seen: ReadonlySet<string>): readonly InputFile[] {
  const folder = join(root, below);
  let names: readonly string[];
  let real: string;
  try {
    names = readdirSync(folder).filter((name) => !name.startsWith("."));
    real = realpathSync(folder);
  } catch (error) {
    return [{ id: below || basename(root), path: folder, refused: systemReason(error) }];
  }
  if (seen.has(real)) return [{ id: below, path: folder, refused: "is a link to a folder above it" }];
  const within = new Set([...seen, real]);
  return [...names].sort(byCodeUnit).flatMap((name) => {
    const id = below === "" ? name : `${below}/${name}`;
    const path = join(folder, name);
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) return walk(root, id, within);
      return [fileAt(id, path, stats)];
    } catch (error) {
      return [{ id, path, refused: systemReason(error) }];
    }
  });
}

/** A pipe or device has no end to wait for. */
function fileAt(id: string, path: string, stats: Stats): InputFile {
  return stats.isFile() ? { id, path } : { id, path, refused: "is neither a file nor a folder" };
}

/** Where two inputs hold the same path, both get the input's name in front; one file given twice is read once. */
function withoutClashes(
  found: readonly { readonly path: string; readonly files: readonly InputFile[] }[],
): readonly InputFile[] {
  const once = new Map<string, { file: InputFile; input: string }>();
  for (const { path, files } of found) {
    for (const file of files) {
      const real = resolve(file.path);
      const before = once.get(real);
      // Of a folder and one inside it, the outer gives the longer id, in whatever order they are named.
      if (!before || byLongerId(file, before.file) < 0) once.set(real, { file, input: path });
    }
  }
  const all = [...once.values()];
  const clashing = clashesIn(all.map(({ file }) => file.id));
  const named = all.map(({ file, input }) =>
    clashing.has(file.id) ? { ...file, id: `${basename(resolve(input))}/${file.id}` } : file,
  );
  const still = clashesIn(named.map(({ id }) => id));
  const parted = named.filter(({ id }) => still.has(id)).map(({ path }) => resolve(path));
  const shared = sharedFolder(parted);
  return named.map((file) =>
    still.has(file.id) ? { ...file, id: resolve(file.path).slice(shared.length).split(sep).join("/") } : file,
  );
}

/** The longest folder above all of some paths, with the separator at its end. */
function sharedFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf(sep) + 1);
  while (others.some((path) => !path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf(sep, folder.length - 2) + 1);
  return folder;
}

function byLongerId(a: InputFile, b: InputFile): number {
  return b.id.length - a.id.length || byCodeUnit(a.id, b.id);
}

function clashesIn(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.size === seen.add(id).size));
}

/** Reads the files one by one as they are asked for; one that cannot be read gives a reason instead. */
export function* fetchInputs(files: readonly InputFile[]): Generator<Fetched> {
  for (const file of files) yield fetchInput(file);
}

function fetchInput({ id, path, refused }: InputFile): Fetched {
  if (refused !== undefined) return { input: id, reason: refused };
  try {
    // Asked first, so that a huge file is never in memory.
    if (statSync(path).size > MAX_BYTES)
      return { input: id, reason: `is larger than ${MAX_BYTES / 1024 / 1024} MiB` };
    return { id, bytes: readFileSync(path) };
  } catch (error) {
    return { input: id, reason: systemReason(error) };
  }
}
