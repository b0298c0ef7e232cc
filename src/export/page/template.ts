import type { PagePayload } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import type { PageProgram } from "../exporter.ts";
import { dataBlock } from "./data-block.ts";
import { escapeHtml, inlineStyle } from "./escape.ts";
import { programBlock, sha256 } from "./program-block.ts";
import { headline, readingHtml } from "./reading.ts";

/**
 * The whole page in one file that asks nobody for anything, in pieces.
 *
 * The policy names the program, what starts it, and the one style by their hashes, so that nothing else runs even where an
 * escape should fail. It stands right after the charset, before anything it has to guard.
 */
export function* pageHtml(payload: PagePayload, program: PageProgram): Iterable<string> {
  const { hashes, html } = programBlock(program.script);
  const style = inlineStyle(program.style);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(hashes, style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(headline(payload))}">
<title>${escapeHtml(pageWords.reading.pageTitle(headline(payload)))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
`;
  // The program is unpacked while the data behind it are read, and starts while the plain text still is.
  yield* html;
  yield* dataBlock(payload);
  yield* readingHtml(payload);
  yield `</body>
</html>
`;
}

/** Beside the hashes only what the page makes itself: the picture it exports and the worker that lays the map out anew are blobs. */
function policy(scripts: readonly string[], style: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'${hash}'`).join(" ")}`,
    `style-src '${sha256(style)}'`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
