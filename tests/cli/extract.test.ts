import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LONGEST_LINE } from "../../src/cli/document-line.ts";

const ROOT = join(import.meta.dirname, "..", "..");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a process of its own. */
function started(...args: readonly string[]) {
  const command = ["--import", import.meta.resolve("tsx"), join(ROOT, "src", "cli.ts"), "extract", ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT });
  // Who is fed may end before all is written.
  child.stdin.on("error", () => {});
  const ended = new Promise<Ended>((resolve) => {
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

async function extract(input: string | Uint8Array, ...args: readonly string[]): Promise<Ended> {
  const { child, ended } = started(...args);
  child.stdin.end(input);
  return ended;
}

function jsonLines(stdout: string) {
  expect(stdout === "" || stdout.endsWith("\n")).toBe(true);
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

const TEXT = `\ufeff🚢 Freedonia's council met.\r\n\r\nIran, which backs Syria, accused Israel on Saturday of attacking Damascus.\nMoscow flew over Aleppo`;

describe("a document a line", () => {
  test("gives a line a document, in the order of the input, and nothing else", async () => {
    const texts = ["Iran backs Syria.", "It rained.", "Russia attacked Aleppo."];
    const input = texts.map((text, i) => line(i === 1 ? { text } : { id: `a${i}`, text })).join("");
    const { code, stdout, stderr } = await extract(input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(jsonLines(stdout)).toMatchObject([
      { document: "a0", sentences: 1, triples: [{ predicate: { name: "backs", open: false } }] },
      { document: "2", sentences: 1, triples: [] },
      { document: "a2", sentences: 1, triples: [{ predicate: { name: "attacks", plover: "ASSAULT" } }] },
    ]);
  });

  test("has the fields that other pipelines rely on", async () => {
    const told = { outlet: "The Daily", published: "2017-10-21", url: "https://daily.example/1" };
    const { stdout } = await extract(line({ id: "a1", text: TEXT, ...told, tags: ["x"] }));
    const [document] = jsonLines(stdout);
    expect(Object.keys(document)).toEqual([
      ...["document", "published", "outlet", "sentences", "mentions", "triples"],
    ]);
    expect(document).toMatchObject({ document: "a1", published: "2017-10-21", outlet: "The Daily" });
    const accuses = document.triples.find((triple: { predicate: { name: string } }) => {
      return triple.predicate.name === "accuses";
    });
    const span = { start: expect.any(Number), end: expect.any(Number) };
    expect(accuses).toMatchObject({
      ...{ sentence: span, subject: expect.any(Number), subjectSpan: span, object: expect.any(Number) },
      predicate: { ...span, text: "accused", name: "accuses", relation: "accuses", plover: "ACCUSE" },
      ...{ objectSpan: span, polarity: "positive", certainty: "certain", temporality: "nonfuture" },
      ...{ modality: "actual", speakers: [], extractor: expect.any(String) },
      time: { start: "2017-10-21", end: "2017-10-21", text: "Saturday" },
    });
    expect(accuses.confidence).toBeGreaterThan(0);
    expect(accuses.arguments.length).toBeGreaterThan(0);
    for (const argument of accuses.arguments) expect(argument).toEqual({ role: expect.any(String), span });
  });

  test("has places in the text as given, and no sentence goes over the end of a paragraph", async () => {
    const { stdout } = await extract(line({ text: TEXT }));
    const [{ sentences, mentions, triples }] = jsonLines(stdout);
    expect(sentences).toBe(3);
    for (const { id, start, end, text } of mentions) {
      expect(TEXT.slice(start, end)).toBe(text);
      expect(mentions[id].text).toBe(text);
    }
    const textOf = ({ start, end }: Span) => TEXT.slice(start, end);
    for (const { sentence, subjectSpan, objectSpan, predicate } of triples) {
      expect(textOf(predicate)).toBe(predicate.text);
      expect(textOf(sentence)).toContain(textOf(subjectSpan));
      if (objectSpan) expect(textOf(objectSpan)).not.toBe("");
      expect(textOf(sentence)).not.toMatch(/\n/);
    }
    expect(triples.map(({ subjectSpan }: { subjectSpan: Span }) => textOf(subjectSpan))).toContain("Iran");
  });

  test("keeps a text that looks like front matter and boilerplate", async () => {
    const { stdout } = await extract(line({ text: "title: Iran backs Syria.\n\nRead more: Subscribe" }));
    expect(jsonLines(stdout)).toMatchObject([{ sentences: 2 }]);
  });
});

describe("--relations", () => {
  const input = line({ text: "Iran backs Syria. Turkey painted Aleppo." });
  test.for([
    ["ontology", [false]],
    ["open", [true]],
    ["all", [false, true]],
  ] as const)("%s", async ([which, open]) => {
    const [{ mentions, triples }] = jsonLines((await extract(input, "--relations", which)).stdout);
    expect(triples.map(({ predicate }: { predicate: { open: boolean } }) => predicate.open).sort()).toEqual(
      open,
    );
    expect(mentions.length).toBe(4);
  });
});

const BROKEN: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  ["no JSON", "Iran backs Syria.", "2", "is no JSON object"],
  ["half a line", '{"id":"x","text":"Iran', "2", "is no JSON object"],
  ["an array", '["Iran"]', "2", "is no JSON object"],
  ["null", "null", "2", "is no JSON object"],
  ["no text", '{"id":"x"}', "x", 'has no "text"'],
  ["text null", '{"id":"x","text":null}', "x", 'has no "text"'],
  ["text of white space", '{"id":"x","text":" \\n"}', "x", 'has a "text" without a word'],
  ["text of a wrong type", '{"id":"x","text":["Iran"]}', "x", 'has a "text" that is no string'],
  ["an id of a wrong type", '{"id":7,"text":"Iran"}', "2", 'has a "id" that is no string'],
  ["an outlet of a wrong type", '{"id":"x","text":"I","outlet":{}}', "x", 'has a "outlet" that is no string'],
  ["a broken date", '{"id":"x","text":"I","published":"2017-02-30"}', "x", "write it as 2017-10-21"],
  ["controls in it", '{"id":"x","text":"I","published":"\\u001b[31m"}', "x", "which is no day"],
  ["bytes of latin-1", Buffer.from('{"text":"Zo\xeb"}', "latin1"), "2", "is not UTF-8"],
];

describe("a line that cannot be read", () => {
  test("leaves the lines around it as they are, each error in its place", async () => {
    const good = (id: string) => Buffer.from(line({ id, text: "Iran backs Syria." }));
    const feed = Buffer.from("\n");
    const parts = BROKEN.flatMap(([, broken], i) => [Buffer.from(broken), feed, good(`g${i}`)]);
    const { code, stdout, stderr } = await extract(Buffer.concat([good("first"), ...parts]));
    expect(code).toBe(3);
    const results = jsonLines(stdout);
    expect(results.length).toBe(1 + 2 * BROKEN.length);
    BROKEN.forEach(([, , id, message], i) => {
      const number = 2 + 2 * i;
      const wanted = id === "x" ? id : String(number);
      expect(results[1 + 2 * i]).toEqual({ document: wanted, error: expect.stringContaining(message) });
      expect(results[2 + 2 * i]).toMatchObject({ document: `g${i}`, triples: [{}] });
      expect(stderr.split("\n").find((said) => said.startsWith(`line ${number} `))).toContain(message);
    });
    expect(stderr).toContain(`${BROKEN.length} of ${results.length} documents could not be read`);
    expect(stderr).not.toContain("\u001b");
  });

  test("is not held where it is too long", async () => {
    const { child, ended } = started();
    const rest = Buffer.alloc(1 << 20, "a");
    child.stdin.write('{"text":"');
    for (let written = 0; written <= LONGEST_LINE; written += rest.length) child.stdin.write(rest);
    child.stdin.end(`"}\n${line({ text: "Iran backs Syria." })}`);
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(3);
    expect(jsonLines(stdout)).toMatchObject([
      { document: "1", error: expect.stringContaining("is longer than 10 MiB") },
      { document: "2", triples: [{}] },
    ]);
    expect(stderr).toContain("line 1 is longer than 10 MiB");
  });
});

describe("a stream", () => {
  const input = `\ufeff${line({ text: "Zoë backs Iran 🚢." })}\r\n \t\n${line({ text: "Iran backs Syria." }).trim()}\r\n${line({ text: "Half a pair: \ud83d." }).trim()}`;

  test("may begin with a byte order mark, have CRLF and blank lines, and end without a line feed", async () => {
    const { code, stdout, stderr } = await extract(input);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(jsonLines(stdout).map(({ document }) => document)).toEqual(["1", "4", "5"]);
  });

  test("gives the same bytes however it is cut", async () => {
    const { child, ended } = started();
    const bytes = Buffer.from(input);
    for (let at = 0; at < bytes.length; at += 3) {
      child.stdin.write(bytes.subarray(at, at + 3));
      if (at % 30 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.stdin.end();
    expect((await ended).stdout).toBe((await extract(input)).stdout);
  });

  test("that is empty gives nothing", async () => {
    expect(await extract("")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await extract("\n\r\n")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("is answered line by line, before its end", async () => {
    const { child, ended } = started();
    child.stdin.write(line({ id: "a1", text: "Iran backs Syria." }));
    const [first] = await new Promise<unknown[]>((resolve) => {
      child.stdout.once("data", (...data) => resolve(data));
    });
    expect(jsonLines(String(first))).toMatchObject([{ document: "a1" }]);
    child.stdin.end();
    expect((await ended).code).toBe(0);
  });

  test("whose reader goes away ends without a word", async () => {
    const { child, ended } = started();
    const many = line({ text: "Iran backs Syria. Russia attacked Aleppo." }).repeat(5000);
    child.stdin.write(many);
    child.stdout.once("data", () => child.stdout.destroy());
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

test.for([
  [["--nope"], "unknown option '--nope'"],
  [["documents.jsonl"], "too many arguments"],
  [["--relations", "some"], "Allowed choices are ontology, open, all"],
  [["--ontology", "nowhere"], "nowhere: does not exist"],
] as const)("wrong usage is said: %s", async ([args, message]) => {
  const { code, stdout, stderr } = await extract(line({ text: "Iran backs Syria." }), ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("--help shows what to write", async () => {
  const { code, stdout } = await extract("", "--help");
  expect(code).toBe(0);
  expect(stdout).toContain("whosays extract < documents.jsonl > triples.jsonl");
});

test("the README shows what its example prints", async () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const given = /^echo '(.*)' \| npx whosays extract$/m.exec(readme)?.[1] as string;
  const shown = /```json\n([\s\S]*?)```/.exec(readme)?.[1] as string;
  expect(jsonLines((await extract(given)).stdout)).toEqual([JSON.parse(shown)]);
});
