import type { PageClaim, PageDocument, PageEvidence, PageRange } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { copyText } from "../copy-text.ts";
import { citationOf } from "../data/citation.ts";
import { type ClaimPart, partMarks, passageOf } from "../data/passage.ts";
import { type Mark, segmentsOf, slice } from "../data/segments.ts";
import { type Quotation, quotationsOf } from "../data/telling.ts";
import { button, type Child, element, isolated } from "../element.ts";
import type { CardContext } from "./card.ts";
import {
  cardLink,
  confidenceMeter,
  entityLink,
  folded,
  type Going,
  joined,
  longList,
  outwardSign,
  timeElement,
} from "./cards.ts";

const words = pageWords.cards;

/** Every wording that makes a claim, with who prints it; the same words of several documents once. */
export function quotations(context: CardContext, index: number, limit = 6): HTMLElement {
  const claim = context.catalogue.payload.claims[index];
  if (claim === undefined) return element("div");
  const items = quotationsOf(context.catalogue, claim).map(
    (quotation) => () => quotationItem(context, index, claim, quotation),
  );
  return longList("evidence", items, limit);
}

/** What the colours and lines under the words of a quote stand for. */
export function markKey(): HTMLElement {
  return element(
    "p",
    { class: "mark-key" },
    ...joined(
      (["subject", "predicate", "object"] as const).map((name) =>
        element("mark", { class: name }, words.markKey[name]),
      ),
      " ",
    ),
  );
}

function quotationItem(
  context: CardContext,
  index: number,
  claim: PageClaim,
  { prints }: Quotation,
): HTMLElement {
  const [evidence] = prints;
  const document = context.catalogue.payload.documents[evidence.document];
  return element(
    "li",
    {},
    element("blockquote", {}, element("bdi", {}, ...(document ? markedPassage(document, evidence) : []))),
    voice(context, claim),
    ...prints.map((print) => citation(context, print, index)),
    element(
      "div",
      { class: "aside" },
      copyButton(context, evidence),
      folded(words.howRead, () => reading(prints)),
    ),
  );
}

/** The sentence that says so, its words marked, with what stands around it muted. */
export function markedPassage(document: PageDocument, evidence: PageEvidence): readonly Child[] {
  const marks = partMarks(evidence);
  return passageOf(document, evidence).flatMap(({ range, says, cutBefore, cutAfter }, i) => [
    cutBefore ? (i === 0 ? "… " : " … ") : i > 0 && " ",
    element(
      "span",
      { class: says ? "says" : "around" },
      ...markedText(document.text, range, marks),
      cutAfter && " …",
    ),
  ]);
}

/** The words of a stretch of text, marked where they are a part of a claim. */
export function markedText(
  text: string,
  range: PageRange,
  marks: readonly Mark<ClaimPart>[],
): readonly Child[] {
  return segmentsOf(range, marks).map(({ range: piece, values }) =>
    values.length === 0
      ? slice(text, piece)
      : element("mark", { class: values.join(" ") }, slice(text, piece)),
  );
}

/** Who says it: the article, or those whom it cites. */
function voice(context: Going, { stance }: PageClaim): HTMLElement {
  if (stance.speakers.length === 0) return element("p", { class: "voice" }, words.ownVoice);
  const speakers = stance.speakers.flatMap((speaker, i) => [
    i === 0 ? words.saidBy : words.citing,
    entityLink(context, speaker),
  ]);
  return element("p", { class: "voice" }, ...speakers);
}

/** Outlet, headline, day, and the ways to the document and to the article. */
function citation(context: Going, { document: index }: PageEvidence, claim: number): HTMLElement {
  const { catalogue } = context;
  const document = catalogue.payload.documents[index];
  const title = isolated(document?.headline ?? words.readThere);
  const day = document?.published;
  return element(
    "p",
    { class: "citation" },
    isolated(catalogue.publishers[index] ?? words.unknownDocument, "outlet"),
    ", ",
    cardLink(context, { kind: "document", index, claim }, "title-link", title),
    outwardSign(document?.url),
    day !== undefined && ", ",
    day !== undefined && timeElement(day),
  );
}

function copyButton({ catalogue, say }: CardContext, evidence: PageEvidence): HTMLElement {
  const copy = button(
    { class: "slight" },
    async () => {
      const done = await copyText(citationOf(catalogue, evidence));
      copy.textContent = done ? words.copied : words.notCopied;
      say(copy.textContent);
    },
    words.copy,
  );
  return copy;
}

function reading(prints: Quotation["prints"]): readonly Child[] {
  return prints.map(({ extractor, confidence }) =>
    element("p", {}, words.readBy, element("code", {}, extractor), ", ", confidenceMeter(confidence)),
  );
}
