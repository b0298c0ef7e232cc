import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { traceText } from "../../src/cli/trace-text.ts";
import { traceOf } from "../../src/cli/tracing.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import { type Ended, whosays } from "../support/run-whosays.ts";

const folder = mkdtempSync(join(tmpdir(), "whosays-trace-"));
afterAll(() => rmSync(folder, { recursive: true }));

function traced(text: string) {
  const zones = [{ kind: "body", start: 0, end: text.length }] as const;
  return traceOf({ id: "text", text, zones, published: "2017-10-21" }, ontology, parser);
}

/** What the program prints to standard output and standard error, and the code it ends with. */
function trace(...args: readonly string[]): Promise<Ended> {
  return whosays(folder, "trace", ...args);
}

describe("a trace", () => {
  test("shows what was read, why, how it is held, why, and the claim that came of it", () => {
    const [sentence] = traced("Russia said on Saturday Turkey may attack Syria.");
    expect(sentence?.triples).toMatchObject([
      {
        extractor: "clause",
        subject: "Turkey",
        relation: "attacks",
        object: "Syria",
        reason: 'wording "S attack O"',
        stance: { certainty: "possible", speakers: ["Russia"] },
        stanceReasons: ["modal of possibility", 'wording "S say CONTENT"'],
        asserted: false,
        claim: { id: expect.stringMatching(/^[a-z2-7]{16}$/), evidence: 1 },
      },
    ]);
  });

  test("shows tokens with tags and heads, mentions with reasons, and times", () => {
    const [sentence] = traced("Moscow backed Syria on Saturday.");
    expect(sentence?.tokens[1]).toEqual({
      ...{ form: "backed", lemma: "back", upos: "VERB", xpos: "VBD", head: 0, deprel: "root" },
    });
    expect(sentence?.markings).toContainEqual({ text: "Saturday", type: "time" });
    expect(sentence?.mentions).toMatchObject([
      { text: "Moscow", entity: "Russia", reason: "metonym of Russia" },
      { text: "Syria", entity: "Syria", reason: 'known name "Syria"' },
    ]);
    expect(sentence?.times).toEqual([
      {
        text: "Saturday",
        kind: "date",
        iso: "2017-10-21",
        grain: "day",
        value: { start: "2017-10-21", end: "2017-10-21" },
      },
    ]);
  });

  test("shows what was rejected by an extractor and by merging, and why", () => {
    const [first, second] = traced("He attacked Syria. Moscow backed Russia.");
    expect(first?.rejected).toMatchObject([
      { extractor: "clause", text: "attacked", reason: "subject is a pronoun" },
    ]);
    expect([...(second?.rejected ?? []), ...(second?.triples ?? [])].length).toBe(1);
  });

  test("is readable as text", () => {
    const text = traceText(traced("Iran backs Syria. It rained."));
    expect(text).toMatch(
      /^1\. \[body\] Iran backs Syria\.\n {2}tokens {4}Iran\/NNP backs\/VBZ\/back Syria\/NNP \.\/\.\n {2}tree {6}backs {2}root VERB\n {12}├─ Iran {2}nsubj PROPN/,
    );
    expect(text).toContain("clauses   backs  finite · Iran → Syria");
    expect(text).toContain("+ Iran | backs | Syria");
    expect(text).toContain('by clause, wording "S back O"');
    expect(text).toMatch(/2\. \[body\] It rained\.[\s\S]*read {6}nothing/);
  });

  test("sends no control character of a text to the terminal", () => {
    const text = traceText(traced("Iran\u001b[31m backs Syria\u0007 \u202enow."));
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
  });
});

describe("whosays trace", () => {
  test("takes a sentence, and prints to standard output", async () => {
    const { code, stdout, stderr } = await trace("Iran backs Syria.");
    expect(stdout).toContain("+ Iran | backs | Syria");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("takes a file and the number of a sentence, and prints JSON for programs", async () => {
    const file = join(folder, "a.txt");
    writeFileSync(file, "---\npublished: 2017-10-21\n---\nIran backs Syria. Russia backs Egypt.\n");
    const { stdout } = await trace(file, "2", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      document: "a.txt",
      sentences: [{ number: 2, text: "Russia backs Egypt." }],
    });
  });

  test("says what is wrong", async () => {
    expect(await trace(join(folder, "none.txt"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("none.txt"),
    });
    expect(await trace("Iran backs Syria.", "9")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("1 sentence"),
    });
    expect(await trace("Iran backs Syria.", "x")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("number"),
    });
    expect(await trace("x", "--published", "Saturday")).toMatchObject({ code: 2 });
  });
});
