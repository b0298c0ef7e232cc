import { describe, expect, test } from "vitest";
import { checkQuery } from "../../src/query/evaluate.ts";
import { prefixesOf } from "../../src/query/prefixes.ts";
import { pictureOf, QueryError } from "../../src/query/query-error.ts";

const prefixes = prefixesOf("");

/** What is said of a query, and below it the line with carets, if it has a place. */
function toldOf(query: string): string {
  try {
    return `is ${checkQuery(query, prefixes).form}`;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return error.place ? `${error.message}\n${pictureOf(query, error.place)}` : error.message;
  }
}

/** A query, and what must be said of it, with the picture where there is a place. */
const WRONG: readonly { readonly name: string; readonly query: string; readonly told: string }[] = [
  {
    name: "nothing",
    query: "",
    told: `ends where more is expected
  1 | 
    | ^`,
  },
  {
    name: "a comment alone",
    query: "  # nothing\n",
    told: `ends where more is expected
  1 |   # nothing
    | ^`,
  },
  {
    name: "a misspelt keyword",
    query: "SELCT ?a { ?a ?b ?c }",
    told: `"SELCT" does not fit here
  1 | SELCT ?a { ?a ?b ?c }
    | ^^^^^`,
  },
  {
    name: "an open brace",
    query: "SELECT ?who { ?who kg:backs ent:Syria",
    told: `ends where more is expected
  1 | SELECT ?who { ?who kg:backs ent:Syria
    |                                      ^`,
  },
  {
    name: "an open brace before a comment",
    query: "ASK { ?a ?b ?c # }",
    told: `ends where more is expected
  1 | ASK { ?a ?b ?c # }
    |               ^`,
  },
  {
    name: "a missing object",
    query: "SELECT ?who { ?who kg:backs }",
    told: `"}" does not fit here
  1 | SELECT ?who { ?who kg:backs }
    |                             ^`,
  },
  {
    name: "an unknown prefix",
    query: "SELECT ?who { ?who foo:bar ?x }",
    told: `the prefix "foo:" is not known; write PREFIX foo: <…> at the top
  1 | SELECT ?who { ?who foo:bar ?x }
    |                    ^^^^^^^`,
  },
  {
    name: "the empty prefix",
    query: "ASK { ?a :b ?c }",
    told: `the prefix ":" is not known; write PREFIX : <…> at the top
  1 | ASK { ?a :b ?c }
    |          ^^`,
  },
  {
    name: "a brace too many, on a later line",
    query: "SELECT ?a {\n  ?a kg:backs\n  ent:Syria ;;\n  . }\n)",
    told: `")" does not fit here
  5 | )
    | ^`,
  },
  {
    name: "a line after CRLF",
    query: "ASK {\r\n ?a ?b ?c ?d }",
    told: `"?d" does not fit here
  2 |  ?a ?b ?c ?d }
    |           ^^`,
  },
  {
    name: "a line after a lone carriage return",
    query: "ASK {\r ?a ?b ?c ?d }",
    told: `"?d" does not fit here
  2 |  ?a ?b ?c ?d }
    |           ^^`,
  },
  {
    name: "a tab before the place",
    query: "\tASK { ?a ?b ?c ?d }",
    told: `"?d" does not fit here
  1 |  ASK { ?a ?b ?c ?d }
    |                 ^^`,
  },
  {
    name: "an open string",
    query: 'SELECT ?a { ?a rdfs:label "Iran }',
    told: `a string begins here and does not end
  1 | SELECT ?a { ?a rdfs:label "Iran }
    |                           ^`,
  },
  {
    name: "a string over two lines",
    query: "SELECT ?a { ?a rdfs:label 'Iran\n' }",
    told: `a string begins here and does not end
  1 | SELECT ?a { ?a rdfs:label 'Iran
    |                           ^`,
  },
  {
    name: "a piece behind a string with braces and a comment's mark",
    query: `ASK { ?a ?b "} # {" ?d }`,
    told: `"?d" does not fit here
  1 | ASK { ?a ?b "} # {" ?d }
    |                     ^^`,
  },
  {
    name: "a piece behind an IRI with a number sign",
    query: "ASK { ?a <http://a#b> ?c ?d }",
    told: `"?d" does not fit here
  1 | ASK { ?a <http://a#b> ?c ?d }
    |                          ^^`,
  },
  {
    name: "a piece behind functions that the engine knows only with their bracket",
    query: "ASK { BIND (COALESCE(CONCAT('a', 'b'), bnode()) AS ?x) ?d }",
    told: `"}" does not fit here
  1 | ASK { BIND (COALESCE(CONCAT('a', 'b'), bnode()) AS ?x) ?d }
    |                                                           ^`,
  },
  {
    name: "such a function with space before its bracket, which SPARQL allows and the engine does not",
    query: "SELECT (COALESCE (?a, ?b) AS ?c) { ?a ?b ?c }",
    told: `"COALESCE" does not fit here; its bracket must follow at once
  1 | SELECT (COALESCE (?a, ?b) AS ?c) { ?a ?b ?c }
    |         ^^^^^^^^`,
  },
  {
    name: "an IRI that is not whole",
    query: "ASK { <Iran> ?p ?o }",
    told: `<Iran> is no whole IRI, and there is no BASE
  1 | ASK { <Iran> ?p ?o }
    |       ^^^^^^`,
  },
  {
    name: "what is no IRI",
    query: "ASK { ?a <http://[x> ?b }",
    told: `<http://[x> is no IRI
  1 | ASK { ?a <http://[x> ?b }
    |          ^^^^^^^^^^^`,
  },
  {
    name: "a wide script, column by column of its letters",
    query: "ASK { ?a ?b 中文 }",
    told: `"中文" does not fit here
  1 | ASK { ?a ?b 中文 }
    |             ^^`,
  },
  {
    name: "a place far to the right",
    query: `ASK { ${"?a ?b ?c . ".repeat(20)} ?d }`,
    told: `"}" does not fit here
  1 | ${"b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c . ?a ?b ?c .  ?d }"}
    |                                                                                                    ^`,
  },
  {
    name: "a long word, shortened",
    query: `ASK { ?a ?b ${"x".repeat(200)} }`,
    told: `"${"x".repeat(39)}…" does not fit here
  1 | ASK { ?a ?b ${"x".repeat(88)}
    |             ${"^".repeat(88)}`,
  },
  {
    name: "a keyword in the wrong place",
    query: "SELECT ?a WHERE { ?a ?b ?c } ORDER ?a",
    told: `"?a" does not fit here
  1 | SELECT ?a WHERE { ?a ?b ?c } ORDER ?a
    |                                    ^^`,
  },
  {
    name: "an update behind a query",
    query: "SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }",
    told: `";" does not fit here
  1 | SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }
    |                       ^`,
  },
  {
    name: "a variable outside GROUP BY",
    query: "SELECT ?a ?b { ?a kg:backs ?c } GROUP BY ?a",
    told: "SELECT names a variable that is neither in GROUP BY nor in an aggregate such as COUNT",
  },
  {
    name: "SELECT * with GROUP BY",
    query: "SELECT * { ?a kg:backs ?c } GROUP BY ?a",
    told: "SELECT * does not go with GROUP BY; name the variables",
  },
  {
    name: "a name taken twice by AS",
    query: "SELECT (1 AS ?b) { ?a kg:backs ?b }",
    told: "(… AS ?variable) names a variable that the query has already; take another name",
  },
  {
    name: "a variable twice",
    query: "SELECT ?a ?a { ?a kg:backs ?b }",
    told: "SELECT names a variable twice",
  },
  {
    name: "a function that nobody has",
    query: "SELECT (<http://example.org/f>(1) AS ?x) {}",
    told: "The custom function <http://example.org/f> is not supported",
  },
];

describe("a wrong query", () => {
  test.for(WRONG)("is told its place: $name", ({ query, told }) => expect(toldOf(query)).toBe(told));
});

describe("a right query", () => {
  test.for([
    ["SELECT ?a { ?a kg:backs ent:Syria } # a comment at the end", "is rows"],
    ["select ?a { ?a ?b 'it\\'s' , \"a\\\"b\" , '''a'b''' , \"\"\"a\"b\"\"\" }", "is rows"],
    ["ASK { ?a ?b ?c FILTER (?c<5&&?c>3) }", "is ask"],
    ["BASE <http://a/> ASK { <b> ?p ?o }", "is ask"],
    ["PREFIX kg: <http://mine/> ASK { ?a kg:b ?c }", "is ask"],
    ["CONSTRUCT WHERE { ?a kg:backs ?b }", "is triples"],
    ["DESCRIBE ent:Iran", "is triples"],
  ] as const)("%s %s", ([query, form]) => expect(toldOf(query)).toBe(form));

  test("has its variables in their order, and all of SELECT *", () => {
    expect(checkQuery("SELECT ?b ?a (1 AS ?c) { ?a ?b ?x }", prefixes).variables).toEqual(["b", "a", "c"]);
    expect([...checkQuery("SELECT * { ?b ?a ?x }", prefixes).variables].sort()).toEqual(["a", "b", "x"]);
  });
});

const SERVICE = "SERVICE is refused: a query reads this graph and asks no other";

describe("SERVICE is refused", () => {
  test.for([
    "SELECT * { SERVICE <http://x> { ?s ?p ?o } }",
    "SELECT * { service silent <http://x> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o SERVICE\n  # over\n  # lines\n<http://x>\n{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o.SERVICE <http://x> {} }",
    "SELECT * { ?s ?p 'a'^^<http://t>SERVICE <http://x> {} }",
    "SELECT * { ?s ?p <http://a#>SERVICE <http://x> {} }",
    "SELECT * { ?s ?p <http://a\\u0041#>SERVICE <http://x> {} }",
    "SELECT * { ?s ?p 5SERVICE <http://x> {} }",
    "SELECT * { ?s kg:p+5SERVICE <http://x> {} }",
    "SELECT * { ?s ?p 1e3SERVICE SILENT <http://x> {} }",
    "SELECT * { ?s ?p trueSERVICE <http://x> {} }",
    "SELECT * { SERVICESILENT<http://x>{ ?s ?p ?o } }",
    "SELECT * { BIND (<http://x> AS ?x) SERVICE?x{ ?s ?p ?o } }",
    "SELECT * { SERVICEkg:a{ ?s ?p ?o } }",
    "PREFIX : <http://x> SELECT * { ?s ?p ?o service:a{ ?s ?p ?o } }",
    "PREFIX service: <http://x> PREFIX : <http://x> SELECT * { ?s ?p ?o service:a{} }",
    "SELECT * { ?a ?b ?c FILTER(?a<'>')SERVICE SILENT<http://x>{ ?s ?p '' } }",
    "SELECT * { { SELECT * { SERVICE SILENT <http://x> { ?s ?p ?o } } } }",
    "ASK { FILTER EXISTS { SERVICE SILENT <http://x> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <http://x> { ?s ?p ?o } }",
  ])("in %j", (query) => expect(toldOf(query)).toBe(SERVICE));

  test.for([
    "SELECT ?service { ?service ?p 'SERVICE <http://x> {}' . # SERVICE <http://x> {}\n }",
    "SELECT ?service ?Service ?nowhere ?zervice { ?service ?Service ?nowhere, ?zervice }",
    "SELECT * { ?s kg:service <http://service/SERVICE> }",
    'SELECT * { ?s ?p ?o FILTER (?o = """a " SERVICE <x> { """) }',
    "PREFIX service: <http://x> SELECT * { ?s service:a ?o }",
    "SELECT * { ?s kg:a.SERVICE ?o }",
    "SELECT $service { $service ?p '# SERVICE' }",
  ])("but not where the word is in a string, a comment, an IRI or a name: %j", (query) =>
    expect(toldOf(query)).toBe("is rows"),
  );
});

describe("an update is refused", () => {
  const refused = (name: string) =>
    `${name} is refused: a graph is read here, and changed by whosays build alone`;

  test.for([
    ["INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"],
    ["delete where { ?s ?p ?o }", "DELETE"],
    ["# SELECT * {}\nDELETE WHERE { ?s ?p ?o }", "DELETE"],
    ["PREFIX a:<http://x>INSERT DATA { a:a a:b a:c }", "INSERT"],
    ["PREFIX select: <http://x#y> BASE <http://x/> LOAD <http://y>", "LOAD"],
    ["CLEAR ALL", "CLEAR"],
    ["DROP GRAPH <http://x>", "DROP"],
    ["WITH <http://x> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"],
  ] as const)("%j", ([query, name]) => expect(toldOf(query)).toBe(refused(name)));

  test.for(["\\u0049NSERT DATA { <a:a> <a:b> <a:c> }", "ASK {} INSERT DATA { <a:a> <a:b> <a:c> }"])(
    "by the parser: %j",
    (query) => expect(toldOf(query)).toMatch(/does not fit here/),
  );

  test.for([
    "PREFIX insert: <http://x> SELECT * { ?s insert:a ?o }",
    "# INSERT DATA {}\nSELECT ?delete { ?delete ?p 'DROP ALL' }",
  ])("but not where the word is a name, a comment or a string: %j", (query) =>
    expect(toldOf(query)).toBe("is rows"),
  );
});
