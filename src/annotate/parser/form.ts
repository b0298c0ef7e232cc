/** What the network is shown of a word form. `src/train/features.py` computes the same; a test compares the two. */
export interface FormFeatures {
  /** What the tables are looked up by: word, endings of two and three letters, beginnings of two and three. */
  readonly keys: readonly string[];
  /** How it is written, a number below 14. */
  readonly shape: number;
  /** At most `LONGEST_FORM`; of a longer form, the middle is left out. */
  readonly characters: readonly string[];
}

/** The most characters of a form that are shown. */
export const LONGEST_FORM = 20;
const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "…": ".",
};

/** The features of a form. */
export function formFeatures(form: string): FormFeatures {
  const characters = [...plainForm(form)];
  const low = [...plainForm(form).toLowerCase()];
  const half = LONGEST_FORM / 2;
  return {
    keys: [
      low.join(""),
      low.slice(-2).join(""),
      low.slice(-3).join(""),
      low.slice(0, 2).join(""),
      low.slice(0, 3).join(""),
    ],
    shape: shapeOf(form),
    characters:
      characters.length > LONGEST_FORM
        ? [...characters.slice(0, half), ...characters.slice(-half)]
        : characters,
  };
}

/** The form with straight quotes and every digit a zero, which is all that the tables know. */
export function plainForm(form: string): string {
  return form.replace(/[’‘ʼ`“”…]/g, (mark) => PLAIN[mark] as string).replace(/[0-9]/g, "0");
}

function shapeOf(form: string): number {
  const all = [...form];
  const letters = all.filter((c) => /\p{L}/u.test(c));
  const digits = /[0-9]/.test(form);
  if (letters.length === 0) return /^[0-9]+$/.test(form) ? 1 : digits ? 2 : 3;
  const upper = letters.filter((c) => /\p{Uppercase}/u.test(c)).length;
  if (upper === 0) return digits ? 4 : letters.length === all.length ? 5 : 6;
  if (upper === letters.length) {
    if (digits) return 7;
    if (upper === 1) return 8;
    return upper === all.length ? 9 : 10;
  }
  if (upper === 1 && /^\p{Uppercase}/u.test(form)) return digits ? 12 : 11;
  return 13;
}
