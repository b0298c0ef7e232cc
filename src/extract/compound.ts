import type { Mention } from "../model/mention.ts";
import type { Extractor, Found, Refused, SentenceContext } from "./extractor.ts";
import { said } from "./patterns.ts";
import { stanceOfPhrase } from "./stance.ts";
import { checkPhrase, modifiersOf, parted } from "./triples.ts";

/** A participle that a hyphen binds to a name, before a noun: "US-backed rebels", "the UK-based observatory". */
export const compound = {
  id: "compound",
  reads: "the US-backed Syrian Democratic Forces",
  extract(context) {
    const { mentions } = context.reading;
    return parted(
      mentions
        .filter(({ phrase, start, end }) => phrase.end - phrase.start > end - start || phrase.start < start)
        .concat(mentions.filter(({ kind }) => kind === "nominal"))
        .filter((mention, i, all) => all.indexOf(mention) === i)
        .flatMap((mention) => modifiersOf(mention, mentions).flatMap((m) => read(mention, m, context))),
    );
  },
} satisfies Extractor;

function read(whole: Mention, modifier: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const { tokens } = context.reading;
  const at = tokens.findIndex(({ start }) => start >= modifier.end);
  const [hyphen, participle] = [tokens[at], tokens[at + 1]];
  if (!hyphen || !participle || !/^[-‐‑–]$/.test(hyphen.form) || hyphen.start !== modifier.end) return [];
  if (participle.end > whole.head.start) return [];
  const patterns = context.index.compounds.get(participle.form.toLowerCase()) ?? [];
  return patterns.flatMap((pattern) => {
    const { relation, wording } = pattern;
    if (!relation) return [];
    const headIsSubject = wording.rest.some((part) => part.kind === "slot" && part.role === "S");
    const [subject, object] = headIsSubject ? [whole, modifier] : [modifier, whole];
    const predicate = { start: participle.start, end: participle.end };
    const held = stanceOfCompound(whole, at + 1, context);
    return [checkPhrase({ subject, object, relation, predicate, held, reason: said(pattern) }, context)];
  });
}

/** The writer's own words, unless the phrase doubts them or they are quoted. */
function stanceOfCompound({ phrase }: Mention, at: number, context: SentenceContext) {
  const held = stanceOfPhrase(at, context);
  const doubt = context.reading.tokens.find(
    ({ form, start, end }) =>
      start >= phrase.start &&
      end <= phrase.end &&
      /^(?:no|few|alleged|allegedly|reportedly|formerly|once|then|supposed|purported|so-called|called)$/i.test(
        form,
      ),
  );
  if (!doubt) return held;
  return {
    stance: { ...held.stance, certainty: "underspecified" as const },
    reasons: [...held.reasons, `"${doubt.form}" in the phrase`],
  };
}
