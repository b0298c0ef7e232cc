import type { Mention } from "../../model/mention.ts";
import type { Discourse } from "./discourse.ts";
import { quoteAround } from "./discourse.ts";
import type { Placed } from "./placed.ts";

/**
 * "I", "we" and "you": within one quotation, and within what the writer says, each is the same all along.
 *
 * Who the speaker of a quotation is, is asked only where claims are read.
 */
export function speakerAntecedent(placed: Placed, discourse: Discourse): Mention | undefined {
  const { series, mention } = placed;
  if (!series || !/^(?:I|we|you)$/.test(series.name)) return undefined;
  const quote = quoteAround(discourse, mention);
  for (let at = placed.sentence; at >= 0; at--) {
    const before = (discourse.placed[at] ?? []).findLast(
      (other) =>
        other.mention.end <= mention.start &&
        other.series === series &&
        quoteAround(discourse, other.mention) === quote,
    );
    if (before) return before.mention;
    if (quote && (discourse.sentences[at]?.start ?? 0) < quote.start) return undefined;
  }
  return undefined;
}
