import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LARGEST_FILE, loadOverrides, MOST_ENTRIES } from "../../src/corrections/load.ts";
import { OverridesError } from "../../src/corrections/overrides-error.ts";
import type { Overrides } from "../../src/model/overrides.ts";
import { ontology } from "../support/ontology.ts";

function load(name: string, text: string | Uint8Array): Overrides {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return loadOverrides({ name, bytes }, ontology);
}

/** The lines of the error that a file gives. */
function refusal(name: string, text: string | Uint8Array): readonly string[] {
  try {
    load(name, text);
  } catch (error) {
    if (error instanceof OverridesError) return error.message.split("\n");
    throw error;
  }
  throw new Error(`${name} was taken.`);
}

const JSON_FORM = `{
  "same": [["NordkaiGroup", "NordkaiAg"], ["Qaryatayn", "Karyatein"]],
  "different": [["AnnLee", "BobLee", "JoLee"]],
  "label": {"AnnLee": "Ann Z. Lee"},
  "type": {"AnnLee": "Person"},
  "sameAs": {"AnnLee": ["http://www.wikidata.org/entity/Q1", "https://example.org/ann"], "BobLee": "https://example.org/bob"}
}`;
const TURTLE_FORM = `# by the desk
ent:NordkaiGroup owl:sameAs ent:NordkaiAg .
ent:Qaryatayn owl:sameAs ent:Karyatein .
ent:AnnLee owl:differentFrom ent:BobLee, ent:JoLee ; rdfs:label "Ann Z. Lee"@en ; a kg:Person ;
  owl:sameAs <https://example.org/ann>, <http://www.wikidata.org/entity/Q1> .
ent:BobLee owl:differentFrom ent:JoLee ; owl:sameAs <https://example.org/bob> .
`;
const MEANT: Overrides = {
  source: "names",
  same: [
    ["NordkaiGroup", "NordkaiAg"],
    ["Qaryatayn", "Karyatein"],
  ],
  different: [
    ["AnnLee", "BobLee"],
    ["AnnLee", "JoLee"],
    ["BobLee", "JoLee"],
  ],
  label: new Map([["AnnLee", "Ann Z. Lee"]]),
  type: new Map([["AnnLee", "Person"]]),
  sameAs: new Map([
    ["AnnLee", ["http://www.wikidata.org/entity/Q1", "https://example.org/ann"]],
    ["BobLee", ["https://example.org/bob"]],
  ]),
};

describe("corrections are read", () => {
  test.for([
    ["as JSON by the ending", "names.json", JSON_FORM],
    ["as Turtle by the ending", "names.ttl", TURTLE_FORM],
    ["as JSON by how they begin", "names", `\n ${JSON_FORM}`],
    ["as Turtle by how they begin", "names", TURTLE_FORM],
    ["with a byte order mark", "names.json", `\ufeff${JSON_FORM}`],
    ["behind another base", "names.ttl", `@prefix ent: <https://example.org/kg/entity/> .\n${TURTLE_FORM}`],
  ] as const)("%s", ([, name, text]) => {
    expect(load(name, text)).toEqual({ ...MEANT, source: name });
  });

  test("with ids as ent: and as addresses", () => {
    const { same } = load(
      "n.json",
      '{"same": [["ent:AnnLee", "https://example.org/kg/entity/Zo%C3%AB", "Jo Lee"]]}',
    );
    expect(same).toEqual([["AnnLee", "Zoë", "Jo Lee"]]);
  });

  test("with names that mean something to JavaScript", () => {
    const text = '{"same": [["__proto__", "constructor"]], "label": {"__proto__": "toString"}}';
    const { same, label } = load("n.json", text);
    expect({ same, label: [...label] }).toEqual({
      same: [["__proto__", "constructor"]],
      label: [["__proto__", "toString"]],
    });
  });

  test("the same in whatever order they stand", () => {
    const lines = TURTLE_FORM.split(/(?<=\.)\n/).filter((line) => line.trim() !== "");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(load("names", shuffled.join("\n"))).toEqual(MEANT);
      }),
      { seed: 63, numRuns: 30 },
    );
  });
});

const ADVICE =
  "write owl:sameAs or owl:differentFrom and an entity, owl:sameAs and an address, rdfs:label and a text, or a and a class";

describe("what is wrong is named, with the remedy", () => {
  test.for<readonly [string, string, ...string[]]>([
    [
      "n.json",
      '{"same": [["a" "b"]]}',
      'line 1, column 16: is not JSON: expected "," or "]" but found a quotation mark',
    ],
    [
      "n.json",
      "[]",
      'the whole file: is no JSON object; write it as {"same": [["Qaryatayn", "Al-Karyatein"]], "label": {"Acme": "Acme Inc."}}',
    ],
    [
      "n.json",
      '{"sam": []}',
      '"sam": is no kind of correction; choose from same, different, label, type, sameAs',
    ],
    [
      "n.json",
      '{"__proto__": []}',
      '"__proto__": is no kind of correction; choose from same, different, label, type, sameAs',
    ],
    ["n.json", '{"same": [], "same": []}', '"same": stands more than once as a key; keep one'],
    ["n.json", '{"label": {"A": "x", "A": "y"}}', 'label "A": stands more than once as a key; keep one'],
    ["n.json", '{"same": {}}', 'same: is no list; write "same": [["Ann Lee", "Bob Lee"]]'],
    [
      "n.json",
      '{"different": [["A", "B"], ["A"]]}',
      'different, entry 2: is no list of two names or more; write ["Ann Lee", "Bob Lee"]',
    ],
    [
      "n.json",
      '{"same": [["A", 3]]}',
      'same, entry 1: is no list of two names or more; write ["Ann Lee", "Bob Lee"]',
    ],
    ["n.json", '{"type": "Person"}', 'type: is no object; write "type": {"Acme": "…"}'],
    [
      "n.json",
      '{"sameAs": []}',
      'sameAs: is no object; write "sameAs": {"Acme": ["http://www.wikidata.org/entity/Q1"]}',
    ],
    ["n.json", '{"label": {"A": null}}', 'label "A": is no text; write it between quotation marks'],
    [
      "n.json",
      '{"sameAs": {"A": 1}}',
      'sameAs "A": is neither an address nor a list of them; write ["http://www.wikidata.org/entity/Q1"]',
    ],
    [
      "n.json",
      '{"sameAs": {"A": ["javascript:alert(1)"]}}',
      'sameAs "A": "javascript:alert(1)" is no http or https address; write one such as http://www.wikidata.org/entity/Q1',
    ],
    [
      "n.json",
      '{"same": [["A", " "]]}',
      'same "A" and " ": has a name without a letter; write an id or a name',
    ],
    [
      "n.json",
      '{"same": [["A", "B\\nC"]]}',
      'same "A" and "B\\nC": has a control character in a name; take it out',
    ],
    [
      "n.json",
      `{"same": [["A", "${"b".repeat(501)}"]]}`,
      `same "A" and "${"b".repeat(80)}…": has a name of over 500 characters; shorten it`,
    ],
    [
      "n.json",
      '{"same": [["A", "http://www.wikidata.org/entity/Q1"]]}',
      'same "A" and "http://www.wikidata.org/entity/Q1": names an entry of Wikidata; link to it by "sameAs"',
    ],
    ["n.json", '{"label": {"A": " "}}', 'label "A": is given no word; write how it is to be called'],
    ["n.json", '{"label": {"A": "\\u001b[31m"}}', 'label "A": is given a control character; take it out'],
    [
      "n.json",
      `{"label": {"A": "${"b".repeat(501)}"}}`,
      'label "A": is over 500 characters long; shorten it',
    ],
    [
      "n.json",
      '{"type": {"A": "Wizard"}}',
      expect.stringMatching(
        /^type "A": "Wizard" is no class of the ontology; choose from Agent, .*, Person, /,
      ),
    ],
    [
      "n.json",
      `{"different": [[${'"a",'.repeat(50)}"b"]]}`,
      `different ${'"a" and '.repeat(8)}43 more: has over 50 names; write several entries`,
    ],
    [
      "n.ttl",
      "ent:A owl:sameAs ent:B\nent:C a kg:Person .",
      expect.stringMatching(
        /^line 2: is not Turtle: .*; look for a missing ";", "," or "\." on this line or the one before$/,
      ),
    ],
    [
      "n.ttl",
      "ent:A owl:sameAs [] .",
      `about "A": "http://www.w3.org/2002/07/owl#sameAs" a node without an address is no correction; ${ADVICE}`,
    ],
    [
      "n.ttl",
      "ent:A rdfs:comment 1 .",
      `about "A": "http://www.w3.org/2000/01/rdf-schema#comment" "1" is no correction; ${ADVICE}`,
    ],
    [
      "n.ttl",
      "[] rdfs:label 'x' .",
      "a node without an address: is no entity of a graph; write its id behind ent:, such as ent:Acme",
    ],
    [
      "n.ttl",
      "<http://example.org/A> rdfs:label 'x' .",
      '"http://example.org/A": is no entity of a graph; write its id behind ent:, such as ent:Acme',
    ],
    [
      "n.ttl",
      "ent:A rdfs:label 'x' . <http://x.org/entity/B> rdfs:label 'y' .",
      'the whole file: names entities behind "https://w3id.org/whosays/entity/" and "http://x.org/entity/"; keep to one base',
    ],
    ["n.ttl", "ent:A rdfs:label 'x', 'y' .", 'label "A": is given "x" and "y"; keep one'],
    ["n.ttl", "ent:A a kg:State, kg:Person .", 'type "A": is given "Person" and "State"; keep one'],
  ])("%s: %s", ([name, text, ...problems]) => {
    const lines = refusal(name, text).map((line) => line.slice(name.length + 2));
    expect(lines).toEqual(problems);
  });

  test("all at once, the first twenty in full", () => {
    const label = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`A${i}`, ""]));
    const lines = refusal("n.json", JSON.stringify({ sam: 1, label, type: { A: "Wizard" } }));
    expect(lines).toHaveLength(21);
    expect(lines[0]).toContain('"sam": is no kind');
    expect(lines.at(-1)).toBe("and 7 more");
  });

  test("for bytes that are no UTF-8", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
    expect(refusal("n.json", utf16)).toEqual(["n.json: the whole file: is not UTF-8; save it as UTF-8"]);
  });

  test("for more than anybody writes", () => {
    expect(refusal("n.ttl", new Uint8Array(LARGEST_FILE + 1).fill(32))[0]).toContain("is larger than 10 MiB");
    const same = Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`a${i}`, `b${i}`]);
    expect(refusal("n.json", JSON.stringify({ same }))[0]).toContain("has over 100000 entries");
    const different = Array.from({ length: 100 }, () => Array.from({ length: 50 }, (_, i) => `a${i}`));
    expect(refusal("n.json", JSON.stringify({ different }))[0]).toContain("has over 100000 entries");
  });
});

describe("entries that stand against each other are refused", () => {
  test.for([
    [
      "same and different, over other entries and spellings",
      {
        same: [
          ["Ann Lee", "A. Lee"],
          ["A. Lee", "Lee"],
        ],
        different: [["LEE", "AnnLee"]],
      },
      'different "LEE" and "AnnLee": stands against same "A. Lee" and "Lee", same "Ann Lee" and "A. Lee"; drop one of them',
    ],
    [
      "one name in two spellings that read alike",
      { different: [["Al-Nusra", "al nusra"]] },
      'different "Al-Nusra" and "al nusra": is one name twice, which no spelling can tell apart; name two, or drop it',
    ],
    [
      "two labels for what is the same",
      { same: [["Acme", "Acme Inc"]], label: { Acme: "A", "Acme Inc": "B" } },
      'label "Acme" and "Acme Inc": are one and are given "A" and "B"; keep one',
    ],
    [
      "two classes for what is the same",
      { same: [["Acme", "Acme Inc"]], type: { Acme: "Person", "Acme Inc": "State" } },
      'type "Acme" and "Acme Inc": are one and are given "Person" and "State"; keep one',
    ],
  ] as const)("%s", ([, entries, problem]) => {
    expect(refusal("n.json", JSON.stringify(entries))).toEqual([`n.json: ${problem}`]);
  });

  test("and those that do not are taken", () => {
    const entries = {
      same: [
        ["Acme", "Acme Inc"],
        ["Ann Lee", "A. Lee"],
      ],
      different: [["Acme", "Ann Lee"]],
      label: { Acme: "A", "Acme Inc": "A", "Ann Lee": "B" },
    };
    expect(load("n.json", JSON.stringify(entries)).different).toEqual([["Acme", "Ann Lee"]]);
  });
});
