import { claimColumns } from "../../model/claim-columns.ts";
import { csvRow } from "../../model/delimited.ts";
import { takenClaims } from "./taken-claim.ts";
import type { Taking } from "./taking.ts";

/** A claim a row, in the columns of `claims.csv`. */
export function* csvOf({ catalogue, claims }: Taking): Iterable<string> {
  const { base, entities } = catalogue.payload;
  const labels = new Map(entities.map(({ id, label }) => [id, label]));
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const columns = Object.entries(claimColumns);
  yield csvRow(columns.map(([name]) => name));
  for (const claim of takenClaims(catalogue, claims))
    yield csvRow(columns.map(([, cell]) => cell(claim, labelOf, base)));
}
