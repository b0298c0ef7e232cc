import { dayWords } from "./claim-wording.ts";
import type { PageDisagreement } from "./page-payload.ts";
import { pageWords } from "./page-words.ts";

/** One answer to what articles differ in, in words for people: "17 Oct 2017", "It did". */
export function sideWords({ kind }: PageDisagreement, value: string): string {
  const { yes, no } = pageWords.cards.differs;
  switch (kind) {
    case "polarity":
      return value === "yes" ? yes : value === "no" ? no : value;
    case "date": {
      const [start = value, end = start] = value.split(" to ");
      return dayWords({ start, end });
    }
    case "actor":
    case "outcome":
    case "value":
    case "standing":
      return capitalised(value);
  }
}

/** Words as they begin a line. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
