import { countWords, dayWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { button, element, isolated } from "../element.ts";
import type { CardContext } from "./card.ts";
import { longList } from "./cards.ts";

const words = pageWords.cards;

/** Documents that print one text, or one by itself. */
interface Reading {
  /** Index into the wires; undefined for a document by itself. */
  readonly wire: number | undefined;
  readonly documents: readonly number[];
  readonly claims: number;
}

/** The documents of some claims, the most claims first; prints of one text stand together. */
export function readIn(context: CardContext, shown: readonly number[]): HTMLElement {
  const counts = claimsByDocument(context, shown);
  const items = readings(context, counts).map((reading) => () => readingItem(context, reading, counts));
  return longList("claims", items, 8);
}

function claimsByDocument({ catalogue }: CardContext, shown: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const index of shown) {
    for (const document of new Set(catalogue.payload.claims[index]?.evidence.map((each) => each.document)))
      counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return counts;
}

function readings(
  { catalogue, passing }: CardContext,
  counts: ReadonlyMap<number, number>,
): readonly Reading[] {
  const { documents } = catalogue.payload;
  const byWire = new Map<number, number[]>();
  const all: { wire: number | undefined; documents: number[] }[] = [];
  for (const [i, { wire }] of documents.entries()) {
    if (passing !== undefined && !counts.has(i)) continue;
    const known = wire === undefined ? undefined : byWire.get(wire);
    if (known !== undefined) {
      known.push(i);
      continue;
    }
    const prints = [i];
    if (wire !== undefined) byWire.set(wire, prints);
    all.push({ wire, documents: prints });
  }
  return all
    .map(({ wire, documents: prints }) => ({
      wire: prints.length > 1 ? wire : undefined,
      documents: prints,
      claims: Math.max(...prints.map((i) => counts.get(i) ?? 0)),
    }))
    .sort((a, b) => b.claims - a.claims);
}

function readingItem(
  context: CardContext,
  { wire, documents }: Reading,
  counts: ReadonlyMap<number, number>,
): HTMLElement {
  const rows = documents.map((index) => documentRow(context, index, counts.get(index) ?? 0));
  if (wire === undefined) return element("li", {}, ...rows);
  const agency = context.catalogue.payload.wires[wire]?.agency;
  return element(
    "li",
    { class: "wire" },
    element("p", { class: "notes" }, isolated(words.oneText(documents.length, agency))),
    ...rows,
  );
}

function documentRow({ catalogue, go }: CardContext, index: number, claims: number): HTMLElement {
  const { headline, id, published } = catalogue.payload.documents[index] ?? { id: "" };
  const notes = [
    published && dayWords({ start: published, end: published }),
    countWords(claims, words.claim),
  ].filter((note) => note !== undefined);
  return button(
    { class: "claim-row" },
    () => go({ kind: "document", index }),
    isolated(headline ?? id, "title"),
    element(
      "span",
      { class: "notes" },
      element("small", {}, isolated(catalogue.publishers[index] ?? "", "outlet"), ` · ${notes.join(" · ")}`),
    ),
  );
}
