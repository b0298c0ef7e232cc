import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { hostsAt } from "../../src/serve/guard.ts";
import { startServer } from "../../src/serve/server.ts";
import { type Sent, type ServerUnderTest, send, sendRaw, serve } from "./server-under-test.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SITE = "https://tool.example";
const ASK = "/sparql?query=ASK%20%7B%7D";
const ALWAYS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

let closed: ServerUnderTest;
let open: ServerUnderTest;
beforeAll(async () => {
  closed = await serve({ page: "<!doctype html><title>a page</title>" });
  open = await serve({ cors: [SITE, "http://localhost:3000"] });
});
afterAll(async () => {
  expect([...closed.faults, ...open.faults]).toEqual([]);
  await closed.stop();
  await open.stop();
});

describe("the name that the server is called by", () => {
  test.for<readonly [string, number]>([
    ["127.0.0.1:PORT", 200],
    ["localhost:PORT", 200],
    ["LOCALHOST:PORT", 200],
    ["[::1]:PORT", 200],
    ["127.0.0.1", 421],
    ["127.0.0.1:1", 421],
    ["localhost", 421],
    ["evil.example", 421],
    ["evil.example:PORT", 421],
    ["127.0.0.1.evil.example:PORT", 421],
    ["localhost.:PORT", 421],
    ["localhost:PORT@evil.example", 421],
    ["0.0.0.0:PORT", 421],
  ])("%s gets %d", async ([host, status]) => {
    const headers = { Host: host.replace("PORT", String(closed.port)) };
    for (const path of ["/", ASK, "/graph.ttl"])
      expect((await send(closed.port, { path, headers })).status, path).toBe(status);
  });

  test("must be said, and once", async () => {
    const own = `Host: 127.0.0.1:${closed.port}\r\n`;
    const ask = (headers: string, version = "1.1") =>
      sendRaw(closed.port, `GET / HTTP/${version}\r\n${headers}Connection: close\r\n\r\n`);
    expect(await ask(own)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ask("")).toMatch(/^HTTP\/1\.1 421 /);
    expect(await ask("Host: \r\n")).toMatch(/^HTTP\/1\.1 421 /);
    expect(await ask("", "1.0")).toMatch(/^HTTP\/1\.1 421 /);
    expect(await ask(`${own}Host: evil.example\r\n`)).toMatch(/^HTTP\/1\.1 4(?:00|21) /);
  });

  test("has no port where that is the usual one", () => {
    expect(hostsAt(80)).toEqual(expect.arrayContaining(["localhost", "localhost:80"]));
    expect(hostsAt(8000)).not.toContain("localhost");
  });
});

describe("where a request comes from", () => {
  test.for<readonly [string, Readonly<Record<string, string>>, number]>([
    ["no browser", {}, 200],
    ["its own page", { Origin: "http://127.0.0.1:PORT", "Sec-Fetch-Site": "same-origin" }, 200],
    ["an address that was typed", { "Sec-Fetch-Site": "none" }, 200],
    ["another site", { Origin: SITE }, 403],
    ["a file, or a frame without origin", { Origin: "null" }, 403],
    ["another port of this machine", { Origin: "http://127.0.0.1:1" }, 403],
    ["this server by another name", { Origin: "http://localhost:PORT" }, 403],
    ["this server, said twice", { Origin: "http://127.0.0.1:PORT, https://tool.example" }, 403],
    ["https at its address", { Origin: "https://127.0.0.1:PORT" }, 403],
    ["another site that does not say its name", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another port that does not say its name", { "Sec-Fetch-Site": "same-site" }, 403],
    ["what no browser sends", { "Sec-Fetch-Site": "friendly" }, 403],
    [
      "a link from another site",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" },
      403,
    ],
  ])("%s", async ([, headers, status]) => {
    const own = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace("PORT", String(closed.port)),
    ]);
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const requests: readonly Sent[] = [
      { path: ASK, headers: Object.fromEntries(own) },
      { path: "/graph.ttl", headers: Object.fromEntries(own) },
      {
        method: "POST",
        path: "/sparql",
        headers: { ...Object.fromEntries(own), ...form },
        body: "query=ASK{}",
      },
    ];
    for (const sent of requests) {
      const heard = await send(closed.port, sent);
      expect(heard.status, sent.path).toBe(status);
      expect(heard.headers).not.toHaveProperty("access-control-allow-origin");
    }
  });

  test.for<readonly [string, string, string, string, number]>([
    ["a link to the page", "GET", "navigate", "document", 200],
    ["the page in a frame", "GET", "navigate", "iframe", 403],
    ["the page as a script", "GET", "no-cors", "script", 403],
    ["a form that is sent to the page", "POST", "navigate", "document", 403],
  ])("%s from another site", async ([, method, mode, dest, status]) => {
    const headers = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest };
    expect((await send(closed.port, { method, headers })).status).toBe(status);
  });
});

describe("a site that is let in", () => {
  const there = { Origin: SITE, "Sec-Fetch-Site": "cross-site" };

  test("reads answers, refusals and files", async () => {
    for (const [path, status] of [
      [ASK, 200],
      ["/sparql?query=ASK", 400],
      ["/graph.ttl", 200],
      ["/x", 404],
    ] as const) {
      const heard = await send(open.port, { path, headers: there });
      expect([heard.status, heard.headers["access-control-allow-origin"]], path).toEqual([status, SITE]);
      expect(heard.headers.vary).toContain("Origin");
    }
  });

  test.for([SITE, "http://localhost:3000"])("%s may ask beforehand", async (origin) => {
    const headers = { Origin: origin, "Access-Control-Request-Method": "POST" };
    const heard = await send(open.port, { method: "OPTIONS", path: "/sparql", headers });
    expect(heard.status).toBe(200);
    expect(heard.headers).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, HEAD, POST",
      "access-control-allow-headers": "Accept, Content-Type",
    });
    expect(heard.headers).not.toHaveProperty("access-control-allow-credentials");
  });

  test.for([
    "https://other.example",
    "https://sub.tool.example",
    "http://tool.example",
    "https://tool.example:8443",
    `${SITE}.evil.example`,
    "null",
  ])("%s is another", async (origin) => {
    for (const method of ["GET", "OPTIONS"]) {
      const heard = await send(open.port, { method, path: "/sparql", headers: { Origin: origin } });
      expect(heard.status).toBe(403);
      expect(heard.headers).not.toHaveProperty("access-control-allow-origin");
    }
  });

  test("must say its name", async () => {
    const headers = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" };
    expect((await send(open.port, { path: ASK, headers })).status).toBe(403);
  });

  test("must know the server's name", async () => {
    const headers = { ...there, Host: "evil.example" };
    expect((await send(open.port, { path: ASK, headers })).status).toBe(421);
  });

  test("is none unless somebody said so", async () => {
    const headers = { Origin: SITE, "Access-Control-Request-Method": "POST" };
    expect((await send(closed.port, { method: "OPTIONS", path: "/sparql", headers })).status).toBe(403);
    expect((await send(closed.port, { method: "OPTIONS", path: "/sparql" })).status).toBe(405);
  });
});

describe("paths", () => {
  test.for<readonly [string, number]>([
    ["/", 200],
    ["/?a=b", 200],
    ["/graph.html", 200],
    ["/graph.ttl", 200],
    ["/graph.ttl?x=../../package.json", 200],
    ["/graph.nt", 404],
    ["/package.json", 404],
    ["/../package.json", 404],
    ["/../../../../../../etc/passwd", 404],
    ["/..%2f..%2fpackage.json", 404],
    ["/%2e%2e/package.json", 404],
    ["/..%5c..%5cpackage.json", 404],
    ["/..\\package.json", 404],
    ["/graph.ttl%00", 404],
    ["/graph.ttl/", 404],
    ["//graph.ttl", 404],
    ["/./graph.ttl", 404],
    ["/GRAPH.TTL", 404],
    ["/%67raph.ttl", 404],
    ["/constructor", 404],
    ["/__proto__", 404],
    ["/sparql/", 404],
    ["graph.ttl", 400],
    [`/${"a/".repeat(4000)}`, 404],
    [`/${"a".repeat(20_000)}`, 431],
    [`/sparql?query=${"%20".repeat(6000)}`, 431],
    ["http://evil.example/graph.ttl", 404],
    ["http://127.0.0.1:PORT/graph.ttl", 200],
  ])("%s gets %d", async ([path, status]) => {
    const heard = await send(closed.port, { path: path.replace("PORT", String(closed.port)) });
    expect(heard.status).toBe(status);
    expect(heard.headers).toMatchObject(ALWAYS);
    expect(heard.text).not.toMatch(/root:|"dependencies"| {4}at /);
  });
});

describe("every answer", () => {
  test.for<readonly [string, Sent, string]>([
    ["the page", {}, "connect-src 'self'; frame-ancestors 'none'"],
    ["a file", { path: "/graph.ttl" }, "default-src 'none'; frame-ancestors 'none'"],
    ["an answer", { path: ASK }, "default-src 'none'; frame-ancestors 'none'"],
    ["a refusal", { path: "/x" }, "default-src 'none'; frame-ancestors 'none'"],
    [
      "a page that says what there is",
      { path: "/sparql", headers: { Accept: "text/html" } },
      "default-src 'none'; img-src data:; frame-ancestors 'none'",
    ],
  ])("has the headers that keep it in its place: %s", async ([, sent, policy]) => {
    const { headers } = await send(closed.port, sent);
    expect(headers).toMatchObject({ ...ALWAYS, "content-security-policy": policy });
  });
});

describe("what is too much or no HTTP", () => {
  const DIRECT = { "Content-Type": "application/sparql-query" };

  test.for<readonly [string, number, Readonly<Record<string, string>>, number]>([
    ["a body of the most bytes", 100_000, {}, 200],
    ["a byte more", 100_001, {}, 413],
    ["a byte more, in pieces", 100_001, { "Transfer-Encoding": "chunked" }, 413],
    ["five million more, in pieces", 5_000_000, { "Transfer-Encoding": "chunked" }, 413],
  ])("%s", async ([, bytes, more, status]) => {
    const body = "ASK {}".padEnd(bytes);
    const headers = { ...DIRECT, ...more };
    expect((await send(closed.port, { method: "POST", path: "/sparql", headers, body })).status).toBe(status);
    expect((await send(closed.port, { path: ASK })).status).toBe(200);
  });

  test.for<readonly [string, string, string]>([
    ["noise", "\u0000\u0001\u0002\r\n\r\n", "400"],
    ["a NUL in the path", "GET /graph.ttl\u0000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400"],
    ["headers without end", `GET / HTTP/1.1\r\nX: ${"a".repeat(40_000)}`, "431"],
    ["a length that is none", "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", "400"],
    [
      "a length told in two ways",
      "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400",
    ],
  ])("%s is answered in words, and the connection ends", async ([, text, status]) => {
    const heard = await sendRaw(closed.port, text);
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(heard.toLowerCase()).toContain("connection: close");
    expect(heard.toLowerCase()).toContain("x-content-type-options: nosniff");
    expect(heard).toMatch(/\r\n\r\n\w.*\n$/);
  });

  test("who goes away in the middle of a request harms nobody", async () => {
    const server = await serve();
    onTestFinished(server.stop);
    const head = `POST /sparql HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\nASK`;
    await new Promise<void>((resolve, reject) => {
      const socket = connect(server.port, "127.0.0.1", () =>
        socket.write(head, () => socket.resetAndDestroy()),
      );
      socket.on("close", () => resolve());
      socket.on("error", reject);
    });
    expect((await send(server.port, { path: ASK })).status).toBe(200);
    expect(server.faults).toEqual([]);
  });
});

test("a fault of the program is told to whoever runs it, and not to who asks", async () => {
  const faults: unknown[] = [];
  const fault = new Error("a secret place");
  const answering = { ask: () => Promise.reject(fault), offers: [], deadline: 1 };
  const onFault = (error: unknown) => faults.push(error);
  const { port, stop } = await startServer({ files: [], answering, cors: [], port: 0, onFault });
  onTestFinished(stop);
  const { status, text } = await send(port, { path: ASK });
  expect([status, text]).toEqual([500, "a fault of the program; whoever runs the server can see it\n"]);
  expect(faults).toEqual([fault]);
});

describe("a client that never closes its side", () => {
  test("does not keep its place for ever", async () => {
    const socket = connect({ port: closed.port, host: "127.0.0.1", allowHalfOpen: true });
    // It is told that what it sends reaches nobody only because the server has closed both sides.
    const ended = new Promise<void>((resolve) => {
      let talking: NodeJS.Timeout;
      socket.on("end", () => {
        talking = setInterval(() => socket.write("more"), 20);
      });
      socket.on("error", () => {
        clearInterval(talking);
        resolve();
      });
      socket.resume().write("this is no HTTP\r\n\r\n");
    });
    await ended;
    expect((await send(closed.port, { path: ASK })).status).toBe(200);
  });
});
