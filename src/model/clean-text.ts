/** JSON without raw control characters: its own escapes leave DEL and C1 as they are. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\x7f-\x9f]/g,
    (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`,
  );
}

/** Text that every format can hold: lone surrogates and control characters but tab and line breaks become U+FFFD. */
export function cleanText(text: string): string {
  return UNCLEAN.test(text) ? text.toWellFormed().replace(CONTROLS, "\ufffd") : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNCLEAN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
