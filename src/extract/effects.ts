import type { Clause, NounPhrase } from "../model/clause.ts";
import type { ContentStance } from "../model/ontology.ts";
import { type Match, matchPhrase } from "./match.ts";
import { endsWithAnchor, type Matches } from "./matches.ts";
import { actorsOf } from "./parties.ts";
import { nounPatterns, type Pattern, type PatternIndex, said } from "./patterns.ts";
import { meant, type Reading } from "./reading.ts";
import { isThing } from "./triples.ts";

/** What a verb or noun of saying, thinking, wanting or trying does to what it holds. All other numbers are tokens. */
export interface Effect {
  /** The verb or noun that does it. */
  readonly holder: number;
  readonly stance: ContentStance;
  /** The mentions of those who say it; empty where the text does not tell. */
  readonly speakers: readonly number[];
  /** Who does what a noun tells that names nobody: "Iran" in "Iran launched an attack". */
  readonly doers: readonly number[];
  readonly reason: string;
}

/** Effects by the predicate of what is held. */
export type Effects = ReadonlyMap<number, readonly Effect[]>;

/** All that is said, thought, wanted or tried in a sentence. */
export function effectsOf(reading: Reading, index: PatternIndex, matches: Matches): Effects {
  const effects = new Map<number, Effect[]>();
  const add = (target: number, effect: Effect) => {
    const list = effects.get(target);
    if (list) list.push(effect);
    else effects.set(target, [effect]);
  };
  for (const clause of reading.clauses) {
    for (const [target, effect] of [
      ...verbEffects(reading, index, clause, matches),
      ...asEffect(reading, index, clause),
    ]) {
      for (const head of new Set([target, meant(reading, target)])) add(head, effect);
    }
    for (const effect of attributions(reading, index, clause)) add(rootOf(reading), effect);
  }
  for (const phrase of reading.phrases) {
    for (const [target, effect] of nounEffects(reading, index, phrase)) add(target, effect);
    for (const effect of attributions(reading, index, phrase)) add(rootOf(reading), effect);
  }
  for (const [target, effect] of headlineEffects(reading)) add(target, effect);
  return effects;
}

function speakersFor(
  reading: Reading,
  { ontology }: PatternIndex,
  heads: readonly number[],
): readonly number[] {
  return actorsOf(reading, heads, isThing(ontology)).map(({ mention }) => mention.id);
}

type Placed = readonly [target: number, effect: Effect];

function verbEffects(
  reading: Reading,
  index: PatternIndex,
  clause: Clause,
  matches: Matches,
): readonly Placed[] {
  const found = new Map<number, Match>();
  // "Provided that": a conjunction by now.
  if (clause.form === "participle" && clause.topics.length === 0) return [];
  for (const match of matches.get(clause.head) ?? []) {
    if (match.content === undefined || !match.pattern.content) continue;
    const best = found.get(match.content);
    if (!best || rank(match, clause) > rank(best, clause)) found.set(match.content, match);
  }
  const before = found.size === 0 ? asideEffect(reading, index, clause) : [];
  const placed = [...found].flatMap(([target, match]) =>
    [...targetsOf(clause, target, match), ...objectsSaid(reading, index, clause, match)].map(
      (each): Placed => [each, effectOf(reading, index, clause, match)],
    ),
  );
  return [...placed, ...before];
}

/** "said the attacks had been possible": the parser may take what is said of for an object. */
function objectsSaid(
  reading: Reading,
  index: PatternIndex,
  { objects }: Clause,
  { pattern, slots, content }: Match,
): readonly number[] {
  if (!pattern.content?.speaker || slots.has("O")) return [];
  return objects.filter((head) => {
    const lemma = reading.phraseAt[meant(reading, head)]?.lemma;
    return head !== content && lemma !== undefined && nounPatterns(index, lemma).length > 0;
  });
}

/** Of "“Kenya left,” he said, “and Chad came.”" both. */
function targetsOf({ complements }: Clause, target: number, { pattern }: Match): readonly number[] {
  const own = complements.find(({ head }) => head === target);
  if (own?.bond !== "content" || own.marker === "to" || !pattern.content?.speaker) return [target];
  return complements
    .filter(({ bond, marker }) => bond === "content" && /^(?:|that|how)$/.test(marker))
    .map(({ head }) => head);
}

function effectOf(reading: Reading, index: PatternIndex, clause: Clause, { pattern, slots }: Match): Effect {
  const stance = pattern.content ?? { speaker: false };
  const copula = pattern.wording.shape === "copula";
  const subjects = copula ? clause.topics : clause.subjects;
  return {
    holder: clause.head,
    stance,
    speakers: stance.speaker ? speakersFor(reading, index, subjects) : [],
    doers: doersIn(stance, slots.get("O"), subjects),
    reason: said(pattern, clause.lemma),
  };
}

/** "was expected to" is read as it stands before it is read as a passive of "expect". */
function rank({ weight, pattern }: Match, { subjects }: Clause): number {
  return pattern.wording.shape === "copula" && subjects.length === 0 ? weight + 1 : weight;
}

function doersIn(
  { speaker, doer }: ContentStance,
  objects: readonly number[] | undefined,
  subjects: readonly number[],
): readonly number[] {
  if (doer === true) return subjects;
  return objects ?? (doer === false || speaker ? [] : subjects);
}

/** "…, officials said": a verb of saying without content of its own, beside what it tells of. */
function asideEffect(reading: Reading, index: PatternIndex, clause: Clause): readonly Placed[] {
  const { above, head } = clause;
  if (!above || clause.form === "infinitive" || !reading.clauseAt[above.head]) return [];
  const behind =
    head > above.head && above.marker === "" && clause.complements.every(({ bond }) => bond !== "content");
  const inverted = behind && isInverted(reading, clause);
  const isAside = above.bond === "aside" || inverted || (behind && isLastWord(reading, clause));
  if (!isAside) return [];
  const turned = inverted ? { ...clause, subjects: afterVerb(clause) } : clause;
  return sayingEffect(reading, index, turned).map((effect): Placed => [above.head, effect]);
}

/** "…, said Ann Lee": who says it stands behind the verb, and nothing but a mark before it. */
function isInverted({ tokens }: Reading, clause: Clause): boolean {
  const [first] = afterVerb(clause);
  return (
    first !== undefined &&
    clause.first === clause.head &&
    /^[,”"’'—–]$/.test(tokens[clause.head - 1]?.form ?? "")
  );
}

function afterVerb({ recipients, objects, subjects, head }: Clause): readonly number[] {
  const own = subjects.filter((token) => token > head);
  return [own, recipients, objects].find((list) => list.some((token) => token > head)) ?? [];
}

/** "…, Reuters reported on Sunday": behind a comma, with a subject and no object of its own. */
function isLastWord({ tokens }: Reading, { above, objects, subjects, head }: Clause): boolean {
  const first = Math.min(...subjects);
  const comma = tokens.slice(Math.max(0, first - 4), first).some(({ form }) => /^[,”"’'—–]$/.test(form));
  return above?.bond === "content" && objects.length === 0 && subjects.length > 0 && first < head && comma;
}

/** "As Iran claimed, …" */
function asEffect(reading: Reading, index: PatternIndex, clause: Clause): readonly Placed[] {
  const { above, complements } = clause;
  const isAs = above?.bond === "adverbial" && above.marker === "as" && complements.length === 0;
  if (!isAs || (clause.objects.length > 0 && !clause.passive)) return [];
  // At the front it is said of all that follows, behind of the clause that it hangs on.
  const said = clause.first <= 2 && clause.head < above.head ? rootOf(reading) : above.head;
  return sayingEffect(reading, index, clause).map((effect): Placed => [said, effect]);
}

function sayingEffect(reading: Reading, index: PatternIndex, clause: Clause): readonly Effect[] {
  const pattern = (index.verbs.get(clause.lemma) ?? []).find(({ content, pieces }) => {
    const last = pieces.at(-1);
    return content?.speaker && last?.kind === "content" && pieces.length === 1;
  });
  const told = pattern ?? (index.verbs.get(clause.lemma) ?? []).find(({ content }) => content?.speaker);
  return told?.content
    ? [
        {
          holder: clause.head,
          stance: told.content,
          speakers: speakersFor(reading, index, clause.subjects),
          doers: [],
          reason: said(told, clause.lemma),
        },
      ]
    : [];
}

/** "Iran’s plan to attack", "the claim that …" */
function nounEffects(reading: Reading, index: PatternIndex, phrase: NounPhrase): readonly Placed[] {
  return nounPatterns(index, phrase.lemma).flatMap((pattern): readonly Placed[] => {
    if (!pattern.content || !endsWithAnchor(reading, phrase, pattern)) return [];
    const match = matchPhrase(reading, index, phrase, pattern, []);
    const content = match?.content ?? relativeContent(reading, phrase, pattern);
    if (content === undefined || isThreatened(content, reading, phrase)) return [];
    const { owners, obliques } = phrase;
    const by = obliques
      .filter(({ marker }) => marker === "by" || marker === "from")
      .flatMap(({ heads }) => heads);
    const sayers = owners.length > 0 ? owners : by;
    const speakers = speakersFor(reading, index, sayers);
    const reason = said(pattern);
    const doers = doersIn(pattern.content, match?.slots.get("O"), sayers);
    return [
      [
        content,
        {
          holder: phrase.head,
          stance: pattern.content,
          speakers,
          doers,
          reason,
        },
      ],
    ];
  });
}

/** "a threat to Mugabe’s rule": what somebody has already is not what is threatened to come about. */
function isThreatened(content: number, { phraseAt, clauseAt }: Reading, { obliques }: NounPhrase): boolean {
  const brought = obliques.some(({ marker, heads }) => marker === "to" && heads.includes(content));
  return brought && !clauseAt[content] && (phraseAt[content]?.owners.length ?? 0) > 0;
}

/** "the report that Chad withdrew": the parser may take what is told for a relative clause. */
function relativeContent(
  { clauses, tokens }: Reading,
  { head }: NounPhrase,
  { pieces }: Pattern,
): number | undefined {
  const tells = pieces.some((piece) => piece.kind === "content" && piece.markers.includes("that"));
  if (!tells || tokens[head + 1]?.form.toLowerCase() !== "that") return undefined;
  // "the charge that Iran denied" is what was denied.
  return clauses.find(
    ({ above, objects, obliques }) =>
      above?.bond === "relative" && above.head === head && objects.length + obliques.length > 1,
  )?.head;
}

const ACCORDING = new Set(["according to", "according"]);

/** "according to state media" holds for the whole sentence. */
function attributions(
  reading: Reading,
  index: PatternIndex,
  { obliques }: Clause | NounPhrase,
): readonly Effect[] {
  return obliques
    .filter(({ marker }) => ACCORDING.has(marker))
    .map(({ heads }) => ({
      holder: heads[0] as number,
      stance: { speaker: true },
      speakers: speakersFor(reading, index, heads),
      doers: [],
      reason: '"according to"',
    }));
}

function rootOf({ tokens }: Reading): number {
  return Math.max(
    0,
    tokens.findIndex(({ head }) => head === 0),
  );
}

/** "Merkel: Turkey attacked Syria", "Army takes town: state media": a colon parts who says it from what is said. */
function headlineEffects(reading: Reading): readonly Placed[] {
  const { sentence, tokens, clauses, mentionAt } = reading;
  if (sentence.zone !== "headline") return [];
  const colon = tokens.findLastIndex(({ form }) => form === ":");
  const [before, behind] = [
    clauses.some(({ head }) => head < colon),
    clauses.some(({ head }) => head > colon),
  ];
  if (colon < 1 || before === behind || (before && tokens.length - colon > 6)) return [];
  const inside = (token: number) => (behind ? token > colon : token < colon);
  const speaker = behind ? colon - 1 : lastNoun(reading);
  const mention = mentionAt[speaker];
  if (!mention) return [];
  const effect: Effect = {
    holder: speaker,
    stance: { speaker: true },
    speakers: [mention.id],
    doers: [],
    reason: "headline names its source",
  };
  const tops = [...clauses, ...reading.phrases].filter(
    ({ head, above }) => inside(head) && (!above || !inside(above.head)),
  );
  return [...new Set(tops.map(({ head }) => head))].map((head): Placed => [head, effect]);
}

function lastNoun({ tokens }: Reading): number {
  return tokens.findLastIndex(({ upos }) => upos === "NOUN" || upos === "PROPN");
}
