/** Text decoded from bytes, or why it cannot be. */
export type Decoded =
  | { readonly text: string; readonly warning?: string | undefined }
  | { readonly refused: string };

/** How far to look for the NUL byte that no text holds. */
const BINARY_PROBE = 8192;

/** 10 MiB: far beyond any news article, far below what a string can hold. */
export const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Decodes by byte order mark, else as UTF-8, else as windows-1252 with a warning.
 *
 * The mark stays in the text as U+FEFF and counts in offsets; nothing is normalised.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: "is empty" };
  if (bytes.length > MAX_BYTES) return { refused: `is larger than ${MAX_BYTES / 1024 / 1024} MiB` };
  if (isUtf32(bytes)) return { refused: "is UTF-32; save it as UTF-8" };
  const utf16 = utf16Label(bytes);
  if (utf16) return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes) };
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { refused: "is binary, not text" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: windows1252(bytes), warning: "is not UTF-8; read as windows-1252" };
  }
}

/** What windows-1252 has at 0x80 to 0x9F, by the WHATWG Encoding Standard; five places are the controls themselves. */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Node 20 answers ISO 8859-1 where windows-1252 is asked for, so the places that differ are put in here. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (unit) => HIGH[unit.charCodeAt(0) - 0x80] as string);
}

function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
