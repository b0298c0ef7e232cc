import { fromColumns } from "../model/page-columns.ts";
import { type PagePayload, pagePayloadVersion } from "../model/page-payload.ts";

/**
 * The payload that the exporter put into the page; `data-enc` tells how it is written.
 *
 * Rejects where it is missing, broken or of another version.
 */
export async function readPayload(): Promise<PagePayload> {
  await blockIsWhole();
  const block = document.getElementById("data");
  const text = block?.textContent ?? "";
  const packed = block?.getAttribute("data-enc") === "gz";
  const value: unknown = JSON.parse(packed ? await unpacked(text) : text);
  const { version } = value as { readonly version?: unknown };
  if (version !== pagePayloadVersion) {
    throw new Error(
      `The page reads payload version ${pagePayloadVersion} and found ${version}. Export it again.`,
    );
  }
  return fromColumns(value);
}

/** The block stands behind the program; what stands behind the block tells that it is whole. */
async function blockIsWhole(): Promise<void> {
  if (document.readyState !== "loading" || document.getElementById("reading") !== null) return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** A text from the base64 of its gzip. */
function unpacked(base64: string): Promise<string> {
  const units = atob(base64);
  const bytes = new Uint8Array(units.length);
  for (let i = 0; i < units.length; i++) bytes[i] = units.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
