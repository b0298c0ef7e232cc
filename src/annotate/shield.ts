/** Abbreviations of names that spell words of grammar: what they look like is what they are not. */
const SHIELDED = new Set(["IS", "US", "WHO"]);
/** What the parser is shown in their place: an abbreviation that is a name and nothing else. */
const SHIELD = "NATO";
/** Behind these, "IS" is the verb, said with stress: "this IS it". */
const SUBJECTS = new Set(
  "i you he she it we they this that these those there what which who where here so".split(" "),
);

/** The forms as the parser is shown them: in text that is not all capitals, "IS", "US" and "WHO" are names. */
export function shielded(forms: readonly string[]): readonly string[] {
  if (!forms.some((form) => SHIELDED.has(form)) || isShouted(forms)) return forms;
  return forms.map((form, i) => (SHIELDED.has(form) && !isStressed(forms, i) ? SHIELD : form));
}

/** Whether most words are written in capitals only. */
function isShouted(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /\p{L}{2}/u.test(form));
  return words.filter((form) => !/\p{Ll}/u.test(form)).length * 2 > words.length;
}

/** Whether a word is written large to be stressed: a neighbour is too, or the verb follows its subject. */
function isStressed(forms: readonly string[], i: number): boolean {
  const [before = "", after = ""] = [forms[i - 1], forms[i + 1]];
  const loud = (form: string) => /^\p{Lu}{2,}$/u.test(form) && !SHIELDED.has(form) && form.length > 5;
  if (loud(before) || loud(after)) return true;
  return forms[i] === "IS" && SUBJECTS.has(before.toLowerCase()) && before.toLowerCase() !== "that";
}
