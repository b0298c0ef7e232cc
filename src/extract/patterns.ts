import type { ContentStance, Ontology, Relation, Wording } from "../model/ontology.ts";

/** One thing that a wording asks of a clause. Words are alternatives, in their dictionary form. */
export type Piece =
  | { readonly kind: "object"; readonly role: string }
  /** An object of these words, the last being the noun: "control" in "lose control of O". */
  | { readonly kind: "noun"; readonly words: readonly (readonly string[])[] }
  | { readonly kind: "particle"; readonly words: readonly string[] }
  /** A word that may be a particle with an object, or the preposition before it: "take over O", "fly over O". */
  | { readonly kind: "either"; readonly words: readonly string[]; readonly role: string }
  | {
      readonly kind: "oblique";
      readonly markers: readonly string[];
      readonly particle: readonly string[];
      readonly role: string;
    }
  /** "into custody" */
  | {
      readonly kind: "phrase";
      readonly markers: readonly string[];
      readonly words: readonly (readonly string[])[];
    }
  /** The subject of what is said: "Iraq" in "demanded that Iraq leave". */
  | { readonly kind: "raised"; readonly role: string }
  /** "hostage" in "take O hostage" */
  | { readonly kind: "predicate"; readonly words: readonly string[] }
  /** Without markers, what stands as a clause or an object. */
  | { readonly kind: "content"; readonly markers: readonly string[] };

/** A wording with the relation that it says, or the attitude that it shows, and what it asks of a clause. */
export interface Pattern {
  readonly wording: Wording;
  /** Absent for attitudes. */
  readonly relation?: Relation | undefined;
  /** What it does to what fills its CONTENT slot. */
  readonly content?: ContentStance | undefined;
  readonly pieces: readonly Piece[];
  /** Of nouns and copulas, the words before the one it hangs on: "prime" of "prime minister", "on" of "on visit". */
  readonly before: readonly string[];
  /** The words behind the one it hangs on: "of staff" of "chief of staff". */
  readonly after: readonly string[];
}

/** The wordings of an ontology by the words that they begin with. All keys are in lower case. */
export interface PatternIndex {
  readonly ontology: Ontology;
  readonly verbs: ReadonlyMap<string, readonly Pattern[]>;
  /** "S and O meet" */
  readonly together: ReadonlyMap<string, readonly Pattern[]>;
  readonly nouns: ReadonlyMap<string, readonly Pattern[]>;
  /** By the word that the anchor hangs on, and by its last. */
  readonly copulas: ReadonlyMap<string, readonly Pattern[]>;
  readonly compounds: ReadonlyMap<string, readonly Pattern[]>;
  readonly possessives: readonly Pattern[];
}

/** A wording by the word of it that was met: `wording "S seize O"` of "S capture/seize O". */
export function said({ wording }: Pattern, met?: string): string {
  const anchor = met ?? wording.anchors[0]?.split(" ").at(-1) ?? "";
  const words = wording.text.split(" ").map((word) => (word.split("/").includes(anchor) ? anchor : word));
  return `wording "${words.join(" ")}"`;
}

const NONE: readonly Pattern[] = [];

/** The patterns of a noun, whether it is written in the singular or, like "talks", in the plural. */
export function nounPatterns({ nouns }: PatternIndex, lemma: string): readonly Pattern[] {
  return nouns.get(lemma) ?? nouns.get(`${lemma}s`) ?? nouns.get(lemma.replace(/s$/, "")) ?? NONE;
}

/** Arranges the wordings of an ontology for looking up; made once for a run. */
export function indexPatterns(ontology: Ontology): PatternIndex {
  const patterns = [
    ...[...ontology.relations.values()].flatMap((relation) =>
      relation.wordings.flatMap((wording) => patternsOf(wording, relation, relation.content)),
    ),
    ...ontology.attitudes.flatMap(({ wordings, content }) =>
      wordings.flatMap((wording) => patternsOf(wording, undefined, content)),
    ),
  ];
  const of = (...shapes: readonly Wording["shape"][]) =>
    patterns.filter(({ wording }) => shapes.includes(wording.shape));
  return {
    ontology,
    verbs: group(of("verb"), ({ wording }) => wording.anchors),
    together: group(of("together"), ({ wording }) => wording.anchors),
    nouns: group(of("noun"), lastWords),
    copulas: group(of("copula"), lastWords),
    compounds: group(of("compound"), ({ wording }) => wording.anchors),
    possessives: of("possessive"),
  };
}

function lastWords({ wording }: Pattern): readonly string[] {
  return wording.anchors.flatMap((anchor) => {
    const words = anchor.split(" ");
    const of = words.indexOf("of");
    const last = words.at(-1) as string;
    return of > 0 ? [words[of - 1] as string, last] : [last];
  });
}

/** A noun or copula has a pattern of its own for each of its anchors. */
function patternsOf(
  wording: Wording,
  relation: Relation | undefined,
  content: ContentStance | undefined,
): readonly Pattern[] {
  const hasContent = wording.rest.some((part) => part.kind === "slot" && part.role === "CONTENT");
  const common = { relation, content: hasContent ? content : undefined, pieces: piecesOf(wording) };
  if (wording.shape !== "noun" && wording.shape !== "copula")
    return [{ wording, ...common, before: [], after: [] }];
  return wording.anchors.map((anchor) => {
    const words = anchor.split(" ");
    const of = words.indexOf("of");
    const head = of > 0 ? of - 1 : words.length - 1;
    return {
      wording: { ...wording, anchors: [anchor] },
      ...common,
      before: words.slice(0, head),
      after: words.slice(head + 1),
    };
  });
}

const PREPOSITIONS = new Set(
  (
    "about above across after against ahead along alongside among around as at away before behind between beyond by despite down " +
    "during for from in inside into near of off on onto out outside over past since through throughout to toward towards under until up upon via with within without"
  ).split(" "),
);
/** Particles that are no preposition before a noun. */
export const PURE_PARTICLES: ReadonlySet<string> = new Set(
  "up out off down back away aside apart together ahead".split(" "),
);
const PARTICLES = new Set(
  "ahead up out off down back over away in on through aside together around along by behind apart".split(" "),
);

type Words = readonly (readonly string[])[];

function piecesOf({ rest, shape }: Wording): readonly Piece[] {
  const pieces: Piece[] = [];
  let run: (readonly string[])[] = [];
  let filled = false;
  // A noun has no particles: "rule over" is always of somebody.
  const phrasal = shape === "verb" || shape === "together";
  for (const part of rest) {
    if (part.kind === "word") {
      run.push(part.lemmas);
      continue;
    }
    pieces.push(...slotPieces(run, part.role, filled, phrasal));
    if (part.role !== "CONTENT") filled = true;
    run = [];
  }
  if (run.length > 0) pieces.push(...wordPieces(run, filled));
  return pieces;
}

/** The words before a slot: the last of them may be the preposition that opens it. */
function slotPieces(run: Words, role: string, filled: boolean, phrasal: boolean): readonly Piece[] {
  const opener = run.at(-1);
  if (!opener) return [role === "CONTENT" ? { kind: "content", markers: [] } : { kind: "object", role }];
  if (role === "CONTENT") {
    const opens = opener.every(
      (word) => /^(?:that|if|whether)$/.test(word) || (PREPOSITIONS.has(word) && !PURE_PARTICLES.has(word)),
    );
    if (!opens) return [...wordPieces(run, filled), { kind: "content", markers: [] }];
    return [...wordPieces(run.slice(0, -1), filled), { kind: "content", markers: opener }];
  }
  if (opener.includes("that")) return [...wordPieces(run.slice(0, -1), filled), { kind: "raised", role }];
  if (!opener.every((word) => PREPOSITIONS.has(word)))
    return [...wordPieces(run, filled), { kind: "object", role }];
  const before = run.slice(0, -1);
  const particle = before.at(-1);
  if (particle?.every((word) => PARTICLES.has(word)) && !isPhraseOpener(before)) {
    const rest = wordPieces(before.slice(0, -1), filled);
    return [...rest, { kind: "oblique", markers: opener, particle, role }];
  }
  if (phrasal && before.length === 0 && !filled && opener.every((word) => PARTICLES.has(word))) {
    return [{ kind: "either", words: opener, role }];
  }
  return [...wordPieces(before, filled), { kind: "oblique", markers: opener, particle: [], role }];
}

/** "in on" never; but the particle of "be up against" stands alone. */
function isPhraseOpener(before: Words): boolean {
  return before.length > 1 && (before[0] as readonly string[]).every((word) => PREPOSITIONS.has(word));
}

function wordPieces(run: Words, filled: boolean): readonly Piece[] {
  const [first, ...rest] = run;
  if (!first) return [];
  if (rest.length > 0 && first.every((word) => PREPOSITIONS.has(word) && !PURE_PARTICLES.has(word))) {
    return [{ kind: "phrase", markers: first, words: rest }];
  }
  if (first.every((word) => PARTICLES.has(word))) {
    return [{ kind: "particle", words: first }, ...wordPieces(rest, filled)];
  }
  return filled
    ? [{ kind: "predicate", words: run.at(-1) as readonly string[] }]
    : [{ kind: "noun", words: run }];
}

function group<T>(
  list: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    for (const key of keysOf(item)) {
      const members = groups.get(key);
      if (members) members.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
