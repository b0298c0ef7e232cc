import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestTree, isProjectiveTree } from "../../src/annotate/parser/tree.ts";

/** The score of a tree: the sum of its arcs. */
function scoreOf(heads: ArrayLike<number>, scores: Float32Array): number {
  const n = heads.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += scores[i * (n + 1) + (heads[i] as number)] as number;
  return sum;
}

/** Every choice of heads for n words. */
function* allHeads(n: number): Generator<Int32Array> {
  for (let code = 0; code < (n + 1) ** n; code++) {
    yield Int32Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
  }
}

/** Whole numbers, so that sums are exact whatever their order. */
const scoresFor = (n: number) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
    .map((values) => Float32Array.from(values));

describe("a projective tree", () => {
  test.for([
    ["one word", [0], true],
    ["a chain", [0, 1, 2], true],
    ["the root in the middle", [2, 0, 2], true],
    ["two roots", [0, 0], false],
    ["no root", [2, 1], false],
    ["a word on itself", [0, 2], false],
    ["a circle beside the root", [0, 3, 2], false],
    ["crossing arcs", [0, 4, 1, 1], false],
    ["an arc over the root", [3, 0, 2], false],
  ] as const)("%s", ([, heads, expected]) => {
    expect(isProjectiveTree(Int32Array.from(heads))).toBe(expected);
  });
});

describe("the best tree", () => {
  test.for([1, 2, 3, 4, 5] as const)("of %i words is the best of all projective trees", (n) => {
    const trees = [...allHeads(n)].filter(isProjectiveTree);
    fc.assert(
      fc.property(scoresFor(n), (scores) => {
        const heads = bestTree(scores, n);
        expect(isProjectiveTree(heads)).toBe(true);
        expect(scoreOf(heads, scores)).toBe(Math.max(...trees.map((tree) => scoreOf(tree, scores))));
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test("of a long sentence is a projective tree", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 60 }).chain((n) => scoresFor(n).map((scores) => ({ n, scores }))),
        ({ n, scores }) => {
          expect(isProjectiveTree(bestTree(scores, n))).toBe(true);
        },
      ),
      { numRuns: 20, seed: 4 },
    );
  });
});
