import { expect, test } from "vitest";
import { formats } from "../../src/query/formats/index.ts";
import { answered, type Question, type Reply } from "../../src/serve/reply.ts";

/** The message for a reply of whatever holds the graph. */
function messageFor(reply: Reply, accept?: string) {
  return answered(
    "ASK {}",
    accept,
    { ask: async () => reply, offers: formats, deadline: 7 },
    new AbortController().signal,
  );
}

test.for<readonly [Reply, number, string]>([
  [{ outcome: "invalid", message: "no such thing" }, 400, "no such thing\n"],
  [
    { outcome: "invalid", message: "does not fit", place: { line: 3, column: 14 } },
    400,
    "line 3, column 14: does not fit\n",
  ],
  [{ outcome: "tooLarge", message: "more than 5 rows; add LIMIT" }, 500, "more than 5 rows; add LIMIT\n"],
  [{ outcome: "late" }, 503, "the query was stopped after 7 s; narrow it, or add LIMIT\n"],
  [{ outcome: "busy" }, 503, "too many queries wait already; come again later\n"],
  [{ outcome: "broken", message: "no Turtle" }, 500, "the graph cannot be read: no Turtle\n"],
])("%j", async ([reply, status, body]) => {
  expect(await messageFor(reply)).toMatchObject({ status, mediaType: "text/plain", body });
});

test.for(["late", "busy"] as const)("who is %s may come again", async (outcome) => {
  expect((await messageFor({ outcome })).headers).toEqual({ "Retry-After": "10" });
});

test.for([
  ["ask", "application/sparql-results+json, application/json, application/sparql-results+xml"],
  ["rows", "text/csv, text/tab-separated-values"],
  ["triples", "text/turtle, application/n-triples"],
] as const)("what Accept may name is told where the answer is made of %s", async ([form, types]) => {
  const { status, body } = await messageFor({ outcome: "unsuited", form });
  expect(status).toBe(406);
  expect(body).toContain(types);
});

test("the graph is asked with what the client takes, best first, and with bounds", async () => {
  const asked: Question[] = [];
  await answered(
    "ASK {}",
    "text/csv;q=0.5, application/xml",
    {
      ask: async (question) => {
        asked.push(question);
        return { outcome: "answered", format: "xml", body: "" };
      },
      offers: formats,
      deadline: 7,
    },
    new AbortController().signal,
  );
  expect(asked).toEqual([
    { query: "ASK {}", formats: ["xml", "csv"], mostRows: 100_000, longest: 64 * 1024 * 1024 },
  ]);
});
