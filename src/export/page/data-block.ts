import { toColumns } from "../../model/page-columns.ts";
import type { PagePayload } from "../../model/page-payload.ts";
import { escapeJson } from "./escape.ts";
import { packed } from "./packed.ts";

/** From so many bytes on, the data are packed: unpacking costs a moment, and reads worse. */
const packedFrom = 1_000_000;

/** The element that holds the payload: as JSON, or where that is large, as base64 of its gzip; `payload-block.ts` reads both. */
export function* dataBlock(payload: PagePayload): Iterable<string> {
  const pieces = jsonPieces(toColumns(payload));
  if (pieces.reduce((sum, { length }) => sum + length, 0) < packedFrom) {
    yield `<script type="application/json" id="data" data-enc="json">`;
    for (const piece of pieces) yield escapeJson(piece.toString());
  } else {
    yield `<script type="application/json" id="data" data-enc="gz">`;
    yield* packed(Buffer.concat(pieces.splice(0)));
  }
  yield "</script>\n";
}

/** An object as JSON, field by field as UTF-8: no string has to hold the whole. */
function jsonPieces(value: unknown): Buffer[] {
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  const pieces = fields.map(([key, own], i) =>
    Buffer.from(`${i === 0 ? "{" : ","}${JSON.stringify(key)}:${JSON.stringify(own)}`),
  );
  return [...pieces, Buffer.from("}")];
}
