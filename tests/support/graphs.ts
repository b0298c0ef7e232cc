import type { ExportSettings } from "../../src/export/exporter.ts";
import type { Claim, ClaimObject, Evidence } from "../../src/model/claim.ts";
import type { Document } from "../../src/model/document.ts";
import type { Entity } from "../../src/model/entity.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { EntityClass, Ontology, Relation } from "../../src/model/ontology.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import { contains, type Span } from "../../src/model/span.ts";
import { plain, type Stance } from "../../src/model/stance.ts";
import type { Wire } from "../../src/model/wire.ts";

/** Where a claim was read, in words: the sentence, and in it the words of each part between the bars. */
interface Reading {
  readonly document: string;
  readonly sentence: string;
  /** `subject | predicate | object`; the object may be missing. */
  readonly words: string;
  readonly confidence?: number;
}

interface ClaimSketch {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
  readonly open?: boolean;
  readonly object: string | Exclude<ClaimObject, { entity: string }>;
  readonly stance?: Partial<Stance<string>>;
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
  readonly time?: Claim["time"];
  readonly confidence?: number;
  readonly conflictsWith?: readonly string[];
  readonly read: readonly [Reading, ...Reading[]];
}

/** A document whose zones do not matter. */
export function documentOf(id: string, text: string, about: Partial<Document> = {}): Document {
  return { id, text, zones: [{ kind: "body", start: 0, end: text.length }], ...about };
}

/** An entity mentioned wherever its label stands in the documents. */
export function entityOf(
  documents: readonly Document[],
  id: string,
  type: string,
  label: string,
  about: Partial<Entity> = {},
): Entity {
  const mentions = documents.flatMap(({ id: document, text }) => {
    const start = text.indexOf(label);
    if (start < 0 || label === "") return [];
    return [{ document, start, end: start + label.length, text: label, kind: "name" as const }];
  });
  return { id, label, type, aliases: [], sameAs: [], mentions, reasons: [], ...about };
}

/** A claim with its evidence found in the documents; throws where a sentence is not in its document. */
export function claimOf(documents: readonly Document[], sketch: ClaimSketch): Claim {
  const [first, ...rest] = sketch.read.map((reading, i) =>
    evidenceOf(documents, reading, `${sketch.id}${i}`),
  );
  if (first === undefined) throw new Error(`The claim ${sketch.id} has no evidence.`);
  const { object } = sketch;
  return {
    id: sketch.id,
    event: sketch.id,
    subject: sketch.subject,
    predicate: sketch.predicate,
    open: sketch.open ?? false,
    predicateText: [],
    object: typeof object === "string" ? { entity: object } : object,
    arguments: new Map(Object.entries(sketch.arguments ?? {})),
    stance: { ...plain, ...sketch.stance },
    ...(sketch.time === undefined ? {} : { time: sketch.time }),
    confidence: sketch.confidence ?? 0.8,
    documents: new Set(sketch.read.map(({ document }) => document)).size,
    independentSources: new Set(sketch.read.map(({ document }) => document)).size,
    conflictsWith: sketch.conflictsWith ?? [],
    evidence: [first, ...rest],
  };
}

function evidenceOf(documents: readonly Document[], reading: Reading, id: string): Evidence {
  const text = documents.find((document) => document.id === reading.document)?.text ?? "";
  const start = text.indexOf(reading.sentence);
  if (start < 0) throw new Error(`"${reading.sentence}" does not stand in ${reading.document}.`);
  const quote = { start, end: start + reading.sentence.length };
  const [subject = quote, predicate = quote, object] = reading.words
    .split("|")
    .map((words) => spanIn(text, quote, words.trim()));
  return {
    id,
    document: reading.document,
    quote: reading.sentence,
    ...quote,
    subject,
    predicate,
    ...(object === undefined ? {} : { object }),
    extractor: "active-clause",
    confidence: reading.confidence ?? 0.85,
  };
}

/** The words in the sentence, or else the first place in the text where they stand. */
function spanIn(text: string, sentence: Span, words: string): Span {
  const within = text.indexOf(words, sentence.start);
  const inside = { start: within, end: within + words.length };
  if (within >= 0 && contains(sentence, inside)) return inside;
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in the text.`);
  return { start, end: start + words.length };
}

/** A graph in the order that the model asks for. */
export function graphOf(
  documents: readonly Document[],
  entities: readonly Entity[],
  claims: readonly Claim[],
  wires: readonly Wire[] = [],
): Graph {
  const byId = (a: { id: string }, b: { id: string }): number => byCodeUnit(a.id, b.id);
  return {
    documents: [...documents].sort(byId),
    entities: [...entities].sort(byId),
    claims: [...claims].sort(byId),
    disagreements: [],
    wires: [...wires].sort(byId),
  };
}

/** A graph without anything in it. */
export const emptyGraph: Graph = { documents: [], entities: [], claims: [], disagreements: [], wires: [] };

/** Settings for any exporter, over a small ontology and whatever page is given. */
export function settingsFor(page: ExportSettings["page"] = { script: "", style: "" }): ExportSettings {
  return {
    base: "https://example.org/",
    ontology,
    account: {
      documents: { read: 0, used: [], skipped: [] },
      sentences: 0,
      mentions: 0,
      triples: { read: 0, merged: 0, rejected: 0, reasons: new Map() },
      warnings: [],
    },
    page,
  };
}

/** A few classes and relations, enough to label the sample. */
export const ontology: Ontology = {
  version: "test",
  classes: new Map(
    [
      ["Person", "person", "person"],
      ["Company", "company", "body"],
      ["TradeUnion", "trade union", "body"],
      ["City", "city", "place"],
      ["Ministry", "ministry", "body"],
      ["Court", "court", "body"],
    ].map(([name = "", label = "", icon]) => [name, classOf(name, label, icon as EntityClass["icon"])]),
  ),
  relations: new Map(
    [
      ["employs", "employs"],
      ["negotiatesWith", "negotiates with"],
      ["blocks", "blocks"],
      ["accuses", "accuses"],
      ["leads", "leads"],
      ["locatedIn", "is located in"],
      ["buys", "buys"],
      ["criticizes", "criticizes"],
      ["supports", "supports"],
      ["dismisses", "dismisses"],
      ["says", "says"],
      ["meets", "meets"],
    ].map(([name = "", label = ""]) => [name, relationOf(name, label)]),
  ),
  attitudes: [],
  names: new Map(),
};

function classOf(name: string, label: string, icon: EntityClass["icon"]): EntityClass {
  return {
    name,
    label,
    definition: "",
    ancestors: [],
    icon,
    headWords: [],
    memberWords: [],
    legalForms: [],
    organWords: [],
    titles: [],
  };
}

function relationOf(name: string, label: string): Relation {
  return {
    name,
    label,
    definition: "",
    ancestors: [],
    domain: "Agent",
    range: "Agent",
    kind: "event",
    symmetric: false,
    functional: false,
    wordings: [],
  };
}

const courier = documentOf(
  "courier.txt",
  [
    "Harbour Workers' League blocks the Port of Varnholm.",
    "The Harbour Workers' League blocked the Port of Varnholm on Monday.",
    "Nordkai AG employs 1,400 people at the port.",
    "Mayor Ilse Brandt met Tomas Reyle, who leads the league, on Tuesday.",
    "Brandt said that Nordkai AG had dismissed the crane drivers' speaker Jonas Fiedler.",
    "Nordkai AG denied that it had dismissed Fiedler.",
    "The port lies in Varnholm.",
  ].join("\n"),
  {
    outlet: "Varnholm Courier",
    headline: "League closes the port over crane drivers",
    published: "2024-03-05",
    url: "https://courier.example/port",
  },
);

const tribune = documentOf(
  "tribune.txt",
  [
    "On Monday the Harbour Workers' League blocked the Port of Varnholm for nine hours.",
    "Nordkai AG plans to buy the Ostfjord Terminal from Sealane Group.",
    "The Ministry of Transport demanded that Nordkai AG negotiate with the Harbour Workers' League.",
    "Tomas Reyle accused Nordkai AG of breaking the wage agreement.",
    "Nordkai AG dismissed Jonas Fiedler last week.",
  ].join("\n"),
  {
    outlet: "The Ostfjord Tribune",
    agency: "Meridian Press",
    headline: "Nine hours without a crane moving",
    published: "2024-03-06",
    url: "https://tribune.example/cranes",
  },
);

const evening = documentOf(
  "evening.txt",
  [
    "Ilse Brandt may support the league's demands.",
    "The Labour Court of Varnholm could hear Fiedler if he complains.",
    "The Ministry of Transport criticized Nordkai AG.",
    "Petra Amsel leads the Ministry of Transport.",
    "Sealane Group negotiates with Nordkai AG.",
    "Sealane Group trades from Ostfjord.",
  ].join("\n"),
  { outlet: "Evening Post", headline: "Minister loses patience with Nordkai", published: "2024-03-08" },
);

const gazette = documentOf(
  "gazette.txt",
  ["The painter Milo Faren criticized the gallery Blue Quay.", "Blue Quay praised itself."].join("\n"),
  { outlet: "Gazette" },
);

const sampleDocuments = [courier, tribune, evening, gazette];

const sampleEntities = [
  entityOf(sampleDocuments, "HarbourWorkersLeague", "TradeUnion", "Harbour Workers' League", {
    aliases: ["HWL", "the league"],
    sameAs: ["https://www.wikidata.org/entity/Q0"],
  }),
  entityOf(sampleDocuments, "PortOfVarnholm", "Company", "Port of Varnholm", { partOf: "Varnholm" }),
  entityOf(sampleDocuments, "NordkaiAg", "Company", "Nordkai AG", { aliases: ["Nordkai"] }),
  entityOf(sampleDocuments, "IlseBrandt", "Person", "Ilse Brandt", { aliases: ["Brandt", "the mayor"] }),
  entityOf(sampleDocuments, "TomasReyle", "Person", "Tomas Reyle", { aliases: ["Tomás Reyle"] }),
  entityOf(sampleDocuments, "JonasFiedler", "Person", "Jonas Fiedler", { aliases: ["Fiedler"] }),
  entityOf(sampleDocuments, "MinistryOfTransport", "Ministry", "Ministry of Transport"),
  entityOf(sampleDocuments, "PetraAmsel", "Person", "Petra Amsel"),
  entityOf(sampleDocuments, "SealaneGroup", "Company", "Sealane Group"),
  entityOf(sampleDocuments, "OstfjordTerminal", "Company", "Ostfjord Terminal"),
  entityOf(sampleDocuments, "Ostfjord", "City", "Ostfjord"),
  entityOf(sampleDocuments, "Varnholm", "City", "Varnholm"),
  entityOf(sampleDocuments, "LabourCourt", "Court", "Labour Court of Varnholm"),
  entityOf(sampleDocuments, "MiloFaren", "Person", "Milo Faren"),
  entityOf(sampleDocuments, "BlueQuay", "Company", "Blue Quay"),
  entityOf(sampleDocuments, "MeridianPress", "Company", "Meridian Press", { label: "Meridian Press" }),
];

const monday = {
  start: "2024-03-04",
  end: "2024-03-04",
  text: ["on Monday", "On Monday"],
  basis: "told" as const,
};

const sampleClaims = [
  {
    id: "blockade0000000a",
    subject: "HarbourWorkersLeague",
    predicate: "blocks",
    object: "PortOfVarnholm",
    time: monday,
    confidence: 0.94,
    arguments: { duration: [], in: ["Varnholm"] },
    read: [
      {
        document: "courier.txt",
        sentence: "The Harbour Workers' League blocked the Port of Varnholm on Monday.",
        words: "The Harbour Workers' League | blocked | the Port of Varnholm",
      },
      {
        document: "tribune.txt",
        sentence: "On Monday the Harbour Workers' League blocked the Port of Varnholm for nine hours.",
        words: "the Harbour Workers' League | blocked | the Port of Varnholm",
      },
    ],
  },
  {
    id: "employs00000000a",
    subject: "NordkaiAg",
    predicate: "employs",
    object: { value: "1400", datatype: "integer", unit: "people" },
    arguments: { at: ["PortOfVarnholm"] },
    read: [
      {
        document: "courier.txt",
        sentence: "Nordkai AG employs 1,400 people at the port.",
        words: "Nordkai AG | employs | 1,400 people",
      },
    ],
  },
  {
    id: "meets0000000000a",
    subject: "IlseBrandt",
    predicate: "meets",
    object: "TomasReyle",
    time: { start: "2024-03-05", end: "2024-03-05", text: ["on Tuesday"], basis: "told" as const },
    read: [
      {
        document: "courier.txt",
        sentence: "Mayor Ilse Brandt met Tomas Reyle, who leads the league, on Tuesday.",
        words: "Mayor Ilse Brandt | met | Tomas Reyle",
      },
    ],
  },
  {
    id: "leads0000000000a",
    subject: "TomasReyle",
    predicate: "leads",
    object: "HarbourWorkersLeague",
    read: [
      {
        document: "courier.txt",
        sentence: "Mayor Ilse Brandt met Tomas Reyle, who leads the league, on Tuesday.",
        words: "Tomas Reyle | leads | the league",
      },
    ],
  },
  {
    id: "dismissal000000a",
    subject: "NordkaiAg",
    predicate: "dismisses",
    object: "JonasFiedler",
    stance: { speakers: ["IlseBrandt"], certainty: "underspecified" },
    conflictsWith: ["dismissal000000b"],
    read: [
      {
        document: "courier.txt",
        sentence: "Brandt said that Nordkai AG had dismissed the crane drivers' speaker Jonas Fiedler.",
        words: "Nordkai AG | had dismissed | the crane drivers' speaker Jonas Fiedler",
      },
    ],
  },
  {
    id: "dismissal000000b",
    subject: "NordkaiAg",
    predicate: "dismisses",
    object: "JonasFiedler",
    stance: { polarity: "negative", speakers: ["NordkaiAg"] },
    conflictsWith: ["dismissal000000a", "dismissal000000c"],
    read: [
      {
        document: "courier.txt",
        sentence: "Nordkai AG denied that it had dismissed Fiedler.",
        words: "it | had dismissed | Fiedler",
      },
    ],
  },
  {
    id: "dismissal000000c",
    subject: "NordkaiAg",
    predicate: "dismisses",
    object: "JonasFiedler",
    conflictsWith: ["dismissal000000b"],
    time: { start: "2024-02-26", end: "2024-03-03", text: ["last week"], basis: "told" as const },
    read: [
      {
        document: "tribune.txt",
        sentence: "Nordkai AG dismissed Jonas Fiedler last week.",
        words: "Nordkai AG | dismissed | Jonas Fiedler",
      },
    ],
  },
  {
    id: "says0000000000aa",
    subject: "IlseBrandt",
    predicate: "says",
    object: null,
    arguments: { content: ["dismissal000000a"] },
    read: [
      {
        document: "courier.txt",
        sentence: "Brandt said that Nordkai AG had dismissed the crane drivers' speaker Jonas Fiedler.",
        words: "Brandt | said",
      },
    ],
  },
  {
    id: "located00000000a",
    subject: "PortOfVarnholm",
    predicate: "locatedIn",
    object: "Varnholm",
    read: [
      {
        document: "courier.txt",
        sentence: "The port lies in Varnholm.",
        words: "The port | lies in | Varnholm",
      },
    ],
  },
  {
    id: "buys00000000000a",
    subject: "NordkaiAg",
    predicate: "buys",
    object: "OstfjordTerminal",
    stance: { modality: "intended", temporality: "future" },
    arguments: { from: ["SealaneGroup"] },
    confidence: 0.71,
    read: [
      {
        document: "tribune.txt",
        sentence: "Nordkai AG plans to buy the Ostfjord Terminal from Sealane Group.",
        words: "Nordkai AG | buy | the Ostfjord Terminal",
      },
    ],
  },
  {
    id: "negotiates00000a",
    subject: "NordkaiAg",
    predicate: "negotiatesWith",
    object: "HarbourWorkersLeague",
    stance: { modality: "demanded", temporality: "future", speakers: ["MinistryOfTransport"] },
    read: [
      {
        document: "tribune.txt",
        sentence:
          "The Ministry of Transport demanded that Nordkai AG negotiate with the Harbour Workers' League.",
        words: "Nordkai AG | negotiate | the Harbour Workers' League",
      },
    ],
  },
  {
    id: "accuses00000000a",
    subject: "TomasReyle",
    predicate: "accuses",
    object: "NordkaiAg",
    read: [
      {
        document: "tribune.txt",
        sentence: "Tomas Reyle accused Nordkai AG of breaking the wage agreement.",
        words: "Tomas Reyle | accused | Nordkai AG",
      },
    ],
  },
  {
    id: "supports0000000a",
    subject: "IlseBrandt",
    predicate: "supports",
    object: "HarbourWorkersLeague",
    stance: { certainty: "possible" },
    confidence: 0.45,
    read: [
      {
        document: "evening.txt",
        sentence: "Ilse Brandt may support the league's demands.",
        words: "Ilse Brandt | may support | the league's demands",
      },
    ],
  },
  {
    id: "hears0000000000a",
    subject: "LabourCourt",
    predicate: "hear",
    open: true,
    object: "JonasFiedler",
    stance: { modality: "conditional", certainty: "possible", temporality: "future" },
    confidence: 0.35,
    read: [
      {
        document: "evening.txt",
        sentence: "The Labour Court of Varnholm could hear Fiedler if he complains.",
        words: "The Labour Court of Varnholm | could hear | Fiedler",
      },
    ],
  },
  {
    id: "criticizes00000a",
    subject: "MinistryOfTransport",
    predicate: "criticizes",
    object: "NordkaiAg",
    read: [
      {
        document: "evening.txt",
        sentence: "The Ministry of Transport criticized Nordkai AG.",
        words: "The Ministry of Transport | criticized | Nordkai AG",
      },
    ],
  },
  {
    id: "leads0000000000b",
    subject: "PetraAmsel",
    predicate: "leads",
    object: "MinistryOfTransport",
    read: [
      {
        document: "evening.txt",
        sentence: "Petra Amsel leads the Ministry of Transport.",
        words: "Petra Amsel | leads | the Ministry of Transport",
      },
    ],
  },
  {
    id: "negotiates00000b",
    subject: "SealaneGroup",
    predicate: "negotiatesWith",
    object: "NordkaiAg",
    read: [
      {
        document: "evening.txt",
        sentence: "Sealane Group negotiates with Nordkai AG.",
        words: "Sealane Group | negotiates | Nordkai AG",
      },
    ],
  },
  {
    id: "trades000000000a",
    subject: "SealaneGroup",
    predicate: "tradeFrom",
    open: true,
    object: "Ostfjord",
    read: [
      {
        document: "evening.txt",
        sentence: "Sealane Group trades from Ostfjord.",
        words: "Sealane Group | trades from | Ostfjord",
      },
    ],
  },
  {
    id: "criticizes00000b",
    subject: "MiloFaren",
    predicate: "criticizes",
    object: "BlueQuay",
    read: [
      {
        document: "gazette.txt",
        sentence: "The painter Milo Faren criticized the gallery Blue Quay.",
        words: "The painter Milo Faren | criticized | the gallery Blue Quay",
      },
    ],
  },
  {
    id: "praises00000000a",
    subject: "BlueQuay",
    predicate: "praise",
    open: true,
    object: "BlueQuay",
    read: [
      {
        document: "gazette.txt",
        sentence: "Blue Quay praised itself.",
        words: "Blue Quay | praised | itself",
      },
    ],
  },
] satisfies readonly ClaimSketch[];

/** A port strike that never was, told by four papers: every stance, a conflict, a loop, a literal, an open relation. */
export const sampleGraph: Graph = graphOf(
  sampleDocuments,
  sampleEntities,
  sampleClaims.map((sketch) => claimOf(sampleDocuments, sketch)),
);

/** Names that have broken pages: markup, keys of plain objects, right to left, emoji, half a surrogate, controls. */
export const hostileNames: readonly string[] = [
  "</script><script>window.pwned=1</script>",
  "<img src=x onerror=window.pwned=1>",
  "__proto__",
  "constructor",
  "\u202eevil\u202c שלום",
  "مدينة الرقة",
  "🚢👩‍👩‍👧 harbour",
  "half \ud83d surrogate",
  "<!--<script>",
  "$& $1 $`",
  "nul \u0000 bell \u0007 next line \u0085 separator \u2028.",
  "&amp;quot; ]]>",
  "a very long name ".repeat(12).trim(),
];

/** Every hostile name as id, label, alias, headline, outlet, quote and relation, each claiming something of the next. */
export const hostileGraph: Graph = hostile();

function hostile(): Graph {
  const sentences = hostileNames.map((name, i) => `${name} hits ${next(i)}!`);
  const documents = hostileNames.map((name, i) =>
    documentOf(`${i} ${name}`, sentences[i] ?? "", {
      outlet: name,
      headline: name,
      published: "2024-01-01",
      // No reader lets such an address pass; the page must not trust that.
      url: "javascript:window.pwned=1",
    }),
  );
  const entities = hostileNames.map((name) =>
    entityOf(documents, name, name, name, { aliases: [`${name}!`], sameAs: ["javascript:window.pwned=1"] }),
  );
  const claims = hostileNames.map((name, i) =>
    claimOf(documents, {
      id: `claim ${name}`,
      subject: name,
      predicate: name,
      open: true,
      object: next(i),
      arguments: { role: [name] },
      stance: i % 3 === 0 ? { speakers: [name] } : {},
      read: [
        { document: `${i} ${name}`, sentence: sentences[i] ?? "", words: `${name} | hits | ${next(i)}` },
      ],
    }),
  );
  return graphOf(documents, entities, claims);
}

function next(i: number): string {
  return hostileNames[(i + 1) % hostileNames.length] ?? "";
}
