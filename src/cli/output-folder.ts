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
import { EXIT, Failure, systemReason } from "./failure.ts";

/** A file to write, whole or not at all. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

const LOCK = ".whosays-lock";
const TEMPORARY = ".whosays-tmp-";

/** An output folder that this run alone writes into until it is released. */
export interface OutputFolder {
  write(files: readonly OutputFile[]): void;
  release(): void;
}

/**
 * Takes an output folder, made if it is missing, for this run.
 *
 * Throws a `Failure` with code 75 while another run has it. What a killed run has left behind is cleared away.
 */
export function takeOutputFolder(path: string): OutputFolder {
  const lock = join(path, LOCK);
  attempt(path, () => mkdirSync(path, { recursive: true }));
  attempt(path, () => takeLock(path, lock));
  clearLeftovers(path);
  return {
    write: (files) => attempt(path, () => writeAll(path, files)),
    release: () => rmSync(lock, { recursive: true, force: true }),
  };
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const remedy = code === "ENOSPC" ? "free some space" : "choose another folder with --out";
    throw new Failure(`${path}: ${systemReason(error)}; nothing new was written; ${remedy}`, EXIT.failed, {
      cause: error,
    });
  }
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
function writeAll(path: string, files: readonly OutputFile[]): void {
  for (const { name } of files) refuseFolder(join(path, name));
  const temporary = join(path, `${TEMPORARY}${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  try {
    for (const { name, text } of files) writeFlushed(join(temporary, name), text);
    for (const { name } of files) renameSync(join(temporary, name), join(path, name));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  flush(path);
}

/** A folder in the place of a file would stop the renaming half way. */
function refuseFolder(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Failure(
    `${path}: is a folder, and a file of this name is to be written; nothing new was written; move it away`,
  );
}

function writeFlushed(path: string, text: string): void {
  writeFileSync(path, text);
  flush(path);
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
