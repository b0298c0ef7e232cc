import type { ListedEntity } from "./entities-file.ts";
import { printable } from "./progress.ts";

/** Two entities that may be one; the first is the one whose id would stay. */
export interface DoubtfulPair {
  readonly first: ListedEntity;
  readonly second: ListedEntity;
  readonly score: number;
  readonly reason: string;
}

/** Code units of a cell that are shown at most. */
const WIDEST = 40;
/** Code units of all aliases of an entity that are shown at most. */
const ALIASES = 70;

/** Entities as a table for a terminal, a line each. */
export function entitiesText(entities: readonly ListedEntity[]): string {
  const rows = entities.map((entity) => [
    String(entity.mentions),
    String(entity.documents),
    shortened(entity.type),
    shortened(entity.id),
    shortened(entity.label),
    aliasesText(entity.aliases),
  ]);
  const table = [["mentions", "documents", "class", "id", "label", "aliases"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column < 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function shortened(text: string): string {
  const shown = printable(text);
  return shown.length > WIDEST ? `${shown.slice(0, WIDEST - 1)}…` : shown;
}

function aliasesText(aliases: readonly string[]): string {
  const shown: string[] = [];
  let room = ALIASES;
  for (const alias of aliases.map(shortened)) {
    if (alias.length > room) break;
    room -= alias.length + 2;
    shown.push(alias);
  }
  const more = aliases.length - shown.length;
  if (more === 0) return shown.join(", ");
  return shown.length === 0 ? `${more} of them` : `${shown.join(", ")} and ${more} more`;
}

/** Pairs that may be one, each with a line of Turtle that makes them so. */
export function pairsText(pairs: readonly DoubtfulPair[]): string {
  if (pairs.length === 0) return "No two entities here look as if they were one.";
  return pairs
    .map(
      ({ first, second, score, reason }) =>
        `${score.toFixed(2)}  ${described(first)} and ${described(second)}: ${printable(reason)}\n` +
        `      ${turtleName(first.id)} owl:sameAs ${turtleName(second.id)} .`,
    )
    .join("\n");
}

function described({ label, type, mentions }: ListedEntity): string {
  return `${shortened(label)} (${shortened(type)}, ${mentions} ${mentions === 1 ? "mention" : "mentions"})`;
}

/** An id behind `ent:`; what may not stand so in Turtle is percent-encoded. */
function turtleName(id: string): string {
  const safe = encodeURIComponent(id.toWellFormed()).replace(
    /[!'()*~]|\.$|^[-.]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `ent:${safe}`;
}
