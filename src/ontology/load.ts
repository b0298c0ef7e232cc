import type {
  Attitude,
  ContentStance,
  Converse,
  EntityClass,
  KnownName,
  Ontology,
  Relation,
  Wording,
} from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import type { PageIcon } from "../model/page-payload.ts";
import { type Entry, IRI, type OntologyFile, readEntries, shorten } from "./entries.ts";
import { parseConverse, parseFrame, parseOutcome } from "./frames.ts";
import { OntologyError, type Problem } from "./ontology-error.ts";
import { parseWording } from "./wording.ts";

/**
 * Reads the files of `ontology/` into a checked ontology.
 *
 * Throws an `OntologyError` that lists every broken entry with its file, what is wrong and the remedy.
 */
export function loadOntology(files: readonly OntologyFile[]): Ontology {
  const loader = new Loader(readEntries(files));
  loader.checkProperties();
  const ontology: Ontology = {
    version: loader.version(),
    classes: loader.classes(),
    relations: loader.relations(),
    attitudes: loader.attitudes(),
    names: loader.names(),
  };
  if (ontology.classes.size === 0 && loader.problems.length === 0) {
    throw new OntologyError([
      { file: files[0]?.name ?? "ontology", entry: "all", message: "holds no owl:Class" },
    ]);
  }
  if (loader.problems.length > 0) throw new OntologyError(loader.problems);
  return ontology;
}

/** The properties that an entry may have; another of these vocabularies is a slip of the pen. */
const PROPERTIES: ReadonlySet<string> = new Set([
  ...terms(
    IRI.kg,
    "headWord memberWord legalForm organWord title drawnAs kind ploverType wording frame outcome converse contentSpeaker contentPolarity contentCertainty " +
      "contentTemporality contentModality contentDoer demonym metonym capitalOf locatedIn partOf memberOf",
  ),
  ...terms(IRI.rdf, "type"),
  ...terms(IRI.rdfs, "label comment seeAlso isDefinedBy subClassOf subPropertyOf domain range"),
  ...terms(
    IRI.skos,
    "definition altLabel prefLabel scopeNote example note notation inScheme topConceptOf hasTopConcept broader narrower related member " +
      "closeMatch exactMatch broadMatch narrowMatch relatedMatch",
  ),
  ...terms(IRI.owl, "sameAs versionIRI versionInfo inverseOf deprecated"),
]);
const CHECKED = [IRI.kg, IRI.rdf, IRI.rdfs, IRI.skos, IRI.owl];
/** What an entry of kg: may be. */
const TYPES = [`${IRI.owl}Class`, `${IRI.owl}ObjectProperty`, `${IRI.kg}Attitude`];
/** What an entry of kg: may be that no text tells of: a word for what is written about claims and documents, or in these files. */
const WRITTEN = [`${IRI.rdfs}Class`, `${IRI.rdf}Property`, `${IRI.owl}AnnotationProperty`];

function terms(namespace: string, names: string): readonly string[] {
  return names.split(" ").map((name) => namespace + name);
}

/** The local names that the stance properties may take, by axis. */
const AXES = {
  polarity: { Positive: "positive", Negative: "negative" },
  certainty: {
    Certain: "certain",
    Probable: "probable",
    Possible: "possible",
    Underspecified: "underspecified",
  },
  temporality: { NonFuture: "nonfuture", Future: "future" },
  modality: { Actual: "actual", Intended: "intended", Demanded: "demanded", Conditional: "conditional" },
} as const;

/** What a class may be drawn as. */
const ICONS: readonly PageIcon[] = ["person", "state", "body", "place", "event", "agreement", "thing"];

/** Walks the entries and collects what is wrong with them, so that an author sees all of it at once. */
class Loader {
  readonly problems: Problem[] = [];
  private readonly entries: ReadonlyMap<string, Entry>;

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.entries = entries;
  }

  checkProperties(): void {
    for (const entry of this.entries.values()) {
      for (const property of entry.values.keys()) {
        const checked = CHECKED.some((namespace) => property.startsWith(namespace));
        if (checked && !PROPERTIES.has(property)) {
          this.report(
            entry,
            `has ${shorten(property)}, which is no property of an entry; see README.md of the ontology`,
          );
        }
      }
      if (entry.iri.startsWith(IRI.kg) && !this.isRead(entry)) {
        this.report(entry, `has no type that is read; write one of ${TYPES.map(shorten).join(", ")}`);
      }
    }
  }

  /** Also what is one of a class that is only written: `kg:Positive a kg:Polarity`. */
  private isRead({ types }: Entry): boolean {
    const written = (type: string) => this.entries.get(type)?.types.has(`${IRI.rdfs}Class`) ?? false;
    return [...TYPES, ...WRITTEN].some((type) => types.has(type)) || [...types].some(written);
  }

  version(): string {
    const header = [...this.entries.values()].find((entry) => entry.types.has(`${IRI.owl}Ontology`));
    return header?.values.get(`${IRI.owl}versionInfo`)?.[0] ?? "0";
  }

  classes(): ReadonlyMap<string, EntityClass> {
    return this.tableOf(`${IRI.owl}Class`, IRI.kg, (entry, name) => {
      const ancestors = this.ancestors(entry, `${IRI.rdfs}subClassOf`, `${IRI.owl}Class`);
      return {
        name,
        label: this.one(entry, `${IRI.rdfs}label`),
        definition: this.one(entry, `${IRI.skos}definition`),
        ancestors,
        icon: this.icon(entry, ancestors),
        headWords: all(entry, "headWord"),
        memberWords: all(entry, "memberWord"),
        legalForms: all(entry, "legalForm"),
        organWords: all(entry, "organWord"),
        titles: all(entry, "title"),
      };
    });
  }

  private icon(entry: Entry, ancestors: readonly string[]): PageIcon {
    const own = all(entry, "drawnAs");
    if (own.length > 1) this.report(entry, `has ${own.length} of kg:drawnAs; keep one`);
    for (const word of own) {
      if (!ICONS.some((icon) => icon === word))
        this.report(entry, `has kg:drawnAs "${word}"; write one of ${ICONS.join(", ")}`);
    }
    const above = ancestors.flatMap((name) => this.entries.get(IRI.kg + name) ?? []);
    const [word] = [entry, ...above].flatMap((each) => all(each, "drawnAs"));
    return ICONS.find((icon) => icon === word) ?? "thing";
  }

  relations(): ReadonlyMap<string, Relation> {
    return this.tableOf(`${IRI.owl}ObjectProperty`, IRI.kg, (entry, name) => ({
      name,
      label: this.one(entry, `${IRI.rdfs}label`),
      definition: this.one(entry, `${IRI.skos}definition`),
      ancestors: this.ancestors(entry, `${IRI.rdfs}subPropertyOf`, `${IRI.owl}ObjectProperty`),
      domain: this.classNamed(entry, `${IRI.rdfs}domain`),
      range: this.classNamed(entry, `${IRI.rdfs}range`),
      kind: this.kind(entry),
      symmetric: entry.types.has(`${IRI.owl}SymmetricProperty`),
      functional: entry.types.has(`${IRI.owl}FunctionalProperty`),
      frame: this.parsed(entry, "frame", parseFrame),
      outcome: this.parsed(entry, "outcome", parseOutcome),
      converse: this.converse(entry),
      plover: this.plover(entry),
      wordings: this.wordings(entry),
      content: this.content(entry),
    }));
  }

  attitudes(): readonly Attitude[] {
    const table = this.tableOf(`${IRI.kg}Attitude`, IRI.kg, (entry, name) => ({
      name,
      label: this.one(entry, `${IRI.rdfs}label`),
      wordings: this.wordings(entry),
      content: this.content(entry) ?? { speaker: false },
    }));
    return [...table.values()];
  }

  names(): ReadonlyMap<string, KnownName> {
    const capitals = this.capitals();
    const isName = (entry: Entry) => entry.iri.startsWith(IRI.ent);
    return this.table(isName, IRI.ent, (entry, id) => {
      this.nameIn(entry, "memberOf");
      return {
        id,
        label: this.one(entry, `${IRI.rdfs}label`),
        type: this.classNamed(entry, `${IRI.rdf}type`),
        aliases: entry.values.get(`${IRI.skos}altLabel`) ?? [],
        demonyms: all(entry, "demonym"),
        metonyms: [...all(entry, "metonym"), ...(capitals.get(id) ?? [])].sort(byCodeUnit),
        partOf: this.nameIn(entry, "partOf"),
        locatedIn: this.nameIn(entry, "locatedIn") ?? this.nameIn(entry, "capitalOf"),
        sameAs: entry.values.get(`${IRI.owl}sameAs`) ?? [],
      };
    });
  }

  /** The labels of capitals by the local name of their state: they stand for it when they act. */
  private capitals(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const entry of this.entries.values()) {
      for (const state of entry.values.get(`${IRI.kg}capitalOf`) ?? []) {
        const id = state.slice(IRI.ent.length);
        found.set(id, [...(found.get(id) ?? []), ...(entry.values.get(`${IRI.rdfs}label`) ?? [])]);
      }
    }
    return found;
  }

  private tableOf<T>(type: string, namespace: string, make: (entry: Entry, name: string) => T) {
    return this.table((entry) => entry.types.has(type), namespace, make);
  }

  private table<T>(
    belongs: (entry: Entry) => boolean,
    namespace: string,
    make: (entry: Entry, name: string) => T,
  ): ReadonlyMap<string, T> {
    const table = new Map<string, T>();
    for (const entry of this.entries.values()) {
      if (!belongs(entry)) continue;
      const name = entry.iri.startsWith(namespace) ? entry.iri.slice(namespace.length) : "";
      if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) table.set(name, make(entry, name));
      else
        this.report(
          entry,
          `has a name that does not fit; use ASCII letters and digits behind ${shorten(namespace)}`,
        );
    }
    return table;
  }

  private one(entry: Entry, property: string): string {
    const values = entry.values.get(property) ?? [];
    if (values.length !== 1) {
      const found = values.length === 0 ? "none" : `${values.length} of them`;
      this.report(entry, `needs exactly one ${shorten(property)}, has ${found}`);
    }
    return values[0] ?? "";
  }

  /** Walks upwards breadth first; a circle is reported, not followed. */
  private ancestors(entry: Entry, property: string, type: string): readonly string[] {
    const found: string[] = [];
    let level = this.parents(entry, property, type);
    while (level.length > 0) {
      if (level.some((parent) => parent.iri === entry.iri)) {
        this.report(entry, `stands above itself; break the circle of ${shorten(property)}`);
        return found;
      }
      const next: Entry[] = [];
      for (const parent of level) {
        const name = parent.iri.slice(IRI.kg.length);
        if (found.includes(name)) continue;
        found.push(name);
        next.push(...this.parents(parent, property, type, false));
      }
      level = next;
    }
    return found;
  }

  private parents(entry: Entry, property: string, type: string, report = true): Entry[] {
    return (entry.values.get(property) ?? []).flatMap((iri) => {
      const parent = this.entries.get(iri);
      if (parent?.types.has(type)) return [parent];
      if (report)
        this.report(
          entry,
          `is put under ${shorten(iri)}, which no file declares a ${shorten(type)}; declare it`,
        );
      return [];
    });
  }

  private classNamed(entry: Entry, property: string): string {
    const iri = this.one(entry, property);
    if (iri !== "" && !this.entries.get(iri)?.types.has(`${IRI.owl}Class`)) {
      this.report(
        entry,
        `has ${shorten(property)} ${shorten(iri)}, which is no class of classes.ttl; use one or declare it`,
      );
    }
    return iri.slice(IRI.kg.length);
  }

  private nameIn(entry: Entry, property: string): string | undefined {
    const iris = entry.values.get(IRI.kg + property) ?? [];
    if (iris.length > 1 && property !== "memberOf")
      this.report(entry, `has ${iris.length} of kg:${property}; keep one`);
    for (const iri of iris) {
      const known = iri.startsWith(IRI.ent) && this.entries.has(iri);
      if (!known)
        this.report(entry, `has kg:${property} ${shorten(iri)}, which no file describes as a name; add it`);
    }
    return iris[0]?.slice(IRI.ent.length);
  }

  private kind(entry: Entry): "event" | "state" {
    const kind = this.one(entry, `${IRI.kg}kind`);
    if (kind === "event" || kind === "state") return kind;
    if (kind !== "") this.report(entry, `has kg:kind "${kind}"; write "event" or "state"`);
    return "event";
  }

  private plover(entry: Entry): string | undefined {
    const iri = entry.values.get(`${IRI.kg}ploverType`)?.[0];
    if (iri === undefined) return undefined;
    if (!iri.startsWith(IRI.plover) || !this.entries.has(iri))
      this.report(entry, `has kg:ploverType ${shorten(iri)}, which is no category of plover.ttl`);
    return iri.slice(IRI.plover.length);
  }

  private converse(entry: Entry): Converse | undefined {
    const converse = this.parsed(entry, "converse", parseConverse);
    if (converse && !this.entries.get(IRI.kg + converse.relation)?.types.has(`${IRI.owl}ObjectProperty`))
      this.report(entry, `has the converse "${converse.relation}", which is no relation; declare it`);
    return converse;
  }

  /** The one value of a property in a notation of its own. */
  private parsed<T>(entry: Entry, property: string, parse: (text: string) => T): T | undefined {
    const [text, ...others] = all(entry, property);
    if (others.length > 0) this.report(entry, `has ${others.length + 1} of kg:${property}; keep one`);
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch (error) {
      this.report(entry, `kg:${property} "${text}" ${(error as Error).message}`);
      return undefined;
    }
  }

  private wordings(entry: Entry): readonly Wording[] {
    return all(entry, "wording").flatMap((text) => {
      try {
        return [parseWording(text)];
      } catch (error) {
        this.report(entry, `wording "${text}" ${(error as Error).message}`);
        return [];
      }
    });
  }

  private content(entry: Entry): ContentStance | undefined {
    const axes = {
      polarity: this.axis(entry, "polarity"),
      certainty: this.axis(entry, "certainty"),
      temporality: this.axis(entry, "temporality"),
      modality: this.axis(entry, "modality"),
    };
    const speaker = entry.values.get(`${IRI.kg}contentSpeaker`) ?? [];
    const needed =
      entry.types.has(`${IRI.kg}Attitude`) || Object.values(axes).some((value) => value !== undefined);
    if (speaker.length === 0 && !needed) return undefined;
    if (speaker.length !== 1 || !/^(?:true|false)$/.test(speaker[0] ?? "")) {
      this.report(
        entry,
        "needs one kg:contentSpeaker; write true where its subject says the content, else false",
      );
    }
    const doer = this.flag(entry, "contentDoer");
    return { speaker: speaker[0] === "true", doer, ...axes };
  }

  private flag(entry: Entry, property: string): boolean | undefined {
    const values = entry.values.get(IRI.kg + property) ?? [];
    if (values.length === 0) return undefined;
    if (values.length > 1 || !/^(?:true|false)$/.test(values[0] ?? ""))
      this.report(entry, `has kg:${property} "${values.join('", "')}"; write true or false`);
    return values[0] === "true";
  }

  private axis<A extends keyof typeof AXES>(entry: Entry, axis: A) {
    const property = `${IRI.kg}content${axis[0]?.toUpperCase()}${axis.slice(1)}`;
    const iri = entry.values.get(property)?.[0];
    if (iri === undefined) return undefined;
    const values: Readonly<Record<string, unknown>> = AXES[axis];
    const name = iri.slice(IRI.kg.length);
    if (!Object.hasOwn(values, name)) {
      const choices = Object.keys(values).map((value) => `kg:${value}`);
      this.report(entry, `has ${shorten(property)} ${shorten(iri)}; write one of ${choices.join(", ")}`);
      return undefined;
    }
    return values[name] as (typeof AXES)[A][keyof (typeof AXES)[A]];
  }

  private report(entry: Entry, message: string): void {
    this.problems.push({ file: entry.file, entry: shorten(entry.iri), message });
  }
}

function all(entry: Entry, property: string): readonly string[] {
  return entry.values.get(IRI.kg + property) ?? [];
}
