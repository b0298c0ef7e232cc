import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { sentenceSpans } from "../../src/annotate/sentences.ts";
import { fetchInputs, findInputs } from "../../src/cli/inputs.ts";
import { wiresOf } from "../../src/copies/index.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import { outletNames } from "../../src/pipeline.ts";
import { read } from "../../src/read/index.ts";
import type { Edit } from "../support/edited-copies.ts";
import { ontology } from "../support/ontology.ts";
import { EDITS, scoreEdit, scoreTrap, stories, TRAPS } from "./copies-scores.ts";

/** The edited articles are some thousands of sentences; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const without = (folder: string) => !existsSync(join(shared, folder));

const fileOf = (sentence: string): string => sentence.split(":")[0] ?? "";

interface GoldSentence extends Span {
  readonly id: string;
  readonly file: string;
  readonly zone: string;
}

interface Aligned {
  readonly a: string;
  readonly b: string;
  /** Of two agencies' reports on one event: how near they are. */
  readonly kind?: "near_verbatim" | "partial" | "same_event";
}

interface Gold {
  readonly syndication: readonly {
    readonly members: readonly string[];
    readonly pairs?: readonly { readonly alignment: readonly Aligned[] }[];
    readonly alignment?: readonly Aligned[];
  }[];
}

/** The wires of the annotated articles, with the gold's sentences in place of ours. */
function goldAndFound() {
  const { syndication }: Gold = JSON.parse(readFileSync(join(shared, "gold", "documents.json"), "utf8"));
  const sentences: readonly GoldSentence[] = readFileSync(join(shared, "gold", "sentences.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  const outlets = outletNames(ontology);
  const documents = [...fetchInputs(findInputs([join(shared, "seeds")]))].flatMap((input) => {
    const result = "bytes" in input ? read(input, { outlets }) : undefined;
    return result && "document" in result ? [result.document] : [];
  });
  const wires = wiresOf(documents.map((document) => ({ document, sentences: sentenceSpans(document) })));
  const inBody = sentences.filter(({ zone }) => zone === "body");
  const found = wires.map((wire) => ({
    documents: wire.documents,
    sentences: wire.sentences.map((places) =>
      places.flatMap((place) =>
        inBody.filter((own) => own.file === place.document && overlaps(own, place)).map(({ id }) => id),
      ),
    ),
  }));
  const copies = syndication.flatMap(({ pairs, alignment }) => [
    ...(pairs ?? []).flatMap((pair) => pair.alignment),
    ...(alignment ?? []).filter(({ kind }) => kind !== "same_event"),
  ]);
  return { syndication, found, copies: copies.map(({ a, b }) => `${a} ${b}`).sort() };
}

describe.skipIf(without("gold"))(
  without("gold") ? "copies (skipped: ../shared/gold is not here)" : "copies among the annotated articles",
  () => {
    const { syndication, found, copies } = without("gold")
      ? ({} as ReturnType<typeof goldAndFound>)
      : goldAndFound();

    test("are the wires that a reader finds, and no others", () => {
      expect(found.map(({ documents }) => documents).sort()).toEqual(
        syndication.map(({ members }) => members).sort(),
      );
    });

    test("are sentence by sentence those that a reader finds, and no others", () => {
      const pairs = found.flatMap(({ sentences }) =>
        sentences.flatMap((places) =>
          places.flatMap((a) => places.filter((b) => fileOf(a) < fileOf(b)).map((b) => `${a} ${b}`)),
        ),
      );
      expect(pairs.sort()).toEqual(copies);
    });
  },
);

describe.skipIf(without("data"))(
  without("data") ? "edited articles (skipped: ../shared/data is not here)" : "edited articles of Wikinews",
  () => {
    const all = without("data") ? [] : stories();

    // Floors, below which a change has lost something; the figures themselves are higher.
    test.for(Object.keys(EDITS))("are found with %s, and no two stories are taken for one", (name) => {
      const { pairs, found, wrong, shared: there, matched, right } = scoreEdit(all, EDITS[name] as Edit, 5);
      const hard = name.startsWith("30%");
      expect(wrong).toBe(0);
      expect(found / pairs).toBeGreaterThan(hard ? 0.9 : 0.98);
      expect(right / there).toBeGreaterThan(hard ? 0.85 : 0.9);
      expect(right / matched).toBeGreaterThan(0.98);
    });

    test.for(Object.entries(TRAPS))("with %s in common are no copies", ([, borrowed]) => {
      const { pairs, wrong } = scoreTrap(all, borrowed);
      expect(pairs).toBeGreaterThan(40);
      expect(wrong).toBe(0);
    });
  },
);
