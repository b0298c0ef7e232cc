/** The words of a name in camel case: `losesControlOf` is "loses control of"; an abbreviation keeps its capitals. */
export function words(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ")
    .split(/[\s_]+/u)
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}
