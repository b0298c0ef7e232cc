import { expect, test } from "vitest";
import type { MapVector } from "../../../src/page/map/map-vector.ts";
import { svgOf } from "../../../src/page/takeaway/svg.ts";
import { hostileNames } from "../../support/graphs.ts";
import { readXml, type XmlElement } from "../../support/xml-reader.ts";

/** A map on which every hostile name is a label, a disc and an entry of the legend. */
const hostileMap: MapVector = {
  width: 900,
  height: 600,
  ground: "#fbfaf7",
  ink: "#1c2027",
  muted: "#5c626c",
  caption: hostileNames.join(" "),
  discs: hostileNames.map((label, i) => ({
    x: 20 * i,
    y: 30,
    r: 9,
    colour: "#3d7ea6",
    label,
    group: i === 1,
    ...(i === 0 ? { icon: "person" as const } : {}),
  })),
  lines: [
    {
      from: { x: 0, y: 30 },
      to: { x: 20, y: 30 },
      bend: 0,
      path: "M0 30L20 30",
      head: [
        { x: 20, y: 30 },
        { x: 14, y: 27 },
        { x: 14, y: 33 },
      ],
      colour: "#c23a30",
      width: 1.6,
      badge: "✕",
      middle: { x: 10, y: 30 },
      look: "denied",
    },
  ],
  labels: hostileNames.map((text, i) => ({
    x: 20 * i,
    y: 50,
    width: 60,
    text,
    size: 12,
    weight: 500,
    colour: "#1c2027",
    boxed: i % 2 === 0,
  })),
  legend: hostileNames.map((words, i) => ({
    kind: (["group", "line", "icon"] as const)[i % 3] ?? "group",
    colour: "#3d7ea6",
    words,
    ...(i % 3 === 2 ? { icon: "place" as const } : {}),
  })),
};

/** What a file can hold of a text. */
function held(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, "\ufffd");
}

function all(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

const drawing = readXml(svgOf(hostileMap));

test("is a drawing with its texts as text, whatever they say", () => {
  expect(drawing.name).toBe("svg");
  expect(drawing.attributes.get("width")).toBe("900");
  const texts = all(drawing, "text").map(({ text }) => text);
  for (const name of hostileNames) expect(texts.filter((text) => text === held(name))).toHaveLength(2);
  expect(texts).toContain("✕");
  expect(all(drawing, "title").map(({ text }) => text)).toEqual([
    held(hostileMap.caption),
    ...hostileNames.map(held),
  ]);
});

test("has nothing in it that could run or load", () => {
  const names = new Set(["svg", "title", "rect", "clipPath", "g", "path", "polygon", "circle", "text"]);
  const every = (root: XmlElement): readonly XmlElement[] => [root, ...root.children.flatMap(every)];
  for (const { name, attributes } of every(drawing)) {
    expect(names).toContain(name);
    expect([...attributes.keys()].filter((key) => /^on|href/i.test(key))).toEqual([]);
  }
});

test("draws discs, lines with heads and icons", () => {
  // One disc for each name, a second ring for the group, and the dots of the legend.
  const dots = hostileMap.legend.filter(({ kind }) => kind === "group").length;
  expect(all(drawing, "circle")).toHaveLength(hostileNames.length + 1 + dots);
  expect(all(drawing, "polygon")).toHaveLength(1);
  expect(all(drawing, "path").some(({ attributes }) => attributes.get("d") === "M0 30L20 30")).toBe(true);
});

test("has its legend in rows below the map", () => {
  const height = Number(drawing.attributes.get("height"));
  const texts = all(drawing, "text").slice(-hostileNames.length - 1);
  const rows = texts.map(({ attributes }) => Number(attributes.get("y")));
  for (const y of rows) {
    expect(y).toBeGreaterThan(hostileMap.height);
    expect(y).toBeLessThan(height);
  }
  expect(new Set(rows).size).toBeGreaterThan(2);
  expect([...rows].sort((a, b) => a - b)).toEqual(rows);
});
