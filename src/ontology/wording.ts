import type { Wording, WordingPart } from "../model/ontology.ts";

/** The slots of the notation besides S and O. */
export const ROLES = ["CONTENT", "TOPIC", "FROM", "TO", "PLACE"] as const;

const COMPOUND = /^([SO])-(\p{L}+) ([SO])$/u;
const POSSESSIVE = /^([SO])'s ([SO])$/;
const WORD = /^\p{Ll}[\p{Ll}'-]*(\/\p{Ll}[\p{Ll}'-]*)*$/u;
const MAX_LENGTH = 200;

/** Words that open a slot: what stands behind them may be missing from the sentence when O has been found. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  "about against as at between by for from in into near of on onto out over to toward towards under upon with".split(
    " ",
  ),
);

/**
 * Reads one wording in the notation of `ontology/README.md`.
 *
 * Throws an `Error` that says what is wrong and how to write it.
 */
export function parseWording(text: string): Wording {
  if (text.length > MAX_LENGTH) throw new Error(`is longer than ${MAX_LENGTH} characters; split it`);
  const compound = COMPOUND.exec(text);
  if (compound) return parseCompound(text, compound[1], compound[2] as string, compound[3] as string);
  const possessive = POSSESSIVE.exec(text);
  if (possessive) return parsePossessive(text, possessive[1], possessive[2] as string);
  const words = text.split(" ");
  if (words[0] === "S's") return parseNoun(text, words.slice(1));
  if (words[0] !== "S") {
    throw new Error('does not begin with S, the one who does it; write "S back O", or "S-backed O"');
  }
  if (words[1] === "and" && words[2] === "O") return parseTogether(text, words.slice(3));
  if (words[1] === "be") return parseCopula(text, words.slice(2));
  return parseVerb(text, words.slice(1));
}

function parseCompound(
  text: string,
  modifier: string | undefined,
  participle: string,
  head: string,
): Wording {
  if (modifier === head) throw new Error(`names ${head} twice; write "S-backed O"`);
  return {
    text,
    shape: "compound",
    anchors: [participle.toLowerCase()],
    rest: [{ kind: "slot", role: head }],
  };
}

function parsePossessive(text: string, owner: string | undefined, owned: string): Wording {
  if (owner === owned) throw new Error(`names ${owned} twice; write "O's S"`);
  return { text, shape: "possessive", anchors: [], rest: [{ kind: "slot", role: owned }] };
}

function parseTogether(text: string, words: readonly string[]): Wording {
  const [verb, ...rest] = words.map(parsePart);
  if (verb?.kind !== "word") throw new Error('has no verb after "S and O"; write "S and O meet"');
  checkSlots([{ kind: "slot", role: "O" }, ...rest]);
  return { text, shape: "together", anchors: verb.lemmas, rest };
}

function parseVerb(text: string, words: readonly string[]): Wording {
  const [verb, ...rest] = words.map(parsePart);
  if (verb?.kind !== "word") throw new Error('has no verb after S; write "S back O"');
  checkSlots(rest);
  return { text, shape: "verb", anchors: verb.lemmas, rest };
}

/** Of "S's air strike on O", the anchor is "air strike": a preposition or a slot ends it. */
function parseNoun(text: string, words: readonly string[]): Wording {
  const parts = words.map(parsePart);
  checkSlots(parts);
  const opens = parts.findIndex(
    (part) =>
      part.kind === "slot" ||
      part.lemmas.some((word) => /^(?:to|that)$/.test(word) || PREPOSITIONS.has(word)),
  );
  const length = opens < 0 ? parts.length : opens;
  if (length === 0) throw new Error('has no noun behind "S\'s"; write "S\'s attack on O"');
  const anchor = parts.slice(0, length).map((part) => (part.kind === "word" ? part.lemmas : []));
  return { text, shape: "noun", anchors: combine(anchor), rest: parts.slice(length) };
}

/** Of "be chief of staff of O", the anchor is "chief of staff": the last preposition opens O. */
function parseCopula(text: string, words: readonly string[]): Wording {
  const parts = words.map(parsePart);
  checkSlots(parts);
  const slot = parts.findIndex((part) => part.kind === "slot");
  if (slot < 1) throw new Error('has no words between "be" and its slot; write "S be president of O"');
  const length = slot === 1 ? 1 : slot - 1;
  const anchor = parts.slice(0, length).map((part) => (part.kind === "word" ? part.lemmas : []));
  return { text, shape: "copula", anchors: combine(anchor), rest: parts.slice(length) };
}

/** Every way to take one word from each place: [["defense", "defence"], ["minister"]] are two phrases. */
function combine(places: readonly (readonly string[])[]): readonly string[] {
  return places.reduce<readonly string[]>(
    (phrases, words) =>
      phrases.flatMap((phrase) => words.map((word) => (phrase ? `${phrase} ${word}` : word))),
    [""],
  );
}

function parsePart(word: string): WordingPart {
  if (word === "O" || (ROLES as readonly string[]).includes(word)) return { kind: "slot", role: word };
  if (WORD.test(word)) return { kind: "word", lemmas: word.split("/") };
  if (word === "S") throw new Error("names S twice");
  if (word === "") throw new Error("has two spaces in a row, or one at the end; write one between words");
  throw new Error(
    `has "${word}", which is neither a word in lower case nor a slot; the slots are S, O, ${ROLES.join(", ")}`,
  );
}

function checkSlots(parts: readonly WordingPart[]): void {
  const roles = parts.filter((part) => part.kind === "slot").map((part) => part.role);
  const twice = roles.find((role, i) => roles.indexOf(role) !== i);
  if (twice) throw new Error(`names ${twice} twice`);
}
