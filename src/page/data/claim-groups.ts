import { type Catalogue, firstTold, type Link } from "./catalogue.ts";

/** Claims of an entity with one relation in one direction. */
export interface RelationGroup {
  /** Index into the relations. */
  readonly relation: number;
  /** `does`: the entity is the subject; `suffers`: it is the object, of another or of itself. */
  readonly direction: "does" | "suffers";
  /** The most told first. */
  readonly claims: readonly number[];
}

/** The claims of an entity by what it is to them; each claim once, lists most told first. */
export interface EntityClaims {
  /** The relation with the most claims first. */
  readonly own: readonly RelationGroup[];
  /** It says so. */
  readonly says: readonly number[];
  /** It stands in a further role. */
  readonly takesPart: readonly number[];
}

/** Groups the claims of an entity. */
export function claimsByRelation(catalogue: Catalogue, entity: number): EntityClaims {
  const own = new Map<string, { relation: number; direction: "does" | "suffers"; claims: number[] }>();
  const says: number[] = [];
  const takesPart: number[] = [];
  for (const index of mostTold(catalogue, catalogue.claimsOf[entity] ?? [])) {
    const claim = catalogue.payload.claims[index];
    if (claim === undefined) continue;
    const { subject, object, relation, stance } = claim;
    if (subject === entity || object === entity) {
      const direction = subject === entity ? "does" : "suffers";
      const key = `${relation} ${direction}`;
      const group = own.get(key) ?? { relation, direction, claims: [] };
      own.set(key, group);
      group.claims.push(index);
    } else if (stance.speakers.includes(entity)) says.push(index);
    else takesPart.push(index);
  }
  const groups = [...own.values()].sort(
    (a, b) =>
      b.claims.length - a.claims.length ||
      a.relation - b.relation ||
      (a.direction === b.direction ? 0 : a.direction === "does" ? -1 : 1),
  );
  return { own: groups, says, takesPart };
}

/** The claims of a link by who does it; each by day, then by how many tell it. */
export interface LinkClaims {
  /** The first entity does it to the second. */
  readonly forth: readonly number[];
  readonly back: readonly number[];
  /** One of the two only speaks, or stands in a further role. */
  readonly loose: readonly number[];
}

/** Groups the claims between two entities. */
export function claimsByDirection(catalogue: Catalogue, { from, claims, loose }: Link): LinkClaims {
  const ordered = byDay(catalogue, claims);
  const isForth = (index: number): boolean => catalogue.payload.claims[index]?.subject === from;
  return {
    forth: ordered.filter(isForth),
    back: ordered.filter((index) => !isForth(index)),
    loose: byDay(catalogue, loose),
  };
}

/** Claims with the most told first: by independent sources, documents, confidence; then in payload order. */
export function mostTold({ payload }: Catalogue, claims: readonly number[]): readonly number[] {
  const row = (index: number) => payload.claims[index];
  return [...claims].sort((a, b) => {
    const [first, second] = [row(a), row(b)];
    if (first === undefined || second === undefined) return a - b;
    return (
      second.independentSources - first.independentSources ||
      second.documents - first.documents ||
      second.confidence - first.confidence ||
      a - b
    );
  });
}

/** Claims by the day of what they tell, else the day they were told; those without a day last. */
export function byDay(catalogue: Catalogue, claims: readonly number[]): readonly number[] {
  const { payload } = catalogue;
  const dated = mostTold(catalogue, claims).map((index) => {
    const claim = payload.claims[index];
    return { index, day: claim?.time?.start ?? (claim && firstTold(payload, claim)) ?? "\uffff" };
  });
  return dated.sort((a, b) => compare(a.day, b.day)).map(({ index }) => index);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An entity with the claims that tie it to another one. */
export interface Neighbour {
  readonly entity: number;
  /** Index into the links. */
  readonly link: number;
  readonly claims: number;
}

/** Those with whom an entity shares claims, the most claims first. */
export function neighboursOf({ links, linksOf }: Catalogue, entity: number): readonly Neighbour[] {
  return (linksOf[entity] ?? [])
    .flatMap((link): readonly Neighbour[] => {
      const ends = links[link];
      if (ends === undefined) return [];
      const other = ends.from === entity ? ends.to : ends.from;
      return [{ entity: other, link, claims: ends.claims.length + ends.loose.length }];
    })
    .sort((a, b) => b.claims - a.claims || a.entity - b.entity);
}

/** The claims that tell of a claim's event in another way, without those that contradict it; most told first. */
export function toldOtherwise(catalogue: Catalogue, index: number): readonly number[] {
  const claim = catalogue.payload.claims[index];
  if (claim === undefined) return [];
  const same = catalogue.claimsOfEvent.get(claim.event) ?? [];
  return mostTold(
    catalogue,
    same.filter((other) => other !== index && !claim.conflictsWith.includes(other)),
  );
}
