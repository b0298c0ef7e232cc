import {
  isPossessor,
  isPreposition,
  isWord,
  type PhraseUnit,
  type Reading,
  type Unit,
  type VerbUnit,
} from "./units.ts";
import { isParticiple, type VerbGroup } from "./verb-group.ts";

/** Where a verb group stands in its clause, and who does (or in the passive suffers) it. */
export interface Clause {
  /** The place of the group among the units. */
  readonly at: number;
  readonly verbs: VerbUnit;
  /** The places of its grammatical subjects; several when they are joined by "and". Empty when none was found. */
  readonly subjects: readonly number[];
  /** True where the verb's object stands before it: passives, and the gap of a relative clause. */
  readonly passive: boolean;
  /** The place of the noun that a relative clause without object hangs on: "the town that they captured". */
  readonly gap?: number | undefined;
  /** The verb before "and" whose helpers this one shares, having none of its own. */
  readonly shared?: VerbGroup | undefined;
}

const RELATIVE = new Set(["who", "which", "that", "whom"]);
const CLAUSE_MARKS = new Set([
  "that",
  "which",
  "who",
  "whom",
  "as",
  "if",
  "because",
  "while",
  "when",
  "where",
  "although",
  "though",
  "since",
  "after",
  "before",
  "until",
  "unless",
  "whether",
  "but",
  "so",
  "than",
  "what",
]);
const STOPS = new Set([";", ":", "—", "–", "--", "“", "”", '"', "(", ")", "•"]);

/**
 * The clauses of a sentence, in the order of their verbs.
 *
 * `opening` are the lemmas of verbs such as "say", behind which the subject of another clause may stand at once.
 */
export function clausesOf({ units }: Reading, opening: ReadonlySet<string>): readonly Clause[] {
  const clauses: Clause[] = [];
  units.forEach((unit, at) => {
    if (unit.kind === "verbs") clauses.push(clauseAt(units, at, unit, clauses, opening));
  });
  return clauses;
}

function clauseAt(
  units: readonly Unit[],
  at: number,
  verbs: VerbUnit,
  before: readonly Clause[],
  opening: ReadonlySet<string>,
): Clause {
  const { form, passive } = verbs.group;
  if (form === "participle" || isReducedPassive(units, at, verbs)) {
    return { at, verbs, passive: true, subjects: nounBefore(units, at) };
  }
  if (form !== "finite") return { at, verbs, passive, subjects: controllers(units, at, before) };
  const subjects = finiteSubjects(units, at, before, opening);
  return {
    at,
    verbs,
    passive,
    subjects,
    gap: relativeGap(units, at, subjects),
    shared: helpersShared(units, at, before),
  };
}

/** "a town captured by the rebels": a participle that looks like a past tense, with its agent behind it. */
function isReducedPassive(units: readonly Unit[], at: number, { group }: VerbUnit): boolean {
  if (group.tokens.length > 1 || !isParticiple(group.main) || group.form !== "finite") return false;
  const by = units.slice(at + 1, at + 3).findIndex((unit) => isWord(unit, "by"));
  return by >= 0 && units[at + 1]?.kind !== "phrase" && units[at - 1]?.kind !== "time";
}

function nounBefore(units: readonly Unit[], at: number): readonly number[] {
  let i = at - 1;
  while (i >= 0 && (isWord(units[i], ",") || isAdverb(units[i]) || isDenied(units, i))) i--;
  return units[i]?.kind === "phrase" ? [i] : [];
}

/** Of "Turkey, not Iran," the phrase behind "not", and the "not" itself. */
function isDenied(units: readonly Unit[], i: number): boolean {
  return isWord(units[i], "not") || (units[i]?.kind === "phrase" && isWord(units[i - 1], "not"));
}

/** The subject of an infinitive or gerund: that of the verb that governs it, or the noun between the two. */
function controllers(units: readonly Unit[], at: number, before: readonly Clause[]): readonly number[] {
  const governor = before.at(-1);
  const last = units[at - 1];
  const own = units[at];
  // "the events surrounding Qaryatayn": a gerund right behind a noun speaks of the noun.
  const gerund = own?.kind === "verbs" && own.group.form === "gerund";
  if (last?.kind === "phrase" && (gerund || isBareObject(units, at - 1))) return [at - 1];
  const object = governor && isPreposition(last) ? objectAfter(units, governor.at, at) : undefined;
  if (object !== undefined) return [object];
  return governor?.subjects ?? [];
}

/** Whether a phrase hangs on no preposition. */
function isBareObject(units: readonly Unit[], at: number): boolean {
  return !isPreposition(units[at - 1]);
}

/** The phrase right behind a verb, when the preposition of the next verb follows it: "accused the US of helping". */
function objectAfter(units: readonly Unit[], verb: number, next: number): number | undefined {
  const between = units.slice(verb + 2, next - 1);
  const direct =
    units[verb + 1]?.kind === "phrase" && between.every((unit) => unit.kind === "time" || isAdverb(unit));
  return direct ? verb + 1 : undefined;
}

function finiteSubjects(
  units: readonly Unit[],
  at: number,
  before: readonly Clause[],
  opening: ReadonlySet<string>,
): readonly number[] {
  const relative = relativeBefore(units, at);
  if (relative !== undefined) return nounBefore(units, relative);
  const shares = sharedSubjects(units, at, before);
  if (shares) return shares;
  const { found, boundary } = candidates(units, at, before, opening);
  if (isInverted(units, at, found, boundary)) return [at + 1];
  if (found.length > 0) return chooseSubjects(units, found, at);
  const inverted = invertedSubject(units, at, boundary);
  if (inverted !== undefined) return [inverted];
  const shared = before.findLast((clause) => clause.at === boundary);
  return shared && joined(units, boundary, at) ? shared.subjects : [];
}

/** Of "will attack Israel and capture Haifa", the group of "attack", for the stance of "capture". */
function helpersShared(units: readonly Unit[], at: number, before: readonly Clause[]): VerbGroup | undefined {
  const own = units[at];
  const bare = own?.kind === "verbs" && own.group.tokens[0] === own.group.main;
  if (!bare || !sharedSubjects(units, at, before)) return undefined;
  const last = before.findLast(({ verbs }) => verbs.group.form === "finite");
  return last && (last.shared ?? last.verbs.group);
}

/** "toured the front and met the general": with nothing but "and" before it, a verb has the subject of the last one. */
function sharedSubjects(
  units: readonly Unit[],
  at: number,
  before: readonly Clause[],
): readonly number[] | undefined {
  let i = at - 1;
  while (isAdverb(units[i]) || units[i]?.kind === "time") i--;
  const and = isWord(units[i], "and") || isWord(units[i], "but") || isWord(units[i], "or");
  return and ? before.findLast(({ verbs }) => verbs.group.form === "finite")?.subjects : undefined;
}

/** The place of the relative pronoun that is the subject of the verbs at a place. */
function relativeBefore(units: readonly Unit[], at: number): number | undefined {
  let i = at - 1;
  while (i >= 0 && (isAdverb(units[i]) || units[i]?.kind === "time")) i--;
  if (!isWord(units[i], RELATIVE)) return undefined;
  // "said that …" opens a clause, "the army that …" a relative one.
  return nounBefore(units, i).length > 0 ? i : undefined;
}

/** Bare noun phrases to the left, nearest first, up to where the clause begins. */
function candidates(
  units: readonly Unit[],
  at: number,
  before: readonly Clause[],
  opening: ReadonlySet<string>,
): { readonly found: readonly number[]; readonly boundary: number } {
  const found: number[] = [];
  // "saw IS capture Raqqa": before a bare infinitive, the object of one verb is the subject of the next.
  const own = units[at];
  const bare = own?.kind === "verbs" && own.group.main.form === own.group.main.lemma;
  let i = at - 1;
  for (; i >= 0; i--) {
    const unit = units[i] as Unit;
    if (unit.kind === "verbs") {
      const over = skipInserted(units, i, at, before);
      if (over === undefined) break;
      i = over;
      found.length = 0;
      continue;
    }
    if (isWord(unit, CLAUSE_MARKS) && !isPrepositionHere(units, i)) break;
    if (isWord(unit, STOPS)) break;
    if (!bare && isObject(units, i, opening)) continue;
    if (
      unit.kind === "phrase" &&
      !isGoverned(units, i, found) &&
      !isPossessor(units, i) &&
      !isDenied(units, i)
    ) {
      found.push(i);
    }
  }
  return { found, boundary: i };
}

/** A phrase right behind a verb is its object, unless the verb opens a clause ("said Turkey …") or only helps. */
function isObject(units: readonly Unit[], i: number, opening: ReadonlySet<string>): boolean {
  const verbs = units[i - 1];
  if (units[i]?.kind !== "phrase" || verbs?.kind !== "verbs") return false;
  return verbs.group.main.upos !== "AUX" && !opening.has(verbs.group.main.lemma);
}

/** Whether a preposition takes a phrase; "as", "after" and the like open a clause where nothing else can be its subject. */
function isGoverned(units: readonly Unit[], i: number, found: readonly number[]): boolean {
  if (!isPreposition(units[i - 1])) return false;
  const joinedOn = found.length === 1 && isWord(units[i + 1], "and");
  return !(
    isWord(units[i - 1], CLAUSE_MARKS) &&
    (found.length === 0 || joinedOn) &&
    !isWord(units[i + 1], ",")
  );
}

/** "after", "since", "as" before a noun phrase with no verb behind it are prepositions. */
function isPrepositionHere(units: readonly Unit[], i: number): boolean {
  return isPreposition(units[i]) && units[i + 1]?.kind === "time";
}

/** Where to go on to the left past an inserted clause between commas: "Raqqa, which IS held, fell". */
function skipInserted(
  units: readonly Unit[],
  verbs: number,
  at: number,
  before: readonly Clause[],
): number | undefined {
  const clause = before.find((other) => other.at === verbs);
  const comma = units.slice(verbs, at).some((unit) => isWord(unit, ","));
  const relative = relativeBefore(units, verbs);
  if (relative !== undefined && comma) return relative;
  const participle = clause?.verbs.group.form === "participle" || clause?.verbs.group.form === "gerund";
  return participle && comma && isWord(units[verbs - 1], ",") ? verbs : undefined;
}

/** The nearest bare phrase, with those that "and" joins to it; of an apposition, the name. */
function chooseSubjects(units: readonly Unit[], found: readonly number[], at: number): readonly number[] {
  const [nearest, ...others] = found as [number, ...number[]];
  const chosen = [nearest];
  for (const other of others) {
    const between = units.slice(other + 1, chosen[0]);
    const and = between.some((unit) => isWord(unit, "and"));
    const list = chosen.length > 1 && between.length === 1 && isWord(between[0], ",");
    if ((and && between.length <= 2) || list) chosen.unshift(other);
    else break;
  }
  if (chosen.length > 1) return chosen;
  const apposed = others[0];
  let last = at - 1;
  while (isAdverb(units[last])) last--;
  const commas = apposed !== undefined && isWord(units[nearest - 1], ",") && isWord(units[last], ",");
  return commas && isNamed(units[apposed]) && !isNamed(units[nearest]) ? [apposed] : [nearest];
}

function isNamed(unit: Unit | undefined): boolean {
  return unit?.kind === "phrase" && unit.mention.kind === "name";
}

/** "Turkey attacked Syria, said a spokesman": the nearest phrase is the object of the verb before the comma. */
function isInverted(units: readonly Unit[], at: number, found: readonly number[], boundary: number): boolean {
  const parted = isWord(units[at - 1], new Set([",", "”", '"', "’", "'"]));
  return (
    parted && units[at + 1]?.kind === "phrase" && units[boundary]?.kind === "verbs" && found.length === 1
  );
}

/** “We will not,” said Maria Lopez: with nothing but a quote or a comma on the left, the subject follows. */
function invertedSubject(units: readonly Unit[], at: number, boundary: number): number | undefined {
  const left = units[at - 1];
  const opened = left === undefined || isWord(left, new Set([",", "”", '"', "’", "'"]));
  return opened && boundary >= -1 && units[at + 1]?.kind === "phrase" && at > 0 ? at + 1 : undefined;
}

function joined(units: readonly Unit[], from: number, to: number): boolean {
  return units
    .slice(from + 1, to)
    .some((unit) => isWord(unit, "and") || isWord(unit, "but") || isWord(unit, "or"));
}

/** "the areas it had lost": a clause with its own subject right behind the noun, with or without "that". */
function relativeGap(units: readonly Unit[], at: number, subjects: readonly number[]): number | undefined {
  const first = subjects[0];
  if (first === undefined || first > at) return undefined;
  let i = first - 1;
  const marked = isWord(units[i], RELATIVE);
  if (marked) i--;
  if (isWord(units[i], ",") && marked) i--;
  const noun = units[i];
  if (noun?.kind !== "phrase") return undefined;
  return marked || (units[first] as PhraseUnit).mention.kind === "pronoun" ? i : undefined;
}

function isAdverb(unit: Unit | undefined): boolean {
  return unit?.kind === "word" && unit.tokens[0]?.upos === "ADV";
}
