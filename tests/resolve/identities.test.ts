import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Entity } from "../../src/model/entity.ts";
import { byCodeUnit, distinct } from "../../src/model/order.ts";
import { buildTexts } from "../support/build-text.ts";
import { readCases } from "../support/cases.ts";

/** Far more than is asked for by itself; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

const FILE = join(import.meta.dirname, "cases", "identities.txt");

/** Articles of a case, parted by lines of three dashes. */
function articlesOf(text: string): Readonly<Record<string, string>> {
  const articles = text.split(/^---$/m).map((article) => article.trim());
  return Object.fromEntries(articles.map((article, i) => [`${i + 1}.txt`, article]));
}

/** What is named, a line each: `Homs (Settlement): Homs`; the names as they stand in the articles. */
function namedIn(texts: Readonly<Record<string, string>>): readonly string[] {
  return buildTexts(texts)
    .graph.entities.map((entity) => [entity, namesOf(entity)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([{ label, type }, names]) => `${label} (${type}): ${names.join(", ")}`)
    .sort(byCodeUnit);
}

function namesOf({ mentions }: Entity): readonly string[] {
  return distinct(mentions.filter(({ kind }) => kind === "name").map(({ text }) => text));
}

const cases = readCases(readFileSync(FILE, "utf8"), "identities.txt");

describe("who is one", () => {
  test.for(cases)("$name", ({ text, expected }) => {
    expect(namedIn(articlesOf(text))).toEqual(expected);
  });

  test("every entity of more than one name says why", () => {
    for (const { text } of cases) {
      for (const entity of buildTexts(articlesOf(text)).graph.entities) {
        const [, ...others] = namesOf(entity);
        for (const name of others.length > 0 ? namesOf(entity) : [])
          expect(entity.reasons.join("\n"), `${entity.label}: ${name}`).toContain(name);
      }
    }
  });
});

describe("an id", () => {
  const articles = cases.flatMap(({ text }) => Object.values(articlesOf(text)));

  test("is ASCII, and fits into an IRI as it is", () => {
    for (const article of articles) {
      for (const { id } of buildTexts({ "1.txt": article }).graph.entities) expect(id).toMatch(/^[\w.-]+$/);
    }
  });

  test("does not change because other articles are added", () => {
    const chosen = fc.uniqueArray(fc.nat(articles.length - 1), { minLength: 1, maxLength: 6 });
    const idAt = (texts: Readonly<Record<string, string>>) =>
      new Map(
        buildTexts(texts).graph.entities.flatMap(({ id, mentions }) =>
          mentions.map(({ document, start, end }) => [`${document}:${start}:${end}`, id] as const),
        ),
      );
    fc.assert(
      fc.property(chosen, (places) => {
        const texts = places.map((place) => [`${place}.txt`, articles[place] ?? ""] as const);
        const alone = idAt(Object.fromEntries(texts.slice(0, 1)));
        const together = idAt(Object.fromEntries(texts));
        for (const [place, id] of alone) expect(together.get(place)).toBe(id);
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});
