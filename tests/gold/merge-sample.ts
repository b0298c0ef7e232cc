// Prints names that the graph of the Wikinews articles of 2019 takes for one thing, and names that it keeps apart though they
// look alike, as a sheet to be judged: `npm run sample:merges -- --count 50 --seed WORD`. The same count and seed draw the same.

import { parseArgs } from "node:util";
import type { Document } from "../../src/model/document.ts";
import type { Entity, EntityMention } from "../../src/model/entity.ts";
import { hashOf } from "../../src/model/hash.ts";
import { byCodeUnit } from "../../src/model/order.ts";
import { build } from "../../src/pipeline.ts";
import { doubtfulPairs } from "../../src/resolve/doubtful.ts";
import { nameKey } from "../../src/resolve/names.ts";
import { ontology } from "../support/ontology.ts";
import { parser } from "../support/parser.ts";
import { oneLine, wikinewsArticles } from "../support/wikinews.ts";

const COLUMNS = ["number", "verdict", "kind", "first", "second", "entity", "why", "quotes", "urls"];
/** Code units on each side of a name that a judge sees. */
const AROUND = 160;

const { values: options } = parseArgs({
  options: { count: { type: "string", default: "50" }, seed: { type: "string", default: "whosays" } },
});
if (!/^\d+$/.test(options.count)) throw new Error("--count is a number");

/** Two mentions, of one entity or of two. */
interface Pair {
  readonly first: EntityMention;
  readonly second: EntityMention;
  readonly entity: string;
  readonly why: string;
}

const { graph } = build(wikinewsArticles(), ontology, parser);
const documents = new Map(graph.documents.map((document) => [document.id, document]));
const sheet = [
  COLUMNS,
  ...drawn(graph.entities.flatMap(merged)).map((pair) => cellsOf("one", pair)),
  ...drawn(apart(graph.entities)).map((pair) => cellsOf("two", pair)),
].map((cells, i) => (i === 0 ? cells : [String(i), "", ...cells]));
process.stdout.write(sheet.map((cells) => `${cells.map(oneLine).join("\t")}\n`).join(""));

/** In an order that the seed alone decides. */
function drawn(pairs: readonly Pair[]): readonly Pair[] {
  return pairs
    .map((pair) => ({ pair, place: hashOf(options.seed, pair.entity, pair.first.text, pair.second.text) }))
    .sort((a, b) => byCodeUnit(a.place, b.place))
    .slice(0, Number(options.count))
    .map(({ pair }) => pair);
}

/** Each name of an entity with the name that it is mostly called by, where they are spelled otherwise. */
function merged(entity: Entity): readonly Pair[] {
  const byName = new Map<string, EntityMention[]>();
  for (const mention of entity.mentions.filter(({ kind }) => kind === "name")) {
    const list = byName.get(nameKey(mention.text));
    if (list) list.push(mention);
    else byName.set(nameKey(mention.text), [mention]);
  }
  const [most, ...others] = [...byName].sort((a, b) => b[1].length - a[1].length || byCodeUnit(a[0], b[0]));
  return others.flatMap(([key, mentions]) => {
    const [first, second] = [most?.[1][0], mentions[0]];
    const why = entity.reasons.filter((reason) => nameKey(reason).startsWith(key)).join("; ");
    return first && second ? [{ first, second, entity: `${entity.label} (${entity.type})`, why }] : [];
  });
}

/** Entities that may be one and were not merged. */
function apart(entities: readonly Entity[]): readonly Pair[] {
  const named = entities.flatMap((entity) => {
    const mention = entity.mentions.find(({ kind }) => kind === "name");
    return mention ? [{ ...entity, mention, differentFrom: [] }] : [];
  });
  const byId = new Map(named.map((entity) => [entity.id, entity]));
  return doubtfulPairs(named).flatMap(({ ids, score, reason }) => {
    const [a, b] = ids.map((id) => byId.get(id));
    const entity = `${a?.label} (${a?.type}) | ${b?.label} (${b?.type})`;
    return a && b ? [{ first: a.mention, second: b.mention, entity, why: `${score} ${reason}` }] : [];
  });
}

function cellsOf(kind: "one" | "two", { first, second, entity, why }: Pair): readonly string[] {
  const around = (mention: EntityMention) => {
    const { text } = documentOf(mention);
    return text.slice(Math.max(0, mention.start - AROUND), mention.end + AROUND);
  };
  const quotes = `${around(first)} ||| ${around(second)}`;
  const urls = [first, second].map((mention) => documentOf(mention).url ?? mention.document);
  return [kind, first.text, second.text, entity, why, quotes, urls.join(" ")];
}

function documentOf({ document }: EntityMention): Document {
  const found = documents.get(document);
  if (!found) throw new Error(`no document ${document}`);
  return found;
}
