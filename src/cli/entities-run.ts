import { byCodeUnit, distinct } from "../model/order.ts";
import { doubtfulPairs } from "../resolve/doubtful.ts";
import type { EntitiesOptions } from "./entities.ts";
import { type ListedEntity, readEntities } from "./entities-file.ts";
import { type DoubtfulPair, entitiesText, pairsText } from "./entities-text.ts";
import { EXIT, Failure } from "./failure.ts";
import { printable } from "./progress.ts";

const FIRST_ENTITIES = 40;
const FIRST_PAIRS = 20;

/** Lists the entities of an output folder on standard output. */
export async function runEntities(folder: string, options: EntitiesOptions): Promise<void> {
  // Whoever reads only the first lines ends the stream.
  process.stdout.on("error", () => {});
  const all = await readEntities(folder);
  const chosen = ofClass(all, options.type).sort((a, b) => b.mentions - a.mentions || byCodeUnit(a.id, b.id));
  if (options.doubtful) {
    const pairs = pairsOf(chosen);
    const shown = options.all ? pairs : pairs.slice(0, FIRST_PAIRS);
    const record = { pairs: shown.map(pairRecord), leftOut: pairs.length - shown.length };
    print(options.json ? JSON.stringify(record, null, 2) : pairsText(shown));
    tellOf("pairs", record.leftOut);
  } else {
    const shown = options.all ? chosen : chosen.slice(0, FIRST_ENTITIES);
    const record = { entities: shown.map(entityRecord), leftOut: chosen.length - shown.length };
    print(options.json ? JSON.stringify(record, null, 2) : entitiesText(shown));
    tellOf("entities", record.leftOut);
    tellOfPairs(pairsOf(chosen).length);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tellOf(what: string, leftOut: number): void {
  if (leftOut > 0) process.stderr.write(`${leftOut} more ${what} are left out; --all lists them\n`);
}

function tellOfPairs(count: number): void {
  if (count > 0)
    process.stderr.write(`${count} ${count === 1 ? "pair" : "pairs"} may be one; --doubtful lists them\n`);
}

function ofClass(entities: readonly ListedEntity[], type: string | undefined): ListedEntity[] {
  if (type === undefined) return [...entities];
  const found = entities.filter((entity) => entity.type === type);
  if (found.length > 0) return found;
  const classes = distinct(entities.map((entity) => entity.type)).map(printable);
  const choice = classes.length > 0 ? `choose from ${classes.join(", ")}` : "it has no entities at all";
  throw new Failure(`--type: nothing in this graph is of the class "${type}"; ${choice}`, EXIT.usage);
}

/** Of two, the one that is mentioned more often stands first, as whose id stays; else the one of the fuller name. */
function pairsOf(entities: readonly ListedEntity[]): readonly DoubtfulPair[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return doubtfulPairs(entities.filter(({ named }) => named)).flatMap(({ ids, score, reason }) => {
    const [first, second] = ids
      .flatMap((id) => byId.get(id) ?? [])
      .sort((a, b) => b.mentions - a.mentions || b.label.length - a.label.length || byCodeUnit(a.id, b.id));
    return first && second ? [{ first, second, score, reason }] : [];
  });
}

function entityRecord({ iri, label, type, mentions, documents, aliases }: ListedEntity): object {
  return { id: iri, label, type, mentions, documents, aliases };
}

function pairRecord({ first, second, score, reason }: DoubtfulPair): object {
  return { same: [first.id, second.id], score, reason, of: [first, second].map(entityRecord) };
}
