/** A line of a stream, counted from 1: its bytes without the line feed, or the mark that it is too long to be held. */
export type ByteLine =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly tooLong: true };

const LINE_FEED = 0x0a;

/**
 * The lines of a stream of bytes, the same however it is cut into chunks.
 *
 * Holds one line at a time; of one longer than `longest` bytes, nothing. A last line without a line feed counts.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<ByteLine> {
  let number = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const hold = (part: Uint8Array) => {
    length += part.length;
    if (length > longest) held = [];
    else if (part.length > 0) held.push(part);
  };
  const take = (): ByteLine => {
    const line: ByteLine =
      length > longest ? { number, tooLong: true } : { number, bytes: Buffer.concat(held) };
    number++;
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
