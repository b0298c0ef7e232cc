/** A name as its author meant it: in NFC, without characters that nobody sees, white space as one space. */
export function cleanName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What stays as it is: most names, and so worth the short way. */
const PLAIN = /^[A-Za-z0-9.,&()' -]*$/;

/** The letters by which a name is found in texts: two names of the same letters are one string to the reader. */
export function nameLetters(name: string): string {
  if (PLAIN.test(name) && !name.includes("  ")) return name;
  let letters = "";
  for (let i = 0; i < name.length; i++) letters += foldLetter(name[i] as string);
  return letters.replace(/ +/g, " ");
}

/** Marks and curls removed, one code unit for one, so that offsets stay: "é" is "e", "’" is "'", a line break a space. */
export function foldLetter(unit: string): string {
  if (/^[A-Za-z0-9]$/.test(unit)) return unit;
  if (/^\s$/.test(unit)) return " ";
  if (/^[‘’ʼ`´]$/.test(unit)) return "'";
  if (/^[‐‑‒–]$/.test(unit)) return "-";
  return unit.normalize("NFKD")[0] ?? unit;
}
