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
  const utf16 = utf16Label(bytes);
  if (utf16) return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes) };
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { refused: "is binary, not text" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, warning: "is not UTF-8; read as windows-1252" };
  }
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
