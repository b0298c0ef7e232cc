import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..", "src");
/** The only files outside a room, and the command line: they alone know the stages. */
const KNOWS_THE_STAGES = new Set(["pipeline.ts", "index.ts", "english.ts", "cli.ts", "cli"]);
const FORBIDDEN_ROOMS = ["utils", "util", "helpers", "common", "core", "misc", "shared", "lib"];

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** The relative imports of a file, as paths below src. */
function importsOf(file: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    (match) => match[1] as string,
  );
  return specifiers.map((specifier) => relative(src, resolve(src, dirname(file), specifier)));
}

function roomOf(path: string): string {
  return path.split(sep)[0] as string;
}

/** Imports that leave a room for anything but the model. */
function violations(file: string, text: string): readonly string[] {
  const room = roomOf(file);
  // What makes the weights cuts text as the program does.
  if (KNOWS_THE_STAGES.has(room) || room === "train") return [];
  return importsOf(file, text)
    .filter((target) => roomOf(target) !== room && (room === "model" || roomOf(target) !== "model"))
    .map((target) => `${file} imports ${target}`);
}

test("every room imports the model and itself, nothing else", () => {
  const found = files.flatMap((file) => violations(file, readFileSync(join(src, file), "utf8")));
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});

test("the rule sees a forbidden import", () => {
  expect(violations("export/x.ts", 'import { y } from "../merge/y.ts";')).toEqual([
    "export/x.ts imports merge/y.ts",
  ]);
  expect(violations("model/x.ts", 'export { y } from "../read/y.ts";')).toEqual([
    "model/x.ts imports read/y.ts",
  ]);
});

test("nothing imports what makes the weights", () => {
  const importing = files.filter((file) => roomOf(file) !== "train");
  const found = importing.flatMap((file) => importsOf(file, readFileSync(join(src, file), "utf8")));
  expect(found.filter((target) => roomOf(target) === "train")).toEqual([]);
});

test("there is no room for what belongs nowhere", () => {
  const rooms = files.flatMap((file) => file.split(sep).map((part) => part.replace(/\.ts$/, "")));
  expect(rooms.filter((room) => FORBIDDEN_ROOMS.includes(room))).toEqual([]);
});

test("only the command line touches disk, clock and console", () => {
  const touching = files.filter((file) => {
    const text = readFileSync(join(src, file), "utf8");
    return /node:fs|console\.|Date\.now|new Date\(\)|process\.(?:stdout|stderr|argv|env|exit)|Math\.random/.test(
      text,
    );
  });
  expect(touching.filter((file) => !["cli.ts", "cli", "page", "train"].includes(roomOf(file)))).toEqual([]);
});
