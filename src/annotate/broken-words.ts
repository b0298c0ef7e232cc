import type { Lexicon } from "./lexicon.ts";
import { longestAt } from "./name-table.ts";
import type { Piece } from "./tokens.ts";
import { touches } from "./words.ts";

/** Joins what a hyphen at the end of a line has left inside a line: "discus-sed", "Damas-cus". */
export type Mend = (pieces: readonly Piece[]) => readonly Piece[];

/** Joins only what makes a form of a verb of the ontology, or a known name; "co-operation" is written so. */
export function brokenWords({ verbForms, names }: Lexicon): Mend {
  const isWhole = (word: string) => {
    if (verbForms.has(word)) return true;
    const known = /^\p{Lu}/u.test(word) ? longestAt(names, word, 0, word.length) : undefined;
    return known?.end === word.length;
  };
  return (pieces) => {
    const mended: Piece[] = [];
    for (let i = 0; i < pieces.length; i++) {
      const [first, hyphen, rest] = pieces.slice(i, i + 3);
      const joined = first && hyphen?.form === "-" && rest ? first.form + rest.form : "";
      const broken =
        touches(first, hyphen) && touches(hyphen, rest) && /^\p{L}{3,}$/u.test(first?.form ?? "");
      if (first && rest && broken && /^\p{Ll}{2,}$/u.test(rest.form) && isWhole(joined)) {
        mended.push({ start: first.start, end: rest.end, form: joined });
        i += 2;
      } else if (first) {
        mended.push(first);
      }
    }
    return mended.length === pieces.length ? pieces : mended;
  };
}
