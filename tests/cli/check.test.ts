import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { whosays } from "../support/run-whosays.ts";

/** A run takes a second by itself, and far longer where other work keeps the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, "..", "..");
const SAMPLE = join(ROOT, "output", "graph.ttl");

/** A folder of its own with a graph in `out`, the sample's unless another is given; it is gone afterwards. */
function workplace(turtle?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "whosays-check-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "out"));
  if (turtle === undefined) copyFileSync(SAMPLE, join(folder, "out", "graph.ttl"));
  else writeFileSync(join(folder, "out", "graph.ttl"), turtle);
  return folder;
}

const sample = readFileSync(SAMPLE, "utf8");

describe("check", () => {
  test("says that a graph conforms, and ends with 0", async () => {
    const { code, stdout, stderr } = await whosays(workplace(), "check", "out");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^out[/\\]graph\.ttl conforms: \d+ claims, \d+ triples, \d+ shapes\n$/);
  });

  test("takes the file as well as its folder", async () => {
    const { code, stdout } = await whosays(workplace(), "check", join("out", "graph.ttl"));
    expect([code, stdout.includes("conforms")]).toEqual([0, true]);
  });

  test("names what is wrong: which claim, which shape, what, and what to do; and ends with 1", async () => {
    const [, claim = ""] =
      /(claim:\w+) a rdf:Statement, kg:Claim;\s*rdf:object ent:Syria;\s*rdf:predicate kg:backs/.exec(
        sample,
      ) ?? [];
    const at = sample.indexOf(claim);
    const wrong =
      sample.slice(0, at) + sample.slice(at).replace(/kg:confidence 0\.\d+/, "kg:confidence 1.97");
    const { code, stdout } = await whosays(workplace(wrong), "check", "out");
    expect(code).toBe(1);
    expect(stdout.split("\n\n")).toEqual([
      expect.stringMatching(/^out[/\\]graph\.ttl does not conform: 1 thing is wrong \(\d+ claims, /),
      `<https://w3id.org/whosays/claim/${claim.slice(6)}> (Iran backs Syria)
  does not have one confidence from 0 to 1: 1.97  [claimConfidence]
  Give it one kg:confidence, a decimal from 0 to 1.
`,
    ]);
  });

  test("prints JSON for programs", async () => {
    const wrong = sample.replace(
      "ent:Iran kg:backs ent:BasharAlAssad,",
      "ent:Iran kg:backs ent:Russia, ent:BasharAlAssad,",
    );
    expect(wrong).not.toBe(sample);
    const { code, stdout } = await whosays(workplace(wrong), "check", "out", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      conforms: false,
      leftOut: 0,
      findings: [
        {
          focus: "https://w3id.org/whosays/ontology#backs",
          called: "backs",
          shape: "factUnclaimed",
          value: "https://w3id.org/whosays/entity/Iran",
        },
      ],
    });
  });

  test("prints the first of many, and all where it is asked to", async () => {
    const wrong = sample.replaceAll("kg:polarity kg:Positive", "kg:polarity kg:Perhaps");
    const folder = workplace(wrong);
    const first = await whosays(folder, "check", "out");
    expect(first.stdout.match(/^</gm)).toHaveLength(40);
    expect(first.stderr).toMatch(/^\d+ more are left out; --all lists them\n$/);
    const all = await whosays(folder, "check", "out", "--all");
    expect(all.stdout.match(/^</gm)?.length).toBeGreaterThan(90);
    expect(all.stderr).toBe("");
  });

  test("shows no controls of strangers to a terminal", async () => {
    const wrong = sample.replace(/rdfs:label "Iran"/, 'rdfs:label "I\\u001B[31mran", "Iran"');
    const { stdout } = await whosays(workplace(wrong), "check", "out");
    expect(stdout).toContain("[entityLabel]");
    expect(stdout).not.toContain("\u001b");
  });

  test.for([
    {
      name: "a folder without a graph",
      turtle: undefined,
      folder: "nowhere",
      words: "does not exist (ENOENT); name a folder that whosays build has written",
    },
    {
      name: "what is not Turtle",
      turtle: "ent:Iran kg:backs",
      folder: "out",
      words: "graph.ttl: is not Turtle: ",
    },
  ])("ends with 1 for $name", async ({ turtle, folder, words }) => {
    const { code, stdout, stderr } = await whosays(workplace(turtle), "check", folder);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("    at ");
  });

  test("finds nothing of a graph in an empty file", async () => {
    const { code, stdout } = await whosays(workplace(""), "check", "out");
    expect(code).toBe(1);
    expect(stdout).toContain("[datasetType]");
  });

  test.for([["check"], ["check", "out", "--quick"], ["check", "out", "--ontology", "nowhere"]])(
    "ends with 2 for %j",
    async (args) => {
      const { code, stdout } = await whosays(workplace(), ...args);
      expect([code, stdout]).toEqual([2, ""]);
    },
  );
});
