import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import type { Ontology } from "../../src/model/ontology.ts";
import type { OntologyFile } from "../../src/ontology/entries.ts";
import { loadOntology } from "../../src/ontology/load.ts";
import { OntologyError } from "../../src/ontology/ontology-error.ts";
import { build } from "../../src/pipeline.ts";
import { parser } from "../support/parser.ts";
import { entryFiles } from "./publish.ts";

const shipped = entryFiles();

const PREFIXES = `@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix ent: <https://w3id.org/whosays/entity/> .
@prefix plover: <https://w3id.org/whosays/plover/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
`;

function file(name: string, text: string): OntologyFile {
  return { name, text: PREFIXES + text };
}

/** The least that an entry may lean on. */
const base = file(
  "base.ttl",
  `kg:Agent a owl:Class ; rdfs:label "agent" ; skos:definition "Who acts." .
kg:State a owl:Class ; rdfs:label "state" ; skos:definition "A country." ; rdfs:subClassOf kg:Agent .
kg:backs a owl:ObjectProperty ; rdfs:label "backs" ; skos:definition "Stands behind." ;
  rdfs:domain kg:Agent ; rdfs:range kg:Agent ; kg:kind "state" ; kg:ploverType plover:SUPPORT ; kg:wording "S back O" .
plover:SUPPORT a skos:Concept .
ent:Sylvania a kg:State ; rdfs:label "Sylvania" .
`,
);

/** A relation that is right but for what is put in. */
function relation(rest: string, but: Readonly<Record<string, string>> = {}): string {
  const parts: Record<string, string> = {
    label: 'rdfs:label "woos"',
    definition: 'skos:definition "Courts."',
    domain: "rdfs:domain kg:Agent",
    range: "rdfs:range kg:Agent",
    kind: 'kg:kind "event"',
    ...but,
  };
  const said = [...Object.values(parts), rest].filter((part) => part !== "");
  return `kg:woos a owl:ObjectProperty ; ${said.join(" ; ")} .`;
}

function errorOf(files: readonly OntologyFile[]): OntologyError {
  try {
    loadOntology(files);
  } catch (error) {
    if (error instanceof OntologyError) return error;
    throw error;
  }
  throw new Error("The ontology was loaded without a word.");
}

function claimsOf(ontology: Ontology, text: string): readonly Claim[] {
  return build([{ id: "a.txt", bytes: new TextEncoder().encode(text) }], ontology, parser).graph.claims;
}

describe("the ontology that comes with whosays", () => {
  const ontology = loadOntology(shipped);

  test("loads without a problem and knows what its files say", () => {
    expect(ontology.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(ontology.classes.get("State")?.ancestors).toEqual(expect.arrayContaining(["Agent", "Entity"]));
    expect(ontology.relations.get("backs")).toMatchObject({
      label: "backs",
      ancestors: expect.arrayContaining(["supports", "interactsWith"]),
      domain: "Agent",
      range: "Entity",
      kind: "state",
      symmetric: false,
      plover: "SUPPORT",
    });
    expect(ontology.relations.get("meets")?.symmetric).toBe(true);
    expect(ontology.attitudes.find(({ name }) => name === "thinks")?.content).toMatchObject({
      speaker: true,
      certainty: "probable",
    });
  });

  test("lets a capital stand for its state", () => {
    expect(ontology.names.get("Russia")?.metonyms).toContain("Moscow");
    expect(ontology.names.get("Moscow")?.locatedIn).toBe("Russia");
  });

  test.for([
    ["Person", "person"],
    ["ArmedForce", "body"],
    ["State", "state"],
    ["Settlement", "place"],
    ["Event", "event"],
    ["Agreement", "agreement"],
    ["Topic", "thing"],
  ] as const)("draws %s as %s", ([name, icon]) => {
    expect(ontology.classes.get(name)?.icon).toBe(icon);
  });

  test("does not depend on the order of the files", () => {
    expect(loadOntology([...shipped].reverse())).toEqual(ontology);
  });
});

describe("one more file of Turtle", () => {
  const mine = file(
    "mine.ttl",
    `kg:bamboozles a owl:ObjectProperty ; rdfs:label "bamboozles" ; skos:definition "Leads by the nose." ;
  rdfs:domain kg:Agent ; rdfs:range kg:Agent ; kg:kind "event" ; rdfs:subPropertyOf kg:interactsWith ;
  kg:wording "S bamboozle O" , "S pull wool over eyes of O" , "S-bamboozled O" , "S be bamboozler of O" .
kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentSpeaker true ; kg:contentCertainty kg:Possible ;
  kg:wording "S mutter CONTENT" .
ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; skos:altLabel "Land of the Free Don" ; kg:demonym "Freedonian" .
ent:Sylvania a kg:State ; rdfs:label "Sylvania" .
ent:Esterburg a kg:Settlement ; rdfs:label "Esterburg" ; kg:capitalOf ent:Sylvania .
`,
  );
  const more = loadOntology([...shipped, mine]);

  test.for([
    "Freedonia bamboozled Sylvania.",
    "Sylvania was bamboozled by Freedonia.",
    "Freedonia is the bamboozler of Sylvania.",
    "The Freedonia-bamboozled Sylvania went home.",
    "The Land of the Free Don bamboozled Sylvania.",
    "Freedonia bamboozled Esterburg.",
  ])("makes the program read a new relation: %s", (text) => {
    expect(claimsOf(more, text)).toContainEqual(
      expect.objectContaining({
        subject: "Freedonia",
        predicate: "bamboozles",
        open: false,
        object: { entity: "Sylvania" },
      }),
    );
  });

  test("and without it there is no such relation", () => {
    const claims = claimsOf(loadOntology(shipped), "Freedonia bamboozled Sylvania.");
    expect(claims.filter(({ predicate, open }) => predicate === "bamboozles" && !open)).toEqual([]);
  });

  test("makes the program hold what a new verb of saying tells in its light", () => {
    const [claim] = claimsOf(more, "Freedonia muttered that Russia attacked Sylvania.");
    expect(claim).toMatchObject({
      subject: "Russia",
      predicate: "attacks",
      stance: { speakers: ["Freedonia"], certainty: "possible" },
    });
  });
});

/** Each says: the entry that it names, then words that tell what is wrong and what to do. */
const broken: readonly {
  readonly name: string;
  readonly turtle: string;
  readonly says: readonly string[];
}[] = [
  {
    name: "a class without a label",
    turtle: `kg:Robot a owl:Class ; skos:definition "A machine." .`,
    says: ["kg:Robot", "exactly one rdfs:label, has none"],
  },
  {
    name: "a class with two labels",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" , "droid" ; skos:definition "A machine." .`,
    says: ["kg:Robot", "exactly one rdfs:label, has 2"],
  },
  {
    name: "a class without a definition",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" .`,
    says: ["kg:Robot", "exactly one skos:definition, has none"],
  },
  {
    name: "a class under one that nobody declares",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" ; skos:definition "A machine." ; rdfs:subClassOf kg:Machine .`,
    says: ["kg:Robot", "kg:Machine", "no file declares a owl:Class; declare it"],
  },
  {
    name: "a picture that there is not",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" ; skos:definition "A machine." ; kg:drawnAs "robot" .`,
    says: ["kg:Robot", 'kg:drawnAs "robot"', "write one of person, state, body"],
  },
  {
    name: "two pictures for one class",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" ; skos:definition "A machine." ; kg:drawnAs "person" , "thing" .`,
    says: ["kg:Robot", "has 2 of kg:drawnAs; keep one"],
  },
  {
    name: "a relation under a class",
    turtle: relation("rdfs:subPropertyOf kg:Agent"),
    says: ["kg:woos", "kg:Agent", "owl:ObjectProperty; declare it"],
  },
  {
    name: "classes in a circle",
    turtle: `kg:Robot a owl:Class ; rdfs:label "robot" ; skos:definition "A machine." ; rdfs:subClassOf kg:Droid .
      kg:Droid a owl:Class ; rdfs:label "droid" ; skos:definition "A machine." ; rdfs:subClassOf kg:Robot .`,
    says: ["kg:Robot", "break the circle of rdfs:subClassOf"],
  },
  {
    name: "a relation above itself",
    turtle: relation("rdfs:subPropertyOf kg:woos"),
    says: ["kg:woos", "break the circle of rdfs:subPropertyOf"],
  },
  {
    name: "an unknown class as domain",
    turtle: relation("", { domain: "rdfs:domain kg:Actor" }),
    says: ["kg:woos", "rdfs:domain kg:Actor", "no class of classes.ttl; use one or declare it"],
  },
  {
    name: "a relation as range",
    turtle: relation("", { range: "rdfs:range kg:backs" }),
    says: ["kg:woos", "rdfs:range kg:backs", "use one or declare it"],
  },
  {
    name: "a relation without a range",
    turtle: relation("", { range: "" }),
    says: ["kg:woos", "exactly one rdfs:range, has none"],
  },
  {
    name: "a kind that is neither event nor state",
    turtle: relation("", { kind: 'kg:kind "act"' }),
    says: ["kg:woos", 'kg:kind "act"', 'write "event" or "state"'],
  },
  {
    name: "a relation without a kind",
    turtle: relation("", { kind: "" }),
    says: ["kg:woos", "exactly one kg:kind, has none"],
  },
  {
    name: "an unknown PLOVER category",
    turtle: relation("kg:ploverType plover:WOO"),
    says: ["kg:woos", "plover:WOO", "no category of plover.ttl"],
  },
  {
    name: "a slip in a property's name",
    turtle: relation('kg:wordng "S woo O"'),
    says: ["kg:woos", "kg:wordng", "no property of an entry; see README.md"],
  },
  ...[
    "woo O",
    "S Woo O",
    "S woo O O",
    "S woo  O",
    "S",
    "S be O",
    "S and O",
    "S-wooed S",
    "O's O",
    "S woo WHOM",
  ].map((wording) => ({
    name: `the wording "${wording}"`,
    turtle: relation(`kg:wording "S court O" , "${wording}"`),
    says: ["kg:woos", `wording "${wording}"`],
  })),
  {
    name: "a stance that its axis does not know",
    turtle: `kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentSpeaker true ; kg:contentCertainty kg:Perhaps .`,
    says: [
      "kg:mutters",
      "kg:contentCertainty kg:Perhaps",
      "write one of kg:Certain, kg:Probable, kg:Possible",
    ],
  },
  {
    name: "a stance of another axis",
    turtle: `kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentSpeaker true ; kg:contentPolarity kg:Future .`,
    says: ["kg:mutters", "kg:contentPolarity kg:Future", "write one of kg:Positive, kg:Negative"],
  },
  {
    name: "a stance with a name from the prototype of objects",
    turtle: `kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentSpeaker true ; kg:contentPolarity kg:constructor .`,
    says: ["kg:mutters", "kg:constructor", "write one of"],
  },
  {
    name: "a name of an unknown class",
    turtle: `ent:Freedonia a kg:Realm ; rdfs:label "Freedonia" .`,
    says: ["ent:Freedonia", "kg:Realm", "use one or declare it"],
  },
  {
    name: "a name without a class",
    turtle: `ent:Freedonia rdfs:label "Freedonia" .`,
    says: ["ent:Freedonia", "exactly one rdf:type, has none"],
  },
  {
    name: "a name without a label",
    turtle: `ent:Freedonia a kg:State .`,
    says: ["ent:Freedonia", "exactly one rdfs:label, has none"],
  },
  ...["partOf", "locatedIn", "capitalOf"].map((property) => ({
    name: `kg:${property} of something that nobody describes`,
    turtle: `ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; kg:${property} ent:Atlantis .`,
    says: ["ent:Freedonia", `kg:${property} ent:Atlantis`, "no file describes as a name; add it"],
  })),
  {
    name: "a name with a hyphen in its IRI",
    turtle: `ent:Free-donia a kg:State ; rdfs:label "Freedonia" .`,
    says: ["ent:Free-donia", "use ASCII letters and digits behind ent:"],
  },
  {
    name: "a relation in a foreign namespace",
    turtle: relation("").replace("kg:woos", "<https://example.org/woos>"),
    says: ["<https://example.org/woos>", "use ASCII letters and digits behind kg:"],
  },
  {
    name: "a blank node",
    turtle: relation('rdfs:seeAlso [ rdfs:label "a note" ]'),
    says: ["kg:woos", "blank node; give the thing a name of its own"],
  },
];

describe("an ontology is refused in words that help", () => {
  test.for(broken.map((entry) => [entry.name, entry] as const))("for %s", ([, { turtle, says }]) => {
    const error = errorOf([base, file("mine.ttl", turtle)]);
    const line = error.message.split("\n").find((own) => says.every((words) => own.includes(words)));
    expect(line, error.message).toMatch(/^mine\.ttl: /);
  });

  test("and the file that is right but for them loads", () => {
    expect(() => loadOntology([base, file("mine.ttl", relation('kg:wording "S woo O"'))])).not.toThrow();
  });

  test.for([
    ["a missing full stop", '@prefix kg: <x:#> .\nkg:a kg:b "c"\n\nkg:d kg:e "f" .\n', 4],
    ["an undeclared prefix", "@prefix kg: <x:#> .\n\nkg:a kgg:b kg:c .\n", 3],
    ["an open quotation mark", '@prefix kg: <x:#> .\nkg:a kg:b "c .\n', 2],
    ["no Turtle at all", "backs: S back O\n", 1],
  ] as const)("for %s, with the line", ([, text, line]) => {
    const { message } = errorOf([base, { name: "mine.ttl", text }]);
    expect(message).toMatch(
      new RegExp(`^mine\\.ttl: line ${line}: is not Turtle: .*; (?:look for a missing|declare it)`),
    );
  });

  test("for a syntax error, without a word on what leans on the unread file", () => {
    const { problems } = errorOf([
      { name: "base.ttl", text: `${base.text}.` },
      file("mine.ttl", relation("")),
    ]);
    expect(problems.map(({ file: name }) => name)).toEqual(["base.ttl"]);
  });

  test("for all of its problems at once", () => {
    const { problems } = errorOf([
      base,
      file("one.ttl", relation("", { kind: "" })),
      file("two.ttl", "ent:X a kg:State ."),
    ]);
    expect(problems.map(({ file: name, entry }) => `${name} ${entry}`).sort()).toEqual([
      "one.ttl kg:woos",
      "two.ttl ent:X",
    ]);
  });

  test("for thousands of problems in a few lines", () => {
    const many = Array.from({ length: 3000 }, (_, i) => `ent:X${i} a kg:State .`).join("\n");
    const { message, problems } = errorOf([base, file("mine.ttl", many)]);
    expect(problems).toHaveLength(3000);
    expect(message.split("\n")).toHaveLength(21);
    expect(message).toContain("and 2980 more");
  });

  test("for holding nothing", () => {
    expect(errorOf([]).message).toContain("holds no owl:Class");
    expect(errorOf([file("mine.ttl", "")]).message).toMatch(/^mine\.ttl: /);
  });

  // What these say is passed over without a word, so that the author believes it is in force.
  test.for([
    [
      "a slip in the type of an entry",
      "kg:woos",
      relation("").replace("owl:ObjectProperty", "owl:ObjectPropery"),
    ],
    [
      "a slip in a property of another vocabulary",
      "ent:Freedonia",
      `ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; skos:altLable "Land of the Free Don" .`,
    ],
    [
      "a speaker that is neither true nor false",
      "kg:mutters",
      `kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentSpeaker "yes" .`,
    ],
    [
      "a stance without kg:contentSpeaker",
      "kg:mutters",
      `kg:mutters a kg:Attitude ; rdfs:label "mutters" ; kg:contentCertainty kg:Possible .`,
    ],
    ["a class in the place of a PLOVER category", "kg:woos", relation("kg:ploverType kg:Agent")],
    [
      "a class in the place of a name",
      "ent:Freedonia",
      `ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; kg:partOf kg:State .`,
    ],
    [
      "two places to be part of",
      "ent:Freedonia",
      `ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; kg:partOf ent:Sylvania , ent:Freedonia .`,
    ],
    [
      "a membership of something that nobody describes",
      "ent:Freedonia",
      `ent:Freedonia a kg:State ; rdfs:label "Freedonia" ; kg:memberOf ent:Atlantis .`,
    ],
  ] as const)("for %s", ([, entry, turtle]) => {
    expect(errorOf([base, file("mine.ttl", turtle)]).message).toContain(`mine.ttl: ${entry}: `);
  });
});
