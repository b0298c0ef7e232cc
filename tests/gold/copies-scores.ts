// Prints how well copies of one story are found, on articles of Wikinews edited by a seeded editor: `npm run score:copies`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wiresOf } from "../../src/copies/index.ts";
import {
  documentFrom,
  type Edit,
  edited,
  randomFrom,
  type Sourced,
  type SourcedDocument,
  sourcedSentences,
} from "../support/edited-copies.ts";

const ARTICLES = join(import.meta.dirname, "../../../shared/data/wikinews-2019.jsonl");
/** Shorter articles cannot lose half of their sentences and still be a story. */
const LEAST_SENTENCES = 6;

/** An article of Wikinews. */
export interface Story {
  readonly id: string;
  readonly date: string;
  readonly sentences: readonly Sourced[];
}

/** The articles that are long enough to be edited. */
export function stories(): readonly Story[] {
  return readFileSync(ARTICLES, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { id, date, text } = JSON.parse(line);
      // The first line is the date.
      return { id, date, sentences: sourcedSentences(text.slice(text.indexOf("\n")), id) };
    })
    .filter(({ sentences }) => sentences.length >= LEAST_SENTENCES);
}

const plain: Edit = { house: false, words: 0, cut: 0, added: 0, turned: false };

/** What prints have in common, from a new house style to half a story in other words. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "house style": { ...plain, house: true },
  "a third cut": { ...plain, cut: 1 / 3 },
  "a third added": { ...plain, added: 1 / 3 },
  "paragraphs turned": { ...plain, turned: true },
  "5% of words": { ...plain, house: true, words: 0.05, cut: 0.1 },
  "10% of words, a quarter cut": { ...plain, house: true, words: 0.1, cut: 0.25 },
  "20% of words, half cut, a third added, turned": {
    house: true,
    words: 0.2,
    cut: 0.5,
    added: 1 / 3,
    turned: true,
  },
  "30% of words, half cut, a third added, turned": {
    house: true,
    words: 0.3,
    cut: 0.5,
    added: 1 / 3,
    turned: true,
  },
};

/** How many of a kind there are, were found, and were found rightly. */
export interface Found {
  readonly pairs: number;
  readonly found: number;
  /** Sentences that two prints share. */
  readonly shared: number;
  readonly matched: number;
  readonly right: number;
}

/** Scores every second story against its print by an editor, all among one another; the rest lend what is added. */
export function scoreEdit(
  all: readonly Story[],
  edit: Edit,
  seed: number,
): Found & { readonly wrong: number } {
  const random = randomFrom(seed);
  const told = all.filter((_, i) => i % 2 === 0);
  const lenders = all.filter((_, i) => i % 2 === 1);
  const documents = told.flatMap(({ id, date, sentences }, i): readonly SourcedDocument[] => {
    const copy = edited(sentences, lenders[i % lenders.length]?.sentences ?? [], edit, random);
    return [documentFrom(`${id} a`, sentences, date), documentFrom(`${id} b`, copy, date)];
  });
  return score(documents, told.length);
}

/** The story that a document is of. */
const storyOf = (document: string): string => document.split(" ")[0] as string;

function score(documents: readonly SourcedDocument[], pairs: number): Found & { readonly wrong: number } {
  const byId = new Map(documents.map((document) => [document.cut.document.id, document]));
  const sources = new Map(
    documents.map(({ cut, sourceAt }) => [
      cut.document.id,
      new Set(cut.sentences.map(({ start, end }) => sourceAt((start + end) >> 1))),
    ]),
  );
  let shared = 0;
  for (const [id, own] of sources) {
    const twin = id.endsWith(" a") ? sources.get(`${storyOf(id)} b`) : undefined;
    if (twin) shared += [...own].filter((source) => twin.has(source)).length;
  }
  const [found, wrong] = [new Set<string>(), new Set<string>()];
  let [matched, right] = [0, 0];
  for (const { documents: ids, sentences } of wiresOf(documents.map(({ cut }) => cut))) {
    const of = new Set(ids.map(storyOf));
    if (of.size === 1) found.add(storyOf(ids[0] as string));
    else wrong.add(ids.join(" | "));
    for (const group of sentences) {
      const from = new Set(
        group.map(({ document, start, end }) => byId.get(document)?.sourceAt((start + end) >> 1)),
      );
      matched++;
      if (from.size === 1) right++;
    }
  }
  return { pairs, found: found.size, shared, matched, right, wrong: wrong.size };
}

/** What two stories that are no copies may have in common all the same. */
export const TRAPS = {
  "one sentence": (from: Story) => from.sentences.slice(2, 3),
  "two sentences": (from: Story) => from.sentences.slice(2, 4),
  "all quotations": (from: Story) => from.sentences.filter(({ text }) => /^["“][^"”]+["”]/.test(text)),
} as const;

/** How many pairs of stories were taken for copies because of what one was given of the other. */
export function scoreTrap(
  all: readonly Story[],
  borrowed: (from: Story) => readonly Sourced[],
): {
  readonly pairs: number;
  readonly wrong: number;
} {
  const long = all.filter(({ sentences }) => sentences.length >= 10);
  const documents = long.flatMap((story, i) => {
    const host = long[(i + 1) % long.length] as Story;
    const lent = borrowed(story);
    if (lent.length === 0) return [];
    return [
      [
        documentFrom(`${story.id} a`, story.sentences, story.date),
        documentFrom(
          `${story.id} b`,
          [...host.sentences.slice(0, 6), ...lent, ...host.sentences.slice(6)],
          story.date,
        ),
      ],
    ];
  });
  const wrong = documents.filter((pair) => wiresOf(pair.map(({ cut }) => cut)).length > 0).length;
  return { pairs: documents.length, wrong };
}

/** How many sentences of a story stand in another one, of which they are so great a share, and how many such pairs are found. */
export function scoreExcerpt(
  all: readonly Story[],
  length: number,
  words: number,
): {
  readonly pairs: number;
  readonly found: number;
} {
  const random = randomFrom(11);
  const long = all.filter(({ sentences }) => sentences.length >= 12);
  const pairs = long.map((story, i) => {
    const host = (long[(i + 1) % long.length] as Story).sentences.slice(0, 12 - length);
    const lent = edited(story.sentences.slice(3, 3 + length), [], { ...plain, house: true, words }, random);
    return [
      documentFrom(`${story.id} a`, story.sentences.slice(0, 12), story.date),
      documentFrom(`${story.id} b`, [...host.slice(0, 5), ...lent, ...host.slice(5)], story.date),
    ];
  });
  return {
    pairs: pairs.length,
    found: pairs.filter((pair) => wiresOf(pair.map(({ cut }) => cut)).length > 0).length,
  };
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

function print(): void {
  const all = stories();
  const lines = [`${all.length} articles`, "", "edit\tpairs\tfound\tfalse\tsentences\trecall\tprecision"];
  for (const [name, edit] of Object.entries(EDITS)) {
    const { pairs, found, wrong, shared, matched, right } = scoreEdit(all, edit, 5);
    lines.push(
      [
        name,
        pairs,
        percent(found, pairs),
        wrong,
        shared,
        percent(right, shared),
        percent(right, matched),
      ].join("\t"),
    );
  }
  lines.push("", "excerpt of 12 sentences\tpairs\tfound");
  for (const length of [3, 4, 6]) {
    for (const words of [0, 0.1, 0.2]) {
      const { pairs, found } = scoreExcerpt(all, length, words);
      lines.push([`${length} sentences, ${100 * words}% of words`, pairs, percent(found, pairs)].join("\t"));
    }
  }
  lines.push("", "in common\tpairs\ttaken for copies");
  for (const [name, borrowed] of Object.entries(TRAPS)) {
    const { pairs, wrong } = scoreTrap(all, borrowed);
    lines.push([name, pairs, wrong].join("\t"));
  }
  const untouched = wiresOf(
    all.map(({ id, date, sentences }) => documentFrom(`${id} a`, sentences, date).cut),
  );
  const of = (all.length * (all.length - 1)) / 2;
  lines.push(["nothing but the subject", of, untouched.length].join("\t"));
  for (const { documents, sentences } of untouched)
    lines.push(`  ${documents.join(", ")}: ${sentences.length} sentences`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

if (process.argv[1] === import.meta.filename) print();
