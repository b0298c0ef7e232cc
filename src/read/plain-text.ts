import type { Document, Zone } from "../model/document.ts";
import { bySpan, spanOf } from "../model/span.ts";
import { findDate } from "./calendar.ts";
import { type FrontMatter, frontMatter } from "./front-matter.ts";
import { paragraphs } from "./paragraphs.ts";
import type { Reader, ReaderContext } from "./reader.ts";
import { type Classified, classify } from "./zones.ts";

/** "BEIRUT —", "DAMASCUS •", "WASHINGTON (Reuters) -", "New York, Oct 3 (AP):" before the first words of an article. */
const DATELINE =
  /^(\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,4}(?:, \p{Lu}[\p{L}.]{1,9} \d{1,2})?)(?: ?\(([^()]{2,40})\))?\s?(?::|—|–|•|--| -)\s+/u;
/** "Published in The Daily, October 3" and "The Daily, Sunday 3 October". */
const IN_OUTLET =
  /(?:\b(?:[Pp]ublished in|print edition of)\s+|^)(?:the (?=\p{Ll}))?(?:[Tt]he )?((?:\p{Lu}[\p{L}'’&.]*)(?: (?:of|and|\p{Lu}[\p{L}'’&.]*))*)(?=, | on |$)/u;

/** News articles as plain text: front matter or scraped lines, then the text. */
export const plainText = {
  extensions: [".txt", ".text", ".md"],
  read(id: string, text: string, context: ReaderContext): Document {
    const front = frontMatter(text);
    const classified = classify(paragraphs(text, front.span.end), context);
    const dateline = findDateline(classified);
    const zones = [...frontZones(front), ...classified.flatMap((c) => zonesOf(c, dateline))].sort(bySpan);
    return { id, text, zones, ...describe(front, classified, dateline, context) };
  },
} satisfies Reader;

interface Dateline {
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly agency: string | undefined;
}

function findDateline(classified: readonly Classified[]): Dateline | undefined {
  const first = classified.find(({ kind }) => kind === "body")?.paragraph;
  const match = first && DATELINE.exec(first.text.slice(0, 200));
  if (!first || !match) return undefined;
  // "UN: …" is a label, "BEIRUT: …" a place.
  if (match[0].trimEnd().endsWith(":") && (match[1] as string).length < 4) return undefined;
  const place = (match[1] as string).replace(/,? \p{L}{3,9}\.? \d{1,2}$/u, "");
  return { start: first.start, end: first.start + match[0].length, place, agency: match[2] };
}

function frontZones({ span }: FrontMatter): readonly Zone[] {
  return span.end > span.start ? [{ ...span, kind: "frontMatter" }] : [];
}

function zonesOf({ paragraph, kind }: Classified, dateline: Dateline | undefined): readonly Zone[] {
  if (dateline?.start !== paragraph.start) return [{ ...spanOf(paragraph), kind }];
  return [
    { start: dateline.start, end: dateline.end, kind: "dateline" },
    { start: dateline.end, end: paragraph.end, kind },
  ];
}

function describe(
  front: FrontMatter,
  classified: readonly Classified[],
  dateline: Dateline | undefined,
  { outlets }: ReaderContext,
): Omit<Document, "id" | "text" | "zones"> {
  const texts = (kind: Zone["kind"]) =>
    classified.filter((c) => c.kind === kind).map((c) => c.paragraph.text);
  const published = texts("publication");
  return {
    outlet: front.outlet ?? published.map(outletIn).find(Boolean),
    agency: front.agency ?? findOutlet([dateline?.agency ?? "", ...texts("byline")], outlets),
    headline: front.headline ?? texts("headline")[0],
    dateline: front.dateline ?? dateline?.place,
    published: front.published ?? published.map(findDate).find(Boolean),
    url: front.url,
  };
}

/** The first known outlet that a credit ends with: "Bassem Mroue, The Associated Press". */
function findOutlet(credits: readonly string[], outlets: ReadonlySet<string>): string | undefined {
  const names = [...outlets].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return credits
    .map((credit) => names.find((name) => ` ${credit.toLowerCase()}`.endsWith(` ${name.toLowerCase()}`)))
    .find(Boolean);
}

function outletIn(line: string): string | undefined {
  const name = IN_OUTLET.exec(line)?.[1];
  // A line may begin with a weekday or month as well: "Sunday, October 3".
  return name &&
    !findDate(`${name} 1, 2000`) &&
    !/^(?:\w+day|Published|Updated|Posted|First|Last|Issued)$/.test(name)
    ? name
    : undefined;
}
