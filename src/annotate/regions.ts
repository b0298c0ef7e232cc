import type { Sentence } from "../model/annotated-document.ts";
import { isA } from "../model/ontology.ts";
import { contains } from "../model/span.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Draft } from "./mentions.ts";
import { longestAt } from "./name-table.ts";

/**
 * Reads "Homs" as the province where the same sentence goes on to speak of "the province", in a document that speaks of
 * "Homs province" elsewhere: by itself the name is that of the town.
 */
export function withRegions(
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  text: string,
  lexicon: Lexicon,
): readonly Draft[] {
  const isRegion = ({ type }: Draft) => type !== undefined && isA(lexicon.ontology, type, "Region");
  const regions = new Map(
    drafts.flatMap((draft) => (draft.known && isRegion(draft) ? [[draft.text, draft] as const] : [])),
  );
  const spokenOf = drafts.filter(
    (draft) => draft.kind === "nominal" && isRegion(draft) && /^the\s/i.test(draft.text),
  );
  if (regions.size === 0 || spokenOf.length === 0) return drafts;
  return drafts.map((draft) => {
    const region = regions.get(draft.text);
    const own = region && sentences.find((sentence) => contains(sentence, draft));
    const told = own && spokenOf.some((other) => other.start > draft.end && contains(own, other));
    if (!region || !told || draft.known === region.known || !mayBe(draft, region)) return draft;
    return {
      ...draft,
      known: region.known,
      type: region.type,
      reason: `called "${kindOf(region)}" behind it`,
    };
  });

  function mayBe(draft: Draft, region: Draft): boolean {
    const span = draft.kind === "name" ? longestAt(lexicon.names, text, draft.start, draft.end) : undefined;
    return span?.candidates.some(({ id, as }) => id === region.known && as === "name") === true;
  }

  function kindOf({ phrase, end }: Draft): string {
    return text.slice(end, Math.max(end, phrase.end)).trim() || "region";
  }
}
