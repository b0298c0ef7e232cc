import { inWords, type Message } from "./message.ts";

/** What of a request tells where it comes from. */
export interface Caller {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** As the client names this server. */
  readonly host: string | undefined;
  /** Which site's program asks; browsers alone tell it. */
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: how that site is related to this one. */
  readonly site: string | undefined;
  /** `Sec-Fetch-Mode`. */
  readonly mode: string | undefined;
  /** `Sec-Fetch-Dest`. */
  readonly destination: string | undefined;
}

/** How a server may be named on a port: a name that leads here by a trick of DNS is none of them. */
export function hostsAt(port: number): readonly string[] {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/**
 * Why a request is turned away, or undefined where it may come in.
 *
 * Every page that a browser shows can send requests to the loopback address. What this server's own page sends, what people
 * type, what programs outside a browser send, and what comes from the sites in `cors` comes in.
 */
export function refusalOf(
  caller: Caller,
  hosts: readonly string[],
  cors: readonly string[],
): Message | undefined {
  if (caller.host === undefined || !hosts.includes(caller.host.toLowerCase()))
    return inWords(421, `this server is called ${hosts.join(" or ")}, and answers to no other name`);
  const { origin } = caller;
  if (origin !== undefined && cors.includes(origin)) return undefined;
  if (origin !== undefined && origin !== `http://${caller.host.toLowerCase()}`)
    return inWords(403, "requests of other sites are refused; whosays serve --cors lets one in");
  const isForeign = caller.site !== undefined && !["same-origin", "none"].includes(caller.site);
  return isForeign && !isLinkToPage(caller)
    ? inWords(403, "requests of other sites are refused; open the address of this server by itself")
    : undefined;
}

/** Whether a person has followed a link to the page, which tells the other site nothing. */
function isLinkToPage({ method, path, mode, destination }: Caller): boolean {
  return (
    path === "/" &&
    (method === "GET" || method === "HEAD") &&
    mode === "navigate" &&
    destination === "document"
  );
}

/** The headers that let a program of another site read an answer; none for what is not in `cors`. */
export function corsHeaders(
  origin: string | undefined,
  cors: readonly string[],
): Readonly<Record<string, string>> {
  return origin !== undefined && cors.includes(origin) ? { "Access-Control-Allow-Origin": origin } : {};
}

/** The answer to a browser that asks whether a program of another site may send what it wants to. */
export function preflight(methods: string): Message {
  const headers = {
    "Access-Control-Allow-Methods": methods,
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
  };
  return inWords(200, "", headers);
}
