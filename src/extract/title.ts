import type { Token } from "../model/annotated-document.ts";
import type { Mention } from "../model/mention.ts";
import type { Relation } from "../model/ontology.ts";
import { contains, type Span } from "../model/span.ts";
import type { Found, Refused, SentenceContext } from "./extractor.ts";
import { lesserBefore } from "./matches.ts";
import type { Pattern } from "./patterns.ts";
import { isNamed, type Reading } from "./reading.ts";
import { claim, isOwned } from "./roles.ts";

/** The office between a possessor or adjective and the name: "Israel’s Prime Minister Benjamin Netanyahu". */
export function beforeName(mention: Mention, context: SentenceContext): readonly (Found | Refused)[] {
  const { tokens, mentions } = context.reading;
  if (mention.kind !== "name" || mention.phrase.start === mention.start) return [];
  const words = tokens.filter((token) => contains(mention.phrase, token) && token.end <= mention.start);
  // "its stronghold of Mosul"
  const own = words.at(-1)?.form === "of" ? words.slice(0, -1) : words;
  const noun = nounAtEnd(own, context);
  if (!noun || (own !== words && !OWN.test(own[0]?.form ?? ""))) return [];
  const holder = mentions.findLast(
    (m) => m.kind === "name" && contains(mention.phrase, m) && m.end <= noun.span.start,
  );
  const behind = own === words ? behindName(mention, noun.pattern, context) : undefined;
  const owner =
    (isOwned(noun.pattern) ? holder : undefined) ??
    behind ??
    (OWN.test(words[0]?.form ?? "") ? kinOf(mention, words[0]?.form ?? "", context.reading) : undefined);
  const { pattern, relation, span } = noun;
  // "Martin Luther King Jr. Day": a name before an office is its owner only with a sign of it.
  const text = context.reading.document.document.text;
  if (!owner) return [];
  const bare = owner === holder && !/^['’]/.test(text.slice(owner.end, owner.end + 1));
  if (bare && (owner.type === undefined || owner.type === "Person")) return [];
  return [claim(mention, owner, { pattern, relation }, span, context)];
}

/** "Prime Minister Ann Lee of Poland" */
function behindName(
  { head }: Mention,
  { pieces }: Pattern,
  { reading }: SentenceContext,
): Mention | undefined {
  const at = reading.tokens.findIndex(({ start }) => start >= head.start);
  const markers = pieces.flatMap((piece) => (piece.kind === "oblique" ? piece.markers : []));
  const phrases = reading.phrases.filter(({ first, last }) => first <= at && at <= last);
  const found = phrases.flatMap(({ obliques }) => obliques).find(({ marker }) => markers.includes(marker));
  const named = found?.heads
    .map((token) => reading.mentionAt[token])
    .find((mention) => mention?.kind === "name");
  return named;
}

const OWN = /^(?:its|his|her|their)$/i;

/** Whose ally "his ally" is: of the other half of a pair, or of the subject of the clause. */
function kinOf(mention: Mention, pronoun: string, reading: Reading): Mention | undefined {
  const joined = joinedBefore(mention, reading);
  if (joined) return joined;
  const at = reading.tokens.findIndex(({ start }) => start >= mention.phrase.start);
  const clause = reading.clauses.findLast(({ head, objects, obliques }) => {
    const taken = [...objects, ...obliques.flatMap(({ heads }) => heads)];
    return head < at && taken.some((token) => reading.mentionAt[token] === mention);
  });
  const [subject, ...others] = (clause?.subjects ?? []).map((token) => reading.mentionAt[token]);
  const said = reading.mentionAt[at];
  const referred = said?.kind === "pronoun" && isNamed(reading, said) ? said : undefined;
  if (referred) return referred;
  const person = /^(?:his|her)$/i.test(pronoun);
  const fitting = subject?.kind === "name" && subject !== mention && (subject.type === "Person") === person;
  return fitting && others.length === 0 ? subject : undefined;
}

/** Of "Syria and its backer Iran", Syria: the pronoun can only mean the other half of the pair. */
function joinedBefore({ phrase }: Mention, { tokens, mentionAt }: Reading): Mention | undefined {
  const at = tokens.findIndex(({ start }) => start >= phrase.start);
  const other = mentionAt[at - 2];
  return tokens[at - 1]?.lemma === "and" && other?.kind === "name" ? other : undefined;
}

interface TitleNoun {
  readonly pattern: Pattern;
  readonly relation: Relation;
  readonly span: Span;
}

/** The longest noun of a copula that ends a run of words: "prime minister". */
function nounAtEnd(
  words: readonly Token[],
  { index, reading: { tokens } }: SentenceContext,
): TitleNoun | undefined {
  const named = words.filter(({ form }) => !/^[.‐‑–-]$/.test(form));
  const last = named.at(-1);
  if (!last || !/^(?:NOUN|PROPN)$/.test(last.upos)) return undefined;
  const patterns = new Set([
    ...(index.copulas.get(last.form.toLowerCase()) ?? []),
    ...(index.copulas.get(last.lemma.toLowerCase()) ?? []),
  ]);
  return [...patterns]
    .flatMap((pattern): readonly TitleNoun[] => {
      const { relation, wording } = pattern;
      const words = (wording.anchors[0] ?? "").split(" ");
      const tail = named.slice(-words.length);
      const first = tail[0] ?? last;
      const met =
        tail.length === words.length &&
        tail.every(
          ({ form, lemma }, i) => form.toLowerCase() === words[i] || lemma.toLowerCase() === words[i],
        );
      const at = tokens.indexOf(first);
      return relation && met && lesserBefore(tokens, at) === undefined
        ? [{ pattern, relation, span: { start: first.start, end: last.end } }]
        : [];
    })
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))[0];
}
