/** A number of things: "1 document", "3 documents", "12,000 entities". */
export function countWords(count: number, thing: string): string {
  const plural = thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${digits(count)} ${count === 1 ? thing : plural}`;
}

/** A whole number with its thousands set apart: "12,000". */
export function digits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
