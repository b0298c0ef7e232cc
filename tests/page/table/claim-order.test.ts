import { describe, expect, test } from "vitest";
import type { PageClaim, PagePayload } from "../../../src/model/page-payload.ts";
import { catalogueOf } from "../../../src/page/data/catalogue.ts";
import { inOrder } from "../../../src/page/data/claim-order.ts";
import type { Column } from "../../../src/page/state.ts";
import { sample } from "../sample-page.ts";

const every = [...sample.payload.claims.keys()];

function sorted(column: Column, descending = false, claims: readonly number[] = every): readonly PageClaim[] {
  return inOrder(sample, claims, { column, descending }).flatMap((i) => sample.payload.claims[i] ?? []);
}

function sentences(column: Column, descending = false): readonly string[] {
  const { entities, relations } = sample.payload;
  return sorted(column, descending).map(({ subject, relation, object }) => {
    const what = typeof object === "number" ? entities[object]?.label : (object?.value ?? "");
    return `${entities[subject]?.label} | ${relations[relation]?.label} | ${what}`;
  });
}

describe("the order of claims", () => {
  test("keeps all claims, whatever they are sorted by", () => {
    for (const column of ["claim", "held", "confidence", "when", "documents", "sources"] as const) {
      const claims = inOrder(sample, every, { column, descending: true });
      expect([...claims].sort((a, b) => a - b)).toEqual(every);
    }
  });

  test("goes by subject, relation, object, nothing first", () => {
    expect(sentences("claim").slice(0, 6)).toEqual([
      "Blue Quay | praise | Blue Quay",
      "Harbour Workers' League | blocks | Port of Varnholm",
      "Ilse Brandt | meets | Tomas Reyle",
      "Ilse Brandt | says | ",
      "Ilse Brandt | supports | Harbour Workers' League",
      "Labour Court of Varnholm | hear | Jonas Fiedler",
    ]);
  });

  test("leaves equal claims in payload order both ways", () => {
    for (const descending of [false, true]) {
      const twos = inOrder(sample, every, { column: "sources", descending }).filter(
        (i) => sample.payload.claims[i]?.independentSources === 1,
      );
      expect(twos).toEqual([...twos].sort((a, b) => a - b));
      expect(twos.length).toBeGreaterThan(5);
    }
  });

  test("has claims without a day last both ways", () => {
    const days = (descending: boolean) => sorted("when", descending).map(({ time }) => time?.start);
    const dated = ["2024-02-26", "2024-03-04", "2024-03-05"];
    expect(days(false).slice(0, 4)).toEqual([...dated, undefined]);
    expect(days(true).slice(0, 4)).toEqual([...dated.toReversed(), undefined]);
  });

  test("has what is told as fact before what is denied", () => {
    const first = sorted("held");
    expect(first[0]?.stance.speakers).toEqual([]);
    expect(first.at(-1)?.stance.polarity).toBe("negative");
  });

  test("compares names without case and diacritics", () => {
    const labels = ["Zoë", "zoe b", "Émile", "emil", "Éric"];
    const catalogue = catalogueOf({
      ...sample.payload,
      entities: sample.payload.entities.map((row, i) => ({ ...row, label: labels[i] ?? row.label })),
      claims: labels.map((_, i) => ({ ...(sample.payload.claims[0] as PageClaim), id: `c${i}`, subject: i })),
    });
    const order = inOrder(catalogue, [0, 1, 2, 3, 4], { column: "claim", descending: false });
    expect(order.map((i) => labels[i])).toEqual(["emil", "Émile", "Éric", "Zoë", "zoe b"]);
  });

  test("sorts 300,000 claims in less than a second", () => {
    const claims = Array.from({ length: 300_000 }, (_, i): PageClaim => {
      const row = sample.payload.claims[(i * 7919) % sample.payload.claims.length] as PageClaim;
      return { ...row, subject: (i * 104_729) % 30_000, object: (i * 1299709) % 30_000 };
    });
    const entities = Array.from({ length: 30_000 }, (_, i) => ({
      ...(sample.payload.entities[0] as PagePayload["entities"][number]),
      label: `Órgano ${(i * 7919) % 30_000} of the State`,
    }));
    const catalogue = { ...sample, payload: { ...sample.payload, entities, claims } };
    const indexes = [...claims.keys()];
    inOrder(sample, every, { column: "claim", descending: true });
    const before = process.cpuUsage().user;
    inOrder(catalogue, indexes, { column: "claim", descending: true });
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1000);
  }, 30_000);
});
