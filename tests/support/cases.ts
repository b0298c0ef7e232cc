import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** One case of a case file: a text and the lines that must come out of it. */
export interface Case {
  readonly name: string;
  readonly text: string;
  /** Empty where the text must give nothing. */
  readonly expected: readonly string[];
}

/** The case files of a folder by name. */
export function caseFiles(
  folder: string,
): readonly { readonly name: string; readonly cases: readonly Case[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({
      name: basename(file, ".txt"),
      cases: readCases(readFileSync(join(folder, file), "utf8"), file),
    }));
}

/**
 * Reads cases: `# name`, a text, `==>`, then the expected lines, or `(nothing)`.
 *
 * Throws for a case without a text or without an expectation: it would test nothing.
 */
export function readCases(text: string, file: string): readonly Case[] {
  const blocks = text.split(/^# /m).slice(1);
  return blocks.map((block) => {
    const [name = "", ...rest] = block.split("\n");
    const [input, output] = rest.join("\n").split(/^==>$/m);
    const expected = (output ?? "").split("\n").filter((line) => line.trim() !== "");
    if (!input?.trim() || expected.length === 0)
      throw new Error(`${file}: case "${name}" has no text or expects nothing`);
    return { name, text: input.trim(), expected: expected[0] === "(nothing)" ? [] : expected };
  });
}
