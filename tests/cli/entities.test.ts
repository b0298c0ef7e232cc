import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { whosays } from "../support/run-whosays.ts";

/** A run takes half a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

/** A folder of its own with an `entities.jsonl` in `out`; it is gone afterwards. */
function graphOf(lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-entities-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "out"));
  writeFileSync(join(folder, "out", "entities.jsonl"), lines);
  return folder;
}

interface Sketch {
  readonly label: string;
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly mentions?: readonly string[];
  readonly kind?: string;
  readonly differentFrom?: readonly string[];
}

/** An entity as a build writes it; `mentions` are the articles. */
function line(
  id: string,
  { label, type, aliases = [], mentions = ["a.txt"], kind = "name", ...more }: Sketch,
): string {
  const places = mentions.map((document) => ({ document, start: 0, end: 1, text: label, kind }));
  const record = { id: `https://w3id.org/whosays/entity/${id}`, label, type, aliases, sameAs: [] };
  return `${JSON.stringify({ ...record, ...more, mentions: places, reasons: [] })}\n`;
}

const LINES = [
  line("AnnLee", {
    label: "Ann Lee",
    type: "Person",
    aliases: ["A. Lee"],
    mentions: ["a.txt", "a.txt", "b.txt"],
  }),
  line("Karyatein", { label: "Karyatein", type: "Settlement" }),
  line("Lee", { label: "Lee", type: "Person" }),
  line("Qaryatayn", { label: "Qaryatayn", type: "Settlement", mentions: ["a.txt", "b.txt"] }),
  line("d_abc", { label: "Lee", type: "Person", kind: "nominal" }),
].join("");

describe("entities", () => {
  test("lists the most mentioned first, with class, id, label and aliases", async () => {
    const { code, stdout, stderr } = await whosays(graphOf(LINES), "entities", "out");
    expect(stdout.split("\n")).toEqual([
      "mentions  documents  class       id         label      aliases",
      "       3          2  Person      AnnLee     Ann Lee    A. Lee",
      "       2          2  Settlement  Qaryatayn  Qaryatayn",
      "       1          1  Settlement  Karyatein  Karyatein",
      "       1          1  Person      Lee        Lee",
      "       1          1  Person      d_abc      Lee",
      "",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "2 pairs may be one; --doubtful lists them\n" });
  });

  test("lists those of a class, as JSON for programs", async () => {
    const { code, stdout } = await whosays(
      graphOf(LINES),
      "entities",
      "out",
      "--type",
      "Settlement",
      "--json",
    );
    const [id, rest] = ["https://w3id.org/whosays/entity/", { type: "Settlement", aliases: [] }];
    expect(JSON.parse(stdout)).toEqual({
      entities: [
        { id: `${id}Qaryatayn`, label: "Qaryatayn", mentions: 2, documents: 2, ...rest },
        { id: `${id}Karyatein`, label: "Karyatein", mentions: 1, documents: 1, ...rest },
      ],
      leftOut: 0,
    });
    expect(code).toBe(0);
  });

  test("lists doubtful pairs with score, reason and a line to correct them by", async () => {
    const { code, stdout, stderr } = await whosays(graphOf(LINES), "entities", "out", "--doubtful");
    expect(stdout.split("\n")).toEqual([
      '0.77  Qaryatayn (Settlement, 2 mentions) and Karyatein (Settlement, 1 mention): "Karyatein" and "Qaryatayn" have the same consonants, krtn',
      "      ent:Qaryatayn owl:sameAs ent:Karyatein .",
      '0.60  Ann Lee (Person, 3 mentions) and Lee (Person, 1 mention): "Lee" is the last word of "A. Lee"',
      "      ent:AnnLee owl:sameAs ent:Lee .",
      "",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("leaves out pairs that a person has told apart", async () => {
    const apart = ["https://w3id.org/whosays/entity/Karyatein"];
    const lines = [
      line("Karyatein", { label: "Karyatein", type: "Settlement" }),
      line("Qaryatayn", { label: "Qaryatayn", type: "Settlement", differentFrom: apart }),
    ];
    const { stdout } = await whosays(graphOf(lines.join("")), "entities", "out", "--doubtful");
    expect(stdout).toBe("No two entities here look as if they were one.\n");
  });

  test("says how many it leaves out, and lists all when asked", async () => {
    const many = Array.from({ length: 50 }, (_, i) => line(`E${i}`, { label: `${i}`, type: "State" })).join(
      "",
    );
    const folder = graphOf(many);
    const [first, all] = [
      await whosays(folder, "entities", "out"),
      await whosays(folder, "entities", "out", "--all"),
    ];
    expect(first.stdout.trimEnd().split("\n")).toHaveLength(41);
    expect(first.stderr).toBe("10 more entities are left out; --all lists them\n");
    expect(all.stdout.trimEnd().split("\n")).toHaveLength(51);
    expect(all.stderr).toBe("");
  });

  test("shows no control of a stranger's name to the terminal", async () => {
    const lines = line("E", {
      label: "\u001b[31mred\u202e",
      type: "State",
      aliases: ["a\u0007b", "__proto__"],
    });
    const { stdout } = await whosays(graphOf(lines), "entities", "out");
    expect(stdout).toContain("\\u{1b}[31mred\\u{202e}  a\\u{7}b, __proto__\n");
  });
});

describe("what cannot be listed ends with a word that helps", () => {
  test.for([
    [
      ["nowhere"],
      1,
      /^whosays: nowhere\/entities\.jsonl: does not exist \(ENOENT\); name a folder that whosays build has written/,
    ],
    [["bad"], 1, /^whosays: bad\/entities\.jsonl: line 2 is no JSON object; run whosays build again\n$/],
    [
      ["out", "--type", "Wizard"],
      2,
      /^whosays: --type: nothing in this graph is of the class "Wizard"; choose from Person, Settlement\n$/,
    ],
    [[], 2, /missing required argument 'folder'/],
  ] as const)("entities %j", async ([args, expected, says]) => {
    const folder = graphOf(LINES);
    mkdirSync(join(folder, "bad"));
    writeFileSync(join(folder, "bad", "entities.jsonl"), `${LINES.split("\n")[0]}\n{"id":\n`);
    const { code, stdout, stderr } = await whosays(folder, "entities", ...args);
    expect(stderr).toMatch(says);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
  });
});
