import { dayWords } from "../../model/claim-wording.ts";
import type { PageEvidence } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { type Catalogue, quoteOf } from "./catalogue.ts";

/** A quote as it is cited: “quote” (Outlet, Headline, 21 Oct 2017, https://…). What is not known is left out. */
export function citationOf(catalogue: Catalogue, evidence: PageEvidence): string {
  const document = catalogue.payload.documents[evidence.document];
  const day = document?.published;
  const source = [
    catalogue.publishers[evidence.document],
    document?.headline,
    day && dayWords({ start: day, end: day }),
    document?.url,
  ].filter((part) => part !== undefined && part !== "");
  return pageWords.cards.citation(oneLine(quoteOf(catalogue, evidence)), source.map(oneLine).join(", "));
}

/** A text without line breaks and runs of white space. */
export function oneLine(text = ""): string {
  return text.replace(/\s+/gu, " ").trim();
}
