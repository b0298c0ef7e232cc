import { describe, expect, test } from "vitest";
import type { Wording } from "../../src/model/ontology.ts";
import { parseWording } from "../../src/ontology/wording.ts";

/** A wording as read, in one line: `verb: take | O from FROM`. */
function inOneLine({ shape, anchors, rest }: Wording): string {
  const parts = rest.map((part) => (part.kind === "slot" ? part.role : part.lemmas.join("/")));
  return `${shape}: ${anchors.join(", ")} | ${parts.join(" ")}`;
}

describe("a wording", () => {
  test.for([
    ["S back O", "verb: back | O"],
    ["S surrender", "verb: surrender | "],
    ["S lose control of O", "verb: lose | control of O"],
    ["S attack/storm O", "verb: attack, storm | O"],
    ["S take O from FROM to TO", "verb: take | O from FROM to TO"],
    ["S tell O that CONTENT", "verb: tell | O that CONTENT"],
    ["S meet O in/near PLACE", "verb: meet | O in/near PLACE"],
    ["S talk to O about TOPIC", "verb: talk | to O about TOPIC"],
    ["S be president of O", "copula: president | of O"],
    ["S be chief of staff of O", "copula: chief of staff | of O"],
    ["S be defense/defence minister of O", "copula: defense minister, defence minister | of O"],
    ["S be in O", "copula: in | O"],
    ["S and O meet", "together: meet | "],
    ["S and O hold talks on TOPIC", "together: hold | talks on TOPIC"],
    ["S-backed O", "compound: backed | O"],
    ["O-based S", "compound: based | S"],
    ["S-Backed O", "compound: backed | O"],
    ["O's S", "possessive:  | S"],
    ["S's O", "possessive:  | O"],
  ] as const)("%s is read as %s", ([text, read]) => {
    expect(inOneLine(parseWording(text))).toBe(read);
    expect(parseWording(text).text).toBe(text);
  });

  test.for([
    ["", "does not begin with S"],
    ["back O", "does not begin with S"],
    ["s back O", 'write "S back O"'],
    ["O back S", "does not begin with S"],
    ["S", "has no verb after S"],
    ["S O", "has no verb after S"],
    ["S Back O", 'has "Back"'],
    ["S back X", "the slots are S, O, CONTENT"],
    ["S back o'O", 'has "o\'O"'],
    ["S attack/ O", 'has "attack/"'],
    ["S back, O", 'has "back,"'],
    ["S back  O", "write one between words"],
    ["S back O ", "write one between words"],
    ["S back S", "names S twice"],
    ["S back O O", "names O twice"],
    ["S tell O of TOPIC or TOPIC", "names TOPIC twice"],
    ["S be O", 'write "S be president of O"'],
    ["S be president", 'write "S be president of O"'],
    ["S be president of O O", "names O twice"],
    ["S and O", 'write "S and O meet"'],
    ["S-backed S", 'write "S-backed O"'],
    ["O's O", "names O twice"],
    [`S back O ${"in ".repeat(64)}PLACE`, "is longer than 200 characters; split it"],
  ] as const)('"%s" is refused, which says: %s', ([text, says]) => {
    expect(() => parseWording(text)).toThrow(says);
  });

  test("of exactly 200 characters is read", () => {
    const text = `S ${"a".repeat(196)} O`;
    expect(parseWording(text)).toMatchObject({ text, shape: "verb" });
  });

  // Slots are counted in verbs and copulas only.
  test.for(["S and O meet O", "S and O discuss TOPIC or TOPIC"])('"%s" is refused', (text) => {
    expect(() => parseWording(text)).toThrow("twice");
  });
});
