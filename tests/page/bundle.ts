import { fileURLToPath } from "node:url";
import { type BuildOptions, type BuildResult, build } from "esbuild";
import type { PageProgram } from "../../src/export/exporter.ts";

/** How `npm run build:page` bundles the browser program, but into memory. */
export const bundling = {
  entryPoints: [fileURLToPath(new URL("../../src/page/main.ts", import.meta.url))],
  outfile: "page.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
  write: false,
} as const satisfies BuildOptions;

/** Bundles the browser program as `npm run build:page` does, without touching dist. */
export async function bundlePage(): Promise<PageProgram> {
  return programOf(await build(bundling));
}

/** The script and the style of a bundle; throws where it has none. */
export function programOf({ outputFiles = [] }: Pick<BuildResult, "outputFiles">): PageProgram {
  const text = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`The bundle has no ${ending} file.`);
    return file.text;
  };
  return { script: text(".js"), style: text(".css") };
}
