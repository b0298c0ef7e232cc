import { inWords, type Message } from "./message.ts";
import { type Choice, choicesFor, type Offer } from "./negotiation.ts";

/** What an answer is made of: yes or no, rows, or triples. */
export type Form = "ask" | "rows" | "triples";

/** A way to write answers of some forms. */
export interface AnswerOffer extends Offer {
  readonly forms: readonly Form[];
}

/** A question to whatever holds the graph. */
export interface Question {
  readonly query: string;
  /** Ids of offers, best first; the first that suits the answer is taken. */
  readonly formats: readonly string[];
  /** Rows or triples that an answer may have. */
  readonly mostRows: number;
  /** UTF-16 code units that an answer may have. */
  readonly longest: number;
}

/** What it says to a question. */
export type Reply =
  | { readonly outcome: "answered"; readonly format: string; readonly body: string }
  /** `place` is where the query is wrong, both counted from 1. */
  | { readonly outcome: "invalid"; readonly message: string; readonly place?: Place | undefined }
  | { readonly outcome: "unsuited"; readonly form: Form }
  | { readonly outcome: "tooLarge"; readonly message: string }
  | { readonly outcome: "late" }
  | { readonly outcome: "busy" }
  | { readonly outcome: "broken"; readonly message: string };

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Answers questions, whatever they are, within its deadline; those whose asker has gone need no answer. */
export type Ask = (question: Question, gone: AbortSignal) => Promise<Reply>;

/** What answers are made from. */
export interface Answering {
  readonly ask: Ask;
  readonly offers: readonly AnswerOffer[];
  /** Seconds that a query may take, to be told. */
  readonly deadline: number;
}

/** Larger answers are for files, not for a protocol without pages. */
const MOST_ROWS = 100_000;
const LONGEST = 64 * 1024 * 1024;
/** When to come again, in seconds. */
const LATER = { "Retry-After": "10" };

/** Answers a query in the best form that the client takes. */
export async function answered(
  query: string,
  accept: string | undefined,
  answering: Answering,
  gone: AbortSignal,
): Promise<Message> {
  const choices = choicesFor(accept, answering.offers);
  const formats = choices.map(({ id }) => id);
  const reply = await answering.ask({ query, formats, mostRows: MOST_ROWS, longest: LONGEST }, gone);
  return messageOf(reply, choices, answering);
}

function messageOf(reply: Reply, choices: readonly Choice[], { offers, deadline }: Answering): Message {
  switch (reply.outcome) {
    case "answered": {
      const chosen = choices.find(({ id }) => id === reply.format);
      return { status: 200, mediaType: chosen?.mediaType ?? "application/octet-stream", body: reply.body };
    }
    case "invalid": {
      const { message, place } = reply;
      return inWords(400, place ? `line ${place.line}, column ${place.column}: ${message}` : message);
    }
    case "unsuited":
      return inWords(406, unsuited(reply.form, offers));
    // The protocol's word for a query that is refused for what it would cost.
    case "tooLarge":
      return inWords(500, reply.message);
    case "late":
      return inWords(503, `the query was stopped after ${deadline} s; narrow it, or add LIMIT`, LATER);
    case "busy":
      return inWords(503, "too many queries wait already; come again later", LATER);
    case "broken":
      return inWords(500, `the graph cannot be read: ${reply.message}`);
  }
}

const MADE_OF: Readonly<Record<Form, string>> = { ask: "yes or no", rows: "rows", triples: "triples" };

function unsuited(form: Form, offers: readonly AnswerOffer[]): string {
  const types = offers.filter(({ forms }) => forms.includes(form)).flatMap(({ mediaTypes }) => mediaTypes);
  return `the answer is made of ${MADE_OF[form]}, and Accept names no way to send them; name one of ${types.join(", ")}`;
}
