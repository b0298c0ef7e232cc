import { gunzipSync } from "node:zlib";
import { fromColumns } from "../../src/model/page-columns.ts";
import type { PagePayload } from "../../src/model/page-payload.ts";

/** The data block of a page as a parser of HTML finds it: up to the first end of a script. */
export interface DataBlock {
  readonly encoding: string;
  readonly text: string;
  /** The whole element. */
  readonly markup: string;
}

/** Throws where the page has none. */
export function dataBlockOf(page: string): DataBlock {
  const opening = /<script type="application\/json" id="data" data-enc="(\w+)">/.exec(page);
  if (opening === null) throw new Error("The page has no data block.");
  const start = opening.index + opening[0].length;
  const length = page.slice(start).search(/<\/script/i);
  const text = page.slice(start, start + length);
  return { encoding: opening[1] ?? "", text, markup: `${opening[0]}${text}</script>` };
}

/** The data of a page before their tables are turned back into rows. */
export function columnsIn(page: string): unknown {
  const { encoding, text } = dataBlockOf(page);
  return JSON.parse(encoding === "gz" ? gunzipSync(Buffer.from(text, "base64")).toString() : text);
}

/** The payload of a page. */
export function payloadIn(page: string): PagePayload {
  return fromColumns(columnsIn(page));
}
