import type { Token } from "../../model/annotated-document.ts";
import type { Clause, Complement, Oblique } from "../../model/clause.ts";
import { markerOf, tieOf } from "./bonds.ts";
import { antecedentOf, childrenIn, type Dependencies, joinedTo, lower } from "./dependencies.ts";
import { complementsOf, isPhraseHead, obliquesOf, phraseOf } from "./phrases.ts";
import { isVerb, type VerbForm, verbFormOf } from "./verb-forms.ts";

const SUBJECTS = new Set(["nsubj"]);
const OBJECTS = new Set(["obj"]);
const PREDICATES = new Set(["xcomp"]);
const RECIPIENTS = new Set(["iobj"]);
const CONTENTS = new Set(["ccomp"]);
const COPULAS = new Set(["cop"]);
const PARTICLES = new Set(["compound", "advmod", "obl", "case"]);
const STRANDED = new Set(["advmod", "obl", "case"]);
/** Relations in which a verb is a part of another word's phrase. */
const INSIDE = new Set("amod compound aux cop fixed flat case mark det goeswith punct cc".split(" "));
/** "accused Iran of helping", "kept Iran from helping": what such a preposition opens is done by the object. */
const OBJECT_CONTROL = new Set("of for from against with into".split(" "));

/** Reads the clauses of one sentence; what one clause lends another is read once. */
export class ClauseReader {
  private readonly tree: Dependencies;
  private readonly kinds: readonly (Clause["kind"] | undefined)[];
  private readonly forms = new Map<number, VerbForm>();
  private readonly topics = new Map<number, readonly number[]>();

  constructor(tree: Dependencies) {
    this.tree = tree;
    this.kinds = tree.tokens.map((_, token) => kindOf(tree, token));
  }

  all(): readonly Clause[] {
    return this.kinds.flatMap((kind, head) => (kind ? [this.read(head, kind)] : []));
  }

  private read(head: number, kind: Clause["kind"]): Clause {
    const { tree } = this;
    const form = this.formOf(head);
    const topics = this.topicsOf(head);
    const obliques = [
      ...obliquesOf(tree, head, "obl"),
      ...this.gapObliques(head),
      ...this.measuredObliques(head),
    ];
    const agents = form.passive ? this.agentsOf(head, obliques) : [];
    return {
      kind,
      head,
      lemma: (tree.tokens[head] as Token).lemma.toLowerCase(),
      particles: this.particlesOf(head),
      ...form,
      subjects: form.passive ? agents : topics,
      topics,
      objects: kind === "copula" || this.isLinking(head) ? [] : this.objectsOf(head),
      recipients: this.recipientsOf(head),
      predicates: this.predicatesOf(head),
      obliques: form.passive ? obliques.filter(({ marker }) => marker !== "by") : obliques,
      complements: this.complementsOf(head),
      marker: kind === "copula" ? markerOf(tree, head) : "",
      above: tieOf(tree, head),
    };
  }

  /** Who does it: behind "by", also where that hangs on a noun of the clause, and "Iran" in "is Iran-backed". */
  private agentsOf(head: number, obliques: readonly Oblique[]): readonly number[] {
    const { tree } = this;
    const own = obliques.filter(({ marker }) => marker === "by").flatMap(({ heads }) => heads);
    if (own.length > 0) return own;
    const nested = obliques
      .flatMap(({ heads }) => heads)
      .flatMap((noun) => obliquesOf(tree, noun, "nmod"))
      .filter(({ marker }) => marker === "by")
      .flatMap(({ heads }) => heads);
    if (nested.length > 0) return nested;
    const hyphen = /^[-‐‑–]$/.test(tree.tokens[head - 1]?.form ?? "");
    const before = (tree.children[head] ?? []).filter((child) => child === head - 2);
    return hyphen ? before : this.sharedAgents(head);
  }

  /** "was bombed and invaded by Kenya": who did the last did the one right before it. */
  private sharedAgents(head: number): readonly number[] {
    const { children, relations } = this.tree;
    const behind = (children[head] ?? []).filter((child) => child > head);
    const next = behind.find((child) => relations[child] === "conj" && this.kinds[child] === "verb");
    const close =
      next !== undefined && behind.every((child) => child >= next || relations[child] === "punct");
    if (!close || this.ownSubjects(next).length > 0 || !this.formOf(next).passive) return [];
    return this.agentsOf(next, obliquesOf(this.tree, next, "obl"));
  }

  /** "remains the capital": what looks like an object is what the subject is. */
  private isLinking(head: number): boolean {
    return /^(?:remain|become|stay)$/.test(this.tree.tokens[head]?.lemma ?? "");
  }

  private formOf(head: number): VerbForm {
    const known = this.forms.get(head);
    if (known) return known;
    const form = verbFormOf(this.tree, head, this.kinds[head] === "copula");
    const shared = this.sharedForm(head, form);
    this.forms.set(head, shared);
    return shared;
  }

  /** "will attack and capture", "to attack and capture": a bare verb behind "and" has the form of the first. */
  private sharedForm(head: number, form: VerbForm): VerbForm {
    const first = this.firstConjunct(head);
    const bare = form.first === head && /^VBP?$/.test(this.tree.tokens[head]?.xpos ?? "");
    if (first === undefined || !bare || this.ownSubjects(head).length > 0) return form;
    const before = this.formOf(first);
    return { ...form, modal: before.modal, form: before.form, past: before.past };
  }

  private firstConjunct(head: number): number | undefined {
    if (this.tree.relations[head] !== "conj") return undefined;
    const first = this.tree.heads[head] as number;
    return this.kinds[first] ? first : undefined;
  }

  private ownSubjects(head: number): readonly number[] {
    const own = childrenIn(this.tree, head, SUBJECTS);
    return own.length > 1 && this.splitContent(head) !== undefined ? own.slice(1) : own;
  }

  /** "Rwanda, Kenya said, attacked Burundi": of two subjects with a comma between, the first is that of what is said. */
  private splitContent(head: number): number | undefined {
    const { tree } = this;
    const [first, second] = childrenIn(tree, head, SUBJECTS);
    if (first === undefined || second === undefined || second > head) return undefined;
    const comma = tree.tokens.slice(first, second).some(({ form }) => form === ",");
    const content = childrenIn(tree, head, CONTENTS).find(
      (child) => child > head || (child > first && child < second),
    );
    return comma && content !== undefined && childrenIn(tree, content, SUBJECTS).length === 0
      ? content
      : undefined;
  }

  /** Joined nouns one by one, relative pronouns as the nouns that they stand for. */
  private spread(tokens: readonly number[]): readonly number[] {
    return tokens.flatMap((token) =>
      joinedTo(this.tree, token).map((joined) => antecedentOf(this.tree, joined)),
    );
  }

  /** The grammatical subjects, or those that grammar lends. */
  private topicsOf(head: number): readonly number[] {
    const known = this.topics.get(head);
    if (known) return known;
    this.topics.set(head, []);
    const own = this.spread(this.ownSubjects(head));
    const topics = own.length > 0 ? own : this.lentSubjects(head);
    this.topics.set(head, topics);
    return topics;
  }

  private lentSubjects(head: number): readonly number[] {
    const { heads, relations, tokens } = this.tree;
    const above = heads[head] as number;
    if (above < 0) return [];
    switch (relations[head]) {
      case "conj":
        return this.kinds[above] ? this.topicsOf(above) : [];
      case "acl":
        return tokens[head]?.deprel === "acl:relcl" || this.formOf(head).form !== "infinitive"
          ? [above]
          : this.holdersOf(above);
      case "xcomp":
        return this.controllers(above);
      case "ccomp":
        if (this.kinds[above] && this.splitContent(above) === head) {
          return this.spread(childrenIn(this.tree, above, SUBJECTS).slice(0, 1));
        }
        return this.formOf(head).form === "finite" ? [] : this.controllers(above);
      case "advcl":
        return OBJECT_CONTROL.has(markerOf(this.tree, head)) ? this.controllers(above) : this.topicsOf(above);
      default:
        return [];
    }
  }

  /** Who does what an infinitive tells: the object of the verb above, or its subject. */
  private controllers(above: number): readonly number[] {
    if (!this.kinds[above]) return this.holdersOf(above);
    const form = this.formOf(above);
    const objects = form.passive || this.kinds[above] === "copula" ? [] : this.objectsOf(above);
    const recipients = this.spread(childrenIn(this.tree, above, RECIPIENTS));
    return [recipients, objects, this.topicsOf(above)].find((list) => list.length > 0) ?? [];
  }

  /** Who has the plan in "Iran’s plan to attack", or made it: "Iran announced a plan to attack". */
  private holdersOf(noun: number): readonly number[] {
    if (!isPhraseHead(this.tree, noun)) return [];
    const { owners, obliques } = phraseOf(this.tree, noun);
    const by = obliques
      .filter(({ marker }) => marker === "by" || marker === "for")
      .flatMap(({ heads }) => heads);
    if (owners.length > 0 || by.length > 0) return owners.length > 0 ? owners : by;
    const above = this.tree.heads[noun] as number;
    const object = /^(?:obj|obl|xcomp)$/.test(this.tree.relations[noun] as string);
    if (!object || !this.kinds[above]) return [];
    // "gave Israel a pretext to attack"
    const recipients = childrenIn(this.tree, above, RECIPIENTS);
    const objects = childrenIn(this.tree, above, OBJECTS);
    const [first] = objects;
    if (recipients.length > 0) return this.spread(recipients);
    return objects.length > 1 && first !== undefined && first < noun
      ? this.spread([first])
      : this.topicsOf(above);
  }

  private objectsOf(head: number): readonly number[] {
    if (this.formOf(head).passive) return this.topicsOf(head);
    const own = this.spread(this.ownObjects(head));
    if (own.length > 0) return own;
    return this.gap(head) ?? this.passedGap(head) ?? this.sharedObjects(head);
  }

  private ownObjects(head: number): readonly number[] {
    const { tokens } = this.tree;
    const own = childrenIn(this.tree, head, OBJECTS).filter((token) => !isMeasure(this.tree, token));
    if (own.length > 0) {
      // In "which Turkey said the rebels held", the pronoun is the object of the verb below; in "whom they relied on", of "on".
      const holds = childrenIn(this.tree, head, CONTENTS).length > 0 || this.strandedIn(head).length > 0;
      const [first, second] = own;
      if (first !== undefined && second !== undefined && first > head) {
        // "issued an order, effective at noon": behind a comma stands no second object.
        const comma = tokens.slice(first, second).some(({ form }) => form === ",");
        return comma ? [first] : own.slice(1);
      }
      return holds ? own.filter((token) => !/^W/.test(tokens[token]?.xpos ?? "")) : own;
    }
    // The parser may take a name behind a participle for what it becomes.
    return childrenIn(this.tree, head, PREDICATES).filter(
      (token) => tokens[token]?.upos === "PROPN" && !this.kinds[token],
    );
  }

  /** "gave Israel a pretext": of two objects side by side, the first is to whom. */
  private recipientsOf(head: number): readonly number[] {
    const told = childrenIn(this.tree, head, RECIPIENTS);
    if (told.length > 0) return this.spread(told);
    const [first, second] = childrenIn(this.tree, head, OBJECTS).filter(
      (token) => !isMeasure(this.tree, token),
    );
    return first !== undefined && second !== undefined && first > head ? this.spread([first]) : [];
  }

  private passedGap(head: number): readonly number[] | undefined {
    const { tokens, heads, relations } = this.tree;
    const above = heads[head] as number;
    if (relations[head] !== "ccomp" || tokens[above]?.deprel !== "acl:relcl") return undefined;
    const told = childrenIn(this.tree, above, OBJECTS).some((token) => /^W/.test(tokens[token]?.xpos ?? ""));
    return told ? [heads[above] as number] : undefined;
  }

  /** "the areas that it had lost", "the areas it had lost": the noun before is the object. */
  private gap(head: number): readonly number[] | undefined {
    const { tokens, heads, children } = this.tree;
    if (tokens[head]?.deprel !== "acl:relcl" || this.ownSubjects(head).length === 0) return undefined;
    const noun = heads[head] as number;
    // A "that" which only opens the clause fills no place in it.
    const told = (children[head] ?? []).some(
      (child) =>
        (/^W/.test(tokens[child]?.xpos ?? "") && this.tree.relations[child] !== "mark") ||
        /^(?:ccomp|xcomp)$/.test(this.tree.relations[child] ?? ""),
    );
    const stranded = this.strandedIn(head).length > 0;
    return told || stranded || this.topicsOf(head).includes(noun) ? undefined : [noun];
  }

  /** "the town where they met", "the town they were driven from" */
  private gapObliques(head: number): readonly Oblique[] {
    const { tokens, heads, children } = this.tree;
    if (tokens[head]?.deprel !== "acl:relcl") return [];
    const noun = heads[head] as number;
    const where = (children[head] ?? []).some((child) => lower(this.tree, child) === "where");
    return [
      ...(where ? [{ marker: "in", heads: [noun] }] : []),
      ...this.strandedIn(head).map((token) => ({ marker: lower(this.tree, token), heads: [noun] })),
    ];
  }

  /** "lies 100 km from Homs and 300 km from Mosul": what a distance is from belongs to the verb. */
  private measuredObliques(head: number): readonly Oblique[] {
    return childrenIn(this.tree, head, OBJECTS)
      .filter((token) => isMeasure(this.tree, token))
      .flatMap((token) => joinedTo(this.tree, token))
      .flatMap((token) => obliquesOf(this.tree, token, "nmod"))
      .filter(({ marker }) => /^(?:from|off|away from)$/.test(marker));
  }

  /** Prepositions of a verb that bring nothing; "up" in "the town they gave up" is none. */
  private strandedIn(head: number): readonly number[] {
    const { tokens, children } = this.tree;
    return childrenIn(this.tree, head, STRANDED).filter(
      (child) => tokens[child]?.upos === "ADP" && child > head && (children[child]?.length ?? 0) === 0,
    );
  }

  /** "attacked and captured the town": an object that only one of two verbs has belongs to both. */
  private sharedObjects(head: number): readonly number[] {
    const { children, relations } = this.tree;
    const behind = (children[head] ?? []).filter((child) => child > head);
    const next = behind.find((child) => relations[child] === "conj" && this.kinds[child] === "verb");
    const first = this.firstConjunct(head);
    if (first !== undefined) {
      const late = childrenIn(this.tree, first, OBJECTS).filter((token) => token > head);
      return this.spread(late);
    }
    const close =
      next !== undefined && behind.every((child) => child >= next || relations[child] === "punct");
    if (!close || this.ownSubjects(next).length > 0 || this.formOf(next).passive) return [];
    return this.spread(childrenIn(this.tree, next, OBJECTS));
  }

  private particlesOf(head: number): readonly string[] {
    return childrenIn(this.tree, head, PARTICLES)
      .filter((child) => /^(?:ADP|ADV|PART)$/.test(this.tree.tokens[child]?.upos ?? "") && child > head)
      .map((child) => lower(this.tree, child));
  }

  /** Nouns and adjectives that stand beside the object, and a second object behind the first. */
  private predicatesOf(head: number): readonly number[] {
    const { relations, children } = this.tree;
    const taken = this.isLinking(head) || this.formOf(head).passive ? [] : this.ownObjects(head);
    const beside = (children[head] ?? []).filter(
      (child) => relations[child] === "xcomp" && !this.kinds[child] && !taken.includes(child),
    );
    return this.isLinking(head) ? [...beside, ...childrenIn(this.tree, head, OBJECTS)] : beside;
  }

  private complementsOf(head: number): readonly Complement[] {
    return complementsOf(this.tree, head).filter((complement) => this.kinds[complement.head]);
  }
}

const MEASURES =
  /^(?:km|kilomet(?:er|re)|mile|met(?:er|re)|foot|percent|second|minute|hour|day|week|month|year|decade|time)$/;

/** "lies 40 kilometres from", "marched two days": how far or how long is nothing that is done to. */
function isMeasure(tree: Dependencies, token: number): boolean {
  const counted = (tree.children[token] ?? []).some((child) => tree.relations[child] === "nummod");
  return counted && MEASURES.test((tree.tokens[token] as Token).lemma.toLowerCase());
}

function kindOf(tree: Dependencies, token: number): Clause["kind"] | undefined {
  const { upos, deprel } = tree.tokens[token] as Token;
  if (INSIDE.has(tree.relations[token] as string) || deprel === "nmod:desc") return undefined;
  if (childrenIn(tree, token, COPULAS).length > 0) return "copula";
  // "has been worried": what the tagger takes for an adjective, the parser may take for a passive.
  if (
    upos === "ADJ" &&
    (tree.children[token] ?? []).some((child) => tree.tokens[child]?.deprel === "aux:pass")
  ) {
    return "copula";
  }
  return isVerb(tree.tokens[token]) && upos !== "PUNCT" ? "verb" : undefined;
}
