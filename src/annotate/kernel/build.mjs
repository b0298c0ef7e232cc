// Compiles kernel.ts with AssemblyScript and writes the bytes, as base64, into a TypeScript file that is committed.
// With --check it writes nothing, and fails where the file is not what the source compiles to.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const folder = import.meta.dirname;
const target = join(folder, "../parser/kernel-code.ts");
const options = [
  "--enable",
  "simd",
  "-O3",
  "--runtime",
  "stub",
  "--noAssert",
  "--importMemory",
  "--baseDir",
  folder,
];

let code;
const { error, stderr } = await asc.main(["kernel.ts", "--outFile", "kernel.wasm", ...options], {
  writeFile: (_name, bytes) => {
    code = bytes;
  },
});
if (error || !code) {
  process.stderr.write(`${stderr}\n`);
  process.exit(1);
}
const text = `/** The compiled ../kernel/kernel.ts, in base64: made by \`npm run build:kernel\`, never by hand. */
export const KERNEL =
  "${Buffer.from(code).toString("base64")}";
`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    process.stderr.write(`${target} is not what kernel.ts compiles to; run "npm run build:kernel"\n`);
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
  process.stdout.write(`${target}: ${code.length} bytes\n`);
}
