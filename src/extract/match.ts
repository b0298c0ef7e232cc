import type { Clause, Complement, NounPhrase, Oblique } from "../model/clause.ts";
import { isA } from "../model/ontology.ts";
import { nounPatterns, type Pattern, type PatternIndex, type Piece, PURE_PARTICLES } from "./patterns.ts";
import { meant, type Reading } from "./reading.ts";

/** What a wording finds in a clause or noun phrase. All numbers are tokens of the sentence. */
export interface Match {
  readonly pattern: Pattern;
  /** The nouns that fill its slots, several where they are joined by "and". */
  readonly slots: ReadonlyMap<string, readonly number[]>;
  /** The predicate of what fills its CONTENT slot: a verb, or a noun that tells an event. */
  readonly content?: number | undefined;
  /** The words of the wording besides its anchor. */
  readonly used: readonly number[];
  /** How much of the wording was met: more is a closer reading. */
  readonly weight: number;
}

/** What there is to fill the slots of a wording from. */
interface Supply {
  readonly pattern: Pattern;
  readonly head: number;
  readonly reading: Reading;
  readonly index: PatternIndex;
  readonly objects: readonly number[];
  /** Nouns whose prepositions may belong to the clause: "accused by Bahrain of". */
  readonly near: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly particles: readonly string[];
  /** Nouns and adverbs beside the object. */
  readonly predicates: readonly number[];
  readonly complements: readonly Complement[];
  readonly passive: boolean;
}

/** Holds a wording against a clause; undefined where it does not fit. */
export function matchClause(
  reading: Reading,
  index: PatternIndex,
  clause: Clause,
  pattern: Pattern,
): Match | undefined {
  const takesObject =
    pattern.wording.shape === "copula" ||
    pattern.pieces.some(({ kind }) => /^(?:object|noun|either|content|raised)$/.test(kind));
  // Of "fined Google two billion euros" and "told reporters that …", to whom is what is asked for.
  const counted = clause.objects.every((head) => reading.phraseAt[head]?.number !== undefined);
  const only = counted && clause.recipients.length > 0 ? clause.recipients : clause.objects;
  const placed =
    clause.kind === "copula" && clause.marker !== "" && pattern.before.length === 0 ? [clause.head] : only;
  // "surrendered the town" is no "S surrender", and "withdrew its reporters from O" no "S withdraw from O".
  if (!takesObject && clause.objects.some((head) => isOwnThing(reading, head))) {
    if (!clause.passive || !isStranded(clause, pattern)) return undefined;
  }
  if (!namesParticles(clause, pattern)) return undefined;
  const phrase = clause.kind === "copula" ? reading.phraseAt[clause.head] : undefined;
  return matchPieces({
    pattern,
    head: clause.head,
    reading,
    index,
    objects: placed,
    obliques: phrase ? [...clause.obliques, ...phrase.obliques] : clause.obliques,
    // "regained control on Saturday of": a time may stand between a noun and what is its own.
    near: [
      ...(clause.passive ? clause.subjects : []),
      ...clause.obliques.flatMap(({ heads }) => heads).filter((head) => reading.timeAt[head]),
    ],
    particles: clause.particles,
    predicates:
      clause.objects.length === 0 ? clause.predicates : [...clause.predicates, ...clause.recipients],
    complements: phrase ? [...clause.complements, ...phrase.complements] : clause.complements,
    passive: clause.passive,
  });
}

/** Neither a time nor the doer again: "attacked on Monday", "distanced itself from". */
function isOwnThing({ timeAt, tokens }: Reading, head: number): boolean {
  return !timeAt[head] && !/(?:self|selves)$/.test(tokens[head]?.form ?? "");
}

/** "gave up control" is no giving: a wording names the particle that makes the verb another. */
function namesParticles({ particles }: Clause, { pieces, wording }: Pattern): boolean {
  const [particle] = particles.filter((word) => PURE_PARTICLES.has(word));
  if (particle === undefined || wording.shape !== "verb") return true;
  return pieces.some((piece) => {
    if (piece.kind === "particle" || piece.kind === "either") return piece.words.includes(particle);
    return (
      piece.kind === "oblique" &&
      [...piece.particle, ...piece.markers.flatMap((m) => m.split(" "))].includes(particle)
    );
  });
}

/** "Israel was fired on": the preposition of the wording stands without its noun. */
function isStranded({ particles }: Clause, { pieces }: Pattern): boolean {
  return pieces.some(
    (piece) => piece.kind === "oblique" && piece.markers.some((word) => particles.includes(word)),
  );
}

/** Holds a wording against a noun phrase, with what a verb above it adds. */
export function matchPhrase(
  reading: Reading,
  index: PatternIndex,
  phrase: NounPhrase,
  pattern: Pattern,
  further: readonly Oblique[],
): Match | undefined {
  return matchPieces({
    pattern,
    head: phrase.head,
    reading,
    index,
    objects: [],
    near: phrase.obliques.flatMap(({ heads }) => heads),
    obliques: [...phrase.obliques, ...further],
    particles: [],
    predicates: [],
    complements: phrase.complements,
    passive: false,
  });
}

/** What has been found while the pieces of a wording are gone through. */
interface Progress {
  readonly slots: Map<string, readonly number[]>;
  readonly used: number[];
  /** Nouns whose prepositions may belong to the verb: "took the town from IS". */
  near: readonly number[];
  content: number | undefined;
  weight: number;
}

function matchPieces(supply: Supply): Match | undefined {
  const { pattern } = supply;
  const progress: Progress = { slots: new Map(), used: [], near: supply.near, content: undefined, weight: 0 };
  for (const piece of pattern.pieces) {
    if (fill(piece, supply, progress)) continue;
    // Once O is found, a preposition with a slot of its own may be missing.
    const optional = piece.kind === "oblique" && piece.role !== "O" && progress.slots.has("O");
    if (!optional) return undefined;
    progress.weight -= 0.1;
  }
  const { slots, content, used } = progress;
  // "de facto capital" says more than "capital".
  const weight = progress.weight + (pattern.wording.shape === "copula" ? pattern.before.length : 0);
  return { pattern, slots, content, used, weight };
}

function fill(piece: Piece, supply: Supply, progress: Progress): boolean {
  switch (piece.kind) {
    case "object":
      return fillObject(piece.role, supply, progress);
    case "raised":
      return fillRaised(piece.role, supply, progress);
    case "noun":
      return fillNoun(piece.words, supply.objects, supply, progress, 2);
    case "particle":
      return meet(piece.words, supply, progress);
    case "either":
      return fillEither(piece, supply, progress);
    case "oblique":
      return fillOblique(piece, supply, progress);
    case "phrase": {
      const heads = obliquesWith(piece.markers, supply, progress).flatMap((oblique) => oblique.heads);
      return fillNoun(piece.words, heads, supply, progress, 3);
    }
    case "predicate":
      return fillPredicate(piece.words, supply, progress);
    case "content":
      return fillContent(piece.markers, supply, progress);
  }
}

function fillObject(role: string, supply: Supply, progress: Progress): boolean {
  const { objects, passive } = supply;
  if (progress.slots.size > 0 && passive) return false;
  const heads = objects.length > 0 ? objects : raisedObject(supply);
  if (heads.length === 0) return false;
  progress.slots.set(role, heads);
  progress.near = [...progress.near, ...heads];
  progress.weight += 0.2;
  return true;
}

/** "demanded that Iraq leave" */
function fillRaised(
  role: string,
  { complements, reading, objects, passive }: Supply,
  progress: Progress,
): boolean {
  const content = complements.find(
    ({ bond, marker }) => /^(?:content|attribute)$/.test(bond) && /^(?:that)?$/.test(marker),
  );
  const clause = content && reading.clauseAt[content.head];
  if (!clause || clause.topics.length === 0 || clause.form !== "finite" || (objects.length > 0 && !passive))
    return false;
  progress.slots.set(role, clause.topics);
  progress.weight += 1.4;
  return true;
}

/** "fears Iran will attack", "saw the rebels capture": the parser may hang the object on the verb of the content. */
function raisedObject({ complements, pattern, reading, head }: Supply): readonly number[] {
  if (!pattern.pieces.some(({ kind }) => kind === "content")) return [];
  const content = complements.find(({ bond, marker }) => bond === "content" && /^(?:|to)$/.test(marker));
  const clause = content && reading.clauseAt[content.head];
  return clause ? clause.subjects.filter((subject) => subject > head && subject < clause.head) : [];
}

function fillNoun(
  words: readonly (readonly string[])[],
  heads: readonly number[],
  { reading }: Supply,
  progress: Progress,
  weight: number,
): boolean {
  const met = heads.map((head) => meant(reading, head)).find((head) => endsWith(reading, head, words));
  if (met === undefined) return false;
  progress.used.push(met);
  progress.near = [...progress.near, met];
  progress.weight += weight * words.length;
  return true;
}

/** Whether a noun and the words before it are some words: "foreign minister". */
export function endsWith({ tokens }: Reading, head: number, words: readonly (readonly string[])[]): boolean {
  return words.every((choices, i) => {
    const token = tokens[head - (words.length - 1 - i)];
    if (!token) return false;
    const lemma = token.lemma.toLowerCase();
    // "troops" has no singular in every dictionary.
    return (
      choices.includes(lemma) ||
      choices.includes(token.form.toLowerCase()) ||
      choices.includes(lemma.replace(/s$/, ""))
    );
  });
}

function meet(words: readonly string[], { particles }: Supply, progress: Progress): boolean {
  if (!words.some((word) => particles.includes(word))) return false;
  progress.weight += 1;
  return true;
}

function fillEither(
  { words, role }: { readonly words: readonly string[]; readonly role: string },
  supply: Supply,
  progress: Progress,
): boolean {
  const { objects, particles } = supply;
  if (objects.length > 0 && words.some((word) => particles.includes(word))) {
    progress.slots.set(role, objects);
  } else {
    const heads = obliquesWith(words, supply, progress)[0]?.heads;
    if (!heads) return false;
    progress.slots.set(role, heads);
  }
  progress.near = [...progress.near, ...(progress.slots.get(role) ?? [])];
  progress.weight += 1.2;
  return true;
}

function fillOblique(
  piece: Extract<Piece, { kind: "oblique" }>,
  supply: Supply,
  progress: Progress,
): boolean {
  const { markers, particle, role } = piece;
  const { objects, particles, passive } = supply;
  const joined = particle.flatMap((first) => markers.map((second) => `${first} ${second}`));
  // "dropped out ahead of" is not "dropped out of".
  const apart =
    particle.length === 0 || (!markers.includes("of") && particle.some((word) => particles.includes(word)));
  const taken = new Set([...progress.slots.values()].flat());
  const found = obliquesWith(apart ? [...joined, ...markers] : joined, supply, progress).find(
    ({ heads }) => !heads.some((head) => taken.has(head)),
  );
  if (found) progress.slots.set(role, found.heads);
  else if (passive && objects.length > 0 && markers.some((word) => particles.includes(word))) {
    progress.slots.set(role, objects);
  } else return false;
  progress.weight += particle.length > 0 ? 2.2 : 1.2;
  return true;
}

/** What these prepositions bring to the clause, or to a noun that the wording has met. Times are left out. */
function obliquesWith(
  markers: readonly string[],
  { obliques, reading }: Supply,
  { near }: Progress,
): readonly Oblique[] {
  const further = nestedObliques(reading, near);
  return [...obliques, ...further].filter(
    ({ marker, heads }) => markers.includes(marker) && !heads.some((head) => reading.timeAt[head]),
  );
}

/** What prepositions bring to some nouns, and to the nouns that they bring: "the capture of Mosul by the army". */
export function nestedObliques(reading: Reading, heads: readonly number[], depth = 3): readonly Oblique[] {
  if (depth === 0) return [];
  return heads.flatMap((head) => {
    const own = reading.phraseAt[head]?.obliques ?? [];
    return [
      ...own,
      ...nestedObliques(
        reading,
        own.flatMap((oblique) => oblique.heads),
        depth - 1,
      ),
    ];
  });
}

function fillPredicate(words: readonly string[], supply: Supply, progress: Progress): boolean {
  const { predicates, particles, complements, reading } = supply;
  const beside = [...predicates, ...complements.map(({ head }) => head), ...supply.objects];
  const met = beside.find((head) => endsWith(reading, head, [words]));
  if (met === undefined && !words.some((word) => particles.includes(word))) return false;
  if (met !== undefined) {
    progress.used.push(met);
    ownerOfPredicate(met, supply, progress);
  }
  progress.weight += 2;
  return true;
}

/** "took Ann Lee hostage": the parser may take the name for a part of the object. */
function ownerOfPredicate(met: number, { objects, reading }: Supply, { slots }: Progress): void {
  const named = (reading.phraseAt[met]?.modifiers ?? []).find(
    (token) => reading.mentionAt[token]?.kind === "name",
  );
  if (objects.includes(met) && named !== undefined && slots.has("O")) slots.set("O", [named]);
}

function fillContent(markers: readonly string[], supply: Supply, progress: Progress): boolean {
  const content = clauseContent(markers, supply, progress) ?? nounContent(markers, supply, progress);
  if (content === undefined) return false;
  progress.content = content;
  const bare = markers.length === 0 || openerOf(supply, content) === "";
  progress.weight += bare ? 0.3 : 1.2;
  return true;
}

/** The word that opens what is said. */
function openerOf({ complements, reading: { clauseAt } }: Supply, content: number): string {
  return (
    complements.find(({ head }) => head === content)?.marker ?? clauseAt[content]?.above?.marker ?? "noun"
  );
}

const STATING = new Set(["", "that", "how"]);

function clauseContent(
  markers: readonly string[],
  { complements, reading }: Supply,
  { near }: Progress,
): number | undefined {
  const further = near.flatMap((head) => reading.phraseAt[head]?.complements ?? []);
  const all = [...complements, ...further];
  if (markers.length === 0) {
    const content = all.find(({ bond, marker }) => bond === "content" && STATING.has(marker));
    return (content ?? all.find(({ bond }) => bond === "aside"))?.head;
  }
  if (markers.includes("that")) {
    return all.find(({ bond, marker, head }) =>
      bond === "attribute"
        ? marker === "that" || (marker === "" && hasOwnSubject(reading, head))
        : bond === "content" && STATING.has(marker),
    )?.head;
  }
  const fitting = all.filter(({ marker, bond }) => markers.includes(marker) && bond !== "aside");
  return (fitting.find(({ bond }) => bond === "content") ?? fitting[0])?.head;
}

/** "allegations Iran tried to": a finite clause behind a noun that is not its subject. */
function hasOwnSubject({ clauseAt }: Reading, head: number): boolean {
  const clause = clauseAt[head];
  return (
    clause?.form === "finite" && clause.above !== undefined && !clause.topics.includes(clause.above.head)
  );
}

/** A noun that tells an event: "denied the attack", "warned of an attack". */
function nounContent(markers: readonly string[], supply: Supply, progress: Progress): number | undefined {
  const { objects, reading, index } = supply;
  const taken = new Set([...progress.slots.values()].flat());
  const heads =
    markers.length === 0
      ? objects
      : obliquesWith(markers, supply, progress).flatMap((oblique) => oblique.heads);
  return heads.find((head) => {
    const noun = reading.tokens[meant(reading, head)];
    // Behind an object any noun will do: "charged Lee with treason".
    const type = reading.mentionAt[head]?.type;
    const abstract =
      type === undefined || !(isA(index.ontology, type, "Place") || isA(index.ontology, type, "Agent"));
    const told =
      nounPatterns(index, noun?.lemma.toLowerCase() ?? "").length > 0 ||
      (progress.slots.has("O") && abstract);
    return !taken.has(head) && noun?.upos === "NOUN" && told;
  });
}
