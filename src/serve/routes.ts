import type { IncomingMessage } from "node:http";
import { bodyOf } from "./body.ts";
import { description } from "./description.ts";
import { type Caller, preflight } from "./guard.ts";
import { inWords, type Message } from "./message.ts";
import { choicesFor } from "./negotiation.ts";
import { type Answering, answered } from "./reply.ts";
import { signpost } from "./signpost.ts";
import { askedBy } from "./sparql-request.ts";

/** A file that is served, from memory. */
export interface ServedFile {
  /** Letters, digits, `-` and `.` alone. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a server serves, and to whom. */
export interface Site {
  readonly files: readonly ServedFile[];
  readonly answering: Answering;
  /** Sites whose programs may ask, as a browser writes their origin. */
  readonly cors: readonly string[];
  /** As what the server may be named. */
  readonly hosts: readonly string[];
}

const ENDPOINT = "/sparql";
const PAGE = "graph.html";
/** Bytes that a query may have, with what stands around it. */
const MOST_BODY = 100_000;
/** The page brings its own policy along; this is what only a header can say. */
const PAGE_POLICY = { "Content-Security-Policy": "connect-src 'self'; frame-ancestors 'none'" };

/** Its empty icon, so that no browser asks for one. */
const SIGNPOST_POLICY = {
  "Content-Security-Policy": "default-src 'none'; img-src data:; frame-ancestors 'none'",
};

/** What of a request tells where it comes from. */
export function callerOf({ method = "", url = "", headers, headersDistinct }: IncomingMessage): Caller {
  const only = (name: string) => headersDistinct[name]?.join(", ");
  const host = only("host");
  // A proxy is told the whole address; it must name this server as the header does.
  const target = url.startsWith(`http://${host}/`) ? url.slice(`http://${host}`.length) : url;
  const [path = ""] = target.split("?");
  return {
    method,
    path,
    host,
    origin: headers.origin,
    site: only("sec-fetch-site"),
    mode: only("sec-fetch-mode"),
    destination: only("sec-fetch-dest"),
  };
}

/** Answers a request that may come in. */
export async function respond(
  request: IncomingMessage,
  { method, path, host }: Caller,
  site: Site,
  gone: AbortSignal,
): Promise<Message> {
  const resource = resourceAt(path, `http://${host}/`, site);
  if (!resource) return inWords(404, `there is nothing here; there are ${pathsOf(site).join(", ")}`);
  const methods = site.cors.length > 0 ? `${resource.methods}, OPTIONS` : resource.methods;
  if (!methods.split(", ").includes(method))
    return inWords(405, `${path} is to be had by ${methods}`, { Allow: methods });
  if (method === "OPTIONS") return preflight(resource.methods);
  return resource.get(request, gone);
}

/** What stands at a path. */
interface Resource {
  readonly methods: string;
  readonly get: (request: IncomingMessage, gone: AbortSignal) => Message | Promise<Message>;
}

function pathsOf({ files }: Site): readonly string[] {
  return ["/", ENDPOINT, ...files.map(({ name }) => `/${name}`)];
}

/** Paths are compared as they come: nothing in them is decoded, and none leads to the disk. */
function resourceAt(path: string, address: string, site: Site): Resource | undefined {
  if (path === ENDPOINT)
    return { methods: "GET, HEAD, POST", get: (request, gone) => endpoint(request, address, site, gone) };
  const name = path === "/" ? PAGE : path.slice(1);
  const file = path.startsWith("/") ? site.files.find((each) => each.name === name) : undefined;
  if (file) return { methods: "GET, HEAD", get: () => fileMessage(file) };
  return path === "/" ? { methods: "GET, HEAD", get: () => signs(address, site) } : undefined;
}

function fileMessage({ name, mediaType, bytes }: ServedFile): Message {
  const message = { status: 200, mediaType, body: bytes };
  return name === PAGE ? { ...message, headers: PAGE_POLICY } : message;
}

function signs(address: string, { files }: Site): Message {
  const names = files.map(({ name }) => name);
  const body = signpost({ address, files: names, hasPage: names.includes(PAGE) });
  return { status: 200, mediaType: "text/html", body, headers: SIGNPOST_POLICY };
}

async function endpoint(
  request: IncomingMessage,
  address: string,
  site: Site,
  gone: AbortSignal,
): Promise<Message> {
  const { method, url = "", headers } = request;
  const body = await bodyOf(request, MOST_BODY);
  if (!body) return inWords(413, `the request has more than ${MOST_BODY} bytes; send a shorter query`);
  const asked = askedBy({
    method: method as "GET" | "HEAD" | "POST",
    search: url.includes("?") ? url.slice(url.indexOf("?") + 1) : "",
    contentType: headers["content-type"],
    contentEncoding: headers["content-encoding"],
    body,
  });
  if ("refused" in asked) return asked.refused;
  if ("query" in asked) return answered(asked.query, headers.accept, site.answering, gone);
  return described(headers.accept, address, site);
}

/** What the endpoint is: for programs in Turtle, for people who come with a browser as a page. */
function described(accept: string | undefined, address: string, site: Site): Message {
  const [best] = choicesFor(accept, [
    { id: "turtle", mediaTypes: ["text/turtle"] },
    { id: "page", mediaTypes: ["text/html"] },
  ]);
  if (!best)
    return inWords(
      406,
      "what this endpoint is can be sent as text/turtle or text/html; add a query to ask it",
    );
  if (best.id === "page") return signs(address, site);
  const body = description(`${address}${ENDPOINT.slice(1)}`, site.answering.offers);
  return { status: 200, mediaType: best.mediaType, body };
}
