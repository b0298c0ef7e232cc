import { createHash } from "node:crypto";
import type { PagePayload } from "../../model/page-payload.ts";
import type { PageProgram } from "../exporter.ts";
import { escapeHtml, inlineScript, inlineStyle, jsonIsland } from "./escape.ts";
import { headline, readingHtml } from "./reading.ts";

/**
 * The whole page in one file that asks nobody for anything.
 *
 * The policy names the one script and the one style by their hashes, so that nothing else runs even where an
 * escape should fail. It stands right after the charset, before anything it has to guard.
 */
export function pageHtml(payload: PagePayload, program: PageProgram): string {
  const script = inlineScript(program.script);
  const style = inlineStyle(program.style);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(headline(payload))}">
<title>${escapeHtml(`Who says what: ${headline(payload)}`)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${readingHtml(payload)}
<script type="application/json" id="data">${jsonIsland(payload)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
