import { describe, expect, it } from "vitest";
import { noFilters, shownClaims } from "../../../src/page/data/filters.ts";
import { sceneOf } from "../../../src/page/data/scene.ts";
import { legendEntries } from "../../../src/page/map/legend-entries.ts";
import { sample } from "../sample-page.ts";

const claims = shownClaims(sample, noFilters);
const scene = sceneOf(sample, { claims, open: undefined, pinned: new Set() });

describe("the legend", () => {
  it("explains what is on the map and nothing else", () => {
    const entries = legendEntries(sample, scene);
    expect(entries.groups[0]).toBe(0);
    expect(entries.icons).toContain("person");
    expect(entries.looks).toEqual(
      ["asserted", "reported", "uncertain", "denied", "conflict"].filter((look) =>
        scene.lines.some((line) => line.kind !== "loose" && line.look === look),
      ),
    );
    expect(legendEntries(sample, { nodes: [], lines: [] })).toEqual({
      groups: [],
      others: false,
      icons: [],
      looks: [],
      bundles: false,
    });
  });

  it("has no ways of holding claims for lines between groups shown as one", () => {
    const collapsed = sceneOf(sample, { claims, open: new Set(), pinned: new Set() });
    const { icons, looks } = legendEntries(sample, collapsed);
    expect([icons, looks]).toEqual([[], []]);
  });
});
