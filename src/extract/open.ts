import type { Mention } from "../model/mention.ts";
import type { Extractor, Found, SentenceContext } from "./extractor.ts";
import { matchParts, phrasesAt, phrasesFrom, skip } from "./match.ts";
import { stanceOf } from "./stance.ts";
import type { Clause } from "./subjects.ts";
import { foundTriple, furtherArguments, joinSpans, mentionsOf, timeOf } from "./triples.ts";
import { isPreposition, isWord, type Unit } from "./units.ts";

const CONFIDENCE = 0.5;
/** Verbs too empty to name a relation. */
const EMPTY = new Set("be have do get make let go come".split(" "));

/** Verbs that the ontology does not know, between two names: "Boeing joined Airbus". */
export const open = {
  id: "open",
  reads: "Boeing joined Airbus",
  extract(context) {
    return { found: context.clauses.flatMap((clause) => read(clause, context)), refused: [] };
  },
} satisfies Extractor;

function read(clause: Clause, context: SentenceContext): readonly Found[] {
  const { units } = context.reading;
  const { main } = clause.verbs.group;
  if (
    clause.verbs.group.form !== "finite" ||
    main.upos === "AUX" ||
    EMPTY.has(main.lemma) ||
    !/^[a-z]{2,30}$/.test(main.lemma) ||
    isKnown(clause, context)
  )
    return [];
  const roles = clause.passive ? passiveRoles(clause, units) : activeRoles(clause, units);
  if (!roles) return [];
  const { subjects, objects, preposition } = roles;
  const name = main.lemma + (preposition ? capitalise(preposition) : "");
  const predicate = joinSpans(clause.verbs.span, roles.span);
  const text = context.reading.document.document.text.slice(predicate.start, predicate.end);
  const held = stanceOf(clause, context);
  const time = timeOf(context.reading, clause.at);
  const further = furtherArguments(context.reading, clause.at + 1, new Set(roles.used));
  const named = (mention: Mention) => mention.kind === "name";
  return subjects.filter(named).flatMap((subject) =>
    objects
      .filter((object) => named(object) && object.chain !== subject.chain)
      .map((object) =>
        foundTriple(
          {
            subject,
            object,
            predicate,
            held,
            arguments: further,
            time,
            reason: `no wording has the verb "${main.lemma}"`,
            confidence: CONFIDENCE,
          },
          { ...predicate, text, name, open: true },
          context.reading,
        ),
      ),
  );
}

/** Whether some wording of the ontology, or a verb of saying, reads the clause already. */
function isKnown(clause: Clause, { index, reading }: SentenceContext): boolean {
  const { main } = clause.verbs.group;
  if (index.copulas.has(main.form.toLowerCase())) return true;
  const entries = index.verbs.get(main.lemma) ?? [];
  const given = clause.passive ? new Map([["O", clause.subjects]]) : new Map();
  return entries.some(
    ({ parts, content }) => content !== undefined || matchParts(reading.units, clause.at + 1, parts, given),
  );
}

function activeRoles({ at, subjects }: Clause, units: readonly Unit[]) {
  const start = skip(units, at + 1);
  const opening = units[start];
  const preposition = isPreposition(opening) && opening?.kind === "word" ? opening : undefined;
  const used = phrasesFrom(units, preposition ? start + 1 : start);
  if (used.length === 0) return undefined;
  return {
    subjects: mentionsOf(phrasesAt(units, subjects)),
    objects: mentionsOf(phrasesAt(units, used)),
    preposition: preposition?.lower,
    span: preposition?.span,
    used,
  };
}

function passiveRoles({ at, subjects }: Clause, units: readonly Unit[]) {
  const by = units.findIndex((unit, i) => i > at && isWord(unit, "by"));
  if (by < 0 || units.slice(at + 1, by).some((unit) => unit.kind === "verbs")) return undefined;
  const used = phrasesFrom(units, by + 1);
  return {
    subjects: mentionsOf(phrasesAt(units, used)),
    objects: mentionsOf(phrasesAt(units, subjects)),
    preposition: undefined,
    span: undefined,
    used,
  };
}

function capitalise(word: string): string {
  return /^[a-z]+$/.test(word) ? `${word[0]?.toUpperCase()}${word.slice(1)}` : "";
}
