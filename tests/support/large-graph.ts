import type { Claim, Evidence } from "../../src/model/claim.ts";
import type { Document } from "../../src/model/document.ts";
import type { Entity } from "../../src/model/entity.ts";
import type { Graph } from "../../src/model/graph.ts";
import { plain, type Stance } from "../../src/model/stance.ts";
import { graphOf } from "./graphs.ts";

/** So many claims an article tells. */
const claimsPerDocument = 12;
const types = ["Person", "Person", "Organization", "State", "Settlement", "ArmedGroup", "Event", "Topic"];
const relations = ["backs", "attacks", "accuses", "captures", "meets", "leads", "arms", "criticizes"];
const fillers =
  "on Friday after days of talks in the capital, officials and witnesses at the scene told reporters, citing the ministry".split(
    " ",
  );

/**
 * A graph as news make it, the same for the same numbers: a few names in a great many claims, circles that keep to
 * themselves, a sentence of about 120 characters for each claim, and one in five told by a second article.
 */
export function largeGraph(entities: number, claims: number): Graph {
  const random = randomFrom(entities);
  const circles = circlesOf(entities, random);
  const made = Array.from({ length: claims }, (_, i) => sketch(i, circles, random));
  const documents = Math.ceil(claims / claimsPerDocument);
  const texts = Array.from({ length: documents }, (): string[] => []);
  const lengths = texts.map(() => 0);
  const readings = made.map(({ subject, object }, i): readonly Evidence[] => {
    const first = Math.floor(i / claimsPerDocument);
    const second = i % 5 === 0 ? [Math.floor(random() * documents)] : [];
    return [first, ...second].map((document, nth) => {
      const sentence = sentenceOf(subject, object, random);
      const start = lengths[document] ?? 0;
      texts[document]?.push(sentence);
      lengths[document] = start + sentence.length + 1;
      return evidenceOf(`${i}x${nth}`, document, sentence, start, subject, object);
    });
  });
  return graphOf(
    texts.map((sentences, i) => documentOf(i, sentences.join(" "))),
    Array.from({ length: entities }, (_, i) => entityOf(i)),
    made.map(({ subject, object, stance }, i) => claimOf(i, subject, object, stance, readings[i] ?? [])),
  );
}

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** First and last entity of each circle; a few are large, most are small. */
function circlesOf(entities: number, random: () => number): readonly (readonly [number, number])[] {
  const circles: [number, number][] = [];
  for (let at = 0; at < entities; ) {
    const size = Math.min(Math.ceil(6 * (1 - random()) ** -0.7), Math.ceil(entities / 8), entities - at);
    circles.push([at, at + size]);
    at += size;
  }
  return circles;
}

/** One of a stretch, the first ones by far the most often. */
function pick([from, to]: readonly [number, number], random: () => number): number {
  return from + Math.floor((to - from) * random() ** 3);
}

function sketch(index: number, circles: readonly (readonly [number, number])[], random: () => number) {
  const own = circles[Math.floor(circles.length * random())] ?? [0, 1];
  // One claim in eight leaves its circle, mostly for those whom everybody talks about.
  const other = random() < 0.125 ? (circles[pick([0, circles.length], random)] ?? own) : own;
  const speaker = random() < 0.25 ? [nameOf(pick(own, random))] : [];
  const stance: Stance<string> = {
    ...plain,
    polarity: index % 17 === 0 ? "negative" : "positive",
    speakers: speaker,
  };
  return { subject: pick(own, random), object: pick(other, random), stance };
}

function nameOf(entity: number): string {
  return `Entity${String(entity).padStart(6, "0")}`;
}

function labelOf(entity: number): string {
  return `Odile Brandvold ${entity}`;
}

function sentenceOf(subject: number, object: number, random: () => number): string {
  let sentence = `${labelOf(subject)} accused ${labelOf(object)}`;
  while (sentence.length < 110) sentence += ` ${fillers[Math.floor(fillers.length * random())]}`;
  return `${sentence}.`;
}

function evidenceOf(
  id: string,
  document: number,
  quote: string,
  start: number,
  subject: number,
  object: number,
): Evidence {
  const [end, from] = [start + labelOf(subject).length, start + labelOf(subject).length + 1];
  return {
    id,
    document: fileOf(document),
    quote,
    start,
    end: start + quote.length,
    subject: { start, end },
    predicate: { start: from, end: from + 7 },
    object: { start: from + 8, end: from + 8 + labelOf(object).length },
    extractor: "active-clause",
    confidence: 0.8,
  };
}

function fileOf(document: number): string {
  return `news/${String(document).padStart(6, "0")}.txt`;
}

function documentOf(index: number, text: string): Document {
  return {
    id: fileOf(index),
    text,
    zones: [{ kind: "body", start: 0, end: text.length }],
    outlet: `The ${index % 40} Post`,
    headline: `What article ${index} is about`,
    published: dayOf(index),
    url: `https://news.example/${index}`,
  };
}

function dayOf(index: number): string {
  return `2017-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
}

function entityOf(index: number): Entity {
  const label = labelOf(index);
  return {
    id: nameOf(index),
    label,
    type: types[index % types.length] ?? "Topic",
    aliases: index % 3 === 0 ? [`Brandvold ${index}`] : [],
    sameAs: [],
    mentions: [],
    reasons: [],
  };
}

function claimOf(
  index: number,
  subject: number,
  object: number,
  stance: Stance<string>,
  [first, ...rest]: readonly Evidence[],
): Claim {
  if (first === undefined) throw new Error("Each claim is read somewhere.");
  const day = dayOf(index);
  return {
    // Scattered as hashes are, so that neighbours in the file have nothing in common.
    id: ((BigInt(index + 1) * 0x9e37_79b9_7f4a_7c15n) % 2n ** 80n).toString(32).padStart(16, "a"),
    event: `event${index % 7 === 0 ? index : index - 1}`,
    subject: nameOf(subject),
    predicate: relations[index % relations.length] ?? "backs",
    open: false,
    predicateText: [],
    object: { entity: nameOf(object) },
    arguments: new Map(),
    stance,
    ...(index % 2 === 0
      ? { time: { start: day, end: day, text: ["on Friday"], basis: "told" as const } }
      : {}),
    confidence: 0.8,
    documents: 1 + rest.length,
    independentSources: 1 + rest.length,
    conflictsWith: [],
    evidence: [first, ...rest],
  };
}
