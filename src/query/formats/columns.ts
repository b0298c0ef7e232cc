const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Scripts and pictures that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u024f]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of GRAPHEMES.segment(text)) columns += widthOf(segment);
  return columns;
}

function widthOf(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** A text in lines of some columns at most, broken between words where that can be. */
export function wrapped(text: string, width: number): readonly string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) <= width) line += ` ${word}`;
    else {
      if (line !== "") lines.push(line);
      const parts = cut(word, width);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? "";
    }
  }
  return [...lines, line];
}

/** A word that is too wide for a line in parts. */
function cut(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word];
  const parts: string[] = [];
  let [part, columns] = ["", 0];
  for (const { segment } of GRAPHEMES.segment(word)) {
    const wide = widthOf(segment);
    if (columns + wide > width && part !== "") {
      parts.push(part);
      [part, columns] = ["", 0];
    }
    part += segment;
    columns += wide;
  }
  return [...parts, part];
}
