import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "../model/order.ts";
import { type NamedQuery, readNamedQuery } from "../query/named.ts";
import { Failure, systemReason } from "./failure.ts";
import { QUERIES_FOLDER } from "./own-folders.ts";

/** The queries that come with whosays, by name. */
export function readNamedQueries(folder: string = QUERIES_FOLDER): readonly NamedQuery[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".rq"))
      .sort(byCodeUnit)
      .map((file) => readNamedQuery(file.slice(0, -3), readFileSync(join(folder, file), "utf8")));
  } catch (error) {
    throw new Failure(`${folder}: ${systemReason(error)}; install whosays again`, undefined, {
      cause: error,
    });
  }
}
