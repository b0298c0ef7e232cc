import { hashOf } from "./hash.ts";

/** A name as it is shown: white space as one space, without a possessive or "the". */
export function displayName(text: string): string {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/['’]s?$/, "")
    .replace(/^(?:the|a|an)\s/i, "");
}

/** A name without case, marks and punctuation: equal for spellings that are surely one. */
export function nameKey(text: string): string {
  return displayName(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * An ASCII id from a name key: "angela merkel" is `AngelaMerkel`.
 *
 * Where letters are lost on the way to ASCII, a hash of the key keeps different names apart.
 */
export function slug(key: string): string {
  // "Unit 1 23" and "Unit 12 3" stay two.
  const words = key.replace(/(\d) (?=\d)/g, "$1_").split(" ");
  const ascii = words.map((word) => word.replace(/[^a-z0-9_]/g, ""));
  const name = ascii
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .slice(0, 80);
  const whole = ascii.join("") === words.join("") && /^[A-Z]/.test(name) && name.length < 80;
  return whole ? name : `e_${name}${name && "_"}${hashOf("name/1", key)}`;
}
