import { decode } from "./decode.ts";
import { plainText } from "./plain-text.ts";
import type { Input, Reader, ReaderContext, ReadResult } from "./reader.ts";

/** Every input format. */
export const readers: readonly Reader[] = [plainText];

/** The extension of a path in lower case, with its dot; empty where it has none. */
function extensionOf(id: string): string {
  return /\.[^./]+$/.exec(id)?.[0].toLowerCase() ?? "";
}

/** Reads one input, or says in words that follow its name why it was not read. Never throws for what an input holds. */
export function read(
  { id, bytes, extension = extensionOf(id), known = {} }: Input,
  context: ReaderContext,
): ReadResult {
  const reader = readers.find(({ extensions }) => extensions.includes(extension));
  if (!reader) return { skipped: `has no reader for "${extension}" files` };
  const decoded = decode(bytes);
  if ("refused" in decoded) return { skipped: decoded.refused };
  if (decoded.text.replace(/^\uFEFF/, "").trim() === "") return { skipped: "holds only white space" };
  const told = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const document = { ...reader.read(id, decoded.text, context), ...told };
  return { document, warnings: decoded.warning === undefined ? [] : [decoded.warning] };
}
