import { pageWords } from "../../model/page-words.ts";
import { blocksOf, type TextBlock, type TextMark, wordMarks } from "../data/document-text.ts";
import { type Mark, type Segment, segmentsOf, slice } from "../data/segments.ts";
import { button, element } from "../element.ts";
import { type CardContext, passes } from "./card.ts";
import { claimText } from "./cards.ts";
import { claimRow } from "./claim-rows.ts";

const words = pageWords.cards;

/** The text of a document on the page. */
export interface DocumentText {
  readonly root: HTMLElement;
  /** Lights up the words of a claim, scrolls to them and tells of the claim beneath; undefined lights up none. */
  choose(claim: number | undefined): void;
}

/** A paragraph as it stands on the page. */
interface Paragraph extends TextBlock {
  readonly root: HTMLElement;
  readonly marks: readonly Mark<TextMark>[];
}

/**
 * Makes the text of a document, the sentences that make claims underlined and numbered.
 *
 * Choosing a claim makes anew only the paragraphs in which its words stand.
 *
 * @param claims in the order of their numbers
 */
export function documentText(
  context: CardContext,
  index: number,
  claims: readonly number[],
  marks: readonly Mark<TextMark>[],
): DocumentText {
  const row = context.catalogue.payload.documents[index];
  const numbers = new Map(claims.map((claim, i) => [claim, i + 1]));
  const choose = (claim: number): void => context.go({ kind: "document", index, claim });
  const paragraphs = (row ? blocksOf(row) : []).map((block): Paragraph => {
    const wrapped = block.wrapped ? " wrapped" : "";
    return {
      ...block,
      root: element("div", { class: `zone ${block.kind}${wrapped}` }),
      marks: marks.filter(({ range }) => touches(range, block.range)),
    };
  });
  const text = row?.text ?? "";
  const draw = (paragraph: Paragraph, chosen: number | undefined): void => {
    const lit = chosen === undefined ? [] : wordMarks(context.catalogue, index, chosen);
    const segments = segmentsOf(paragraph.range, [...paragraph.marks, ...lit]);
    paragraph.root.replaceChildren(
      ...segments.flatMap((segment) => [
        segmentElement(text, segment, paragraph.kind, chosen),
        ...markersAfter(context, paragraph.marks, segment, numbers, chosen, choose),
      ]),
    );
  };
  for (const paragraph of paragraphs) draw(paragraph, undefined);
  const root = element(
    "div",
    { class: "text", dir: "auto" },
    ...paragraphs.map((paragraph) => paragraph.root),
  );
  const note = element("ul", { class: "claims annotation" });
  let now: number | undefined;
  return {
    root,
    choose(claim) {
      if (claim === now) return;
      const hadFocus = root.closest(".card")?.contains(document.activeElement) ?? false;
      const touched = (of: number | undefined) =>
        of === undefined ? [] : paragraphs.filter((each) => isAbout(context, index, of, each));
      for (const paragraph of new Set([...touched(now), ...touched(claim)])) draw(paragraph, claim);
      now = claim;
      note.remove();
      const first = root.querySelector(".chosen")?.closest(".zone");
      if (claim === undefined || !first) return;
      note.replaceChildren(claimRow(context, claim));
      first.after(note);
      first.scrollIntoView({ block: "center" });
      if (hadFocus) note.querySelector("button")?.focus({ preventScroll: true });
    },
  };
}

function segmentElement(
  text: string,
  { range, values }: Segment<TextMark>,
  kind: TextBlock["kind"],
  chosen: number | undefined,
): Node | string {
  const written = slice(text, range);
  const classes = new Set<string>();
  const parts: string[] = [];
  for (const value of values) {
    if (value.kind === "part") parts.push(value.part);
    else if (value.kind === "zone" && value.zone !== kind) classes.add(`run-in ${value.zone}`);
    else if (value.kind === "claim") classes.add(value.claim === chosen ? "claimed chosen" : "claimed");
  }
  const inner = parts.length > 0 ? element("mark", { class: parts.join(" ") }, written) : written;
  return classes.size === 0 ? inner : element("span", { class: [...classes].join(" ") }, inner);
}

/** The numbers of the claims whose sentence ends with a segment; each leads to its claim. */
function markersAfter(
  context: CardContext,
  marks: readonly Mark<TextMark>[],
  { range: [, end] }: Segment<TextMark>,
  numbers: ReadonlyMap<number, number>,
  chosen: number | undefined,
  choose: (claim: number) => void,
): readonly HTMLElement[] {
  const ending = marks.flatMap(({ range, value }) =>
    range[1] === end && value.kind === "claim" ? [value.claim] : [],
  );
  return [...new Set(ending)].map((claim) => {
    const number = String(numbers.get(claim) ?? "");
    const row = context.catalogue.payload.claims[claim];
    return button(
      {
        class: passes(context, claim) ? "marker" : "marker filtered",
        "aria-label": words.marker(number, row ? claimText(context.catalogue, row) : "").toWellFormed(),
        "aria-pressed": String(claim === chosen),
      },
      () => choose(claim),
      number,
    );
  });
}

function isAbout(context: CardContext, index: number, claim: number, { marks, range }: Paragraph): boolean {
  return (
    marks.some(({ value }) => value.kind === "claim" && value.claim === claim) ||
    wordMarks(context.catalogue, index, claim).some((mark) => touches(mark.range, range))
  );
}

function touches([start, end]: readonly [number, number], [from, to]: readonly [number, number]): boolean {
  return start < to && from < end;
}
