/** The whole of a text that comes in pieces. */
export function wholeText(pieces: Iterable<string>): string {
  return [...pieces].join("");
}
