import { basename } from "node:path";
import type { Document } from "../model/document.ts";
import { read } from "../read/index.ts";
import { EXIT, Failure } from "./failure.ts";
import { fetchInputs, findInputs } from "./inputs.ts";

/** The one article at a path; throws a `Failure` that names the path where there is none, or more than one. */
export function documentAt(path: string, outlets: ReadonlySet<string>): Document {
  const [file, ...others] = findInputs([path]);
  if (!file || others.length > 0) throw new Failure(`${path}: is a folder; name one article`, EXIT.usage);
  for (const input of fetchInputs([file])) {
    const result =
      "bytes" in input ? read({ ...input, id: basename(path) }, { outlets }) : { skipped: input.reason };
    if ("document" in result) return result.document;
    throw new Failure(`${path}: ${result.skipped}`);
  }
  throw new Failure(`${path}: could not be read`);
}
