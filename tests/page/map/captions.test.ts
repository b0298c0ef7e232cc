import { describe, expect, it } from "vitest";
import { noFilters, shownClaims } from "../../../src/page/data/filters.ts";
import { focusOf } from "../../../src/page/data/focus.ts";
import { sceneOf } from "../../../src/page/data/scene.ts";
import { layCaptions } from "../../../src/page/map/captions.ts";
import { captionsOf, type DrawnMap } from "../../../src/page/map/map-captions.ts";
import type { MapLook } from "../../../src/page/map/map-look.ts";
import { placesFor } from "../../../src/page/map/node-place.ts";
import { overlap } from "../../../src/page/map/place-labels.ts";
import { indexOf, neighboursOf } from "../../../src/page/map/scene-index.ts";
import type { Selection } from "../../../src/page/state.ts";
import { claimAt, entityAt, sample } from "../sample-page.ts";

const scene = sceneOf(sample, {
  claims: shownClaims(sample, noFilters),
  open: undefined,
  pinned: new Set(),
});
const placeOf = placesFor(sample);
const index = indexOf(scene, placeOf);
const colours = { asserted: "#0", reported: "#1", uncertain: "#2", denied: "#3", conflict: "#4" };
const palette = {
  ground: "#ffffff",
  ink: "#000000",
  muted: "#555555",
  panel: "#ffffff",
  rule: "#dddddd",
  accent: "#0000ff",
  faded: "#eeeeee",
  fadedLine: "#fefefe",
  groups: ["#111111"],
  lines: colours,
};
const whole: MapLook = {
  palette,
  focus: undefined,
  near: undefined,
  hovered: undefined,
  marked: undefined,
  line: undefined,
  scale: 1,
  lines: scene.lines.length,
};
/** A stage that everything stands on. */
const map: DrawnMap = {
  width: 1200,
  height: 1200,
  disc(key) {
    const node = index.nodes.get(key);
    if (node === undefined) return undefined;
    const { x, y, size } = placeOf(node);
    return { key, x: 600 + x, y: 600 - y, radius: size };
  },
};
const lookAt = (selection: Selection): MapLook => ({
  ...whole,
  focus: focusOf(sample, scene, { selection, hops: 1 }),
});
const measure = (_: string, text: string): number => text.length * 7;

describe("what stands on the map", () => {
  it("is, over the whole, names and the signs of what is not told as fact, and no wording", () => {
    const { nodes, lines } = captionsOf(sample, index, whole, map);
    expect(nodes.map(({ text }) => text)).toContain("Nordkai AG");
    expect(lines.every(({ text, badge }) => text === "" && badge !== "")).toBe(true);
    const looks = new Set(lines.map(({ look, badge }) => `${look} ${badge}`));
    expect(looks).toContain("reported \u201c");
    expect([...looks].some((look) => look.startsWith("asserted") && !/\d/.test(look))).toBe(false);
  });

  it("is, for a claim, its wording with its sign, and only the names of those in it", () => {
    const claim = claimAt(sample, "dismissal000000a");
    const { nodes, lines } = captionsOf(sample, index, lookAt({ kind: "claim", index: claim }), map);
    expect(nodes.map(({ text }) => text).sort()).toEqual(["Ilse Brandt", "Jonas Fiedler", "Nordkai AG"]);
    expect(lines.every(({ text }) => text !== "")).toBe(true);
    expect(lines.length).toBeGreaterThan(0);
  });

  it("says of a denied claim that it is not so", () => {
    const denied = sample.payload.claims.findIndex(({ stance }) => stance.polarity === "negative");
    const { lines } = captionsOf(sample, index, lookAt({ kind: "claim", index: denied }), map);
    expect(lines.map(({ text }) => text).join()).toMatch(/^not: /);
  });

  it("has no signs where more would stand than there is room for", () => {
    const small: DrawnMap = {
      width: 200,
      height: 150,
      disc(key) {
        const disc = map.disc(key);
        return disc && { ...disc, x: disc.x / 6, y: disc.y / 6 };
      },
    };
    const { lines, nodes } = captionsOf(sample, index, whole, small);
    expect(nodes.length).toBeGreaterThan(3);
    expect(lines).toEqual([]);
  });

  it("draws a loop for a claim about oneself, and marks what is chosen last", () => {
    const fiedler = entityAt(sample, "Jonas Fiedler");
    const { marks } = captionsOf(sample, index, lookAt({ kind: "entity", index: fiedler }), map);
    expect(marks.at(-1)).toMatchObject({ key: `e${fiedler}`, ring: "chosen", faded: false });
    const [node] = scene.nodes;
    const loops = scene.lines.map((line) => ({ ...line, from: node?.key ?? "", to: node?.key ?? "" }));
    const self = indexOf({ ...scene, lines: loops.slice(0, 1) }, placeOf);
    expect(captionsOf(sample, self, whole, map).loops).toHaveLength(1);
  });

  it("gets its place without overlaps, every sign among it", () => {
    const captions = captionsOf(
      sample,
      index,
      lookAt({ kind: "entity", index: entityAt(sample, "Nordkai AG") }),
      map,
    );
    const { names, pills, badges } = layCaptions(captions, map, [], measure);
    const boxes = [...names, ...pills].map(({ box }) => box);
    for (const [i, box] of boxes.entries())
      expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
    const signed = captions.lines.filter(({ badge }) => badge !== "");
    const shown = new Set([...pills, ...badges].map(({ caption }) => caption.key));
    expect(signed.filter(({ key }) => !shown.has(key))).toEqual([]);
    expect(signed.length).toBeGreaterThan(0);
  });
});

describe("the neighbours of a node", () => {
  it("come with the most claims first, each once, and not itself", () => {
    const nordkai = `e${entityAt(sample, "Nordkai AG")}`;
    const neighbours = neighboursOf(index, nordkai);
    expect(new Set(neighbours).size).toBe(neighbours.length);
    expect(neighbours).not.toContain(nordkai);
    expect(neighbours[0]).toBe(`e${entityAt(sample, "Jonas Fiedler")}`);
    expect(neighboursOf(index, "e999")).toEqual([]);
  });
});
