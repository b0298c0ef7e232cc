import type { PagePayload } from "../model/page-payload.ts";
import { nothing, type Selection } from "./state.ts";

/** The part of the address after `#` that leads back to a selection; empty for the whole. A link has none. */
export function hashOf(payload: PagePayload, selection: Selection): string {
  if (selection.kind === "nothing" || selection.kind === "link") return "";
  const id = rowsOf(payload, selection.kind)[selection.index]?.id ?? "";
  return `#${selection.kind}/${encodeURIComponent(id.toWellFormed())}`;
}

/** The selection that an address leads to; nothing where it leads nowhere. */
export function selectionOf(payload: PagePayload, hash: string): Selection {
  const [, kind, written] = /^#(entity|claim|document)\/(.*)$/.exec(hash) ?? [];
  if (kind !== "entity" && kind !== "claim" && kind !== "document") return nothing;
  const id = decoded(written ?? "");
  const index = rowsOf(payload, kind).findIndex((row) => row.id === id);
  return index < 0 ? nothing : { kind, index };
}

function rowsOf(
  payload: PagePayload,
  kind: "entity" | "claim" | "document",
): readonly { readonly id: string }[] {
  switch (kind) {
    case "entity":
      return payload.entities;
    case "claim":
      return payload.claims;
    case "document":
      return payload.documents;
  }
}

/** Addresses are typed by people: a broken escape is no error, it leads nowhere. */
function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
