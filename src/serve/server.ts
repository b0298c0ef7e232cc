import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { corsHeaders, hostsAt, refusalOf } from "./guard.ts";
import { headersOf, inWords, type Message } from "./message.ts";
import { callerOf, respond, type Site } from "./routes.ts";

/** What a server is to serve, and to whom. */
export interface ServerSettings extends Omit<Site, "hosts"> {
  /** On the loopback address; 0 takes one that is free. */
  readonly port: number;
  /** Told of what is a fault of the program. */
  readonly onFault: (error: unknown) => void;
}

/** A server that listens. */
export interface Running {
  readonly port: number;
  /** Ends all connections. */
  stop(): Promise<void>;
}

/** In milliseconds; whoever takes longer to send a request is cut off. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};
const MOST_CONNECTIONS = 128;
/** In milliseconds; whoever does not read its answer for so long is cut off, for the answer is held in memory. */
const MOST_UNREAD = 30_000;

/** Starts a server on the loopback address; rejects with the system's error where it may not have the port. */
export function startServer({ port, onFault, ...given }: ServerSettings): Promise<Running> {
  // A request without Host is refused by the guard, as every one that names another.
  const server = createServer({ ...LIMITS, requireHostHeader: false });
  server.maxConnections = MOST_CONNECTIONS;
  server.on("clientError", refuseNoise);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const taken = (server.address() as AddressInfo).port;
      const site: Site = { ...given, hosts: hostsAt(taken) };
      const take = (request: IncomingMessage, response: ServerResponse) => {
        const gone = new AbortController();
        answering.add(request.socket);
        response.once("close", () => {
          answering.delete(request.socket);
          gone.abort();
        });
        messageFor(request, site, gone.signal, onFault)
          .then((message) => send(request, response, message, site))
          .catch(onFault);
      };
      server.on("request", take).on("checkExpectation", take);
      server.off("error", reject).on("error", onFault);
      resolve({ port: taken, stop: () => stopped(server) });
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function messageFor(
  request: IncomingMessage,
  site: Site,
  gone: AbortSignal,
  onFault: ServerSettings["onFault"],
): Promise<Message> {
  const caller = callerOf(request);
  try {
    return refusalOf(caller, site.hosts, site.cors) ?? (await respond(request, caller, site, gone));
  } catch (error) {
    // Who went away before all was said has no fault to be told of.
    if (!request.destroyed || request.complete) onFault(error);
    return inWords(500, "a fault of the program; whoever runs the server can see it");
  }
}

function send(request: IncomingMessage, response: ServerResponse, message: Message, { cors }: Site): void {
  if (response.destroyed) return;
  response.setTimeout(MOST_UNREAD, () => response.destroy());
  response.writeHead(message.status, { ...headersOf(message), ...corsHeaders(request.headers.origin, cors) });
  response.end(request.method === "HEAD" ? undefined : message.body);
}

/** Sockets on which a request waits for its answer. */
const answering = new WeakSet<Duplex>();

/** What is no HTTP, too long or too slow gets an answer of the same kind as all others, and the connection ends. */
function refuseNoise(error: NodeJS.ErrnoException, socket: Duplex): void {
  // What follows a request that is not answered yet must not be taken for its answer.
  if (!socket.writable || error.code === "ECONNRESET" || answering.has(socket)) {
    socket.destroy();
    return;
  }
  const message = NOISE.get(error.code ?? "") ?? inWords(400, "this is no HTTP request");
  const headers = Object.entries({ ...headersOf(message), Connection: "close" });
  const head = [
    `HTTP/1.1 ${message.status} ${STATUS_CODES[message.status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  // A client that never closes its side would keep its place for ever.
  socket.end(`${head.join("\r\n")}\r\n\r\n${message.body}`, () => socket.destroy());
}

const NOISE: ReadonlyMap<string, Message> = new Map([
  ["HPE_HEADER_OVERFLOW", inWords(431, "the address or the headers are too long; send a long query by POST")],
  ["ERR_HTTP_REQUEST_TIMEOUT", inWords(408, "the request took too long to come")],
]);
