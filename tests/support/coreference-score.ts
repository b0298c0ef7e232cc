/** Mentions that refer to one thing, each told by a key that is its own in the document. */
export type Chain = readonly string[];

/** The chains of one document, as people drew them (`key`) and as a program did (`response`). */
export interface DocumentChains {
  readonly key: readonly Chain[];
  readonly response: readonly Chain[];
}

/** Precision, recall and F1, from 0 to 1; 0 where there is nothing to count. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The measures of CoNLL-2012, summed over documents as its scorer does. */
export interface CoreferenceRates {
  /** Links needed to draw the chains (Vilain et al. 1995). */
  readonly muc: Rates;
  /** Shares of each mention's chain (Bagga and Baldwin 1998). */
  readonly bCubed: Rates;
  /** Chains paired one to one, as like as can be: phi4 (Luo 2005). */
  readonly ceafE: Rates;
  /** Whether the same mentions are in chains, whatever the chains. */
  readonly mentions: Rates;
  /** The mean F1 of MUC, B-cubed and CEAF-e. */
  readonly conll: number;
}

/** What a measure counts in one document: `right` of `of`, seen from the key and from the response. */
interface Counts {
  readonly key: Share;
  readonly response: Share;
}

interface Share {
  readonly right: number;
  readonly of: number;
}

type Measure = (key: readonly Chain[], response: readonly Chain[]) => Counts;

/**
 * Scores chains over predicted mentions (Pradhan et al. 2014): key and response may differ in their mentions.
 *
 * Chains of one mention are left out on both sides; of a mention in several chains, the longest counts.
 */
export function coreferenceRates(documents: readonly DocumentChains[]): CoreferenceRates {
  const scored = documents.map(({ key, response }) => ({
    key: coreferring(key),
    response: coreferring(response),
  }));
  const [muc, bCubed, ceafE, mentions] = [links, shares, pairs, mentionsShared].map((measure) =>
    ratesOf(scored.map(({ key, response }) => measure(key, response))),
  ) as [Rates, Rates, Rates, Rates];
  return { muc, bCubed, ceafE, mentions, conll: (muc.f1 + bCubed.f1 + ceafE.f1) / 3 };
}

/** Chains of two mentions or more, in which no mention stands twice: it stays in the longest. */
export function coreferring(chains: readonly Chain[]): readonly Chain[] {
  const distinct = chains.map((chain) => [...new Set(chain)].sort());
  const names = new Map(distinct.map((chain) => [chain, chain.join(" ")]));
  // Of chains of one length, the first by its keys, so that the order of the chains changes nothing.
  const order = distinct.toSorted(
    (a, b) => b.length - a.length || ((names.get(a) as string) < (names.get(b) as string) ? -1 : 1),
  );
  const taken = new Set<string>();
  return order
    .map((chain) => {
      const own = chain.filter((mention) => !taken.has(mention));
      for (const mention of own) taken.add(mention);
      return own;
    })
    .filter(({ length }) => length > 1);
}

const links: Measure = (key, response) => ({
  key: linksKept(key, response),
  response: linksKept(response, key),
});

/** Of the links that hold chains together, those that are left when `other` cuts them. */
function linksKept(chains: readonly Chain[], other: readonly Chain[]): Share {
  const chainOf = chainByMention(other);
  const right = chains.map((chain) => {
    const parts = new Set(chain.flatMap((mention) => chainOf.get(mention) ?? []));
    const alone = chain.filter((mention) => !chainOf.has(mention)).length;
    return chain.length - parts.size - alone;
  });
  return { right: sum(right), of: sum(chains.map(({ length }) => length - 1)) };
}

const shares: Measure = (key, response) => ({
  key: sharesKept(key, response),
  response: sharesKept(response, key),
});

/** For each mention the share of its chain that is with it in `other` too. */
function sharesKept(chains: readonly Chain[], other: readonly Chain[]): Share {
  const chainOf = chainByMention(other);
  const right = chains.map((chain) => {
    const common = new Map<number, number>();
    for (const mention of chain) {
      const at = chainOf.get(mention);
      if (at !== undefined) common.set(at, (common.get(at) ?? 0) + 1);
    }
    return sum([...common.values()].map((count) => (count * count) / chain.length));
  });
  return { right: sum(right), of: sum(chains.map(({ length }) => length)) };
}

const pairs: Measure = (key, response) => {
  const chainOf = chainByMention(response);
  const alike = key.map((chain) => {
    const row = response.map(() => 0);
    for (const mention of chain) {
      const at = chainOf.get(mention);
      if (at !== undefined) row[at] = (row[at] as number) + 1;
    }
    return row.map((common, at) => (2 * common) / (chain.length + (response[at] as Chain).length));
  });
  const right = greatestAssignment(alike);
  return { key: { right, of: key.length }, response: { right, of: response.length } };
};

const mentionsShared: Measure = (key, response) => {
  const [own, given] = [new Set(key.flat()), new Set(response.flat())];
  const right = [...own].filter((mention) => given.has(mention)).length;
  return { key: { right, of: own.size }, response: { right, of: given.size } };
};

function chainByMention(chains: readonly Chain[]): ReadonlyMap<string, number> {
  return new Map(chains.flatMap((chain, i) => chain.map((mention) => [mention, i] as const)));
}

function ratesOf(counts: readonly Counts[]): Rates {
  const share = (side: "key" | "response") => {
    const of = sum(counts.map((count) => count[side].of));
    return of === 0 ? 0 : sum(counts.map((count) => count[side].right)) / of;
  };
  const [recall, precision] = [share("key"), share("response")];
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

/**
 * The greatest sum of weights when each row has at most one column and each column at most one row.
 *
 * The Hungarian algorithm: rows come in one by one, each along the cheapest path of changes. Weights are 0 or more;
 * all rows are of one length.
 */
export function greatestAssignment(weights: readonly (readonly number[])[]): number {
  const width = weights[0]?.length ?? 0;
  if (width === 0) return 0;
  if (weights.length > width) {
    return greatestAssignment(
      (weights[0] as readonly number[]).map((_, j) => weights.map((row) => row[j] as number)),
    );
  }
  const rows = rowsOfColumns(weights, width);
  return sum(rows.map((row, column) => (row === undefined ? 0 : (weights[row]?.[column] as number))));
}

/** For each column the row that it is given to. There are no more rows than columns. */
function rowsOfColumns(
  weights: readonly (readonly number[])[],
  width: number,
): readonly (number | undefined)[] {
  // What a row and a column ask for: a pair is free of charge where both asks make up for its weight.
  const asks = { rows: weights.map(() => 0), columns: Array.from({ length: width }, () => 0) };
  const given: (number | undefined)[] = Array.from({ length: width });
  for (let row = 0; row < weights.length; row++) {
    const path = cheapestPath(row, weights, given, asks);
    for (let column: number | undefined = path.free; column !== undefined; ) {
      const before: number | undefined = path.before[column];
      given[column] = before === undefined ? row : given[before];
      column = before;
    }
  }
  return given;
}

interface Asks {
  readonly rows: number[];
  readonly columns: number[];
}

/** The way from a row to a free column over rows that must move; changes what rows and columns ask for. */
function cheapestPath(
  start: number,
  weights: readonly (readonly number[])[],
  given: readonly (number | undefined)[],
  asks: Asks,
): { readonly free: number; readonly before: readonly (number | undefined)[] } {
  const costs = given.map(() => Number.POSITIVE_INFINITY);
  const before: (number | undefined)[] = given.map(() => undefined);
  const seen: number[] = [];
  const isSeen = given.map(() => false);
  let [row, last] = [start, undefined as number | undefined];
  for (;;) {
    let next = -1;
    for (let column = 0; column < given.length; column++) {
      if (isSeen[column]) continue;
      const cost =
        -(weights[row]?.[column] as number) - (asks.rows[row] as number) - (asks.columns[column] as number);
      if (cost < (costs[column] as number)) {
        costs[column] = cost;
        before[column] = last;
      }
      if (next < 0 || (costs[column] as number) < (costs[next] as number)) next = column;
    }
    const step = costs[next] as number;
    asks.rows[start] = (asks.rows[start] as number) + step;
    for (const column of seen) {
      const owner = given[column] as number;
      asks.rows[owner] = (asks.rows[owner] as number) + step;
      asks.columns[column] = (asks.columns[column] as number) - step;
    }
    for (let column = 0; column < given.length; column++) {
      if (!isSeen[column]) costs[column] = (costs[column] as number) - step;
    }
    seen.push(next);
    isSeen[next] = true;
    last = next;
    const owner = given[next];
    if (owner === undefined) return { free: next, before };
    row = owner;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
