import { countWords, dayWords } from "../../model/claim-wording.ts";
import type { PageArgument, PageClaim } from "../../model/page-payload.ts";
import { pageWords } from "../../model/page-words.ts";
import { toldOtherwise } from "../data/claim-groups.ts";
import { tellingOf } from "../data/telling.ts";
import { button, type Child, element, isolated } from "../element.ts";
import type { Card, CardContext } from "./card.ts";
import {
  confidenceMeter,
  entityLink,
  folded,
  joined,
  linkedSentence,
  part,
  publisherLink,
  stanceTags,
} from "./cards.ts";
import { claimRows } from "./claim-rows.ts";
import { markKey, quotations } from "./quotation.ts";
import { versions } from "./versions.ts";

const words = pageWords.cards;

/** Everything about one claim: what it says, how it is held, how sure it is, and every sentence that says so. */
export function claimCard(context: CardContext, index: number): Card {
  const claim = context.catalogue.payload.claims[index];
  if (claim === undefined) return { root: element("article") };
  const root = element(
    "article",
    { class: "card claim-card" },
    element("p", { class: "kind" }, words.kinds.claim),
    element("h2", { tabindex: "-1", class: "statement" }, ...linkedSentence(context, claim)),
    stanceTags(context.catalogue, claim),
    facts(context, claim),
    part(words.evidence, markKey(), quotations(context, index)),
    ...conflicts(context, index, claim),
    ...otherwise(context, index),
  );
  return { root };
}

function facts(context: CardContext, claim: PageClaim): HTMLElement {
  const { days } = tellingOf(context.catalogue, [claim]);
  return element(
    "dl",
    { class: "facts" },
    ...row(words.confidence, confidenceMeter(claim.confidence)),
    ...row(words.toldBy, ...toldBy(context, claim)),
    ...relationRow(context, claim),
    ...whenRow(claim),
    ...(days === undefined ? [] : row(words.published, dayWords(days))),
    ...claim.arguments.flatMap((argument) => argumentRow(context, argument)),
  );
}

function row(term: string, ...details: readonly Child[]): readonly Child[] {
  return [element("dt", {}, isolated(term)), element("dd", {}, ...details)];
}

/** "3 documents from 3 outlets, 1 independent source", and which of them print one text. */
function toldBy(context: CardContext, claim: PageClaim): readonly Child[] {
  const { catalogue } = context;
  const { outlets, prints } = tellingOf(catalogue, [claim]);
  if (claim.documents === 1) return [countWords(1, words.document)];
  const sum = words.tellers(
    countWords(claim.documents, words.document),
    countWords(outlets.length, words.outlet),
    countWords(claim.independentSources, words.independentSource),
  );
  const copies = prints.map(({ wire, documents }) => {
    const agency = catalogue.payload.wires[wire]?.agency;
    const links = documents.map((index) => publisherLink(context, index));
    return folded(words.printOneText(documents.length, claim.documents, agency), () => joined(links, ", "));
  });
  return [sum, ...copies];
}

/** What the ontology has no relation for is told in the words of the text. */
function relationRow({ catalogue }: CardContext, claim: PageClaim): readonly Child[] {
  const open = catalogue.payload.relations[claim.relation]?.open;
  return open ? row(words.relation, words.ownWords) : [];
}

function whenRow({ time }: PageClaim): readonly Child[] {
  if (time === undefined) return [];
  const told = time.basis === "event" ? words.toldByOthers : words.inWords(time.text);
  return row(
    time.basis === "said" ? words.said : words.when,
    element("time", { datetime: time.start }, dayWords(time)),
    told !== "" && " ",
    told !== "" && element("small", {}, isolated(told)),
  );
}

function argumentRow(context: CardContext, { role, entities, claims }: PageArgument): readonly Child[] {
  const links = joined(
    entities.map((entity) => entityLink(context, entity)),
    ", ",
  );
  const content = claims.length > 0 && claimRows(context, claims);
  return links.length === 0 && content === false ? [] : row(words.role(role), ...links, content);
}

/** What cannot hold together with it, as rows or side by side. */
function conflicts(context: CardContext, index: number, claim: PageClaim): readonly HTMLElement[] {
  if (claim.conflictsWith.length === 0) return [];
  const rows = claimRows(context, claim.conflictsWith);
  const beside = element("div", { hidden: "" });
  const toggle = button(
    { class: "slight", "aria-expanded": "false" },
    () => {
      const open = beside.hidden;
      if (open && beside.childElementCount === 0)
        beside.append(
          versions(
            context,
            [index, ...claim.conflictsWith].map((each) => ({ claims: [each] })),
          ),
        );
      beside.hidden = !open;
      rows.hidden = open;
      toggle.setAttribute("aria-expanded", String(open));
    },
    words.sideBySide,
  );
  return [part(words.contradictedBy, toggle, rows, beside)];
}

/** Other stances, days and speakers of the same event. */
function otherwise(context: CardContext, index: number): readonly HTMLElement[] {
  const others = toldOtherwise(context.catalogue, index);
  return others.length === 0 ? [] : [part(words.toldOtherwise, claimRows(context, others, 6))];
}
