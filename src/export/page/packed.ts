import { gzipSync } from "fflate";

/** Bytes at a time: a whole number of base64's groups of three. */
const step = 3 * 2 ** 18;

/**
 * The base64 of the gzip of some bytes, in pieces; the page unpacks it with `DecompressionStream`.
 *
 * Packed by plain JavaScript: what the system's own library gives differs with its version and the processor.
 */
export function* packed(bytes: Uint8Array): Iterable<string> {
  const gzip = Buffer.from(gzipSync(bytes, { level: 9, mtime: 0 }).buffer);
  for (let at = 0; at < gzip.length; at += step) yield gzip.toString("base64", at, at + step);
}
