import { cleanText } from "./text.ts";

/** What an id stands for; each has its own namespace below the base. */
export type IriKind = "entity" | "claim" | "event" | "evidence" | "document" | "wire" | "extractor" | "open";

/** The IRI of an id: the one guard between names from the world and IRIs. */
export function iriOf(base: string, kind: IriKind, id: string): string {
  return `${base}${kind}/${cleanText(id).split("/").map(encodeURIComponent).join("/")}`;
}

/** The IRI of a term of the ontology. */
export function termIri(base: string, name: string): string {
  return `${base}ontology#${encodeURIComponent(cleanText(name))}`;
}

/** An address as an IRI that any reader takes, or undefined where it is none. */
export function addressIri(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { href } = new URL(address);
  return href.replace(/[<>"{}|^`\\]/g, (mark) => encodeURIComponent(mark));
}
