// Measures how the search for copies grows with the articles: `npm run bench`. Nothing asserts the figures, because machines
// differ and are busy; the last column, how often the time doubles with the sentences, is the one to read.
import { type CutDocument, wiresOf } from "../../src/copies/index.ts";
import { documentFrom, edited, type Random, randomFrom, type Sourced } from "../support/edited-copies.ts";

const SENTENCES = [12_500, 25_000, 50_000, 100_000];
const PER_ARTICLE = 20;
const WORDS = 22;
/** Of articles, those that are prints of the one before. */
const COPIES = 0.1;
/** Words by rank: the tenth is a tenth as frequent as the first, as in any language. */
const VOCABULARY = 20_000;
/** Of words, those that go on a phrase which other articles have too. */
const PHRASES = 0.4;
const EDIT = { house: true, words: 0.05, cut: 0.2, added: 0, turned: false };

let before = 0;
for (const sentences of SENTENCES) {
  const articles = articlesOf(sentences / PER_ARTICLE);
  const start = process.cpuUsage();
  const wires = wiresOf(articles);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const growth =
    before === 0 ? "" : `, ${(seconds / before).toFixed(1)} times the time for twice the sentences`;
  process.stdout.write(
    `copies: ${sentences} sentences, ${wires.length} wires in ${seconds.toFixed(1)} s${growth}\n`,
  );
  before = seconds;
}

function articlesOf(count: number): readonly CutDocument[] {
  const random = randomFrom(1);
  let last: readonly Sourced[] = [];
  return Array.from({ length: count }, (_, i) => {
    const copy = i > 0 && random() < COPIES;
    const sentences = copy
      ? edited(last, [], EDIT, random)
      : Array.from({ length: PER_ARTICLE }, (): Sourced => ({ text: sentence(random), source: "" }));
    last = sentences;
    return documentFrom(`${i}`, sentences).cut;
  });
}

function sentence(random: Random): string {
  let rank = 0;
  const words = Array.from({ length: WORDS }, () => {
    rank = random() < PHRASES ? (rank * 7 + 1) % 500 : Math.floor(VOCABULARY ** random());
    return `w${wordOf(rank)}`;
  });
  return `${words.join(" ")}.`.replace("w", "W");
}

/** A number as consonants, which the form of words that copies share keeps. */
function wordOf(rank: number): string {
  return [...rank.toString(16)].map((digit) => "bdfghjklmnprstvx"[Number.parseInt(digit, 16)]).join("");
}
