/** Sentences are read together until they have so many words. */
export const BATCH = 256;

/** A sentence in a batch: its words lie in rows from `row` on. */
export interface Seat {
  /** Its place among the sentences that were given. */
  readonly sentence: number;
  readonly row: number;
  readonly length: number;
}

/** Sentences of like lengths together, the longest first, as the engine wants them. */
export function* batchesOf(sentences: readonly (readonly string[])[]): Generator<readonly Seat[]> {
  const order = sentences.map((_, i) => i).filter((i) => (sentences[i] as readonly string[]).length > 0);
  order.sort(
    (a, b) =>
      (sentences[b] as readonly string[]).length - (sentences[a] as readonly string[]).length || a - b,
  );
  let seats: Seat[] = [];
  let row = 0;
  for (const sentence of order) {
    const { length } = sentences[sentence] as readonly string[];
    seats.push({ sentence, row, length });
    row += length;
    if (row >= BATCH) {
      yield seats;
      [seats, row] = [[], 0];
    }
  }
  if (seats.length > 0) yield seats;
}
