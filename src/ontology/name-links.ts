import { byCodeUnit } from "../model/order.ts";
import { IRI, shorten } from "./entries.ts";
import type { Listing } from "./listing.ts";
import { type Problem, quoted } from "./ontology-error.ts";

/** The address of an item of Wikidata for each of the ways that people write one: `Q42`, `wd:Q42`, that of its page. */
export function canonicalLink(link: string): string {
  const item = /^(?:wd:|https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)$/.exec(
    link.trim(),
  );
  return item ? `http://www.wikidata.org/entity/${item[1]}` : link.trim();
}

/** Whether a link is an item of Wikidata; a thing has one. */
export function isWikidataItem(link: string): boolean {
  return link.startsWith("http://www.wikidata.org/entity/Q");
}

/** Links that are no addresses, or lead to what is described here. */
export function linkProblems({ file, entry, sameAs }: Listing): readonly Problem[] {
  return [...sameAs].sort(byCodeUnit).flatMap((iri) => {
    const wrong = linkProblem(iri);
    return wrong === undefined ? [] : [{ file, entry, message: `has sameAs ${wrong}` }];
  });
}

function linkProblem(iri: string): string | undefined {
  if (iri.startsWith(IRI.ent))
    return `${shorten(iri)}, which is an entity of the graph itself; write both names in one entry if they are one`;
  if (!isAddress(iri))
    return `${quoted(iri)}, which is no http or https address; write it out, such as http://www.wikidata.org/entity/Q42`;
  return undefined;
}

function isAddress(iri: string): boolean {
  return (
    iri.length <= 2000 &&
    /^https?:\/\/[^\s<>"{}|^`\\\p{Cc}]+$/u.test(iri) &&
    URL.canParse(iri) &&
    iri.isWellFormed()
  );
}
