import { execFileSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { fetchInputs, findInputs } from "../../src/cli/inputs.ts";
import { type Built, build } from "../../src/pipeline.ts";
import { claimLines } from "../support/build-text.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

// Real files all the same; only so that a test can ask whether one was opened, or let a folder refuse.
vi.mock("node:fs", { spy: true });

const POSIX = process.platform !== "win32";
const TEXT = "“Iran backs Syria,” Zoë Müller said — for €5.\nRussia accused Turkey of attacking Aleppo.\n";
const CLAIMS = [
  "Iran | backs | Syria | by Zoë Müller",
  "Russia | accuses | Turkey",
  "Turkey | attacks | Aleppo | by Russia",
];

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own for one test, with some files in it; it is gone afterwards. */
function workplace(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-care-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Builds the graph of paths as the program does. */
function buildPaths(...paths: readonly string[]): Built {
  return build(fetchInputs(findInputs(paths)), ontology, parser);
}

function buildBytes(bytes: Uint8Array): Built {
  return build([{ id: "a.txt", bytes }], ontology, parser);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf32 = (text: string): Uint8Array =>
  new Uint8Array(Uint32Array.from(text, (letter) => letter.codePointAt(0) ?? 0).buffer);

/** The five letters of `TEXT` that windows-1252 keeps elsewhere than Unicode does. */
function windows1252(text: string): Uint8Array {
  const moved = new Map([
    ["“", 0x93],
    ["”", 0x94],
    ["—", 0x97],
    ["€", 0x80],
  ]);
  return Uint8Array.from(text, (letter) => moved.get(letter) ?? letter.charCodeAt(0));
}

/** Every quote is its slice of the text, and there is one. */
function expectExactQuotes({ graph }: Built): void {
  const texts = new Map(graph.documents.map(({ id, text }) => [id, text]));
  const evidence = graph.claims.flatMap((claim) => claim.evidence);
  expect(evidence.length).toBeGreaterThan(0);
  for (const { document, start, end, quote } of evidence)
    expect(texts.get(document)?.slice(start, end)).toBe(quote);
}

describe("one article makes the same claims", () => {
  test.for([
    { name: "UTF-8", bytes: utf8(TEXT), warns: false },
    { name: "UTF-8 with a mark", bytes: utf8(`\ufeff${TEXT}`), warns: false },
    { name: "UTF-8 with CRLF", bytes: utf8(TEXT.replaceAll("\n", "\r\n")), warns: false },
    { name: "UTF-16, low byte first", bytes: utf16(`\ufeff${TEXT}`), warns: false },
    { name: "UTF-16, high byte first", bytes: Buffer.from(utf16(`\ufeff${TEXT}`)).swap16(), warns: false },
    { name: "windows-1252", bytes: windows1252(TEXT), warns: true },
  ])("in $name", ({ bytes, warns }) => {
    const built = buildBytes(bytes);
    expect(claimLines(built.graph)).toEqual(CLAIMS);
    expectExactQuotes(built);
    expect(built.account.warnings.some(({ reason }) => reason.includes("windows-1252"))).toBe(warns);
  });

  test("with a byte in it that is no UTF-8, and says so", () => {
    const built = buildBytes(
      Buffer.concat([utf8("Iran backs Syria. Caf"), Buffer.from([0xe9]), utf8(" owners left.\n")]),
    );
    expect(claimLines(built.graph)).toEqual(["Iran | backs | Syria"]);
    expectExactQuotes(built);
    expect(built.account.warnings.map(({ reason }) => reason)).toContain(
      "is not UTF-8; read as windows-1252",
    );
  });

  test("when UTF-8 is cut in the middle of a letter, or a letter is written too long", () => {
    for (const bytes of [
      utf8("Iran backs Syria. é").subarray(0, -1),
      Buffer.concat([utf8("Iran backs Syria. "), Buffer.from([0xc0, 0xaf])]),
    ]) {
      const built = buildBytes(bytes);
      expect(claimLines(built.graph)).toEqual(["Iran | backs | Syria"]);
      expectExactQuotes(built);
    }
  });
});

describe("bytes that are no text for us are skipped, saying why", () => {
  test.for([
    { name: "UTF-32, low byte first", bytes: utf32("\ufeffIran"), reason: "is UTF-32; save it as UTF-8" },
    {
      name: "UTF-32, high byte first",
      bytes: Buffer.from(utf32("\ufeffIran")).swap32(),
      reason: "is UTF-32; save it as UTF-8",
    },
    { name: "UTF-32 without a mark", bytes: utf32("Iran"), reason: "is binary, not text" },
    { name: "UTF-16 without a mark", bytes: utf16("Iran backs Syria."), reason: "is binary, not text" },
    { name: "UTF-16 of a mark alone", bytes: utf16("\ufeff"), reason: "holds only white space" },
  ])("$name", ({ bytes, reason }) => {
    const { account } = buildBytes(bytes);
    expect(account.documents).toEqual({ read: 1, used: [], skipped: [{ input: "a.txt", reason }] });
  });

  test("half of a pair in UTF-16 costs that letter alone", () => {
    const built = buildBytes(utf16("\ufeffIran backs Syria. \ud83d!"));
    expect(claimLines(built.graph)).toEqual(["Iran | backs | Syria"]);
    expect(built.graph.documents[0]?.text.isWellFormed()).toBe(true);
  });
});

/** Marks that nobody sees, in names and between words. */
describe("marks that nobody sees", () => {
  test.for([
    ["a zero-width space", "Ira\u200bn backs Syria."],
    ["zero-width joiners", "Iran ba\u200ccks Sy\u200dria."],
    ["soft hyphens", "Iran backs Sy\u00adria."],
    ["a word joiner and a byte order mark", "Ir\u2060an backs Sy\ufeffria."],
    ["marks of direction", "Iran\u200f backs \u200eSyria."],
    ["embedded directions", "\u202aIran\u202c backs \u202bSyria\u202c."],
    ["an override from right to left", "\u202eIran\u202c backs Syria."],
    ["isolated directions", "\u2066Iran\u2069 backs \u2068Syria\u2069."],
    ["all at once", "\u202e\u200bI\u200cr\u200da\u2060n\u202c backs \u2068S\u00ady\u200bria\u2069."],
  ] as const)("hide no name: %s", ([, text]) => {
    const built = buildBytes(utf8(text));
    expect(claimLines(built.graph)).toEqual(["Iran | backs | Syria"]);
    expectExactQuotes(built);
  });

  test("stand in the quote as they stand in the text", () => {
    const { graph } = buildBytes(utf8("No news.\n\nIra\u200bn\u200f backs \u2066Syria\u2069 now."));
    expect(graph.claims.map(({ evidence }) => evidence[0].quote)).toEqual([
      "Ira\u200bn\u200f backs \u2066Syria\u2069 now.",
    ]);
  });

  test("make no second entity of one that is not known", () => {
    const { graph } = buildBytes(utf8("Odile Brandvold attacked Raqqa. Odile Brand\u200bvold met Assad."));
    const subjects = new Set(
      graph.claims.filter(({ predicate }) => predicate === "attacks").map(({ subject }) => subject),
    );
    expect([...subjects]).toEqual(["OdileBrandvold"]);
    expect(graph.entities.map(({ id }) => id).filter((id) => /Brand/.test(id))).toEqual(["OdileBrandvold"]);
  });

  test("letters that only look alike stay another name", () => {
    const { graph } = buildBytes(utf8("Ir\u0430n backs Syria."));
    expect(claimLines(graph)).not.toContain("Iran | backs | Syria");
  });
});

describe("a file that is too large", () => {
  /** A file that claims to be of some size and takes no room on the disk. */
  function sparse(path: string, size: number): string {
    const file = openSync(path, "w");
    ftruncateSync(file, size);
    closeSync(file);
    return path;
  }

  test.for([
    ["of 50 MB", 50_000_000],
    ["one byte over the limit", 10 * 1024 * 1024 + 1],
    ["larger than any string can be", 3 * 1024 ** 3],
  ] as const)("%s is skipped unread, with its reason", ([, size]) => {
    const folder = workplace({ "good.txt": "Iran backs Syria." });
    const path = sparse(join(folder, "huge.txt"), size);
    vi.mocked(readFileSync).mockClear();
    const { graph, account } = buildPaths(folder);
    expect(vi.mocked(readFileSync).mock.calls.map(([read]) => read)).toEqual([join(folder, "good.txt")]);
    expect(account.documents.skipped).toEqual([{ input: basename(path), reason: "is larger than 10 MiB" }]);
    expect(claimLines(graph)).toEqual(["Iran | backs | Syria"]);
  });
});

describe.skipIf(!POSIX)("what is no plain file", () => {
  test("and has no end is not waited for, named by itself or found in a folder", () => {
    const folder = workplace({ "good.txt": "Iran backs Syria." });
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    const reason = "is neither a file nor a folder";
    expect(buildPaths("/dev/zero").account.documents).toMatchObject({
      used: [],
      skipped: [{ input: "zero", reason }],
    });
    expect(buildPaths(join(folder, "pipe.txt")).account.documents).toMatchObject({
      used: [],
      skipped: [{ input: "pipe.txt", reason }],
    });
    expect(buildPaths(folder).account.documents).toEqual({
      read: 3,
      used: ["good.txt"],
      skipped: [
        { input: "pipe.txt", reason },
        { input: "zero.txt", reason },
      ],
    });
  });

  test("but a link to a file is read under the name of the link", () => {
    const folder = workplace({ "kept/story.txt": "Iran backs Syria." });
    mkdirSync(join(folder, "in"));
    symlinkSync(join("..", "kept", "story.txt"), join(folder, "in", "link.txt"));
    const { graph, account } = buildPaths(join(folder, "in"));
    expect(account.documents.used).toEqual(["link.txt"]);
    expect(claimLines(graph)).toEqual(["Iran | backs | Syria"]);
  });

  test("but a link to a folder beside it is searched", () => {
    const folder = workplace({ "in/a.txt": "Iran backs Syria.", "kept/b.txt": "Russia accused Turkey." });
    symlinkSync(join("..", "kept"), join(folder, "in", "kept"));
    expect(buildPaths(join(folder, "in")).account.documents.used).toEqual(["a.txt", "kept/b.txt"]);
  });

  test("and leads round in a circle of links ends there", () => {
    const folder = workplace({ "a/1.txt": "Iran backs Syria.", "b/2.txt": "Russia accused Turkey." });
    symlinkSync(join("..", "b"), join(folder, "a", "over"));
    symlinkSync(join("..", "a"), join(folder, "b", "back"));
    symlinkSync("self.txt", join(folder, "a", "self.txt"));
    const { documents } = buildPaths(join(folder, "a")).account;
    expect(documents.used).toEqual(["1.txt", "over/2.txt"]);
    expect(documents.skipped).toEqual([
      { input: "over/back", reason: "is a link to a folder above it" },
      { input: "self.txt", reason: "is a link that leads round in a circle (ELOOP)" },
    ]);
  });
});

describe("a folder that may not be read", () => {
  const skipped = [{ input: "shut", reason: "may not be read (EACCES)" }];

  // `chmod 000` stops nobody who runs as root.
  test.skipIf(!POSIX || process.getuid?.() === 0)(
    "costs what is in it, by its rights (skipped for root)",
    () => {
      const folder = workplace({
        "good.txt": "Iran backs Syria.",
        "shut/lost.txt": "Russia accused Turkey.",
      });
      execFileSync("chmod", ["000", join(folder, "shut")]);
      onTestFinished(() => void execFileSync("chmod", ["700", join(folder, "shut")]));
      expect(buildPaths(folder).account.documents).toEqual({ read: 2, used: ["good.txt"], skipped });
    },
  );

  test("costs what is in it, as the system would say", async () => {
    const folder = workplace({ "good.txt": "Iran backs Syria.", "shut/lost.txt": "Russia accused Turkey." });
    const { readdirSync: list } = await vi.importActual<typeof import("node:fs")>("node:fs");
    vi.mocked(readdirSync).mockImplementation(((path: string) => {
      if (basename(path) === "shut")
        throw Object.assign(new Error("EACCES"), { code: "EACCES", syscall: "scandir" });
      return list(path);
    }) as typeof readdirSync);
    onTestFinished(() => void vi.mocked(readdirSync).mockReset());
    expect(buildPaths(folder).account.documents).toEqual({ read: 2, used: ["good.txt"], skipped });
  });

  test("a file that is gone when it is to be read is skipped", () => {
    const folder = workplace({ "a.txt": "Iran backs Syria.", "gone.txt": "Russia accused Turkey." });
    const files = findInputs([folder]);
    rmSync(join(folder, "gone.txt"));
    const { documents } = build(fetchInputs(files), ontology, parser).account;
    expect(documents).toEqual({
      read: 2,
      used: ["a.txt"],
      skipped: [{ input: "gone.txt", reason: "does not exist (ENOENT)" }],
    });
  });
});

describe("inputs of one name", () => {
  test.for([
    { inputs: ["a", "b"], files: ["a/x.txt", "b/x.txt"], ids: ["a/x.txt", "b/x.txt"] },
    { inputs: ["b", "a"], files: ["a/x.txt", "b/x.txt"], ids: ["a/x.txt", "b/x.txt"] },
    { inputs: ["a", "b"], files: ["a/x.txt", "b/x.txt", "b/y.txt"], ids: ["a/x.txt", "b/x.txt", "y.txt"] },
    { inputs: ["a", "b"], files: ["a/d/x.txt", "b/d/x.txt"], ids: ["a/d/x.txt", "b/d/x.txt"] },
  ])("get the names of $inputs in front: $ids", ({ inputs, files, ids }) => {
    const folder = workplace(Object.fromEntries(files.map((file) => [file, "Iran backs Syria."])));
    const found = findInputs(inputs.map((input) => join(folder, input)));
    expect(found.map(({ id }) => id).sort()).toEqual(ids);
  });

  test.for([
    { inputs: ["1/x", "2/x"], files: ["1/x/s.txt", "2/x/s.txt"] },
    { inputs: ["1/x/s.txt", "2/x/s.txt", "x"], files: ["1/x/s.txt", "2/x/s.txt", "x/s.txt"] },
    { inputs: ["a", "b"], files: ["a/s.txt", "b/s.txt", "b/a/s.txt"] },
  ])("never share an id: $inputs", ({ inputs, files }) => {
    const folder = workplace(Object.fromEntries(files.map((file) => [file, "Iran backs Syria."])));
    const ids = findInputs(inputs.map((input) => join(folder, input))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(files.length);
  });

  test.for([[["../a/s.txt", "a/s.txt"]], [["a/s.txt", ".a/s.txt"]]] as const)(
    "never share an id, however they are named: %j",
    ([inputs]) => {
      const folder = workplace({
        "a/s.txt": "Iran backs Syria.",
        "here/a/s.txt": "Russia accused Turkey.",
        "here/.a/s.txt": "Egypt arms Hamas.",
      });
      const before = process.cwd();
      onTestFinished(() => process.chdir(before));
      process.chdir(join(folder, "here"));
      expect(new Set(findInputs(inputs).map(({ id }) => id)).size).toBe(2);
    },
  );
});

describe("the account of a mixed folder", () => {
  test("adds up", () => {
    const folder = workplace({
      "latin.txt": windows1252(TEXT),
      "wide.txt": utf16(`\ufeff${TEXT}`),
      "wider.txt": utf32(`\ufeff${TEXT}`),
      "hidden.txt": "Ira\u200bn backs Syria. He attacked it.",
      "blank.txt": "\ufeff\r\n",
      "notes.doc": TEXT,
    });
    const { documents, triples, warnings } = buildPaths(folder).account;
    expect(documents.used).toEqual(["hidden.txt", "latin.txt", "wide.txt"]);
    expect(documents.skipped.map(({ input }) => input)).toEqual(["blank.txt", "notes.doc", "wider.txt"]);
    expect(documents.read).toBe(documents.used.length + documents.skipped.length);
    expect(triples.read).toBe(triples.merged + triples.rejected);
    expect([...triples.reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(triples.rejected);
    expect(
      warnings.filter(({ reason }) => reason.includes("windows-1252")).map(({ input }) => input),
    ).toEqual(["latin.txt"]);
  });
});
