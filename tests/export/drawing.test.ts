import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { edgeLook, nodeLook, type Rgb } from "../../src/model/graph-look.ts";
import { type HeldClaim, heldAs, lookOf } from "../../src/model/held.ts";
import { plain } from "../../src/model/stance.ts";

const style = readFileSync(join(import.meta.dirname, "../../src/page/style/base.css"), "utf8");

/** A colour of the page in light, by the name of its variable. */
function ofPage(name: string): string {
  const [, colour = "none"] = new RegExp(`--${name}: (?:light-dark\\()?(#[0-9a-f]{6})`).exec(style) ?? [];
  return colour;
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const claims: readonly HeldClaim[] = [
  { stance: plain, conflictsWith: [] },
  { stance: { ...plain, speakers: ["a"] }, conflictsWith: [] },
  { stance: { ...plain, certainty: "possible" }, conflictsWith: [] },
  { stance: { ...plain, polarity: "negative", speakers: ["a"] }, conflictsWith: [] },
  { stance: plain, conflictsWith: ["other"] },
];

describe("graph tools draw as the page does", () => {
  test.for(claims)("claim %#", (claim) => {
    expect(hex(edgeLook(claim).colour)).toBe(ofPage(`line-${lookOf([claim])}`));
    expect(edgeLook(claim).shape === "solid").toBe(heldAs(claim) === "asserted");
  });

  test("each way to hold a claim in a colour of its own", () => {
    expect(new Set(claims.map((claim) => hex(edgeLook(claim).colour))).size).toBe(claims.length);
  });

  test.for([0, 1, 2, 3, 4, 5, 6, 7, 8, 400])("group %i", (group) => {
    const colour = nodeLook({ x: 0, y: 0, size: 1, group }).colour;
    expect(hex(colour)).toBe(ofPage(`group-${Math.min(group, 7)}`));
  });
});
