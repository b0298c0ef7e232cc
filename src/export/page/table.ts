/** A list in which each key gets one row, in the order of first sight. */
export class Table<Row> {
  readonly #indexes = new Map<string, number>();
  readonly #row: (key: string) => Row;

  /** @param row makes the row of a key; it may ask for the index of further keys */
  constructor(row: (key: string) => Row) {
    this.#row = row;
  }

  /** Where the row of a key stands. */
  index(key: string): number {
    const index = this.#indexes.get(key) ?? this.#indexes.size;
    this.#indexes.set(key, index);
    return index;
  }

  /** All rows, and those of the keys that they ask for. */
  rows(): readonly Row[] {
    const rows: Row[] = [];
    // A map also goes through the keys that are added on the way.
    for (const key of this.#indexes.keys()) rows.push(this.#row(key));
    return rows;
  }
}
