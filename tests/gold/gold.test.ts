import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fetchInputs, findInputs } from "../../src/cli/inputs.ts";
import { exporters } from "../../src/export/index.ts";
import { wholeText } from "../../src/export/text.ts";
import type { Disagreement } from "../../src/model/disagreement.ts";
import { build } from "../../src/pipeline.ts";
import { settingsFor } from "../support/graphs.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";

const shared = join(import.meta.dirname, "..", "..", "..", "shared");
const missing = !existsSync(join(shared, "gold"));

interface Rate {
  readonly hit: number;
  readonly of: number;
}

interface Score {
  readonly entities: {
    readonly namedMentionRecall: number;
    readonly b3: { readonly f1: number };
    readonly nodesPerEntity: number;
    readonly boilerplate: readonly string[];
  };
  readonly claims: { readonly brokenQuotes: number; readonly withoutEvidence: number };
  readonly recall: { readonly core: Rate; readonly easy: Rate };
  readonly matched: Rate;
  readonly stance: Rate;
  readonly speakers: Rate;
  readonly polarity: Rate;
  readonly dates: Rate;
  readonly merged: Rate;
  readonly wronglyAsserted: readonly string[];
}

const share = ({ hit, of }: Rate) => hit / of;

/** The graph of the annotated articles, written to a folder and scored there. */
function score(): {
  readonly figures: Score;
  readonly turtle: string;
  readonly disagreements: readonly Disagreement[];
} {
  const out = mkdtempSync(join(tmpdir(), "whosays-gold-"));
  try {
    const { graph, account } = build(fetchInputs(findInputs([join(shared, "seeds")])), ontology, parser);
    const settings = { ...settingsFor(), ontology, account, base: "https://w3id.org/whosays/" };
    for (const exporter of exporters.filter(({ format }) => format !== "html")) {
      writeFileSync(join(out, exporter.fileName), wholeText(exporter.write(graph, settings)));
    }
    const flags = ["--texts", join(shared, "seeds"), "--json"];
    const printed = execFileSync(process.execPath, [
      join(shared, "eval", "score.mjs"),
      out,
      join(shared, "gold"),
      ...flags,
    ]);
    return {
      figures: JSON.parse(printed.toString()),
      turtle: readFileSync(join(out, "graph.ttl"), "utf8"),
      disagreements: graph.disagreements,
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

describe.skipIf(missing)(missing ? "gold (skipped: ../shared/gold is not here)" : "gold", () => {
  const { figures, turtle, disagreements } = missing ? ({} as ReturnType<typeof score>) : score();

  test("no quote is broken, no claim without evidence, nothing wrongly asserted", () => {
    expect(figures.claims).toMatchObject({ brokenQuotes: 0, withoutEvidence: 0 });
    expect(figures.wronglyAsserted).toEqual([]);
    expect(figures.entities.boilerplate).toEqual([]);
  });

  test("five of the seven real disagreements of the articles are found, and no other", () => {
    const found = disagreements.map(({ kind, about }) => `${kind}: ${about}`);
    // When IS took the town, and who took it; who took Raqqa; what became of the fighters; who tells the retaking as a fact.
    expect(found.filter((line) => !line.startsWith("standing"))).toEqual([
      expect.stringMatching(/^actor: .* Raqqa$/),
      expect.stringMatching(/^actor: .* Qaryatayn$/),
      expect.stringMatching(/^date: .* Qaryatayn$/),
      expect.stringMatching(/^outcome: what has become of Islamic State in Qaryatayn$/),
    ]);
    expect(found).toContain("standing: Syrian army captures Qaryatayn");
  });

  // Floors, below which a change has lost something; the figures themselves are higher.
  test("the scores stay above their floors", () => {
    expect(figures.entities.namedMentionRecall).toBeGreaterThan(0.95);
    expect(figures.entities.b3.f1).toBeGreaterThan(0.95);
    expect(figures.entities.nodesPerEntity).toBeLessThanOrEqual(1.05);
    expect(share(figures.recall.core)).toBeGreaterThan(0.92);
    expect(share(figures.dates)).toBeGreaterThan(0.8);
    expect(share(figures.merged)).toBeGreaterThan(0.89);
    expect(share(figures.recall.easy)).toBeGreaterThan(0.94);
    expect(share(figures.matched)).toBeGreaterThan(0.8);
    expect(share(figures.stance)).toBeGreaterThan(0.94);
    expect(share(figures.speakers)).toBeGreaterThan(0.85);
    expect(share(figures.polarity)).toBeGreaterThan(0.97);
  });

  test("what the articles state in their own voice stands as a fact", () => {
    expect(turtle).toMatch(/^ent:Iran kg:backs [^.]*ent:Syria\b/m);
    expect(turtle).toMatch(/^ent:RussianArmedForces kg:accuses ent:UnitedStates\b/m);
    expect(turtle).toMatch(/ent:IslamicState [^.]*kg:losesControlOf [^.;]*ent:Raqqa/);
  });
});
