import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { breath } from "./breath.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";

/** A file to write, whole or not at all. */
export interface OutputFile {
  readonly name: string;
  /** Taken piece by piece while it is written, once. */
  readonly text: Iterable<string>;
}

const LOCK = ".whosays-lock";
const TEMPORARY = ".whosays-tmp-";

/** An output folder that this run alone writes into until it is released. */
export interface OutputFolder {
  /** Writes files, all or none; lets signals be heard meanwhile. */
  write(files: readonly OutputFile[]): Promise<void>;
  release(): void;
}

/**
 * Takes an output folder, made if it is missing, for this run.
 *
 * Throws a `Failure` with code 75 while another run has it. What a killed run has left behind is cleared away.
 */
export function takeOutputFolder(path: string): OutputFolder {
  const lock = join(path, LOCK);
  const temporary = join(path, `${TEMPORARY}${process.pid}`);
  try {
    mkdirSync(path, { recursive: true });
    takeLock(path, lock);
  } catch (error) {
    throw failureAt(path, error);
  }
  clearLeftovers(path);
  return {
    write: (files) => writeAll(path, temporary, files),
    release: () => {
      for (const own of [temporary, lock]) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** An error of the system in words for people; every other error as it is. */
function failureAt(path: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || syscall === undefined) return error;
  const remedy = code === "ENOSPC" ? "free some space" : "choose another folder with --out";
  const message = `${path}: ${systemReason(error)}; nothing new was written; ${remedy}`;
  return new Failure(message, EXIT.failed, { cause: error });
}

function takeLock(path: string, lock: string): void {
  for (let tries = 0; tries < 2; tries++) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isAlive(lock)) break;
      rmSync(lock, { recursive: true, force: true });
    }
  }
  throw new Failure(
    `${path}: another run is writing here; wait for it, or choose another folder with --out`,
    EXIT.busy,
  );
}

/** How long a run may take from making its lock to signing it, in milliseconds. */
const UNSIGNED = 10_000;

/** Whether the process that made a lock still runs; a lock that nobody has signed is left alone for a moment. */
function isAlive(lock: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(join(lock, "pid"), "utf8"));
  } catch {
    pid = 0;
  }
  if (!Number.isInteger(pid) || pid <= 0) return isYoung(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isYoung(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made < UNSIGNED;
}

function clearLeftovers(path: string): void {
  for (const name of readdirSync(path)) {
    if (name.startsWith(TEMPORARY)) rmSync(join(path, name), { recursive: true, force: true });
  }
}

/** All files are written beside and flushed before the first is renamed, so that a full disk leaves the old ones whole. */
async function writeAll(path: string, temporary: string, files: readonly OutputFile[]): Promise<void> {
  try {
    for (const { name } of files) refuseFolder(join(path, name));
    mkdirSync(temporary, { recursive: true });
    for (const { name, text } of files) await writeFlushed(join(temporary, name), text);
    for (const { name } of files) renameSync(join(temporary, name), join(path, name));
    flush(path);
  } catch (error) {
    throw failureAt(path, error);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A folder in the place of a file would stop the renaming half way. */
function refuseFolder(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Failure(
    `${path}: is a folder, and a file of this name is to be written; nothing new was written; move it away`,
  );
}

/** How many characters are gathered before they go to the disk. */
const PIECE = 1 << 20;

async function writeFlushed(path: string, text: Iterable<string>): Promise<void> {
  const handle = openSync(path, "w");
  try {
    let gathered = "";
    for (const piece of text) {
      gathered += piece;
      if (gathered.length < PIECE) continue;
      writeFileSync(handle, gathered);
      gathered = "";
      await breath();
    }
    writeFileSync(handle, gathered);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  await breath();
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
