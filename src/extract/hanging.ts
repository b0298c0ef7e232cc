import type { Clause, NounPhrase, Tie } from "../model/clause.ts";
import type { Held } from "./held.ts";
import type { Reading } from "./reading.ts";

/** Words and word pairs that open a condition. */
export const CONDITIONS = new Set([
  "if",
  "unless",
  "lest",
  "provided",
  "supposing",
  "assuming",
  "in case",
  "even if",
  "only if",
]);
/** With a verb in the present these open a condition: "When Iran attacks Israel, …". */
const WHENEVER = new Set("when whenever once until".split(" "));
/** What these open has come about, whatever becomes of the clause above. */
const FACTIVE = new Set(
  "after as because since while although though when where whereas once until before even though by upon on in despite following amid and but so with".split(
    " ",
  ),
);
const DENYING = new Set(["without", "instead of", "rather than"]);
/** Prepositions before a noun that tells an event which has come about. */
const TEMPORAL = new Set(
  "after following during since amid despite before in with as by on at upon over because of due to from through under until".split(
    " ",
  ),
);
/** What the way in which something hangs does to it, where no wording tells. */
export function hanging(at: number, tie: Tie, reading: Reading, held: Held): void {
  const clause = reading.clauseAt[at];
  if (!clause) {
    nounHanging(at, tie, reading, held);
    return;
  }
  const { marker } = tie;
  const unsure = { certainty: "underspecified" } as const;
  switch (tie.bond) {
    case "content":
      if (isSupposed(tie.head, reading))
        held.put({ modality: "conditional", certainty: "possible" }, "condition");
      else if (marker === "to" || clause.form === "infinitive")
        held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else held.put(unsure, "content of a verb that says nothing of its truth");
      return;
    case "adverbial":
    case "oblique":
      if (CONDITIONS.has(marker) || (WHENEVER.has(marker) && isPresent(clause))) {
        held.put({ modality: "conditional", certainty: "possible" }, "condition");
      } else if (DENYING.has(marker)) held.put({ polarity: "negative" }, `"${marker}"`);
      else if (marker === "to") held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else if (/^(?:as if|as though|like|than)$/.test(marker)) held.put(unsure, `"${marker}"`);
      else if (
        marker !== "" &&
        marker !== "prior to" &&
        !marker.split(" ").every((word) => FACTIVE.has(word))
      )
        held.put(unsure, `"${marker}" before the verb`);
      return;
    case "attribute":
      if (clause.form === "infinitive" || marker === "to")
        held.put({ modality: "intended" }, "infinitive: what is meant to come about");
      else if (marker !== "" || isStatement(clause, at)) held.put(unsure, "a clause behind a noun");
      return;
    case "subject":
      if (clause.form !== "finite" || marker !== "") held.put(unsure, "a clause as the subject");
      return;
    default:
      return;
  }
}

/** "allegations Iran tried to": a finite clause with a subject other than its noun. */
export function isStatement({ form, topics, passive, above }: Clause, at: number): boolean {
  return (
    form === "finite" && !passive && topics.some((topic) => topic < at) && !topics.includes(above?.head ?? -1)
  );
}

/** Whether a clause is finite, in the present, and without a helping verb of possibility or duty. */
export function isPresent({ past, modal, form }: Clause): boolean {
  return !past && !modal && form === "finite";
}

/** "Provided that", "Supposing" */
function isSupposed(head: number, { tokens }: Reading): boolean {
  return /^(?:provided|providing|supposing|suppose|assuming|granted|imagine)$/i.test(
    tokens[head]?.form ?? "",
  );
}

/** An event that a noun tells has come about where it is taken for granted, or where its verb says so. */
function nounHanging(at: number, tie: Tie, reading: Reading, held: Held): void {
  const phrase = reading.phraseAt[at];
  if (!phrase || tie.bond === "apposition" || tie.bond === "conjunct") return;
  const unsure = { certainty: "underspecified" } as const;
  const underNoun = reading.clauseAt[tie.head] === undefined;
  if (tie.bond === "oblique") {
    if (tie.marker === "without") held.put({ polarity: "negative" }, '"without"');
    else if (phrase.owners.length > 0 && !/^(?:for|to|towards?)$/.test(tie.marker)) return;
    else if (isDefinite(phrase) && !OPEN_TO.has(tie.marker)) return;
    else if (underNoun && !isTold(reading, tie.head) && tie.marker !== "")
      held.put(unsure, `"${tie.marker}" behind a noun`);
    else if (!isTemporal(tie.marker) && tie.marker !== "")
      held.put(unsure, `"${tie.marker}" before the noun`);
  } else if (tie.bond === "object" && !isDefinite(phrase)) {
    held.put(unsure, "object of a verb that says nothing of its truth");
  }
}

/** "calls for the withdrawal", "the prospect of the attack": what these bring need not come about. */
const OPEN_TO = new Set("of for about against to towards toward".split(" "));

function isTemporal(marker: string): boolean {
  return marker.split(" ").every((word) => TEMPORAL.has(word));
}

/** "a series of attacks": the noun before only counts. */
function isTold({ phraseAt }: Reading, head: number): boolean {
  return /^(?:series|string|wave|number|spate|round|day|week|month|year|hour|first|second|third|part|one|two|start|beginning|end|middle|height|wake|aftermath|result|course|night|anniversary)$/.test(
    phraseAt[head]?.lemma ?? "",
  );
}

/** "the attack", "Israel’s attack": taken for granted. */
export function isDefinite({ determiner, owners }: NounPhrase): boolean {
  return owners.length > 0 || /^(?:the|this|that|these|those)$/.test(determiner);
}
