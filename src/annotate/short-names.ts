import type { Draft } from "./mentions.ts";
import { foldName, keyOf } from "./name-keys.ts";

/** The long name that a short one stands for. */
export interface Link {
  /** Of the long name. */
  readonly key: string;
  readonly known: string | undefined;
  readonly type: string | undefined;
  readonly reason: string;
}

type Entry = readonly [string, Link];

/** The short names of a document by their keys: abbreviations, initials, first and last names of what it names in full. */
export function shortNames(all: readonly Draft[], text: string): ReadonlyMap<string, Link> {
  const towns = new Set(all.filter((draft, i) => isTown(draft, all[i + 1], text)).map(keyOf));
  const drafts = all.filter((draft) => !towns.has(keyOf(draft)));
  return new Map([
    ...firstNames(drafts),
    ...middleNames(drafts),
    ...surnames(drafts),
    ...initials(drafts),
    ...abbreviations(drafts, text),
  ]);
}

/** "Allen, Texas": a town called like somebody. */
function isTown({ kind, known, end }: Draft, next: Draft | undefined, text: string): boolean {
  const placed = next?.known !== undefined && /^(?:State|FederatedState|Region)$/.test(next.type ?? "");
  return kind === "name" && known === undefined && placed && text.slice(end, next.start) === ", ";
}

/** "PKK" after "Kurdistan Workers’ Party (PKK)", wherever it stands in the document. */
function abbreviations(drafts: readonly Draft[], text: string): readonly Entry[] {
  return drafts.flatMap((draft, i): readonly Entry[] => {
    const before = drafts.slice(Math.max(0, i - 3), i).findLast((other) => opensBracket(text, other, draft));
    if (!before || before.known || !isAbbreviation(draft.text, before.text)) return [];
    // Of a known abbreviation, the long form is another spelling of the known name, unless its words are others.
    if (draft.known && alike(before.text, draft.known)) return [[keyOf(before), knownLink(draft, before)]];
    const reason = `abbreviation of "${before.text}", introduced in brackets`;
    return [[keyOf(draft), { key: keyOf(before), known: undefined, type: before.type, reason }]];
  });
}

function knownLink({ known, type, text }: Draft, before: Draft): Link {
  return { key: `known:${known}`, known, type, reason: `"${before.text}" is the long form of "${text}"` };
}

/** Whether two names, the second an id, have words that begin the same: "Organisation" and "Organization". */
function alike(name: string, id: string): boolean {
  const words = (text: string) => wordsIn(text).filter((word) => word.length > 3);
  const [a, b] = [words(name), words(id.replace(/([a-z])([A-Z])/g, "$1 $2"))];
  return (
    a.length > 0 && a.length === b.length && a.every((word, i) => word.slice(0, 4) === b[i]?.slice(0, 4))
  );
}

function opensBracket(text: string, before: Draft, draft: Draft): boolean {
  return (
    before.kind === "name" &&
    /^\s*\(\s*$/.test(text.slice(before.end, draft.start)) &&
    text[draft.end] === ")"
  );
}

/** Whether the letters of an abbreviation stand in order at the beginnings of the words, from the first word on. */
function isAbbreviation(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}.-]{1,9}$/u.test(short)) return false;
  const letters = short.replace(/[^\p{L}]/gu, "").toLowerCase();
  const initials = wordsIn(long).map((word) => word[0]);
  // "Parliament of New South Wales (NSW)" is short for a part of it alone.
  if (initials[0] !== letters[0]) return false;
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at === letters.length;
}

/** "NHC" where the document names exactly one thing that these are the initials of: "National Hurricane Center". */
function initials(drafts: readonly Draft[]): readonly Entry[] {
  const bearers = bearersOf(drafts, ({ kind, text }) => {
    const words = kind === "name" ? wordsIn(text) : [];
    const large = words.filter((word) => !/^(?:of|the|and|for|in|on|de|la)$/.test(word));
    return large.length > 2 ? [words, large].map((some) => some.map((word) => word[0]).join("")) : [];
  });
  return drafts.flatMap((draft) => {
    const bearer = /^\p{Lu}{3,6}$/u.test(draft.text)
      ? bearerOf(draft, bearers.get(draft.text.toLowerCase()))
      : undefined;
    return bearer ? [linked(draft, bearer, `initials of "${bearer.text}"`, bearer.type)] : [];
  });
}

/** "Lee" where the document names exactly one person, or one whom nothing tells to be anything else, with that last name. */
function surnames(drafts: readonly Draft[]): readonly Entry[] {
  const bearers = bearersOf(drafts, ({ kind, type, known, text }) => {
    const words = wordsIn(text);
    const maybe = type === undefined && known === undefined && words.length < 4 && FULL_NAME.test(text);
    return kind === "name" && words.length > 1 && (type === "Person" || maybe) ? words.slice(-1) : [];
  });
  return drafts.flatMap((draft) => {
    const bearer = bearerOf(draft, bearers.get(foldName(draft.text)));
    if (!bearer) return [];
    // Papers name people in full first; "the Sciences" are nobody.
    const told = bearer.end <= draft.start && draft.phrase.start === draft.start;
    if (bearer.type !== "Person" && (!told || draft.type !== undefined)) return [];
    return [linked(draft, bearer, `last name of "${bearer.text}"`, bearer.type)];
  });
}

/** "Vázquez" where the document names exactly one person with that name in the middle: "Wanda Vázquez Garced". */
function middleNames(drafts: readonly Draft[]): readonly Entry[] {
  const bearers = bearersOf(drafts, ({ type, text }) =>
    type === "Person" ? wordsIn(text).slice(1, -1) : [],
  );
  return drafts.flatMap((draft) => {
    const bearer = bearerOf(draft, bearers.get(foldName(draft.text)));
    const told = bearer && draft.phrase.start === draft.start;
    return told ? [linked(draft, bearer, `one of the last names of "${bearer.text}"`, bearer.type)] : [];
  });
}

/** "Walter" where the document has named exactly one person with that first name: so friends and family speak of him. */
function firstNames(drafts: readonly Draft[]): readonly Entry[] {
  const bearers = bearersOf(drafts, ({ type, text }) =>
    type === "Person" && FULL_NAME.test(text) ? wordsIn(text).slice(0, 1) : [],
  );
  return drafts.flatMap((draft) => {
    const bearer = bearerOf(draft, bearers.get(foldName(draft.text)));
    const told = bearer && bearer.end <= draft.start && draft.phrase.start === draft.start;
    if (!told || draft.type !== undefined) return [];
    return [linked(draft, bearer, `first name of "${bearer.text}"`, bearer.type)];
  });
}

/** With particles: "Hamza bin Laden", "Leon van Biljon". */
const FULL_NAME = /^\p{Lu}\p{Ll}+[\s-]+(?:(?:\p{Lu}\p{Ll}+|\p{Ll}{2,3})[\s-]+)*\p{Lu}[\p{L}’'-]+$/u;

/** By short name, the things that it may stand for, each with the first draft of it. */
function bearersOf(
  drafts: readonly Draft[],
  shortOf: (draft: Draft) => readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, Draft>> {
  const bearers = new Map<string, Map<string, Draft>>();
  for (const draft of drafts) {
    for (const short of shortOf(draft)) {
      const own = bearers.get(short) ?? new Map<string, Draft>();
      if (!own.has(keyOf(draft))) bearers.set(short, own.set(keyOf(draft), draft));
    }
  }
  return bearers;
}

/** The one thing that an unknown name may stand for. */
function bearerOf(draft: Draft, bearers: ReadonlyMap<string, Draft> | undefined): Draft | undefined {
  if (draft.kind !== "name" || draft.known !== undefined || draft.organOf !== undefined) return undefined;
  const [bearer, ...others] = bearers?.values() ?? [];
  return others.length === 0 ? bearer : undefined;
}

function linked(draft: Draft, bearer: Draft, reason: string, type: string | undefined): Entry {
  return [keyOf(draft), { key: keyOf(bearer), known: bearer.known, type, reason }];
}

function wordsIn(name: string): readonly string[] {
  return foldName(name).split(" ");
}
