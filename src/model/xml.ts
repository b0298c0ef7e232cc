import { cleanText } from "./clean-text.ts";

/** The first line of every XML file. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The one place where text is made fit for XML, in attributes and between tags. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"'\t\n\r\ufffe\uffff]/g, (unit) => ENTITIES.get(unit) ?? "\ufffd");
}

/** White space as numbers, for readers make spaces of it. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** An empty element; attributes without a value are left out. */
export function emptyElement(name: string, attributes: Readonly<Record<string, Attribute>>): string {
  return `<${name}${attributesText(attributes)}/>`;
}

/** The beginning of an element that holds something. */
export function startTag(name: string, attributes: Readonly<Record<string, Attribute>>): string {
  return `<${name}${attributesText(attributes)}>`;
}

/** The value of an attribute. */
export type Attribute = string | number | boolean | undefined;

function attributesText(attributes: Readonly<Record<string, Attribute>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}
