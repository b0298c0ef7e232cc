import type { Mention } from "../model/mention.ts";
import type { Draft } from "./mentions.ts";

/** A name without case, marks and punctuation: what is compared when names are compared. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
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
 * Sure are: one known name, one organ, one spelling, an abbreviation introduced in brackets, the last name of a
 * person whose full name the document gives, and one description word for word.
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
    return linked
      ? { ...draft, id, chain, type: linked.type ?? draft.type, reason: linked.reason }
      : { ...draft, id, chain };
  });
}

interface Link {
  readonly key: string;
  readonly type: string | undefined;
  readonly reason: string;
}

/** Equal for mentions that are one without further evidence. */
function keyOf(draft: Draft): string {
  if (draft.known) return `known:${draft.known}`;
  if (draft.organOf) return `organ:${draft.organOf}:${draft.type}`;
  if (draft.kind === "name") return `name:${draft.type === "Region" ? "Region:" : ""}${foldName(draft.text)}`;
  const definite = draft.kind === "nominal" && /^(?:the|its|his|her|their)\s/i.test(draft.text);
  return definite ? `nominal:${foldName(draft.text)}` : `${draft.kind}:${draft.start}`;
}

/** "PKK" after "Kurdistan Workers’ Party (PKK)", wherever it stands in the document. */
function abbreviations(drafts: readonly Draft[], text: string): readonly (readonly [string, Link])[] {
  return drafts.flatMap((draft, i) => {
    const before = drafts.slice(Math.max(0, i - 3), i).findLast((other) => opensBracket(text, other, draft));
    if (!before || draft.known || !isAbbreviation(draft.text, before.text)) return [];
    const reason = `abbreviation of "${before.text}", introduced in brackets`;
    return [[keyOf(draft), { key: keyOf(before), type: before.type, reason }] as const];
  });
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
  const people = drafts.filter((draft) => draft.type === "Person" && / /.test(foldName(draft.text)));
  return drafts.flatMap((draft) => {
    const name = foldName(draft.text);
    if (draft.kind !== "name" || draft.known || name === "" || name.includes(" ")) return [];
    const bearers = new Map(
      people.filter((p) => foldName(p.text).endsWith(` ${name}`)).map((p) => [keyOf(p), p]),
    );
    const [bearer] = [...bearers.values()];
    if (!bearer || bearers.size > 1) return [];
    return [
      [
        keyOf(draft),
        { key: keyOf(bearer), type: "Person", reason: `last name of "${bearer.text}"` },
      ] as const,
    ];
  });
}
