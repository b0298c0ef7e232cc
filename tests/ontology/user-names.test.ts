import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ontology } from "../../src/model/ontology.ts";
import type { OntologyFile } from "../../src/ontology/entries.ts";
import { MOST_NAMES } from "../../src/ontology/listing.ts";
import { OntologyError } from "../../src/ontology/ontology-error.ts";
import { readUserNames } from "../../src/ontology/user-names.ts";
import { withNames } from "../../src/ontology/with-names.ts";
import { build } from "../../src/pipeline.ts";
import { ontology as ours } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const PREFIXES = `@prefix kg: <https://w3id.org/whosays/ontology#> .
@prefix ent: <https://w3id.org/whosays/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <http://example.org/id/> .
`;

const turtle = (text: string, name = "mine.ttl"): OntologyFile => ({ name, text: PREFIXES + text });
const csv = (text: string, name = "mine.csv"): OntologyFile => ({ name, text });

function reading(...files: readonly OntologyFile[]): Ontology {
  return withNames(ours, readUserNames(files, ours));
}

function named(id: string, ...files: readonly OntologyFile[]) {
  const found = reading(...files).names.get(id);
  if (!found) throw new Error(`No entry has the id ${id}.`);
  return found;
}

function linesOf(...files: readonly OntologyFile[]): readonly string[] {
  try {
    readUserNames(files, ours);
  } catch (error) {
    if (error instanceof OntologyError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** The ids of all that a text speaks of. */
function entitiesIn(ontology: Ontology, text: string): readonly string[] {
  const { graph } = build([{ id: "a.txt", bytes: new TextEncoder().encode(text) }], ontology, parser);
  return graph.entities.map(({ id }) => id);
}

/** Subject, predicate and object of every claim of a text. */
function claimsOf(ontology: Ontology, text: string): readonly string[] {
  const { graph } = build([{ id: "a.txt", bytes: new TextEncoder().encode(text) }], ontology, parser);
  return graph.claims.map(({ subject, predicate, object }) => {
    const whom = object && "entity" in object ? object.entity : "";
    return `${subject} ${predicate} ${whom}`;
  });
}

describe("names in Turtle", () => {
  test("are written as ours are", () => {
    const file = turtle(`ent:Acme a kg:Organization ; rdfs:label "Acme" ; skos:altLabel "Acme Inc" ;
      kg:demonym "Acmean" ; kg:metonym "Acme Tower" ; owl:sameAs <http://www.wikidata.org/entity/Q1> ;
      kg:partOf ent:Syria .`);
    expect(named("Acme", file)).toEqual({
      id: "Acme",
      label: "Acme",
      type: "Organization",
      aliases: ["Acme Inc"],
      demonyms: ["Acmean"],
      metonyms: ["Acme Tower"],
      sameAs: ["http://www.wikidata.org/entity/Q1"],
      partOf: "Syria",
      locatedIn: undefined,
    });
  });

  test("may be those of a plain gazetteer, whose IRIs become links", () => {
    const file =
      turtle(`ex:acme-inc a skos:Concept ; skos:prefLabel "Acme"@en , "Акме"@ru ; skos:altLabel "Acme Inc"@en-GB .
      <http://geo.example/12> rdfs:label "Fogville" ; skos:broader ex:acme-inc ; a kg:Settlement .
      <urn:x:Esk> rdfs:label "Eskdale" . ex:scheme a skos:ConceptScheme ; rdfs:label "Places" .`);
    const { names } = reading(file);
    expect(names.get("AcmeInc")).toMatchObject({
      label: "Acme",
      aliases: ["Acme Inc"],
      type: "Entity",
      sameAs: ["http://example.org/id/acme-inc"],
    });
    expect(names.get("Fogville")?.sameAs).toEqual(["http://geo.example/12"]);
    expect(names.get("Esk")?.sameAs).toEqual([]);
    expect(names.size).toBe(ours.names.size + 3);
  });

  test.for([
    ['rdfs:label "Acme" ; skos:prefLabel "Acme Inc"', "Acme", ["Acme Inc"]],
    ['rdfs:label "Akme"@de , "Acme"@en', "Acme", []],
    ['rdfs:label "Acme Ltd"@en-GB , "Acme Corp"@en-US', "Acme Corp", ["Acme Ltd"]],
    ['rdfs:label "Akme"@de , "Acmé"@fr ; skos:altLabel "Akmechen"@de', "Acmé", []],
  ] as const)("take the English or plain label: %s", ([said, label, aliases]) => {
    expect(named("Acme", turtle(`ex:Acme ${said} .`))).toMatchObject({ label, aliases });
  });

  test("let a capital stand for its state, ours or the user's", () => {
    const { names } = reading(
      turtle(`ent:Esterburg a kg:Settlement ; rdfs:label "Esterburg" ; kg:capitalOf ent:Sylvania .
        ent:Sylvania a kg:State ; rdfs:label "Sylvania" .
        ent:NewTown a kg:Settlement ; rdfs:label "New Town" ; kg:capitalOf ent:Egypt .`),
    );
    expect(names.get("Sylvania")?.metonyms).toEqual(["Esterburg"]);
    expect(names.get("Esterburg")?.locatedIn).toBe("Sylvania");
    expect(names.get("Egypt")?.metonyms).toEqual(expect.arrayContaining(["Cairo", "New Town"]));
  });
});

describe("names in CSV", () => {
  test("are rows under a header", () => {
    const file = csv(
      '\ufeffName,ID,Type,Aliases,sameAs,partOf\r\n"Acme, ""the"" firm",Acme,armed group,Acme;ACM | Acme Inc,http://www.wikidata.org/entity/Q1,Syria\r\n\r\n,,,,,\r\n',
    );
    expect(named("Acme", file)).toMatchObject({
      label: 'Acme, "the" firm',
      type: "ArmedGroup",
      aliases: ["ACM", "Acme", "Acme Inc"],
      sameAs: ["http://www.wikidata.org/entity/Q1"],
      partOf: "Syria",
    });
  });

  test("get the id that their name would have without a file", () => {
    const text = "Zorblat Kazoo attacked Homs.";
    const [plain] = claimsOf(ours, text);
    expect(claimsOf(reading(csv("name\nZorblat Kazoo\n")), text)).toEqual([plain]);
    expect(named("ZorblatKazoo", csv("label\nZorblat Kazoo"))).toMatchObject({ label: "Zorblat Kazoo" });
  });

  test("name what they are part of by id or name", () => {
    const file = csv(
      "name,id,partOf\nAcme Space,,ACME\nAcme,A1cme,\nAcme Sea,,A1cme\nACME,Big,Islamic State",
    );
    const { names } = reading(file);
    expect(names.get("AcmeSpace")?.partOf).toBe("Big");
    expect(names.get("AcmeSea")?.partOf).toBe("A1cme");
    expect(names.get("Big")?.partOf).toBe("IslamicState");
  });

  test("are the entry of ours that they are the same as", () => {
    const turkey = named("Turkey", csv("name,sameAs\nTürkiye,http://www.wikidata.org/entity/Q43"));
    expect(turkey).toMatchObject({ label: "Türkiye", type: "State" });
    expect(turkey.aliases).toContain("Turkey");
    expect(turkey.demonyms).toContain("Turkish");
  });
});

describe("the user's names beat ours", () => {
  test("by label and class where the id is one of ours, whose names stay", () => {
    const state = named(
      "Syria",
      turtle(`ent:Syria a kg:Region ; rdfs:label "Sham" ; skos:altLabel "Bilad" .`),
    );
    expect(state).toMatchObject({ label: "Sham", type: "Region" });
    expect(state.aliases).toEqual(expect.arrayContaining(["Bilad", "Syria", "Syrian Arab Republic"]));
    expect(state.demonyms).toContain("Syrian");
  });

  test("in adding to one of ours without a label", () => {
    const state = named("Syria", turtle('ent:Syria skos:altLabel "Bilad" .'));
    expect(state).toMatchObject({ label: "Syria", type: "State" });
  });

  test.for([
    ["a label", "Syria", "Syria attacked Homs."],
    ["an alias", "IS", "IS attacked Homs."],
    ["a demonym", "Syrians", "Syrians attacked Homs."],
    ["a metonym", "Moscow", "Moscow attacked Homs."],
    ["another spelling", "Áhrar al‑Sham", "Ahrar al-Sham attacked Homs."],
  ])("where both have the name, here %s of ours", ([, name, text]) => {
    const file = csv(`name,id,type\n${name},Mine,Organization`);
    expect(claimsOf(reading(file), text as string)).toEqual(["Mine attacks Homs"]);
    expect(claimsOf(ours, text as string)).not.toContain("Mine attacks Homs");
  });

  test.for([
    ["a name", "name,type,aliases\nUN,Organization,U.N. Org"],
    ["a name of one class among several", "name,type\nDeir ez-Zor,Settlement"],
    ["a page of Wikidata", "name,sameAs\nTürkiye,https://www.wikidata.org/wiki/Q43"],
    ["a bare item of Wikidata", "name,sameAs\nTürkiye,Q43"],
  ])("and add to ours where no id is given: by %s", ([, text]) => {
    const mine = reading(csv(text as string));
    expect([...mine.names.keys()]).toEqual([...ours.names.keys()]);
    expect(mine).not.toBe(ours);
  });

  test("and links, which ours then loses", () => {
    const { names } = reading(csv("name,id,sameAs\nZorblat,Mine,Q43"));
    expect(names.get("Mine")?.sameAs).toEqual(["http://www.wikidata.org/entity/Q43"]);
    expect(names.get("Turkey")?.sameAs).toEqual([]);
  });

  test("and take the label of ours only, not its other names", () => {
    const mine = reading(csv("name,id,type\nSyria,Mine,Organization"));
    expect(mine.names.get("Syria")).toMatchObject({ label: "Syria", labelTaken: true });
    expect(claimsOf(mine, "The Syrian Arab Republic attacked Homs.")).toEqual(["Syria attacks Homs"]);
  });

  test("but a capital that the user adds to means its state and province as before", () => {
    const { names } = reading(csv("name,id,aliases\nDamascus,Damascus,Dimashq"));
    expect(names.get("Syria")?.metonyms).toContain("Damascus");
    expect(names.get("DamascusProvince")?.aliases).toEqual(ours.names.get("DamascusProvince")?.aliases);
    expect(reading(csv("name,id\nDamascus,DamascusSteel")).names.get("Syria")?.metonyms).not.toContain(
      "Damascus",
    );
  });

  test("in an identifier of one register", () => {
    const { sameAs } = named(
      "Turkey",
      csv("name,id,sameAs\nTurkey,Turkey,http://www.wikidata.org/entity/Q1|http://x.example/t"),
    );
    expect(sameAs).toEqual(["http://www.wikidata.org/entity/Q1", "http://x.example/t"]);
  });
});

/** Each says: the file, then words that one line of the error has. */
const refused: readonly (readonly [string, OntologyFile, readonly string[]])[] = [
  [
    "a name of two entities",
    csv("name,id\nCongo,A1\nCongo,B1"),
    [
      "mine.csv: line 2: ",
      '"Congo" is ambiguous',
      "A1 here and B1 in mine.csv: line 3",
      "one id if they are one",
    ],
  ],
  [
    "an alias of two entities",
    csv("name,aliases\nAcme,ACM\nAjax,acm|ACM"),
    ['"ACM" is ambiguous', "keep it in one"],
  ],
  ["an alias spelt with other quotes", csv("name,aliases\nAcme,Ac’me  X\nAjax,Ac'me X"), ["is ambiguous"]],
  [
    "a demonym of two entities",
    turtle('ent:A1 rdfs:label "Foo" ; kg:demonym "Bar" . ent:B1 rdfs:label "Baz" ; kg:demonym "Bar" .'),
    ["demonym", "is ambiguous"],
  ],
  [
    "one id with two labels",
    csv("name,id\nAcme,X1\nAjax,X1"),
    ["line 2: ", 'gives X1 the label "Acme"', 'line 3 gives it "Ajax"', "keep one"],
  ],
  ["one id with two classes", csv("name,id,type\nAcme,X1,Person\nAcme,X1,State"), ["the class", "keep one"]],
  [
    "two labels in Turtle",
    turtle('ent:Acme rdfs:label "Acme" , "Ajax" .'),
    ["mine.ttl: ent:Acme: ", "the label"],
  ],
  [
    "two wholes",
    turtle('ent:Acme rdfs:label "Acme" ; kg:partOf ent:Syria , ent:Iraq .'),
    ["the whole", "keep one"],
  ],
  [
    "itself as a whole",
    csv("name,id,partOf\nAcme,Acme,Acme"),
    ["circle of partOf: Acme → Acme", "leave out one"],
  ],
  [
    "a circle through two",
    csv("name,id,partOf\nAcme,Acme,Ajax\nAjax,Ajax,Acme"),
    ["circle of partOf: Acme → Ajax → Acme"],
  ],
  ["a circle through ours", csv("name,id,partOf\nIraq,Iraq,IraqiAirForce"), ["circle of partOf"]],
  [
    "a circle of places",
    turtle('ent:A1 rdfs:label "Foo" ; kg:locatedIn ent:B1 . ent:B1 rdfs:label "Bar" ; kg:locatedIn ent:A1 .'),
    ["circle of locatedIn: A1 → B1 → A1"],
  ],
  ["an unknown whole", csv("name,partOf\nAcme,Atlantis"), ['partOf "Atlantis"', "no file describes; add it"]],
  [
    "a whole of two readings",
    csv("name,partOf\nAcme,Deir ez-Zor"),
    ["may be DeirEzZor or DeirEzZorProvince", "write one of these ids"],
  ],
  [
    "an unknown class",
    csv("name,type\nAcme,Robot"),
    ["line 2: ", 'class "Robot"', "write one of Agent, Agreement"],
  ],
  [
    "an unknown class in Turtle",
    turtle('ent:Acme a kg:Robot ; rdfs:label "Acme" .'),
    ["ent:Acme", 'class "Robot"'],
  ],
  [
    "a foreign class",
    turtle('ent:Acme a <https://schema.org/Thing> ; rdfs:label "Acme" .'),
    ["<https://schema.org/Thing>", "add one, such as kg:Organization"],
  ],
  ["a name of one letter", csv("name\nX"), ['"X"', "is a single character"]],
  ["an alias of one letter", csv("name,aliases\nAcme,é"), ["is a single character"]],
  ["an alias of digits", csv("name,aliases\nAcme,24"), ['"24"', "has no letter"]],
  ["an alias of punctuation", csv("name,aliases\nAcme,---"), ["has no letter"]],
  ["a word of grammar", csv("name\nof"), ['"of"', "word of English grammar", "with a capital"]],
  ["a name without an end", csv(`name\n${"Acme ".repeat(100)}`), ["longer than 200 characters"]],
  ["a control character", csv("name\nAc\u0007me"), ["control character"]],
  ["a broken character", csv("name\nAc\ufffdme"), ["a broken one"]],
  ["half a character in Turtle", turtle('ent:Acme rdfs:label "Ac\\uD83Dme" .'), ["line 7: is not Turtle"]],
  [
    "a link that is no address",
    csv("name,sameAs\nAcme,javascript:alert(1)"),
    ["sameAs", "no http or https address"],
  ],
  [
    "a link within the graph",
    turtle('ent:A1 rdfs:label "Foo" ; owl:sameAs ent:B1 .'),
    ["ent:B1", "in one entry"],
  ],
  [
    "a circle of links",
    turtle('ex:a1 rdfs:label "Foo" ; owl:sameAs ex:b1 . ex:b1 rdfs:label "Bar" ; owl:sameAs ex:a1 .'),
    ['the link "http://example.org/id/a1" is ambiguous', "one id if they are one"],
  ],
  [
    "a link of two entities",
    csv("name,sameAs\nAcme,Q1\nAjax,http://www.wikidata.org/wiki/Q1"),
    ['"http://www.wikidata.org/entity/Q1" is ambiguous'],
  ],
  [
    "two items of Wikidata",
    csv("name,sameAs\nFogville,Q1\nFogville,Q2"),
    ["the item of Wikidata", "an id of its own"],
  ],
  ["links of two of ours", csv("name,sameAs\nAcme,Q43 Q858"), ["may be Syria or Turkey", "one of its own"]],
  [
    "two things of one local name",
    turtle('<http://a.example/1/Esk> rdfs:label "Esk" . <http://a.example/2/Esk> rdfs:label "Esk" .'),
    ["gives Esk the IRI", "an id of its own"],
  ],
  ["a namesake of ours", csv("name,type\nJordan,Person"), ['"Jordan" (State)', "else another id"]],
  ["a name of two of ours", csv("name\nDeir ez-Zor"), ["may be DeirEzZor or DeirEzZorProvince"]],
  ["an id of ours by accident", turtle('ex:Syria rdfs:label "Zorblat" .'), ['"Syria" (State)']],
  [
    "a row without an end",
    csv(`name,aliases\nAcme,"${"A1;".repeat(50_000)}"`),
    ["line 2", "longer than 100000 characters"],
  ],
  [
    "a link to mail",
    turtle('ent:Acme rdfs:label "Acme" ; owl:sameAs <mailto:a@b.example> .'),
    ["no http or https address"],
  ],
  ["an id with a hyphen", csv("name,id\nAcme,ac-me"), ['the id "ac-me"', "ASCII letters"]],
  [
    "an id from the prototype of objects",
    csv("name,id\nAcme,__proto__"),
    ['the id "__proto__"', "a letter first"],
  ],
  ["no name", csv("name,id\n,Acme"), ["line 2: has no name; give it one"]],
  ["no name and no id", csv("name,type\n,State"), ["line 2: has no name; give it one"]],
  ["no name in Turtle", turtle("ent:Acme a kg:Organization ."), ["ent:Acme: has no name"]],
  [
    "an unknown column",
    csv("name,colour\nAcme,red"),
    ["line 1: ", '"colour"', "the columns are name (or label), id, type"],
  ],
  [
    "a column from the prototype of objects",
    csv("name,__proto__,constructor\nAcme,1,2"),
    ['"__proto__", "constructor"'],
  ],
  ["no header", csv("Acme,Organization\nAjax,State"), ["name them in the first line, such as name,type"]],
  ["a prefix that is not declared", { name: "mine.ttl", text: 'ex:a ex:b "c" .' }, ['"ex:"', "with @prefix"]],
  ["semicolons between columns", csv("name;type\nAcme;State"), ["part the columns by commas"]],
  ["a column twice", csv("name,type,type\n"), ['"type" twice']],
  ["name and label", csv("name,label\n"), ["which are one; keep one"]],
  ["no column of names", csv("id,type\n"), ['no column "name"']],
  ["nothing", csv(""), ["line 1: has no header"]],
  ["more cells than columns", csv("name,type\nAcme, Inc,Organization"), ["line 2: has 3 cells", "in quotes"]],
  ["an open quotation mark", csv('name\nAcme\n"Ajax\n'), ["mine.csv: line ", "nothing closes"]],
  ["a quotation mark inside", csv('name\nAcme "X" Inc\n'), ["line 2: ", "double the mark"]],
  ["no Turtle", turtle("Acme is a company"), ["line 7: is not Turtle"]],
  ["an open Turtle string", turtle('ent:Acme rdfs:label "Acme .'), ["is not Turtle"]],
  [
    "a slip in a property",
    turtle('ent:Acme rdfs:label "Acme" ; skos:altLable "ACM" .'),
    ["skos:altLable", "no property of a name"],
  ],
  ["a relation", turtle('kg:woos a owl:ObjectProperty ; rdfs:label "woos" .'), ["kg:woos", "for --ontology"]],
  ["a blank node", turtle('[] a kg:State ; rdfs:label "Acme" .'), ["no IRI; give it one"]],
];

test.for([
  ["README.md", "csv"],
  ["ontology/README.md", "turtle"],
] as const)("the names shown in %s are read", ([page, format]) => {
  const text = readFileSync(join(import.meta.dirname, "..", "..", page), "utf8");
  const section = text.slice(text.indexOf("\n## Your own names"));
  const shown = new RegExp(`\`\`\`${format}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? "";
  const { names } = reading({ name: `mine.${format === "csv" ? "csv" : "ttl"}`, text: shown });
  expect(names.size).toBe(ours.names.size + (format === "csv" ? 2 : 1));
});

describe("names are refused in words that help", () => {
  test.for(refused)("for %s", ([, file, says]) => {
    const lines = linesOf(file);
    expect(
      lines.filter((line) => says.every((words) => line.includes(words))),
      lines.join("\n"),
    ).not.toEqual([]);
    for (const line of lines) expect(line.startsWith(`${file.name}: `)).toBe(true);
  });

  test("for all problems of all files at once, in the order of places", () => {
    const lines = linesOf(
      csv("name,type\nAcme,Robot\nAjax,State\nX,State\n", "b.csv"),
      csv("name\nAjax Two\n24", "a.csv"),
    );
    expect(lines.map((line) => line.split(": ").slice(0, 2).join(" "))).toEqual([
      "a.csv line 3",
      "b.csv line 2",
      "b.csv line 4",
    ]);
  });

  test("for thousands of problems in a few lines", () => {
    const lines = linesOf(csv(`name\n${Array.from({ length: 3000 }, (_, i) => i).join("\n")}`));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("and 2980 more");
  });

  test("for too many names", () => {
    const many = Array.from({ length: MOST_NAMES + 1 }, (_, i) => `N${i}x`);
    expect(linesOf(csv(`name\n${many.join("\n")}\n`))).toEqual([
      expect.stringContaining("mine.csv: holds more than 200000 names"),
    ]);
    const entries = many.map((name) => `ex:${name} rdfs:label "${name}".`);
    expect(linesOf(turtle(entries.join("\n")))).toEqual([expect.stringContaining("more than 200000 names")]);
  }, 60_000);

  test("and nothing is said of what leans on a file that cannot be read", () => {
    expect(linesOf(csv('name,id\n"Acme', "a.csv"), csv("name,partOf\nAjax,Acme", "b.csv"))).toHaveLength(1);
  });
});

describe("names that are words of the language, or of the program", () => {
  test.for([
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "Valueof",
    "March",
    "Will",
    "May",
    "Of",
    "Most",
    "Çağrı",
    "𝕏 Corp",
    "IT",
  ])("%s is found in a text", (name) => {
    const mine = reading(csv(`name,id,type,aliases\n${name},Mine,Organization,Zorblat`));
    expect(entitiesIn(mine, `Russia said ${name} attacked Homs.`)).toContain("Mine");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  const everyday = reading(
    csv("name,type\nMarch,Person\nWill,Person\nMay,Person\nOf,Settlement\nBath,Settlement"),
  );
  test.for([
    ["I will march of.", []],
    ["Syria attacked Iraq in March.", ["Iraq", "Syria"]],
    ["Syria attacked Iraq on March 3, 2017.", ["Iraq", "Syria"]],
    ["Syria attacked Iraq on 3 March.", ["Iraq", "Syria"]],
    ["Syria attacked Iraq in the middle of last May.", ["Iraq", "Syria"]],
    ["Will Syria attack Iraq?", ["Iraq", "Syria"]],
    ["“Will Syria attack Iraq?” Russia asked.", ["Iraq", "Russia", "Syria"]],
    ["Syria will attack Iraq.", ["Iraq", "Syria"]],
    ["May he never attack Iraq.", ["Iraq"]],
    ["Of all states, Syria attacked Iraq.", ["Iraq", "Syria"]],
    ["Syria fled the bath. Bath water is cold.", ["Syria"]],
  ] as const)("a date, a verb or a small word is no name: %s", ([text, ids]) => {
    const found = entitiesIn(everyday, text).filter((id) => everyday.names.has(id));
    expect(found).toEqual(ids);
  });

  test("nor is a verb where the name is written small", () => {
    const small = reading(csv("name,id\nmarch,Mine"));
    expect(entitiesIn(small, "I will march of.")).toEqual([]);
    expect(entitiesIn(small, "Syria attacked the march.")).toContain("Mine");
  });

  test.for([
    ["March backed Will.", ["March", "Will"]],
    ["Will said that May attacked Syria.", ["May", "Syria", "Will"]],
    ["Rebels attacked the town of Of on Friday.", ["Of"]],
    ["In March, Will attacked Bath.", ["Bath", "Will"]],
    ["Syria was attacked by May in May 2017.", ["May", "Syria"]],
  ] as const)("while case and place in the sentence tell a name: %s", ([text, ids]) => {
    const found = entitiesIn(everyday, text).filter((id) => everyday.names.has(id));
    expect(found).toEqual(ids);
  });

  test("and a longer name may begin with a month", () => {
    const mine = reading(csv("name,id,type\nMarch of Dimes,Dimes,Organization"));
    expect(claimsOf(mine, "In March of Dimes history, March of Dimes attacked Syria.")).toContain(
      "Dimes attacks Syria",
    );
  });
});

describe("names do not depend on how they are filed", () => {
  const rows = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom("Acme", "Ajax", "Azur", "Syria", "Moscow", "constructor", "24", "Of"),
      id: fc.constantFrom("", "Acme", "Syria", "Mine", "ac-me"),
      type: fc.constantFrom("", "State", "Robot"),
      alias: fc.constantFrom("", "ACM", "IS", "Syrian"),
      part: fc.constantFrom("", "Acme", "Syria", "Iraq"),
    }),
    { selector: (row) => Object.values(row).join(), maxLength: 6 },
  );
  const said = (files: readonly OntologyFile[]) => {
    try {
      return [...reading(...files).names.values()];
    } catch (error) {
      if (error instanceof OntologyError) return error.message.replaceAll(/line \d+/g, "line");
      throw error;
    }
  };

  test("not on the order of entries", () => {
    fc.assert(
      fc.property(rows, fc.integer(), (list, seed) => {
        const entries = list.map(({ name, id, type, alias, part }) => {
          const subject = /^[A-Z]\w+$/.test(id) ? `ent:${id}` : `ex:${encodeURIComponent(name)}`;
          return `${subject} rdfs:label "${name}"${type && `; a kg:${type}`}${alias && `; skos:altLabel "${alias}"`}${part && `; kg:partOf ent:${part}`} .`;
        });
        const shuffled = [...entries].sort((a, b) => ((a.length * seed) % 7) - ((b.length * seed) % 7));
        expect(said([turtle(shuffled.join("\n"))])).toEqual(said([turtle(entries.join("\n"))]));
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test("not on the order of files", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const files = list.map(({ name, id, type, alias, part }, i) =>
          csv(`name,id,type,aliases,partOf\n${[name, id, type, alias, part].join()}`, `${i}.csv`),
        );
        expect(said([...files].reverse())).toEqual(said(files));
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test("not on which of two files says what of an IRI", () => {
    const label = turtle(
      'ex:x1 rdfs:label "Zorblat" . ex:y1 rdfs:label "Kazoo" ; kg:partOf ex:x1 .',
      "a.ttl",
    );
    const link = turtle("ex:x1 owl:sameAs <http://www.wikidata.org/entity/Q43> .", "b.ttl");
    expect(said([label, link])).toEqual(said([link, label]));
    expect(reading(label, link).names.get("y1")?.partOf).toBe("Turkey");
  });

  test("not on being given twice", () => {
    const file = csv("name,type,aliases\nAcme,State,ACM");
    expect(said([file, { ...file, name: "again.csv" }])).toEqual(said([file]));
  });

  test.for([[[]], [[csv("name,id\n")]], [[turtle("# nothing yet")]]] as const)(
    "and none change nothing",
    ([files]) => {
      expect(reading(...files)).toBe(ours);
    },
  );

  test("and ours are never changed", () => {
    const before = structuredClone([...ours.names]);
    reading(csv("name,id,aliases\nSyria,Mine,IS|Moscow"));
    expect([...ours.names]).toEqual(before);
  });
});

test("100,000 names are read and laid out in seconds", () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `Company ${i} of the World,Organization`);
  const started = performance.now();
  const mine = reading(csv(`name,type\n${rows.join("\n")}`));
  expect(mine.names.size).toBe(ours.names.size + 100_000);
  expect(claimsOf(mine, "Company 99999 of the World attacked Syria.")).toEqual([
    "Company99999OfTheWorld attacks Syria",
  ]);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);
