import type { Mention } from "../model/mention.ts";
import type { Extractor, SentenceContext } from "./extractor.ts";
import { stanceOfCompound } from "./stance.ts";
import { checkPhrase, modifiersOf, parted } from "./triples.ts";
import type { PhraseUnit } from "./units.ts";
import { said } from "./wordings.ts";

const CONFIDENCE = 0.9;

/** A participle that a hyphen binds to a name, before a noun: "US-backed rebels", "the UK-based observatory". */
export const compound = {
  id: "compound",
  reads: "the US-backed Syrian Democratic Forces",
  extract(context) {
    const phrases = context.reading.units.filter((unit) => unit.kind === "phrase");
    return parted(
      phrases.flatMap((phrase) =>
        modifiersOf(phrase, context.reading.mentions).flatMap((m) => read(phrase, m, context)),
      ),
    );
  },
} satisfies Extractor;

function read(phrase: PhraseUnit, modifier: Mention, context: SentenceContext) {
  const behind = phrase.tokens.filter(({ start }) => start >= modifier.end);
  const [hyphen, participle] = behind;
  if (!hyphen || !participle || !/^[-‐‑–]$/.test(hyphen.form) || hyphen.start !== modifier.end) return [];
  const entries = context.index.compounds.get(participle.form.toLowerCase()) ?? [];
  return entries.flatMap((entry) => {
    const { relation, wording } = entry;
    if (!relation || participle.end > phrase.mention.head.start) return [];
    const headIsSubject = wording.rest.some((part) => part.kind === "slot" && part.role === "S");
    const [subject, object] = headIsSubject ? [phrase.mention, modifier] : [modifier, phrase.mention];
    const predicate = { start: participle.start, end: participle.end };
    const held = stanceOfCompound(phrase, context);
    return [
      checkPhrase(
        {
          subject,
          object,
          relation,
          predicate,
          held,
          reason: said(entry),
          confidence: CONFIDENCE,
        },
        context,
      ),
    ];
  });
}
