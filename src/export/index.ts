import type { Exporter } from "./exporter.ts";
import { html } from "./html.ts";
import { claimLines, entityLines } from "./json-lines.ts";
import { report } from "./report.ts";
import { turtle } from "./turtle.ts";

/** Every output format. */
export const exporters: readonly Exporter[] = [turtle, html, claimLines, entityLines, report];
