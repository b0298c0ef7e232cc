import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Engine, type EngineSettings, openEngine } from "../../src/query/engine.ts";
import { readNamedQuery } from "../../src/query/named.ts";
import type { Question, Reply } from "../../src/query/question.ts";

vi.setConfig({ testTimeout: 120_000 });

const GRAPH = `@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix mine: <http://example.org/mine/> .
${Array.from({ length: 200 }, (_, i) => `mine:a${i} kg:backs mine:b${i} .`).join("\n")}
`;
const bytes = new TextEncoder().encode(GRAPH);

/** So many rows that no machine is done with them in time, and none of them kept. */
const ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

function opened(settings: Partial<EngineSettings> = {}): Engine {
  const engine = openEngine({ turtle: bytes, deadline: 60_000, ...settings });
  onTestFinished(() => engine.close());
  return engine;
}

function asking(query: Question["query"], about: Partial<Question> = {}): Question {
  return { query, formats: ["csv", "json", "nt"], ...about };
}

const bodyOf = (reply: Reply) => (reply.outcome === "answered" ? reply.body : reply);

describe("the engine", () => {
  test("answers rows, yes or no, and triples, in the first format that suits", async () => {
    const engine = opened();
    const replies = await Promise.all([
      engine.ask(asking("SELECT ?x { mine:a7 kg:backs ?x }")),
      engine.ask(asking("ASK { mine:a7 kg:backs mine:b7 }")),
      engine.ask(asking("CONSTRUCT WHERE { mine:a7 kg:backs ?x }")),
      engine.ask(asking("SELECT ?x { ?x kg:backs ?y }", { formats: ["nt"] })),
    ]);
    expect(replies).toEqual([
      {
        outcome: "answered",
        format: "csv",
        body: "x\r\nhttp://example.org/mine/b7\r\n",
        size: 1,
        form: "rows",
      },
      { outcome: "answered", format: "json", body: '{"head":{},"boolean":true}\n', size: 1, form: "ask" },
      {
        outcome: "answered",
        format: "nt",
        body: "<http://example.org/mine/a7> <https://w3id.org/whosays/ontology#backs> <http://example.org/mine/b7> .\n",
        size: 1,
        form: "triples",
      },
      { outcome: "unsuited", form: "rows" },
    ]);
  });

  test("puts values into a named query", async () => {
    const named = readNamedQuery(
      "backed",
      "# Backed\n# with who (entity): who\nSELECT ?whom {\n  # ?who is put here.\n  ?who kg:backs ?whom\n}",
    );
    const [parameter] = named.parameters;
    if (!parameter) throw new Error("the query has no parameter");
    const engine = opened();
    const reply = await engine.ask(asking({ named, given: [{ parameter, value: "mine:a3" }] }));
    expect(bodyOf(reply)).toBe("whom\r\nhttp://example.org/mine/b3\r\n");
    expect(await engine.ask(asking({ named, given: [{ parameter, value: "nobody" }] }))).toMatchObject({
      outcome: "invalid",
      message: expect.stringContaining('nothing here is called "nobody"'),
    });
  });

  test("tells the place of what is wrong, before it reads the graph", async () => {
    const onReading = vi.fn();
    const engine = opened({ onReading });
    expect(await engine.ask(asking("ASK { ?a ?b }"))).toEqual({
      outcome: "invalid",
      message: '"}" does not fit here',
      place: { line: 1, column: 13, length: 1 },
    });
    expect(onReading).not.toHaveBeenCalled();
    await engine.ask(asking("ASK {}"));
    await engine.ask(asking("ASK {}"));
    expect(onReading).toHaveBeenCalledTimes(1);
  });

  test("stops a query at the deadline, and answers the next one", async () => {
    const engine = opened({ deadline: 1_500 });
    const replies = await Promise.all([
      engine.ask(asking(ENDLESS)),
      engine.ask(asking("ASK { mine:a7 kg:backs mine:b7 }")),
    ]);
    expect(replies[0]).toEqual({ outcome: "late" });
    expect(replies[1]).toMatchObject({ outcome: "answered", format: "json" });
  });

  // A thread takes longer to start than the deadline; a query as small as this one fails it only where the machine stands still.
  test("counts neither the start of the thread nor reading the graph", { retry: 2 }, async () => {
    const lines = Array.from({ length: 250_000 }, (_, i) => `<urn:a${i}> <urn:b> <urn:c${i}> .\n`).join("");
    const engine = opened({ turtle: new TextEncoder().encode(lines), deadline: 250 });
    engine.prepare();
    expect(await engine.ask(asking("ASK { <urn:a5> ?b ?c }"))).toMatchObject({ outcome: "answered" });
  });

  test("gives no answer of more rows, or more text, than it may", async () => {
    const engine = opened();
    const ask = (about: Partial<Question>) => engine.ask(asking("SELECT ?x { ?x kg:backs ?y }", about));
    expect(await ask({ mostRows: 199 })).toEqual({
      outcome: "tooLarge",
      message: "the answer has more than 199 rows; add LIMIT",
    });
    expect(await ask({ mostRows: 200 })).toMatchObject({ outcome: "answered", size: 200 });
    expect(await ask({ longest: 100 })).toEqual({
      outcome: "tooLarge",
      message: "the answer is longer than 100 characters; add LIMIT",
    });
  });

  test.for(["<urn:a> <urn:b", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> 'x ."])(
    "says that a graph is broken: %j",
    async (turtle) => {
      const engine = opened({ turtle: new TextEncoder().encode(turtle) });
      engine.prepare();
      for (let i = 0; i < 2; i++)
        expect(await engine.ask(asking("ASK {}"))).toEqual({
          outcome: "broken",
          message: expect.stringMatching(/line \d/),
        });
    },
  );

  test("answers on an empty graph", async () => {
    const engine = opened({ turtle: new Uint8Array() });
    expect(bodyOf(await engine.ask(asking("SELECT ?a { ?a ?b ?c }")))).toBe("a\r\n");
  });

  test("reads letters that its pieces cut in two", async () => {
    const turtle = `<urn:a> <urn:b> "${"é🕊".repeat(50_000)}" .`;
    const engine = opened({ turtle: new TextEncoder().encode(turtle) });
    const reply = await engine.ask(
      asking('SELECT (REPLACE(?c, "é🕊", "") AS ?left) (STRLEN(?c) AS ?n) { ?a ?b ?c }'),
    );
    expect(bodyOf(reply)).toBe("left,n\r\n,100000\r\n");
  });

  test("passes over what nobody waits for any more", async () => {
    const engine = opened();
    const gone = AbortSignal.abort();
    expect(await engine.ask(asking("ASK {}"), gone)).toEqual({ outcome: "busy" });
    expect(await engine.ask(asking("ASK {}"))).toMatchObject({ outcome: "answered" });
  });

  test("is busy when too many wait, and not afterwards", async () => {
    const engine = opened({ mostWaiting: 2 });
    const replies = await Promise.all(Array.from({ length: 5 }, () => engine.ask(asking("ASK {}"))));
    expect(replies.map(({ outcome }) => outcome)).toEqual([
      "answered",
      "answered",
      "answered",
      "busy",
      "busy",
    ]);
    expect((await engine.ask(asking("ASK {}"))).outcome).toBe("answered");
  });

  test("ends its thread when it is closed, with whoever waits, and starts none any more", async () => {
    const engine = opened();
    await engine.ask(asking("ASK {}"));
    const waiting = [engine.ask(asking(ENDLESS)), engine.ask(asking("ASK {}"))];
    await engine.close();
    expect(await Promise.all(waiting)).toEqual([{ outcome: "busy" }, { outcome: "busy" }]);
    engine.prepare();
    expect(await engine.ask(asking("ASK {}"))).toEqual({ outcome: "busy" });
  });
});

describe("a query that breaks the engine off harms no other:", () => {
  const nested = (depth: number) => `ASK { FILTER (${"(".repeat(depth)}1${")".repeat(depth)}) }`;

  test("nested too deeply", async () => {
    const engine = opened();
    for (const depth of [3_000, 30_000, 3_000])
      expect(await engine.ask(asking(nested(depth)))).toEqual({
        outcome: "invalid",
        message: "the query is nested too deeply",
      });
    expect(await engine.ask(asking(nested(50)))).toMatchObject({ outcome: "answered" });
  });

  test("an answer of more rows than memory holds", async () => {
    const engine = opened({ mostMemory: 48 });
    const reply = await engine.ask(asking("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));
    expect(reply).toEqual({
      outcome: "tooLarge",
      message: "the answer is too large for memory; add LIMIT",
    });
    expect(await engine.ask(asking("ASK { mine:a7 kg:backs mine:b7 }"))).toMatchObject({
      outcome: "answered",
    });
  });
});
