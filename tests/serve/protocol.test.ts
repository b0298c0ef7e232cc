import { Parser } from "n3";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Heard, type Sent, type ServerUnderTest, send, serve } from "./server-under-test.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const DIRECT = { "Content-Type": "application/sparql-query" };
const ASK = "query=ASK%20%7B%7D";
const WHO = "SELECT ?who { ?who kg:backs ent:Syria } ORDER BY ?who";
const YES = { head: {}, boolean: true };

let server: ServerUnderTest;
beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

const endpoint = (sent: Sent): Promise<Heard> =>
  send(server.port, { ...sent, path: `/sparql${sent.path ?? ""}` });
const get = (query: string, accept?: string) =>
  endpoint({
    path: `?query=${encodeURIComponent(query)}`,
    ...(accept === undefined ? {} : { headers: { Accept: accept } }),
  });

describe("a query", () => {
  test.for<readonly [string, Sent]>([
    ["query_get", { path: `?${ASK}` }],
    ["query_post_form", { method: "POST", headers: FORM, body: ASK }],
    ["query_post_direct", { method: "POST", headers: DIRECT, body: "ASK {}" }],
    [
      "a form in capitals, with its charset",
      {
        method: "POST",
        headers: { "Content-Type": "Application/X-WWW-Form-URLencoded; charset=UTF-8" },
        body: ASK,
      },
    ],
    [
      "direct, with its charset in quotes",
      {
        method: "POST",
        headers: { "Content-Type": 'application/sparql-query;charset="utf-8"' },
        body: "ASK {}",
      },
    ],
    ["spaces as +", { path: "?query=ASK+%7B+%7D" }],
    ["parameters that are not known", { path: `?${ASK}&timeout=1000&format=json` }],
    ["a data set that is named by nothing", { path: `?${ASK}&default-graph-uri=` }],
    [
      "no encoding of the body",
      { method: "POST", headers: { ...DIRECT, "Content-Encoding": "identity" }, body: "ASK {}" },
    ],
    [
      "a body in pieces",
      { method: "POST", headers: { ...DIRECT, "Transfer-Encoding": "chunked" }, body: "ASK {}" },
    ],
  ])("%s is answered", async ([, sent]) => {
    const { status, headers, text } = await endpoint(sent);
    expect([status, headers["content-type"], JSON.parse(text)]).toEqual([
      200,
      "application/sparql-results+json",
      YES,
    ]);
  });

  test("has letters of every script", async () => {
    const query = 'SELECT ("Żółć 日本 😀" AS ?text) {}';
    const direct = await endpoint({ method: "POST", headers: DIRECT, body: query });
    for (const { text } of [await get(query), direct])
      expect(JSON.parse(text).results.bindings[0].text.value).toBe("Żółć 日本 😀");
  });

  test("is answered without the answer for HEAD", async () => {
    const whole = await get(WHO);
    const { status, headers, text } = await endpoint({
      method: "HEAD",
      path: `?query=${encodeURIComponent(WHO)}`,
    });
    expect([status, text]).toEqual([200, ""]);
    expect(headers["content-length"]).toBe(String(Buffer.byteLength(whole.text)));
  });
});

describe("the way of writing", () => {
  const triples = "CONSTRUCT { ?who kg:backs ent:Syria } WHERE { ?who kg:backs ent:Syria }";
  test.for<readonly [string, string | undefined, string, string]>([
    ["query_content_type_select", undefined, WHO, "application/sparql-results+json"],
    ["query_content_type_ask", undefined, "ASK {}", "application/sparql-results+json"],
    ["query_content_type_describe", undefined, "DESCRIBE ent:Syria", "text/turtle; charset=utf-8"],
    ["query_content_type_construct", undefined, triples, "text/turtle; charset=utf-8"],
    ["anything, for rows", "*/*", WHO, "application/sparql-results+json"],
    ["XML", "application/sparql-results+xml", WHO, "application/sparql-results+xml"],
    ["XML by its other name", "application/xml", "ASK {}", "application/xml"],
    ["CSV", "text/csv", WHO, "text/csv; charset=utf-8"],
    ["TSV", "text/tab-separated-values", WHO, "text/tab-separated-values; charset=utf-8"],
    ["N-Triples", "application/n-triples", triples, "application/n-triples"],
    ["the best that suits the answer", "text/turtle, text/csv;q=0.1", WHO, "text/csv; charset=utf-8"],
    ["Comunica, for triples", "text/turtle", "DESCRIBE ent:Syria", "text/turtle; charset=utf-8"],
  ])("%s", async ([, accept, query, contentType]) => {
    const { status, headers, text } = await get(query, accept);
    expect([status, headers["content-type"]]).toEqual([200, contentType]);
    expect(text).not.toBe("");
  });

  test.for<readonly [string, string, string]>([
    ["rows as Turtle", "text/turtle", WHO],
    ["triples as JSON", "application/sparql-results+json", triples],
    ["yes or no as CSV", "text/csv", "ASK {}"],
    ["an answer as a picture", "image/png", WHO],
  ])("%s is refused, and what is to be had is told", async ([, accept, query]) => {
    const { status, text } = await get(query, accept);
    expect(status).toBe(406);
    expect(text).toMatch(/name one of (?:application|text)\//);
  });
});

describe("what is no request of the protocol", () => {
  const utf16 = Buffer.from("ASK {}", "utf16le");
  test.for<readonly [string, Sent, number, string | RegExp]>([
    ["bad_query_method", { method: "PUT", path: `?${ASK}` }, 405, "GET, HEAD, POST"],
    ["bad_multiple_queries", { path: `?${ASK}&${ASK}` }, 400, "2 queries"],
    ["two queries in a form", { method: "POST", headers: FORM, body: `${ASK}&${ASK}` }, 400, "2 queries"],
    [
      "one query in the address and one in the body",
      { method: "POST", path: `?${ASK}`, headers: DIRECT, body: "ASK {}" },
      400,
      "2 queries",
    ],
    [
      "bad_query_wrong_media_type",
      { method: "POST", headers: { "Content-Type": "text/plain" }, body: "ASK {}" },
      415,
      "application/sparql-query",
    ],
    ["bad_query_missing_form_type", { method: "POST", body: ASK }, 415, "application/x-www-form-urlencoded"],
    ["bad_query_missing_direct_type", { method: "POST", body: "ASK {}" }, 415, "application/sparql-query"],
    [
      "bad_query_non_utf8",
      {
        method: "POST",
        headers: { "Content-Type": "application/sparql-query; charset=UTF-16" },
        body: utf16,
      },
      415,
      "UTF-8",
    ],
    [
      "bytes that are not UTF-8",
      { method: "POST", headers: DIRECT, body: Buffer.from('ASK { ?a ?b "\xe9" }', "latin1") },
      400,
      "UTF-8",
    ],
    [
      "a form whose parameter is not UTF-8",
      { path: "?query=ASK%20%7B%20%3Fa%20%3Fb%20%22%E9%22%7D" },
      400,
      "UTF-8",
    ],
    [
      "a form that is cut off in a character",
      { method: "POST", headers: FORM, body: "query=ASK%2" },
      400,
      "UTF-8",
    ],
    ["bad_query_syntax", { path: "?query=ASK%20%7B" }, 400, /^line 1, column 6: /],
    [
      "a fault in the second line",
      { path: "?query=SELECT%20%3Fa%0AWHER%20%7B%7D" },
      400,
      /^line 2, column 1: "WHER"/,
    ],
    ["no query", { path: "?format=json" }, 400, "no query"],
    ["no query in a form", { method: "POST", headers: FORM, body: "" }, 400, "no query"],
    ["an empty query", { method: "POST", headers: DIRECT, body: "" }, 400, "line 1"],
    [
      "a body that is packed",
      { method: "POST", headers: { ...DIRECT, "Content-Encoding": "gzip" }, body: "x" },
      415,
      "Content-Encoding",
    ],
    [
      "a default graph",
      { path: `?${ASK}&default-graph-uri=http%3A%2F%2Fexample.org%2F` },
      400,
      "default-graph-uri",
    ],
    [
      "a named graph",
      { method: "POST", headers: FORM, body: `${ASK}&named-graph-uri=http%3A%2F%2Fexample.org%2F` },
      400,
      "named-graph-uri",
    ],
    [
      "a data set for a query by itself",
      { method: "POST", path: "?default-graph-uri=x", headers: DIRECT, body: "ASK {}" },
      400,
      "default-graph-uri",
    ],
    ["bad_update_get", { path: "?update=CLEAR%20ALL" }, 400, "updates are refused"],
    [
      "an update in a form",
      { method: "POST", headers: FORM, body: "update=CLEAR%20ALL" },
      400,
      "updates are refused",
    ],
    [
      "an update by itself",
      { method: "POST", headers: { "Content-Type": "application/sparql-update" }, body: "CLEAR ALL" },
      415,
      "updates are refused",
    ],
    ["an update as a query", { path: "?query=CLEAR%20ALL" }, 400, "CLEAR is refused"],
    [
      "a query of another endpoint",
      { path: "?query=ASK%20%7B%20SERVICE%20%3Chttp%3A%2F%2F127.0.0.1%2F%3E%20%7B%7D%20%7D" },
      400,
      "SERVICE is refused",
    ],
  ])("%s is refused in words", async ([, sent, status, words]) => {
    const heard = await endpoint(sent);
    expect([heard.status, heard.headers["content-type"]]).toEqual([status, "text/plain; charset=utf-8"]);
    expect(heard.text).toMatch(words);
  });

  test("what is allowed is told where a method is not", async () => {
    expect((await endpoint({ method: "DELETE" })).headers.allow).toBe("GET, HEAD, POST");
    expect((await send(server.port, { method: "POST" })).headers.allow).toBe("GET, HEAD");
  });
});

describe("the endpoint without a query", () => {
  test("says what it is in Turtle", async () => {
    const { headers, text } = await endpoint({});
    expect(headers["content-type"]).toBe("text/turtle; charset=utf-8");
    const sd = "http://www.w3.org/ns/sparql-service-description#";
    const quads = new Parser()
      .parse(text)
      .map(({ predicate, object }) => `${predicate.value} ${object.value}`);
    expect(quads).toContain(`${sd}endpoint ${server.address}/sparql`);
    expect(quads).toContain(`${sd}supportedLanguage ${sd}SPARQL11Query`);
    const names = [
      "SPARQL_Results_JSON",
      "SPARQL_Results_CSV",
      "SPARQL_Results_TSV",
      "SPARQL_Results_XML",
      "Turtle",
      "N-Triples",
    ];
    const told = quads.filter((quad) => quad.startsWith(`${sd}resultFormat `));
    expect(told).toEqual(names.map((name) => `${sd}resultFormat http://www.w3.org/ns/formats/${name}`));
  });

  test("says it to people as a page", async () => {
    const { headers, text } = await endpoint({ headers: { Accept: "text/html,*/*;q=0.8" } });
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain(`curl ${server.address}/sparql`);
  });

  test("cannot say it as a picture", async () => {
    expect((await endpoint({ headers: { Accept: "image/png" } })).status).toBe(406);
  });
});

describe("what takes too long or too much", () => {
  const endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

  test("is stopped at the deadline, and the next query is answered", async () => {
    const hurried = await serve({ deadline: 8 });
    onTestFinished(hurried.stop);
    const ask = (query: string) => send(hurried.port, { path: `/sparql?query=${encodeURIComponent(query)}` });
    const [late, next] = await Promise.all([ask(endless), ask("ASK {}")]);
    expect([late.status, late.headers["retry-after"]]).toEqual([503, "10"]);
    expect(late.text).toBe("the query was stopped after 8 s; narrow it, or add LIMIT\n");
    expect([next.status, JSON.parse(next.text)]).toEqual([200, YES]);
  });

  test("is refused by the rows of its answer", async () => {
    const { status, text } = await get("SELECT ?a ?d { ?a a ?b . ?d ?e ?f } LIMIT 100001");
    expect([status, text]).toEqual([500, "the answer has more than 100000 rows; add LIMIT\n"]);
  });
});

test("a graph that is no Turtle is a fault of the server's, not of the query's", async () => {
  const broken = await serve({ turtle: new TextEncoder().encode("ent:Iran kg:backs") });
  onTestFinished(broken.stop);
  const { status, text } = await send(broken.port, { path: `/sparql?${ASK}` });
  expect(status).toBe(500);
  expect(text).toMatch(/^the graph cannot be read: /);
});
