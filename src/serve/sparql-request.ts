import { inWords, type Message } from "./message.ts";

/** A request to the endpoint, its body read. */
export interface SparqlRequest {
  readonly method: "GET" | "HEAD" | "POST";
  /** What stands behind the question mark of the address, still encoded. */
  readonly search: string;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly body: Uint8Array;
}

/** What a request asks for: an answer, or what this endpoint is; or why it is refused. */
export type Asked =
  | { readonly query: string }
  | { readonly asked: "description" }
  | { readonly refused: Message };

/** What a request asks for by the rules of the SPARQL 1.1 Protocol. */
export function askedBy(request: SparqlRequest): Asked {
  const { method, search } = request;
  if (method !== "POST") return search === "" ? { asked: "description" } : askedIn([search]);
  const [, mediaType = "", rest = ""] = /^\s*([^;\s]*)\s*(.*)$/s.exec(request.contentType ?? "") ?? [];
  const text = textOf(request, rest);
  if (typeof text !== "string") return text;
  switch (mediaType.toLowerCase()) {
    case FORM:
      return askedIn([search, text]);
    case DIRECT:
      return askedIn([search], [text]);
    case "application/sparql-update":
      return refused(415, "updates are refused: a graph is read here, and changed by whosays build alone");
    default:
      return refused(415, `send a query as ${DIRECT}, or in a form as ${FORM}`, {
        "Accept-Post": `${DIRECT}, ${FORM}`,
      });
  }
}

const FORM = "application/x-www-form-urlencoded";
const DIRECT = "application/sparql-query";

function refused(status: number, text: string, headers?: Message["headers"]): Asked {
  return { refused: inWords(status, text, headers) };
}

/** The body as text; parameters of its media type may say UTF-8 and nothing else. */
function textOf({ body, contentEncoding = "identity" }: SparqlRequest, parameters: string): string | Asked {
  if (contentEncoding.trim().toLowerCase() !== "identity")
    return refused(415, "send the body as it is, without Content-Encoding");
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(parameters) ?? [];
  if (!/^utf-?8$/i.test(charset)) return refused(415, "send the body in UTF-8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return refused(400, "the body is not UTF-8");
  }
}

/** The query among parameters, and those that have come by themselves. */
function askedIn(forms: readonly string[], direct: readonly string[] = []): Asked {
  let parameters: readonly Parameter[];
  try {
    parameters = forms.flatMap(parametersOf);
  } catch {
    return refused(400, "the parameters hold a % that begins no UTF-8 character; encode them again");
  }
  const named = (pattern: RegExp) =>
    parameters.filter(({ name, value }) => pattern.test(name) && value !== "");
  const [dataset] = named(/^(?:default|named|using|using-named)-graph-uri$/);
  if (dataset)
    return refused(400, `${dataset.name} is refused: there is one graph here, the default one; leave it out`);
  if (named(/^update$/).length > 0)
    return refused(400, "updates are refused: a graph is read here, and changed by whosays build alone");
  const queries = [...parameters.filter(({ name }) => name === "query").map(({ value }) => value), ...direct];
  const [query] = queries;
  if (query === undefined) return refused(400, "there is no query; send one in the parameter query");
  if (queries.length > 1) return refused(400, `there are ${queries.length} queries; send one at a time`);
  return { query };
}

interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** The parameters of a form; throws a `URIError` where a text is no UTF-8, which `URLSearchParams` would let pass. */
function parametersOf(form: string): readonly Parameter[] {
  return form
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...rest] = part.split("=");
      return { name: decoded(name), value: decoded(rest.join("=")) };
    });
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
