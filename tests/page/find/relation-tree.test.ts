import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import {
  type RelationBranch,
  relationTree,
  tick,
  ticksOf,
  untick,
} from "../../../src/page/data/relation-tree.ts";
import { payloadWith } from "./made-catalogue.ts";

/** Relations by the place of the one above; those in `open` are told in the words of the text. */
function relationsOf(parents: readonly (number | undefined)[], open: readonly number[] = []) {
  return parents.map((parent, i) => ({
    name: `r${i}`,
    label: `r${i}`,
    open: open.includes(i),
    ...(parent === undefined ? {} : { parent }),
  }));
}

const written = ({ relation, below }: RelationBranch): string =>
  below.length === 0 ? `${relation}` : `${relation}(${below.map(written).join(" ")})`;

// 0 over 1, 2 and 3; 3 over 4 and 5; 6 for itself.
const parents = [undefined, 0, 0, 0, 3, 3, undefined];
const catalogue = catalogueOf(payloadWith({ relations: relationsOf(parents) }));

describe("the tree of relations", () => {
  it("hangs each below the one above it, and sets open ones apart", () => {
    const tree = relationTree(relationsOf([...parents, undefined, 6], [7]));
    expect(tree.tops.map(written)).toEqual(["0(1 2 3(4 5))", "6(8)"]);
    expect(tree.open.map(written)).toEqual(["7"]);
  });

  it("holds each relation once, whatever stands above it", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(9), { nil: undefined }), { maxLength: 10 }), (above) => {
        const { tops, open } = relationTree(relationsOf(above, [0, 1]));
        const all = [...tops, ...open].flatMap(function relations(branch): readonly number[] {
          return [branch.relation, ...branch.below.flatMap(relations)];
        });
        expect(all.sort((a, b) => a - b)).toEqual([...above.keys()]);
      }),
    );
  });
});

describe("ticks", () => {
  it("tell the whole from a part", () => {
    expect(ticksOf(catalogue, [3])).toEqual(["part", "none", "none", "whole", "whole", "whole", "none"]);
    expect(ticksOf(catalogue, [])).not.toContain("whole");
  });

  it("of a relation stand for those of all below it", () => {
    expect(tick(catalogue, [4, 6, 1], 3)).toEqual([6, 1, 3]);
    expect(tick(catalogue, [4, 6, 1], 0)).toEqual([6, 0]);
  });

  it("are given up one by one below a relation that was ticked as a whole", () => {
    expect(untick(catalogue, [3], 3)).toEqual([]);
    expect(untick(catalogue, [0, 6], 4)).toEqual([1, 2, 5, 6]);
    expect(untick(catalogue, [0, 4, 6], 3)).toEqual([1, 2, 6]);
  });

  it("are gone after they are given up, even in a circle", () => {
    const above = fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(above, fc.array(fc.nat(7), { maxLength: 4 }), fc.nat(7), (of, asked, one) => {
        const made = catalogueOf(payloadWith({ relations: relationsOf(of) }));
        const relation = one % of.length;
        const chosen = asked.map((each) => each % of.length);
        expect(ticksOf(made, tick(made, chosen, relation))[relation]).toBe("whole");
        expect(ticksOf(made, untick(made, chosen, relation))[relation]).not.toBe("whole");
      }),
    );
  });
});
