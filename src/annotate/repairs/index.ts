import type { ParsedSentence } from "../parser/parser.ts";
import { nounContent, personBeside, whereOfPlace } from "./nouns.ts";
import { bareInfinitive, nameBeforeAmount, nameBehindVerb, objectBehindBracket } from "./objects.ts";
import {
  clauseSubject,
  conjunctionSubject,
  nameOnVerb,
  parallelVerb,
  participleOpening,
  participleSubject,
} from "./subjects.ts";
import { bareWeekdays, placeOnPerson, reportBehindTime } from "./times.ts";

/** A mend of a mistake that the parser is known to make in news; gives the sentence itself back where it finds none. */
export interface Repair {
  readonly name: string;
  readonly mend: (sentence: ParsedSentence, forms: readonly string[]) => ParsedSentence;
}

/** Every repair, in the order in which they are made. None leaves a tree that is not projective, or has two roots. */
export const repairs: readonly Repair[] = [
  { name: "bare weekday", mend: bareWeekdays },
  { name: "report behind a time", mend: reportBehindTime },
  { name: "place and time on a person", mend: placeOnPerson },
  { name: "participle opening", mend: participleOpening },
  { name: "subject behind a conjunction", mend: conjunctionSubject },
  { name: "person beside an inner noun", mend: personBeside },
  { name: "bare infinitive behind an object", mend: bareInfinitive },
  { name: "name hung on a verb", mend: nameOnVerb },
  { name: "name behind a verb", mend: nameBehindVerb },
  { name: "participle taken for a subject", mend: participleSubject },
  { name: "name before an amount", mend: nameBeforeAmount },
  { name: "subject taken for an object", mend: clauseSubject },
  { name: "clause that a noun tells", mend: nounContent },
  { name: "where-clause of a place", mend: whereOfPlace },
  { name: "object behind a bracket", mend: objectBehindBracket },
  { name: "verb joined to the wrong one", mend: parallelVerb },
];
