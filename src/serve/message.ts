/** What the server says to a request. */
export interface Message {
  readonly status: number;
  /** Without charset: texts are sent as UTF-8. */
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  /** Besides those that every message has, or in place of them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message in words for people, ended by a line feed. */
export function inWords(status: number, text: string, headers: Message["headers"] = {}): Message {
  return { status, mediaType: "text/plain", body: `${text}\n`, headers };
}

/** What every message has: nothing is kept, framed, sniffed, or told to other sites. */
const ALWAYS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  Vary: "Accept, Origin",
  "X-Content-Type-Options": "nosniff",
};

/** The headers of a message, its length in bytes among them. */
export function headersOf({ mediaType, body, headers }: Message): Readonly<Record<string, string>> {
  return {
    ...ALWAYS,
    "Content-Type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "Content-Length": String(Buffer.byteLength(body)),
    ...headers,
  };
}
