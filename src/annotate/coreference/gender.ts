import type { Mention } from "../../model/mention.ts";
import { chainOf, type Discourse } from "./discourse.ts";

/** What "he" was said of once is no "she", nor is Mr Lee. */
export function mayHaveGender(mention: Mention, wanted: "he" | "she", discourse: Discourse): boolean {
  const chain = chainOf(discourse, mention);
  const other = wanted === "he" ? "she" : "he";
  const words = wanted === "he" ? FEMALE : MALE;
  return !discourse.placed.some((own) =>
    own.some(
      (each) =>
        chainOf(discourse, each.mention) === chain &&
        (each.series?.name === other || [...each.modifiers, each.noun].some((word) => words.has(word))),
    ),
  );
}

const FEMALE = new Set(
  "ms ms. mrs mrs. miss lady queen princess madam woman girl mother sister daughter wife actress chairwoman spokeswoman congresswoman".split(
    " ",
  ),
);
const MALE = new Set(
  "mr mr. sir king prince man boy father brother son husband actor chairman spokesman congressman".split(" "),
);
