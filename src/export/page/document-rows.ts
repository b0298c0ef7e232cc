import type { Document } from "../../model/document.ts";
import type { Graph } from "../../model/graph.ts";
import type { PageDocument, PageZone } from "../../model/page-payload.ts";
import type { PageText } from "./texts.ts";

/** The rows of all documents, with what the page gets of their texts. */
export function documentRows(
  { documents, wires }: Graph,
  texts: ReadonlyMap<string, PageText>,
): readonly PageDocument[] {
  const printed = wiresPrinted(wires);
  return documents.map((document) => documentRow(document, texts.get(document.id), printed.get(document.id)));
}

function documentRow(document: Document, text: PageText | undefined, wire: number | undefined): PageDocument {
  const { id, outlet, agency, headline, published, url } = document;
  return {
    id,
    ...(outlet === undefined ? {} : { outlet }),
    ...(agency === undefined ? {} : { agency }),
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    ...(wire === undefined ? {} : { wire }),
    text: text?.text ?? "",
    ...(text?.whole ? {} : { abridged: true }),
    zones: text?.whole ? zonesOf(document, text) : [],
  };
}

function zonesOf({ zones }: Document, text: PageText): readonly PageZone[] {
  return zones.flatMap(({ kind, ...span }) => {
    const range = text.rangeOf(span);
    return kind === "body" || range === undefined ? [] : [{ kind, range }];
  });
}

/** The index of the wire that each document prints, by id: of several the one with most sentences in it, then the first. */
function wiresPrinted(wires: Graph["wires"]): ReadonlyMap<string, number> {
  const most = new Map<string, { readonly wire: number; readonly sentences: number }>();
  for (const [wire, { documents, sentences }] of wires.entries()) {
    const counts = new Map(documents.map((document) => [document, 0]));
    for (const places of sentences) {
      for (const document of new Set(places.map((place) => place.document)))
        counts.set(document, (counts.get(document) ?? 0) + 1);
    }
    for (const [document, count] of counts) {
      if (count > (most.get(document)?.sentences ?? -1)) most.set(document, { wire, sentences: count });
    }
  }
  return new Map([...most].map(([document, { wire }]) => [document, wire]));
}
