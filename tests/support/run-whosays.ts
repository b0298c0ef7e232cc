import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..", "..");
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const PROGRAM = ["--import", TSX, join(ROOT, "src", "cli.ts")];

/** What a run of the program has said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as people do, to its end. */
export function whosays(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return whosaysOf("", cwd, ...args);
}

/** Runs the program with a text on its standard input. */
export async function whosaysOf(input: string, cwd: string, ...args: readonly string[]): Promise<Ended> {
  const running = promisify(execFile)(process.execPath, [...PROGRAM, ...args], { cwd, maxBuffer: 1 << 26 });
  running.child.stdin?.end(input);
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

/** Starts the program and leaves it running; whoever starts it ends it. */
export function startWhosays(cwd: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}
