import type { PageClaim, PageEvidence } from "../../model/page-payload.ts";
import type { Day, DayRange } from "../../model/time.ts";
import { type Catalogue, quoteOf } from "./catalogue.ts";
import { oneLine } from "./citation.ts";

/** Documents of a claim that print one text. */
export interface Prints {
  /** Index into the wires. */
  readonly wire: number;
  /** Indexes into the documents; two or more. */
  readonly documents: readonly number[];
}

/** Who tells a claim. */
export interface Telling {
  /** Indexes into the documents, in payload order. */
  readonly documents: readonly number[];
  /** Their publishers, each once, in the order of the documents. */
  readonly outlets: readonly string[];
  readonly prints: readonly Prints[];
  /** From the first day to the last on which documents told it. */
  readonly days: DayRange | undefined;
}

/** Who tells some claims, taken together. */
export function tellingOf({ payload, publishers }: Catalogue, claims: readonly PageClaim[]): Telling {
  const evidence = claims.flatMap((claim) => claim.evidence);
  const documents = [...new Set(evidence.map(({ document }) => document))].sort((a, b) => a - b);
  const days = documents.flatMap((i): Day[] => [payload.documents[i]?.published ?? []].flat()).sort();
  const [start, end] = [days[0], days.at(-1)];
  const prints = new Map<number, number[]>();
  for (const i of documents) {
    const wire = payload.documents[i]?.wire;
    if (wire === undefined) continue;
    const same = prints.get(wire);
    if (same === undefined) prints.set(wire, [i]);
    else same.push(i);
  }
  return {
    documents,
    outlets: [...new Set(documents.map((i) => publishers[i] ?? ""))],
    prints: [...prints]
      .filter(([, each]) => each.length > 1)
      .map(([wire, each]) => ({ wire, documents: each })),
    days: start === undefined || end === undefined ? undefined : { start, end },
  };
}

/** One wording, and the documents in which it stands. */
export interface Quotation {
  /** In the order of the claim's evidence; never empty, the first is the one to show. */
  readonly prints: readonly [PageEvidence, ...PageEvidence[]];
}

/** The evidence of a claim, the same words of several documents taken together; in the order in which they come first. */
export function quotationsOf(catalogue: Catalogue, claim: PageClaim): readonly Quotation[] {
  const byWords = new Map<string, [PageEvidence, ...PageEvidence[]]>();
  for (const evidence of claim.evidence) {
    const words = oneLine(quoteOf(catalogue, evidence));
    const prints = byWords.get(words);
    if (prints === undefined) byWords.set(words, [evidence]);
    else prints.push(evidence);
  }
  return [...byWords.values()].map((prints) => ({ prints }));
}
