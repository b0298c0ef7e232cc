import { isAsserted, type Stance } from "../model/stance.ts";

/** How many claims of a kind were judged, and how many of them were right. */
interface Judged {
  readonly right: number;
  readonly of: number;
}

/**
 * How often each extractor is right: of what the article tells plainly as a fact, and of what is said, denied or open.
 *
 * Counted on 180 claims drawn from Wikinews of 2019 and judged by strict readers (`tests/gold/wikinews-2019.tsv`, and the
 * first eighty of `wikinews-2019-calibration.tsv`); of compounds, too rare there, on the five annotated articles.
 */
const JUDGED: ReadonlyMap<string, { readonly plain: Judged; readonly held: Judged }> = new Map([
  ["clause", { plain: { right: 30, of: 38 }, held: { right: 11, of: 20 } }],
  ["noun", { plain: { right: 3, of: 6 }, held: { right: 1, of: 5 } }],
  ["compound", { plain: { right: 10, of: 11 }, held: { right: 0, of: 0 } }],
  ["office", { plain: { right: 20, of: 21 }, held: { right: 2, of: 4 } }],
  ["place", { plain: { right: 6, of: 6 }, held: { right: 0, of: 0 } }],
  ["open", { plain: { right: 48, of: 58 }, held: { right: 16, of: 24 } }],
]);

/** How sure it is that a sentence says what an extractor reads in it: the share that was right, from 0 to 1, two decimals. */
export function reliabilityOf(extractor: string, stance: Stance<number>): number {
  const judged = JUDGED.get(extractor)?.[isAsserted(stance) ? "plain" : "held"] ?? { right: 0, of: 0 };
  // One right and one wrong more (Laplace), so that of few nobody is certain.
  return Math.round((100 * (judged.right + 1)) / (judged.of + 2)) / 100;
}
