import { dayWords, literalWords, sourceWords } from "../model/claim-wording.ts";
import type { PageArgument, PageClaim, PageEvidence } from "../model/page-payload.ts";
import {
  type CardContext,
  claimRows,
  confidenceMeter,
  entityLink,
  longList,
  outwardLink,
  part,
  publisherOf,
  relationClass,
  relationOf,
  stanceTags,
  timeElement,
} from "./cards.ts";
import { button, type Child, element, isolated } from "./element.ts";
import { quoteSegments } from "./marked-quote.ts";

/** Everything about one claim: what it says, how it is held, how sure it is, and every sentence that says so. */
export function claimCard(context: CardContext, index: number): HTMLElement {
  const claim = context.catalogue.payload.claims[index];
  if (claim === undefined) return element("article");
  return element(
    "article",
    { class: "card claim-card" },
    element("p", { class: "kind" }, "Claim"),
    element("h2", { tabindex: "-1", class: "statement" }, ...statement(context, claim)),
    stanceTags(context.catalogue, claim),
    facts(context, claim),
    ...conflicts(context, claim),
    evidencePart(context, claim),
  );
}

function statement(context: CardContext, claim: PageClaim): readonly Child[] {
  return [
    entityLink(context, claim.subject),
    " ",
    isolated(relationOf(context.catalogue, claim), relationClass(context.catalogue, claim)),
    claim.object !== null && " ",
    objectElement(context, claim),
  ];
}

function objectElement(context: CardContext, { object }: PageClaim): Child {
  if (object === null) return undefined;
  if (typeof object === "number") return entityLink(context, object);
  return isolated(literalWords(object), "value");
}

function facts(context: CardContext, claim: PageClaim): HTMLElement {
  const rows: Child[] = [
    ...row("Confidence", confidenceMeter(claim.confidence)),
    ...row("Sources", sourceWords(claim.documents, claim.independentSources)),
    ...relationRow(context, claim),
    ...whenRow(claim),
    ...toldRow(context, claim),
    ...claim.arguments.flatMap((argument) => argumentRow(context, argument)),
  ];
  return element("dl", { class: "facts" }, ...rows);
}

function row(term: string, ...details: readonly Child[]): readonly Child[] {
  return [element("dt", {}, isolated(term)), element("dd", {}, ...details)];
}

/** What the ontology has no relation for is told in the words of the text. */
function relationRow({ catalogue }: CardContext, claim: PageClaim): readonly Child[] {
  const open = catalogue.payload.relations[claim.relation]?.open;
  return open ? row("Relation", "in the words of the text; the ontology has none for them") : [];
}

function whenRow({ time }: PageClaim): readonly Child[] {
  if (time === undefined) return [];
  const told = time.text.length === 0 ? "" : ` (“${time.text.join("”, “")}”)`;
  const words = time.basis === "event" ? " (as others tell of it)" : told;
  return row(
    time.basis === "said" ? "Said" : "When",
    element("time", { datetime: time.start }, dayWords(time)),
    element("small", {}, isolated(words)),
  );
}

/** The days on which documents told it. */
function toldRow({ catalogue }: CardContext, claim: PageClaim): readonly Child[] {
  const days = claim.evidence
    .flatMap(({ document }) => catalogue.payload.documents[document]?.published ?? [])
    .sort();
  const [start, end] = [days[0], days.at(-1)];
  return start === undefined || end === undefined ? [] : row("Published", dayWords({ start, end }));
}

function argumentRow(context: CardContext, { role, entities, claims }: PageArgument): readonly Child[] {
  const links = entities.flatMap((entity, i) => [i > 0 && ", ", entityLink(context, entity)]);
  const content = claims.length === 0 ? undefined : claimRows(context, claims);
  return links.length === 0 && content === undefined ? [] : row(role, ...links, content);
}

function conflicts(context: CardContext, { conflictsWith }: PageClaim): readonly HTMLElement[] {
  return conflictsWith.length === 0 ? [] : [part("Contradicted by", claimRows(context, conflictsWith))];
}

const evidenceShown = 6;

function evidencePart(context: CardContext, claim: PageClaim): HTMLElement {
  const key = element(
    "p",
    { class: "mark-key" },
    element("mark", { class: "subject" }, "who"),
    " ",
    element("mark", { class: "predicate" }, "does"),
    " ",
    element("mark", { class: "object" }, "what"),
  );
  const items = claim.evidence.map((piece) => () => evidenceItem(context, claim, piece));
  return part("Evidence", key, longList("evidence", items, evidenceShown));
}

function evidenceItem(context: CardContext, claim: PageClaim, evidence: PageEvidence): HTMLElement {
  const quote = context.catalogue.payload.quotes[evidence.quote] ?? "";
  return element(
    "li",
    {},
    element("blockquote", {}, element("bdi", {}, ...markedQuote(quote, evidence))),
    voice(context, claim),
    citation(context, evidence),
    element(
      "details",
      {},
      element("summary", {}, "How it was read"),
      element(
        "p",
        {},
        "Read by ",
        element("code", {}, evidence.extractor),
        ", ",
        confidenceMeter(evidence.confidence),
      ),
    ),
  );
}

function markedQuote(quote: string, evidence: PageEvidence): readonly Child[] {
  return quoteSegments(quote, evidence).map(({ text, parts }) =>
    parts.length === 0 ? text : element("mark", { class: parts.join(" ") }, text),
  );
}

function voice(context: CardContext, { stance }: PageClaim): HTMLElement {
  if (stance.speakers.length === 0) return element("p", { class: "voice" }, "Reported by the outlet itself");
  const speakers = stance.speakers.flatMap((speaker, i) => [
    i === 0 ? "Said by " : ", citing ",
    entityLink(context, speaker),
  ]);
  return element("p", { class: "voice" }, ...speakers);
}

function citation({ catalogue, go }: CardContext, evidence: PageEvidence): HTMLElement {
  const document = catalogue.payload.documents[evidence.document];
  const open = (): void => go({ kind: "document", index: evidence.document });
  return element(
    "p",
    { class: "citation" },
    button({ class: "outlet" }, open, isolated(publisherOf(document))),
    document?.headline !== undefined && ", ",
    document?.headline !== undefined && outwardLink(document.url, document.headline),
    document?.published !== undefined && ", ",
    document?.published !== undefined && timeElement(document.published),
  );
}
