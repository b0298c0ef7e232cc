import type { AnnotatedDocument } from "../model/annotated-document.ts";
import type { ClaimObject, Evidence } from "../model/claim.ts";
import { hashOf } from "../model/hash.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit, distinct } from "../model/order.ts";
import { contains, slice, spanOf } from "../model/span.ts";
import type { Stance } from "../model/stance.ts";
import type { DayRange } from "../model/time.ts";
import type { Triple } from "../model/triple.ts";
import type { ClaimSet, Proposition, Witness } from "./claim-set.ts";

/** What merging needs to know of the mentions of one document. */
export type EntityOf = (mention: number) => string | undefined;

/** The claims that one document makes, and why some of its triples make none. */
export interface DocumentClaims {
  readonly claims: ClaimSet;
  /** What became of each triple, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** The claim that a triple became evidence of, or why it became none. */
export type Outcome = { readonly claim: string } | { readonly rejected: string };

/** Turns the triples of a document, which speak of mentions, into claims, which speak of entities. */
export function claimsOf(
  document: AnnotatedDocument,
  triples: readonly Triple[],
  entityOf: EntityOf,
  ontology: Ontology,
): DocumentClaims {
  const placed = triples.map(
    (triple): Placed => ({ triple, proposition: propose(triple, entityOf, ontology) }),
  );
  const bySentence = groupBySentence(placed);
  const claims = new Map<
    string,
    { readonly proposition: Proposition; readonly witnesses: Map<string, Witness> }
  >();
  for (const { triple, proposition } of placed) {
    if (typeof proposition === "string") continue;
    const near = bySentence.get(triple.sentence.start) ?? [];
    const witness = testify(document, triple, proposition, entityOf, near);
    const state = claims.get(proposition.id) ?? { proposition, witnesses: new Map<string, Witness>() };
    state.witnesses.set(witness.evidence.id, witness);
    claims.set(proposition.id, state);
  }
  return { claims, outcomes: placed.map(outcomeOf) };
}

/** A triple and what it proposes, or why it proposes nothing. */
interface Placed {
  readonly triple: Triple;
  readonly proposition: Proposition | string;
}

function outcomeOf({ proposition }: Placed): Outcome {
  return typeof proposition === "string" ? { rejected: proposition } : { claim: proposition.id };
}

function groupBySentence(placed: readonly Placed[]): ReadonlyMap<number, readonly Placed[]> {
  const groups = new Map<number, Placed[]>();
  for (const each of placed) {
    const group = groups.get(each.triple.sentence.start);
    if (group) group.push(each);
    else groups.set(each.triple.sentence.start, [each]);
  }
  return groups;
}

/** The proposition of a triple, or why it has none. */
function propose(triple: Triple, entityOf: EntityOf, ontology: Ontology): Proposition | string {
  const from = entityOf(triple.subject);
  if (from === undefined) return "subject is nobody known";
  const to = objectOf(triple, entityOf);
  if (to === undefined) return "object is nobody known";
  if (to !== null && "entity" in to && to.entity === from) return "subject and object are one entity";
  const relation = triple.predicate.open ? undefined : ontology.relations.get(triple.predicate.name);
  const [subject, object] = relation?.symmetric ? inOrder(from, to) : [from, to];
  const stance = stanceOf(triple, entityOf);
  const time = triple.time?.value;
  const what = [subject, triple.predicate.open ? "open" : "known", triple.predicate.name, keyOf(object)];
  // A state is one and the same at whatever time it is told of; what happens at another time is something else.
  const event = relation?.kind === "state" ? [...what, ""] : [...what, when(time)];
  return {
    id: hashOf("claim/1", ...what, when(time), ...axesOf(stance)),
    event: hashOf("event/1", ...event),
    subject,
    predicate: triple.predicate.name,
    open: triple.predicate.open,
    plover: relation?.plover,
    object,
    stance,
    time,
  };
}

/** Undefined for a mention that is nobody. */
function objectOf({ object }: Triple, entityOf: EntityOf): ClaimObject | undefined {
  if (typeof object !== "number") return object;
  const entity = entityOf(object);
  return entity === undefined ? undefined : { entity };
}

/** Of a symmetric relation one direction is kept: the smaller id first. */
function inOrder(subject: string, object: ClaimObject): readonly [string, ClaimObject] {
  if (object === null || !("entity" in object) || byCodeUnit(subject, object.entity) <= 0)
    return [subject, object];
  return [object.entity, { entity: subject }];
}

/** A speaker who is nobody known leaves the claim unspoken for, and so never certain. */
function stanceOf({ stance }: Triple, entityOf: EntityOf): Stance<string> {
  const ids = stance.speakers.map(entityOf);
  const speakers = [...new Set(ids.filter((id) => id !== undefined))];
  return { ...stance, speakers, certainty: ids.includes(undefined) ? "underspecified" : stance.certainty };
}

function axesOf({ polarity, certainty, temporality, modality, speakers }: Stance<string>): readonly string[] {
  return [polarity, certainty, temporality, modality, ...speakers];
}

function keyOf(object: ClaimObject): string {
  if (object === null) return "";
  return "entity" in object
    ? `entity ${object.entity}`
    : `literal ${object.datatype} ${object.value} ${object.unit ?? ""}`;
}

function when(time: DayRange | undefined): string {
  return time ? `${time.start}/${time.end}` : "";
}

function testify(
  { document }: AnnotatedDocument,
  triple: Triple,
  { id, subject }: Proposition,
  entityOf: EntityOf,
  placed: readonly Placed[],
): Witness {
  const { sentence, predicate, extractor, confidence } = triple;
  // A symmetric claim may name its ends the other way round than the sentence does.
  const turned = triple.objectSpan !== null && entityOf(triple.subject) !== subject;
  const [subjectSpan, objectSpan] =
    turned && triple.objectSpan
      ? [triple.objectSpan, triple.subjectSpan]
      : [triple.subjectSpan, triple.objectSpan];
  const where = [sentence, subjectSpan, predicate].flatMap(({ start, end }) => [String(start), String(end)]);
  const evidence: Evidence = {
    id: hashOf("evidence/1", id, document.id, ...where, extractor),
    document: document.id,
    ...spanOf(sentence),
    quote: slice(document.text, sentence),
    subject: spanOf(subjectSpan),
    predicate: spanOf(predicate),
    ...(objectSpan ? { object: spanOf(objectSpan) } : {}),
    extractor,
    confidence,
  };
  const filled = triple.arguments.flatMap(({ role, span, mention }) => {
    if (role === "content") return contentOf(triple, span, placed).map((content) => [role, content] as const);
    const entity = mention === undefined ? undefined : entityOf(mention);
    return entity === undefined ? [] : [[role, entity] as const];
  });
  const said = triple.said?.value && { ...triple.said.value, text: triple.said.text };
  return { evidence, predicateText: predicate.text, timeText: triple.time?.text, said, arguments: filled };
}

/** The claims whose verbs stand in what a triple says, warns of, or accuses of. */
function contentOf(
  triple: Triple,
  span: { readonly start: number; readonly end: number },
  placed: readonly Placed[],
): readonly string[] {
  return distinct(
    placed.flatMap((other) => {
      const inside = other.triple !== triple && contains(span, other.triple.predicate);
      // Offices and compounds inside are the writer's own words, not what is said.
      const said = typeof other.proposition !== "string" && other.triple.stanceReasons.length > 0;
      return inside && said && typeof other.proposition !== "string" ? [other.proposition.id] : [];
    }),
  );
}
