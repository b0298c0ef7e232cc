import {
  confidenceWords,
  countWords,
  digits,
  literalWords,
  sourceWords,
  stanceWords,
  whenWords,
} from "../../model/claim-wording.ts";
import { byCodeUnit } from "../../model/order.ts";
import type { PageClaim, PageEvidence, PagePayload } from "../../model/page-payload.ts";
import { escapeHtml } from "./escape.ts";

/** How much of a large graph is written out; the rest needs the script, or the other formats. */
const entitiesShown = 50;
const claimsShown = 20;
const quotesShown = 3;

/** The heading numbers: "12 claims about 9 entities, read in 3 documents". */
export function headline({ counts }: PagePayload): string {
  const claims = countWords(counts.claims, "claim");
  const entities = countWords(counts.entities, "entity");
  return `${claims} about ${entities}, read in ${countWords(counts.documents, "document")}`;
}

/**
 * The graph as plain HTML for readers without a script, for print and for search engines: the most connected
 * entities with the claims they are the subject of, and the sentences that say so.
 */
export function readingHtml(payload: PagePayload): string {
  const bySubject = new Map<number, PageClaim[]>();
  for (const claim of payload.claims) {
    bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  }
  const sections = mostConnected(payload, bySubject)
    .slice(0, entitiesShown)
    .map((entity) => entitySection(payload, entity, bySubject.get(entity) ?? []));
  return [
    `<main id="reading" lang="en">`,
    `<h1>Who says what</h1>`,
    `<p>${escapeHtml(headline(payload))}. ${digits(payload.counts.asserted)} are told as fact; the others are denied, reported, planned or uncertain.</p>`,
    ...sections,
    more(bySubject.size - sections.length, "further entity"),
    `</main>`,
  ].join("\n");
}

/** Subjects of claims; the ones drawn largest first, then by label. */
function mostConnected(payload: PagePayload, subjects: ReadonlyMap<number, unknown>): readonly number[] {
  const size = (i: number): number => payload.entities[i]?.place?.size ?? 0;
  const label = (i: number): string => payload.entities[i]?.label ?? "";
  return [...subjects.keys()].sort((a, b) => size(b) - size(a) || byCodeUnit(label(a), label(b)) || a - b);
}

function entitySection(payload: PagePayload, index: number, claims: readonly PageClaim[]): string {
  const entity = payload.entities[index];
  const type = payload.types[entity?.type ?? -1] ?? "";
  return [
    `<section>`,
    `<h2>${name(payload, index)}</h2>`,
    `<p>${escapeHtml([type, ...(entity?.aliases ?? [])].join(" · "))}</p>`,
    `<ol>`,
    ...claims.slice(0, claimsShown).map((claim) => claimItem(payload, claim)),
    `</ol>`,
    more(claims.length - claimsShown, "further claim"),
    `</section>`,
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
  const { outlet, agency, id, published, headline } = payload.documents[evidence.document] ?? { id: "" };
  const source = [outlet ?? agency ?? id, headline, published].filter((part) => part !== undefined);
  return `<blockquote><p><bdi>${escapeHtml(payload.quotes[evidence.quote] ?? "")}</bdi></p><footer>${escapeHtml(source.join(", "))}</footer></blockquote>`;
}

function name(payload: PagePayload, entity: number): string {
  return `<bdi>${escapeHtml(payload.entities[entity]?.label ?? "")}</bdi>`;
}

function more(count: number, thing: string): string {
  return count > 0 ? `<p>… and ${countWords(count, thing)}.</p>` : "";
}
