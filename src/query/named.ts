/** What a parameter of a named query takes. */
export type ParameterKind = "entity" | "relation" | "claim" | "text" | "number";

/** A variable of a named query that may be given a value. */
export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly needed: boolean;
  readonly about: string;
}

/** A query that comes with the program, or a file of the same form. */
export interface NamedQuery {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly Parameter[];
  /** Without PREFIX lines: those of the graph hold. */
  readonly text: string;
}

/** A parameter with the value that was given for it. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: string;
}

const KINDS: ReadonlySet<string> = new Set(["entity", "relation", "claim", "text", "number"]);

/** Reads a query with its head: comments with the title, what it answers, and its parameters. */
export function readNamedQuery(name: string, text: string): NamedQuery {
  const head = /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? "";
  const [title = name, ...rest] = head.split("\n").flatMap((line) => line.replace(/^#\s?/, "").trim() || []);
  const parameters = rest.flatMap((line): Parameter[] => {
    const [, parameter, kind, needed, about] = /^with (\w+) \((\w+)(, needed)?\): (.*)$/.exec(line) ?? [];
    if (parameter === undefined || kind === undefined || !KINDS.has(kind)) return [];
    return [
      { name: parameter, kind: kind as ParameterKind, needed: needed !== undefined, about: about ?? "" },
    ];
  });
  const about = rest.filter((line) => !/^with \w+ \(/.test(line)).join(" ");
  return { name, title, about, parameters, text };
}

/** The line of a query, a comment, behind which the value of a parameter is put. */
export function placeOfParameter(name: string): RegExp {
  return new RegExp(`^[ \\t]*# \\?${name} is put here\\.[ \\t]*$`, "m");
}

/**
 * A query with terms put in for parameters, each as VALUES of its variable.
 *
 * `terms` must be SPARQL: made by `literalOf`, `iriTerm` or `numberOf`, never pasted from what somebody wrote.
 */
export function withValues(query: NamedQuery, values: ReadonlyMap<string, readonly string[]>): string {
  let { text } = query;
  for (const [name, terms] of values)
    text = text.replace(placeOfParameter(name), () => `VALUES ?${name} { ${terms.join(" ")} }`);
  return text;
}

/** A text as a SPARQL literal that nothing can break out of. */
export function literalOf(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/[\\"]/g, "\\$&")
    .replace(/\p{Cc}/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** An IRI in angle brackets, or undefined where it is none. */
export function iriTerm(iri: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"{}|^`\\]*$/u.test(iri) && iri.isWellFormed()
    ? `<${iri}>`
    : undefined;
}

/** A number as SPARQL has it, or undefined where it is none. */
export function numberOf(text: string): string | undefined {
  return /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? text : undefined;
}
