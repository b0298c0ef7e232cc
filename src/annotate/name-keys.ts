import type { Draft } from "./mentions.ts";

/** A name without case, marks and punctuation: what is compared when names are compared. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{Cf}\p{M}]/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/'s$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^the /, "")
    .trim();
}

/** Equal for mentions that are one without further evidence. */
export function keyOf(draft: Draft): string {
  if (draft.known) return `known:${draft.known}`;
  if (draft.organOf) return `organ:${draft.organOf}:${draft.type}`;
  if (draft.kind === "name") return `name:${draft.type === "Region" ? "Region:" : ""}${foldName(draft.text)}`;
  return `${draft.kind}:${draft.start}:${draft.end}`;
}
