import type { Mention } from "../model/mention.ts";
import type { Draft } from "./mentions.ts";

/** A name without case, marks and punctuation: what is compared when names are compared. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{Cf}\p{M}]/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/'s$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^the /, "")
    .trim();
}

/**
 * Numbers the mentions of a document and puts those that surely refer to one thing into one chain.
 *
 * Sure are: one known name, one organ, one spelling, an abbreviation introduced in brackets, and the
 * last name of a person whose full name the document gives.
 */
export function link(drafts: readonly Draft[], text: string): readonly Mention[] {
  const short = new Map([...surnames(drafts), ...abbreviations(drafts, text)]);
  const chains = new Map<string, number>();
  return drafts.map((draft, id) => {
    const own = keyOf(draft);
    const linked = short.get(own);
    const key = linked?.key ?? own;
    const chain = chains.get(key) ?? chains.size;
    chains.set(key, chain);
    if (!linked) return { ...draft, id, chain };
    return {
      ...draft,
      id,
      chain,
      known: linked.known,
      type: linked.type ?? draft.type,
      reason: linked.reason,
    };
  });
}

interface Link {
  readonly key: string;
  readonly known: string | undefined;
  readonly type: string | undefined;
  readonly reason: string;
}

/** Equal for mentions that are one without further evidence. */
function keyOf(draft: Draft): string {
  if (draft.known) return `known:${draft.known}`;
  if (draft.organOf) return `organ:${draft.organOf}:${draft.type}`;
  if (draft.kind === "name") return `name:${draft.type === "Region" ? "Region:" : ""}${foldName(draft.text)}`;
  return `${draft.kind}:${draft.start}`;
}

/** "PKK" after "Kurdistan Workers’ Party (PKK)", wherever it stands in the document. */
function abbreviations(drafts: readonly Draft[], text: string): readonly (readonly [string, Link])[] {
  return drafts.flatMap((draft, i) => {
    const before = drafts.slice(Math.max(0, i - 3), i).findLast((other) => opensBracket(text, other, draft));
    if (!before || before.known || !isAbbreviation(draft.text, before.text)) return [];
    // Of a known abbreviation, the long form is another spelling of the known name, unless its words are others.
    if (draft.known && alike(before.text, draft.known))
      return [[keyOf(before), knownLink(draft, before)] as const];
    const reason = `abbreviation of "${before.text}", introduced in brackets`;
    return [[keyOf(draft), { key: keyOf(before), known: undefined, type: before.type, reason }] as const];
  });
}

function knownLink({ known, type, text }: Draft, before: Draft): Link {
  return { key: `known:${known}`, known, type, reason: `"${before.text}" is the long form of "${text}"` };
}

/** Whether two names, the second an id, have words that begin the same: "Organisation" and "Organization". */
function alike(name: string, id: string): boolean {
  const words = (text: string) =>
    foldName(text)
      .split(" ")
      .filter((word) => word.length > 3);
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

/** Whether the letters of an abbreviation stand in order at the beginnings of the words, small words passed over. */
function isAbbreviation(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}.-]{1,9}$/u.test(short)) return false;
  const letters = short.replace(/[^\p{L}]/gu, "").toLowerCase();
  const initials = foldName(long)
    .split(" ")
    .map((word) => word[0])
    .join("");
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return at === letters.length;
}

/** "Lee" where the document names exactly one person whose last name that is. */
function surnames(drafts: readonly Draft[]): readonly (readonly [string, Link])[] {
  const bearers = new Map<string, Map<string, Draft>>();
  for (const draft of drafts) {
    const words = draft.type === "Person" ? foldName(draft.text).split(" ") : [];
    const last = words.at(-1) ?? "";
    if (words.length > 1) bearers.set(last, (bearers.get(last) ?? new Map()).set(keyOf(draft), draft));
  }
  return drafts.flatMap((draft) => {
    if (draft.kind !== "name" || draft.known) return [];
    const [bearer, ...others] = bearers.get(foldName(draft.text))?.values() ?? [];
    if (!bearer || others.length > 0) return [];
    const reason = `last name of "${bearer.text}"`;
    return [[keyOf(draft), { key: keyOf(bearer), known: bearer.known, type: "Person", reason }] as const];
  });
}
