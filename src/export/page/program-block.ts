import { createHash } from "node:crypto";
import { inlineScript } from "./escape.ts";
import { packed } from "./packed.ts";

/**
 * Unpacks the program and puts it into the page, where the policy knows it by its hash. Where that fails, the plain text
 * of the page is shown.
 */
const starter = `(async () => {
  try {
    const units = atob(document.getElementById("program").textContent);
    const packed = new Uint8Array(units.length);
    for (let i = 0; i < units.length; i++) packed[i] = units.charCodeAt(i);
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(unpacked).text();
    document.body.append(script);
  } catch (error) {
    document.documentElement.classList.add("plain");
    throw error;
  }
})();`;

/** The scripts of the page: a packed one takes a third of the room, and nearly all of a small page is its program. */
export interface ProgramBlock {
  /** The hashes by which a policy allows what the block runs, as `sha256-…`. */
  readonly hashes: readonly string[];
  readonly html: Iterable<string>;
}

/** Makes the block of a program: the program as data, and the few lines that start it. */
export function programBlock(program: string): ProgramBlock {
  const script = inlineScript(program);
  return { hashes: [starter, script].map(sha256), html: pieces(script) };
}

function* pieces(script: string): Iterable<string> {
  yield `<script type="text/plain" id="program">`;
  yield* packed(new TextEncoder().encode(script));
  yield `</script>\n<script>${starter}</script>\n`;
}

/** What a policy names a script or a style by. */
export function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
