import { plainForm } from "./form.ts";
import type { LemmaTables } from "./weights.ts";

const LONGEST_ENDING = 6;

/**
 * The dictionary form of a word, from its tag: an exception, or the rule of the longest known ending.
 *
 * Names and forms with figures keep their case and figures; only the plural of a name is undone. An adjective written with
 * a capital keeps it unless it opens its sentence. `src/train/lemmas.py` learns the tables.
 */
export function lemmaOf(
  form: string,
  xpos: string,
  opens: boolean,
  { rules, exceptions }: LemmaTables,
): string {
  if (xpos === "NNP" || /[0-9]/.test(form)) return xpos === "CD" ? form.replaceAll(",", "") : form;
  if (!/\p{L}/u.test(form)) return exceptions.get(`${xpos} ${form}`) ?? form;
  const low = plainForm(form).toLowerCase();
  const lemma = exceptionFor(low, xpos, exceptions) ?? changed(low, ruleFor(low, xpos, rules));
  const keepsCapital = xpos === "NNPS" || (xpos === "JJ" && !opens && /^\p{Lu}.*\p{Ll}/u.test(form));
  return keepsCapital ? form.slice(0, 1) + lemma.slice(1) : lemma;
}

/** Beginnings that leave the forms of a verb as they are: "retook" goes with "took". */
const VERB_PREFIX = /^(?:re|over|under|out|mis|un|fore|with|inter)(?=\p{L}{3})/u;

function exceptionFor(
  low: string,
  xpos: string,
  exceptions: ReadonlyMap<string, string>,
): string | undefined {
  const own = exceptions.get(`${xpos} ${low}`);
  if (own !== undefined || !/^VB[DNP]$/.test(xpos)) return own;
  const prefix = VERB_PREFIX.exec(low)?.[0];
  if (!prefix) return undefined;
  // A past tense that is not known is easily taken for a present one.
  const rest = low.slice(prefix.length);
  const lemma =
    exceptions.get(`${xpos} ${rest}`) ?? (xpos === "VBP" ? exceptions.get(`VBD ${rest}`) : undefined);
  return lemma === undefined ? undefined : prefix + lemma;
}

/** The rule of the longest known ending; at each length, one that begins with any vowel (V) or consonant (C) comes second. */
function ruleFor(low: string, tag: string, rules: ReadonlyMap<string, string>): string | undefined {
  // Past tenses share the rules of past participles.
  const xpos = tag === "VBD" ? "VBN" : tag;
  for (let n = Math.min(LONGEST_ENDING, low.length); n > 0; n--) {
    const ending = low.slice(low.length - n);
    const first = /^[aeiou]/.test(ending) ? "V" : "C";
    const rule = rules.get(`${xpos} ${ending}`) ?? rules.get(`${xpos} ${first}${ending.slice(1)}`);
    if (rule !== undefined) return rule;
  }
  return rules.get(`${xpos} `);
}

/** "3>y": three letters off, "y" put on. A rule that would leave nothing is not applied. */
function changed(low: string, rule: string | undefined): string {
  if (rule === undefined) return low;
  const mark = rule.indexOf(">");
  return low.slice(0, Math.max(0, low.length - Number(rule.slice(0, mark)))) + rule.slice(mark + 1) || low;
}
