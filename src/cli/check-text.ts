import type { Checked, Finding } from "../check/check.ts";
import { printable } from "./progress.ts";

/** The longest that something is called, in characters. */
const LONGEST = 100;

/** What came of a check in lines for people; `leftOut` findings are not among them. */
export function checkText(path: string, { triples, claims, shapes, findings }: Checked, leftOut = 0): string {
  const looked = `${claims} claims, ${triples} triples, ${shapes} shapes`;
  const file = printable(path);
  if (findings.length === 0) return `${file} conforms: ${looked}`;
  const count = findings.length + leftOut;
  const head = `${file} does not conform: ${count} ${count === 1 ? "thing is" : "things are"} wrong (${looked})`;
  return [head, ...findings.map(findingText)].join("\n\n");
}

function findingText({ focus, called, shape, message, value, remedy }: Finding): string {
  const name = called === undefined ? "" : ` (${shortened(called)})`;
  const found = value === undefined ? "" : `: ${shortened(value)}`;
  return [
    `<${printable(focus)}>${name}`,
    `  ${printable(message)}${found}  [${printable(shape)}]`,
    ...(remedy === "" ? [] : [`  ${printable(remedy)}`]),
  ].join("\n");
}

function shortened(text: string): string {
  const clean = printable(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean;
}
