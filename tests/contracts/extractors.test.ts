import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { annotator } from "../../src/annotate/index.ts";
import { extraction, extractors } from "../../src/extract/index.ts";
import type { AnnotatedDocument } from "../../src/model/annotated-document.ts";
import type { Mention } from "../../src/model/mention.ts";
import { isA } from "../../src/model/ontology.ts";
import { contains, type Span, slice } from "../../src/model/span.ts";
import { isAsserted, type Stance } from "../../src/model/stance.ts";
import type { Extraction, Rejection, Triple } from "../../src/model/triple.ts";
import { readers } from "../../src/read/index.ts";
import { edgeTexts, hostilePieces, hostileText, newsText } from "../support/hostile.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import { freezeAll } from "./freeze.ts";

/** Far more than a property asks for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

/** Frozen before anybody has read it. */
const world = freezeAll(ontology);
const annotate = annotator(world, parser);
const extract = extraction(world);
const context = freezeAll({ outlets: new Set<string>() });

interface Extracted {
  readonly document: AnnotatedDocument;
  readonly extraction: Extraction;
}

const known = new Map<string, Extracted>();

/** What the extractors make of a text; all of them read the same texts, so each is read once. */
function extracted(text: string): Extracted {
  const before = known.get(text);
  if (before) return before;
  const [reader] = readers;
  if (!reader) throw new Error("There is no reader.");
  const document = freezeAll(annotate(freezeAll(reader.read("a.txt", text, context))));
  const result = { document, extraction: extract(document) };
  known.set(text, result);
  return result;
}

function examplesOf(reads: string): readonly string[] {
  return reads.split(";").map((example) => example.trim());
}

const examples = extractors.flatMap(({ reads }) => examplesOf(reads));
/** The extractors' own examples with something put between or inside their words, so that each has work to do. */
const brokenExample = fc
  .tuple(fc.constantFrom(...examples), fc.constantFrom("", ...hostilePieces), fc.nat({ max: 60 }))
  .map(([example, piece, at]) => `${example.slice(0, at)}${piece}${example.slice(at)}.`);
const texts = fc.oneof(
  { weight: 3, arbitrary: newsText() },
  { weight: 2, arbitrary: hostileText() },
  { weight: 2, arbitrary: brokenExample },
);
const tries = { numRuns: 300, seed: 21 };

const AXES = {
  polarity: ["positive", "negative"],
  certainty: ["certain", "probable", "possible", "underspecified"],
  temporality: ["nonfuture", "future"],
  modality: ["actual", "intended", "demanded", "conditional"],
} as const satisfies Omit<{ [Axis in keyof Stance<number>]: readonly Stance<number>[Axis][] }, "speakers">;

function expectSound(
  triple: Triple,
  { document, mentions, sentences, times, told }: AnnotatedDocument,
): void {
  const { sentence, predicate, subjectSpan, objectSpan, object, stance, time } = triple;
  expect(sentences.filter(({ start, end }) => start === sentence.start && end === sentence.end)).toHaveLength(
    1,
  );
  expect(slice(document.text, predicate)).toBe(predicate.text);
  const spans: readonly Span[] = [
    predicate,
    subjectSpan,
    ...(objectSpan ? [objectSpan] : []),
    ...triple.arguments.map(({ span }) => span),
  ];
  for (const span of spans) {
    expect(span.end).toBeGreaterThan(span.start);
    expect(contains(sentence, span), `${JSON.stringify(span)} in its sentence`).toBe(true);
  }
  const fillers = triple.arguments.flatMap(({ mention }) => (mention === undefined ? [] : [mention]));
  const ids = [
    triple.subject,
    ...(typeof object === "number" ? [object] : []),
    ...stance.speakers,
    ...fillers,
  ];
  for (const id of ids) expect(mentions[id]?.id).toBe(id);
  for (const { role, mention } of triple.arguments) expect(mention === undefined).toBe(role === "content");
  expect(objectSpan === null).toBe(object === null);
  for (const [axis, values] of Object.entries(AXES))
    expect(values).toContain(stance[axis as keyof typeof AXES]);
  expect(triple.stanceReasons.length > 0).toBe(!isAsserted(stance));
  expect(triple.confidence).toBeGreaterThan(0);
  expect(triple.confidence).toBeLessThanOrEqual(1);
  // "between 2015 and 2016" begins with the time "2015".
  const isStoryDay = time?.iso === told;
  if (time && !isStoryDay) expect(times.some(({ start }) => start === time.start)).toBe(true);
}

/** The relation is known and takes such a subject and object, or its name is made of words of the text. */
function expectRelation({ predicate, subject, object }: Triple, { mentions }: AnnotatedDocument): void {
  const relation = world.relations.get(predicate.name);
  if (predicate.open) {
    expect(predicate.name).toMatch(/^[a-z]+(?:[A-Z][a-z]*)*$/);
    return;
  }
  if (!relation) expect.fail(`${predicate.name} is no relation of the ontology`);
  expect(
    fitting(mentions[subject], relation.domain),
    `${predicate.name} from ${mentions[subject]?.text}`,
  ).toBe(true);
  if (typeof object === "number")
    expect(fitting(mentions[object], relation.range), `${predicate.name} to ${mentions[object]?.text}`).toBe(
      true,
    );
}

/** A name of no known class may be anything; a description of none fits where everything does. */
function fitting(mention: Mention | undefined, wanted: string): boolean {
  if (!mention) return false;
  if (mention.type !== undefined) return isA(world, mention.type, wanted) || isA(world, wanted, mention.type);
  return mention.kind === "name" || world.classes.get(wanted)?.ancestors.length === 0;
}

function expectCounted(rejection: Rejection, { document }: AnnotatedDocument): void {
  expect(slice(document.text, rejection)).toBe(rejection.text);
  expect(rejection.reason).toMatch(/\S/);
}

function expectAllSound(text: string, id: string): void {
  const {
    document,
    extraction: { triples, rejected },
  } = extracted(text);
  for (const triple of triples.filter(({ extractor }) => extractor === id)) {
    expectSound(triple, document);
    expectRelation(triple, document);
  }
  for (const rejection of rejected.filter(({ extractor }) => extractor === id))
    expectCounted(rejection, document);
}

describe.for(extractors)("the extractor $id", ({ id, reads }) => {
  test("has a name of its own, in lower case", () => {
    expect(id).toMatch(/^[a-z][a-z-]*$/);
    expect(extractors.filter((other) => other.id === id)).toHaveLength(1);
  });

  test.for(examplesOf(reads))("reads its example: %s", (example) => {
    const { triples } = extracted(example).extraction;
    expect(triples.map(({ extractor }) => extractor)).toContain(id);
  });

  test("says only what stands in its sentence, in relations that fit", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expectAllSound(text, id);
      }),
      tries,
    );
  });

  test.for(edgeTexts)("holds to that for $name", ({ text }) => {
    expectAllSound(text, id);
  });
});

describe("all extractors together", () => {
  test("sign what they find", () => {
    const ids = extractors.map(({ id }) => id);
    fc.assert(
      fc.property(texts, (text) => {
        const { triples, rejected } = extracted(text).extraction;
        for (const { extractor } of [...triples, ...rejected]) expect(ids).toContain(extractor);
      }),
      tries,
    );
  });

  test("find the same a second time, and when made anew", () => {
    const again = extraction(world);
    fc.assert(
      fc.property(texts, (text) => {
        const { document, extraction: first } = extracted(text);
        expect(extract(document)).toEqual(first);
        expect(again(document)).toEqual(first);
      }),
      { numRuns: 60, seed: 21 },
    );
  });

  test("leave the ontology as it was", () => {
    const before = structuredClone(world);
    for (const { text } of edgeTexts) extract(annotate(extracted(text).document.document));
    expect(world).toEqual(before);
  });
});
