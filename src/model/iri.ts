import { cleanText } from "./clean-text.ts";

/** What an id stands for; each has its own namespace below the base. */
export type IriKind = "entity" | "claim" | "event" | "evidence" | "document" | "wire" | "extractor" | "open";

/** What stands in an IRI as it is; nearly all ids do. */
const PLAIN = /^[\w.-]+$/;

/** The IRI of an id: the one guard between names from the world and IRIs. */
export function iriOf(base: string, kind: IriKind, id: string): string {
  if (PLAIN.test(id)) return `${base}${kind}/${id}`;
  return `${base}${kind}/${cleanText(id).split("/").map(encodeURIComponent).join("/")}`;
}

/** The IRI of a term of the ontology. */
export function termIri(base: string, name: string): string {
  if (PLAIN.test(name)) return `${base}ontology#${name}`;
  return `${base}ontology#${encodeURIComponent(cleanText(name))}`;
}

/** The IRI of a category of PLOVER. */
export function ploverIri(base: string, name: string): string {
  return `${base}plover/${encodeURIComponent(cleanText(name))}`;
}

/** An address as an IRI that any reader takes, or undefined where it is none. */
export function addressIri(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { href } = new URL(address);
  const [head = ""] = /^[^:]*:(?:\/\/[^/?#]*)?/.exec(href) ?? [];
  const [path = "", ...fragment] = href.slice(head.length).split("#");
  const rest = fragment.length === 0 ? [path] : [path, fragment.join("%23")];
  return head + rest.map(encodedMarks).join("#");
}

/** A URL keeps some marks that no IRI may hold, and readers refuse the whole file for one; the host alone may have brackets. */
function encodedMarks(part: string): string {
  return part.replace(/[ <>"{}|^`\\[\]]|%(?![0-9A-Fa-f]{2})/g, (mark) => encodeURIComponent(mark));
}
