import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Input } from "../../src/read/reader.ts";

const ARTICLES = join(import.meta.dirname, "../../../shared/data/wikinews-2019.jsonl");

/** The Wikinews articles of 2019 as files would hold them, with what is known of them as front matter. */
export function wikinewsArticles(): readonly Input[] {
  const lines = readFileSync(ARTICLES, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const { id, url, date, title, text } = JSON.parse(line);
      const told = { published: date, title, outlet: "Wikinews", url };
      const front = Object.entries(told).map(([key, value]) => `${key}: ${oneLine(value)}`);
      const file = ["---", ...front, "---", text].join("\n");
      return { id: `${id}.txt`, bytes: new TextEncoder().encode(file) };
    });
}

/** Text as a cell of a sheet: white space and controls would end a cell or a line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
