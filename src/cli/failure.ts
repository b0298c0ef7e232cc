/** What a run ends with, as `--help` lists it. */
export const EXIT = { done: 0, failed: 1, usage: 2, skipped: 3, busy: 75, interrupted: 130 } as const;

/** An end that people are told of in words, without a stack. */
export class Failure extends Error {
  readonly code: number;

  constructor(message: string, code: number = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
  }
}

/** The words of a system error that help a person: its code, what was tried, and on which path. */
export function systemReason(error: unknown): string {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : SYSTEM_WORDS.get(code);
  if (words) return `${words} (${code})`;
  return code ? `${code}${syscall ? ` in ${syscall}` : ""}` : message;
}

const SYSTEM_WORDS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "does not exist"],
  ["EACCES", "may not be read"],
  ["EPERM", "is not permitted"],
  ["EISDIR", "is a folder"],
  ["ENOTDIR", "is not a folder"],
  ["ENOSPC", "no space is left on the disk"],
  ["EROFS", "is on a disk that may not be written"],
  ["ELOOP", "is a link that leads round in a circle"],
]);
