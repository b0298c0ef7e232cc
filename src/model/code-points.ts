/** Offsets of a text in Unicode code points, as NIF and RFC 5147 count. */
export type CodePoints = (offset: number) => number;

/** Counts the code points before an offset in UTF-16 code units; prepared once for a text. */
export function codePoints(text: string): CodePoints {
  const pairs: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) pairs.push(++i);
  }
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
