import type { Clause, Modal, NounPhrase } from "../model/clause.ts";
import type { Certainty } from "../model/stance.ts";
import type { Change, Held } from "./held.ts";
import type { Reading } from "./reading.ts";

const HEDGES: ReadonlyMap<string, Certainty> = new Map(
  Object.entries({
    underspecified:
      "reportedly allegedly apparently supposedly purportedly almost nearly hardly barely rarely seldom scarcely",
    probable: "probably likely presumably",
    possible: "possibly perhaps maybe potentially",
  }).flatMap(([certainty, words]) => words.split(" ").map((word) => [word, certainty as Certainty] as const)),
);
/** What an adjective or an article says of the event that its noun tells. */
const DOUBTS: ReadonlyMap<string, Change> = new Map<string, Change>([
  ["no", { polarity: "negative" }],
  ...changes(
    "alleged reported suspected supposed purported so-called few any hypothetical failed foiled abortive",
    {
      certainty: "underspecified",
    },
  ),
  ...changes("possible potential threatened feared", { certainty: "possible" }),
  ...changes("planned proposed would-be", { temporality: "future", modality: "intended" }),
  ...changes("future impending imminent looming upcoming pending", { temporality: "future" }),
  ["attempted", { modality: "intended" }],
]);

function changes(words: string, change: Change): readonly (readonly [string, Change])[] {
  return words.split(" ").map((word) => [word, change]);
}

/** What a clause’s own negation, helping verbs, adverbs and conditions say of it. */
export function ownForm(clause: Clause, reading: Reading, held: Held): void {
  if (clause.negated) held.put({ polarity: "negative" }, "negated");
  const inverted = isInverted(clause, reading);
  if (clause.modal && !inverted) modality(clause.modal, held);
  hedges(clause, held);
  const former = reading.phraseAt[clause.head]?.modifiers.find((token) =>
    isFormer(reading.tokens[token]?.form ?? ""),
  );
  if (clause.kind === "copula" && former !== undefined)
    held.put({ certainty: "underspecified" }, "no longer or not yet");
  if (isEither(clause, reading)) held.put({ certainty: "underspecified" }, '"or" between the nouns');
  if (hasCondition(clause) || inverted) {
    held.put({ modality: "conditional", certainty: "possible" }, "condition");
  }
}

/** What adverbs such as "reportedly" and "probably" take from what they stand beside. */
export function hedges({ adverbs }: Pick<Clause, "adverbs">, held: Held): void {
  for (const adverb of adverbs) {
    const certainty = HEDGES.get(adverb);
    if (certainty) held.put({ certainty }, `"${adverb}"`);
  }
}

/** What "will", "may", "must" or "would" makes of what is told. */
export function modality(modal: Modal, held: Held): void {
  if (modal === "future") held.put({ temporality: "future" }, "future");
  if (modal === "possible") held.put({ certainty: "possible" }, "modal of possibility");
  if (modal === "demanded") held.put({ modality: "demanded", temporality: "future" }, "modal of duty");
  if (modal === "conditional") held.put({ modality: "conditional", certainty: "possible" }, "would");
}

/** Whether an "if" or "unless" hangs on a clause. */
export function hasCondition({ complements }: Clause): boolean {
  return complements.some(
    ({ marker, bond }) => bond === "adverbial" && /^(?:if|unless|provided|only if)$/.test(marker),
  );
}

/** Words that say of a holder of an office that it is not held now. */
export function isFormer(word: string): boolean {
  return /^(?:former|ex|late|then|future|would-be|acting|self-declared|designate|elect|onetime|erstwhile)$/i.test(
    word,
  );
}

/** "Either Iran or Russia attacked": one of them. */
function isEither({ subjects, objects }: Clause, { tokens }: Reading): boolean {
  return [subjects, objects].some((heads) => {
    const [first, last] = [heads[0], heads.at(-1)];
    if (first === undefined || last === undefined || first >= last) return false;
    // "G7, or the Group of Seven, is": behind a comma, with nothing before it to choose from, another name.
    const other = (i: number) => heads.length === 2 && tokens[i - 1]?.form === ",";
    return tokens.some(
      ({ lemma, deprel }, i) =>
        i > first && i < last && lemma === "or" && deprel.startsWith("cc") && !other(i),
    );
  });
}

/** "Had Iran attacked, …" */
function isInverted({ first, topics, head }: Clause, reading: Reading): boolean {
  const { tokens } = reading;
  const topic = topics[0];
  const between = topic !== undefined && first < topic && topic < head;
  const opens = first === 0 || /^[,;“"]$/.test(tokens[first - 1]?.form ?? "");
  return between && opens && /^(?:had|were|should)$/i.test(tokens[first]?.form ?? "") && !isQuestion(reading);
}

/** "an alleged attack", "no attack" */
export function doubts({ modifiers, determiner }: NounPhrase, { tokens }: Reading, held: Held): void {
  for (const word of [...modifiers.map((token) => tokens[token]?.form.toLowerCase() ?? ""), determiner]) {
    const change = DOUBTS.get(word);
    if (change) held.put(change, `"${word}" in the phrase`);
  }
}

/** Whether a sentence ends with a question mark. */
export function isQuestion({ tokens }: Reading): boolean {
  return tokens.slice(-2).some(({ form }) => form.includes("?"));
}
