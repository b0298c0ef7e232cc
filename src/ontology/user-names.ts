import { cleanName } from "../model/name-letters.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { classFinder } from "./class-names.ts";
import { csvNames } from "./csv-names.ts";
import type { OntologyFile } from "./entries.ts";
import { gather, type UserName } from "./gathered.ts";
import { identify, lookupIn, registerOf, saidOfStates } from "./identified.ts";
import { type Listing, MOST_NAMES, SAYS_NOTHING, type Saying, tooMany } from "./listing.ts";
import { canonicalLink, linkProblems } from "./name-links.ts";
import { ambiguities, circleProblems, stringProblems } from "./name-problems.ts";
import { byPlace, OntologyError, type Problem } from "./ontology-error.ts";
import { turtleNames } from "./turtle-names.ts";

/**
 * Reads a user's own names: CSV where a file is called so, else Turtle; the same for any order of files and entries.
 *
 * By id, in code-unit order. `unread` says what is wrong with files that have no text. Throws an `OntologyError` that lists every problem with file and entry.
 */
export function readUserNames(
  files: readonly OntologyFile[],
  ontology: Ontology,
  unread: readonly Problem[] = [],
): ReadonlyMap<string, UserName> {
  const listed = files.map((file) => (/\.csv$/i.test(file.name) ? csvNames(file) : turtleNames(file)));
  const formal = [...unread, ...listed.flatMap(({ problems }) => problems)];
  const isBroken = listed.some(({ listings, problems }) => listings.length === 0 && problems.length > 0);
  // What leans on a file that cannot be read is not wrong for that.
  if (unread.length > 0 || isBroken) fail(formal);
  const listings = listed.flatMap((part) => part.listings).map(cleaned);
  refuseTooMany(listings);
  const known = { ontology, register: registerOf(ontology), classOf: classFinder(ontology) };
  const { identified, problems } = identify(listings, known);
  const find = lookupIn(identified, known);
  const all = [...identified, ...saidOfStates(identified, find)];
  const gathered = gather(all, find, known);
  fail([
    ...formal,
    ...problems,
    ...gathered.problems,
    ...listings.flatMap((listing) => [...stringProblems(listing), ...linkProblems(listing)]),
    ...ambiguities(all),
    ...circleProblems(gathered.names, all, ontology),
  ]);
  return gathered.names;
}

function fail(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new OntologyError([...problems].sort((a, b) => byPlace(a, b) || byCodeUnit(a.message, b.message)));
}

/** A listing with its strings as their author meant them, each once, in code-unit order. */
function cleaned(listing: Listing): Listing {
  const clean = (saying: Saying) => {
    const texts = listing[saying].map(saying === "sameAs" ? canonicalLink : cleanName);
    return [saying, distinct(texts.filter((text) => text !== ""))];
  };
  const sayings = Object.keys(SAYS_NOTHING) as readonly Saying[];
  return { ...listing, ...Object.fromEntries(sayings.map(clean)) };
}

function refuseTooMany(listings: readonly Listing[]): void {
  const count = listings.reduce(
    (sum, { labels, aliases, demonyms, metonyms }) =>
      sum + labels.length + aliases.length + demonyms.length + metonyms.length,
    0,
  );
  if (count > MOST_NAMES) fail([tooMany(distinct(listings.map(({ file }) => file)).join(", "))]);
}
