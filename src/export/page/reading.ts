import {
  confidenceWords,
  literalWords,
  sourceWords,
  stanceWords,
  whenWords,
} from "../../model/claim-wording.ts";
import { byCodeUnit } from "../../model/order.ts";
import type { PageClaim, PageDisagreement, PageEvidence, PagePayload } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { sideWords } from "../../model/side-words.ts";
import { escapeHtml } from "./escape.ts";

/** How much of a large graph is written out; the rest needs the script, or the other formats. Every reader waits for it. */
const claimsInAll = 200;
const claimsOfOne = { small: 20, large: 6 };
const quotesShown = 3;
const differencesShown = 20;

const say = pageWords.reading;

/** The heading numbers: "12 claims about 9 entities, read in 3 documents". */
export function headline({ counts: { claims, entities, documents } }: PagePayload): string {
  return say.headline(claims, entities, documents);
}

/**
 * The graph as plain HTML for readers without a script, for print and for search engines: what the articles differ in,
 * then the most connected entities with the claims they are the subject of, and the sentences that say so.
 */
export function* readingHtml(payload: PagePayload): Iterable<string> {
  yield `<main id="reading" lang="en">
<h1>${escapeHtml(say.title)}</h1>
<p>${escapeHtml(headline(payload))}. ${escapeHtml(say.asserted(payload.counts.asserted))}</p>
`;
  yield* differences(payload);
  const bySubject = claimsBySubject(payload);
  const entities = mostConnected(payload, bySubject);
  const most = payload.claims.length > claimsInAll ? claimsOfOne.large : claimsOfOne.small;
  let [shown, claims] = [0, 0];
  for (const entity of entities) {
    const own = bySubject.get(entity) ?? [];
    claims += Math.min(own.length, most);
    if (claims > claimsInAll) break;
    yield entitySection(payload, entity, own, most);
    shown++;
  }
  yield `${further(entities.length - shown, "entity")}</main>\n`;
}

function* differences(payload: PagePayload): Iterable<string> {
  const all = payload.disagreements;
  if (all.length === 0) return;
  yield `<section>\n<h2>${escapeHtml(say.differences)}</h2>\n<ol>\n`;
  for (const one of all.slice(0, differencesShown)) yield differenceItem(payload, one);
  yield `</ol>\n${further(all.length - differencesShown, "difference")}</section>\n`;
}

function differenceItem(payload: PagePayload, row: PageDisagreement): string {
  const { kind, about, sides } = row;
  return [
    `<li><p class="claim"><bdi>${escapeHtml(about)}</bdi></p>`,
    `<p class="stance">${escapeHtml(pageWords.cards.differs.kinds[kind])}</p>`,
    `<ul>`,
    ...sides.flatMap(({ value, claims }) => [
      `<li><bdi>${escapeHtml(sideWords(row, value))}</bdi>`,
      ...evidenceOf(payload, claims).map((evidence) => quoteHtml(payload, evidence)),
      `</li>`,
    ]),
    `</ul></li>\n`,
  ].join("\n");
}

/** Of some claims, one sentence for each document. */
function evidenceOf(payload: PagePayload, claims: readonly number[]): readonly PageEvidence[] {
  const first = new Map<number, PageEvidence>();
  for (const evidence of claims.flatMap((i) => payload.claims[i]?.evidence ?? []))
    if (!first.has(evidence.document)) first.set(evidence.document, evidence);
  return [...first.values()].slice(0, quotesShown);
}

function claimsBySubject({ claims }: PagePayload): ReadonlyMap<number, readonly PageClaim[]> {
  const bySubject = new Map<number, PageClaim[]>();
  for (const claim of claims) {
    const own = bySubject.get(claim.subject);
    if (own === undefined) bySubject.set(claim.subject, [claim]);
    else own.push(claim);
  }
  return bySubject;
}

/** Subjects of claims; the ones drawn largest first, then by label. */
function mostConnected(payload: PagePayload, subjects: ReadonlyMap<number, unknown>): readonly number[] {
  const size = (i: number): number => payload.entities[i]?.place?.size ?? 0;
  const label = (i: number): string => payload.entities[i]?.label ?? "";
  return [...subjects.keys()].sort((a, b) => size(b) - size(a) || byCodeUnit(label(a), label(b)) || a - b);
}

function entitySection(
  payload: PagePayload,
  index: number,
  claims: readonly PageClaim[],
  most: number,
): string {
  const entity = payload.entities[index];
  const type = payload.types[entity?.type ?? -1]?.label ?? "";
  return [
    `<section>`,
    `<h2>${name(payload, index)}</h2>`,
    `<p>${escapeHtml([type, ...(entity?.aliases ?? [])].join(" · "))}</p>`,
    `<ol>`,
    ...claims.slice(0, most).map((claim) => claimItem(payload, claim)),
    `</ol>`,
    `${further(claims.length - most, "claim")}</section>\n`,
  ].join("\n");
}

function claimItem(payload: PagePayload, claim: PageClaim): string {
  const label = (i: number): string => payload.entities[i]?.label ?? "";
  const speakers = claim.stance.speakers.map(label);
  const notes = [
    ...stanceWords({ ...claim.stance, speakers }),
    confidenceWords(claim.confidence),
    sourceWords(claim.documents, claim.independentSources),
    ...(claim.time === undefined ? [] : [whenWords(claim.time)]),
  ];
  return [
    `<li><p class="claim">${name(payload, claim.subject)} ${escapeHtml(payload.relations[claim.relation]?.label ?? "")} ${objectHtml(payload, claim)}</p>`,
    `<p class="stance">${escapeHtml(notes.join(" · "))}</p>`,
    ...claim.evidence.slice(0, quotesShown).map((evidence) => quoteHtml(payload, evidence)),
    `</li>`,
  ].join("\n");
}

function objectHtml(payload: PagePayload, { object }: PageClaim): string {
  if (object === null) return "";
  return typeof object === "number"
    ? name(payload, object)
    : `<bdi>${escapeHtml(literalWords(object))}</bdi>`;
}

function quoteHtml(payload: PagePayload, evidence: PageEvidence): string {
  const document = payload.documents[evidence.document];
  const quote = document?.text.slice(...evidence.quote) ?? "";
  const source = [
    document?.outlet ?? document?.agency ?? document?.id,
    document?.headline,
    document?.published,
  ].filter((part) => part !== undefined);
  return `<blockquote><p><bdi>${escapeHtml(quote)}</bdi></p><footer>${escapeHtml(source.join(", "))}</footer></blockquote>`;
}

function name(payload: PagePayload, entity: number): string {
  return `<bdi>${escapeHtml(payload.entities[entity]?.label ?? "")}</bdi>`;
}

function further(count: number, thing: string): string {
  return count > 0 ? `<p>${escapeHtml(say.further(count, thing))}</p>\n` : "";
}
