/** A word as it is drawn. */
export interface DrawnWord {
  readonly form: string;
  readonly upos: string;
  /** Counted from 1; 0 is the root. */
  readonly head: number;
  readonly deprel: string;
}

/** Deeper than this, a tree is a chain that no terminal is wide enough for: what hangs there is counted only. */
const DEEPEST = 40;

/**
 * A tree as lines for a terminal: each word under the one it hangs on, in the order of the text, with its relation to it.
 *
 * The root stands on the first line.
 */
export function treeLines(words: readonly DrawnWord[]): readonly string[] {
  const below: number[][] = words.map(() => []);
  words.forEach(({ head }, i) => {
    if (head > 0) below[head - 1]?.push(i);
  });
  const lines: string[] = [];
  const draw = (i: number, indent: string, branch: string, depth: number) => {
    const { form, upos, deprel } = words[i] as DrawnWord;
    const children = below[i] as number[];
    const hidden = depth === DEEPEST && children.length > 0 ? " …" : "";
    lines.push(`${indent}${branch}${form}  ${deprel} ${upos}${hidden}`);
    if (depth === DEEPEST) return;
    const inner = indent + (branch === "" ? "" : branch === "└─ " ? "   " : "│  ");
    children.forEach((child, k) => {
      draw(child, inner, k === children.length - 1 ? "└─ " : "├─ ", depth + 1);
    });
  };
  words.forEach(({ head }, i) => {
    if (head === 0) draw(i, "", "", 0);
  });
  return lines;
}
