import { describe, expect, test } from "vitest";
import { decode, MAX_BYTES } from "../../src/read/decode.ts";
import { read } from "../../src/read/index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

describe("bytes", () => {
  test.for([
    {
      name: "UTF-8 as it stands",
      bytes: utf8("Dayr az-Zawr\r\nدير الزور 🕊"),
      text: "Dayr az-Zawr\r\nدير الزور 🕊",
    },
    { name: "a UTF-8 mark kept as one code unit", bytes: utf8("\uFEFFAleppo"), text: "\uFEFFAleppo" },
    {
      name: "UTF-16, low byte first, its mark kept",
      bytes: new Uint8Array([0xff, 0xfe, 0x48, 0x00, 0xac, 0x20]),
      text: "\uFEFFH€",
    },
    {
      name: "UTF-16, high byte first, its mark kept",
      bytes: new Uint8Array([0xfe, 0xff, 0x00, 0x48, 0x20, 0xac]),
      text: "\uFEFFH€",
    },
    {
      name: "letters in two forms without making them one",
      bytes: utf8("Ra\u0304qqa R\u0101qqa"),
      text: "Ra\u0304qqa R\u0101qqa",
    },
  ])("are read as $name", ({ bytes, text }) => {
    expect(decode(bytes)).toEqual({ text });
  });

  test("that are no UTF-8 are read as windows-1252, with a warning", () => {
    expect(decode(latin("Besan\xE7on, caf\xE9"))).toEqual({
      text: "Besançon, café",
      warning: expect.stringContaining("windows-1252"),
    });
  });

  // Node 20 answers ISO 8859-1 where windows-1252 is asked for: 0x80 to 0x9F come out as controls.
  test("of windows-1252 give its quotation marks, dashes and euro", () => {
    expect(decode(latin("\x93Raqqa fell\x94 \x97 \x805"))).toMatchObject({ text: "“Raqqa fell” — €5" });
  });

  test.for([
    { name: "nothing", bytes: new Uint8Array(), refused: "is empty" },
    { name: "a NUL", bytes: latin("Raqqa\0fell"), refused: "is binary" },
    { name: "the head of a picture", bytes: latin("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), refused: "is binary" },
    {
      name: "a byte too many",
      bytes: new Uint8Array(MAX_BYTES + 1).fill(65),
      refused: "is larger than 10 MiB",
    },
  ])("that hold $name are refused", ({ bytes, refused }) => {
    expect(decode(bytes)).toEqual({ refused: expect.stringContaining(refused) });
  });

  test("are read up to the very limit", () => {
    const decoded = decode(new Uint8Array(MAX_BYTES).fill(65));
    expect("text" in decoded && decoded.text.length).toBe(MAX_BYTES);
  });
});

describe("an input", () => {
  const context = { outlets: new Set<string>() };

  test("is found by its extension in any case", () => {
    const result = read({ id: "wire/Story.TXT", bytes: utf8("Raqqa fell.") }, context);
    expect(result).toMatchObject({ document: { id: "wire/Story.TXT", text: "Raqqa fell." }, warnings: [] });
  });

  test("hands on the warning of a guessed encoding", () => {
    const result = read({ id: "a.txt", bytes: latin("Caf\xE9 owners in Raqqa protested.") }, context);
    expect(result).toMatchObject({ warnings: [expect.stringContaining("windows-1252")] });
  });

  test.for([
    { id: "photo.jpg", text: "Raqqa fell.", skipped: 'no reader for ".jpg"' },
    { id: "archive.2017/story", text: "Raqqa fell.", skipped: 'no reader for ""' },
    { id: "blank.txt", text: " \r\n\t\u00A0", skipped: "only white space" },
    { id: "mark.txt", text: "\uFEFF \n", skipped: "only white space" },
    { id: "empty.txt", text: "", skipped: "is empty" },
  ])("$id that cannot be read says why", ({ id, text, skipped }) => {
    expect(read({ id, bytes: utf8(text) }, context)).toEqual({ skipped: expect.stringContaining(skipped) });
  });
});
