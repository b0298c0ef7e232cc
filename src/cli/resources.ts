import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { openParser, type Parser } from "../annotate/parser/parser.ts";
import { WeightsError } from "../annotate/parser/weights.ts";
import type { PageProgram } from "../export/exporter.ts";
import type { Ontology } from "../model/ontology.ts";
import { byCodeUnit } from "../model/order.ts";
import { loadOntology } from "../ontology/load.ts";
import { OntologyError } from "../ontology/ontology-error.ts";
import { EXIT, Failure, systemReason } from "./failure.ts";
import type { Model } from "./models.ts";
import { withNamesOf } from "./names-files.ts";
import { PAGE_FOLDER, WEIGHTS_FOLDER } from "./own-folders.ts";

/** Reads an ontology and the user's own names; throws a `Failure` with code 2 that names what is wrong with them. */
export function readOntology(folder: string, names: readonly string[] = []): Ontology {
  return withNamesOf(readFolder(folder), names);
}

/** Shapes and what is made of the entries are Turtle too, and no entries. */
function isEntries(name: string): boolean {
  return name.endsWith(".ttl") && name !== "shapes.ttl" && !/^published[\\/]/.test(name);
}

/** All Turtle files of a folder that hold entries. */
function readFolder(folder: string): Ontology {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isEntries);
    if (names.length === 0)
      throw new Failure(
        `${folder}: holds no .ttl files; copy the ontology/ of whosays and change it`,
        EXIT.usage,
      );
    const files = [...names].sort(byCodeUnit).map((name) => ({
      name: relative(".", join(folder, name)).split(sep).join("/"),
      text: readFileSync(join(folder, name), "utf8"),
    }));
    return loadOntology(files);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof OntologyError) throw new Failure(error.message, EXIT.usage, { cause: error });
    throw new Failure(`${folder}: ${systemReason(error)}; check --ontology`, EXIT.usage, { cause: error });
  }
}

const parsers = new Map<Model, Parser>();

/** The parser with the weights of a model; read once for a process. Throws a `Failure` that names the file. */
export function readParser(model: Model = "default"): Parser {
  const opened = parsers.get(model) ?? parserAt(join(WEIGHTS_FOLDER, `${model}.weights`));
  parsers.set(model, opened);
  return opened;
}

function parserAt(file: string): Parser {
  try {
    return openParser(readFileSync(file));
  } catch (error) {
    const reason = error instanceof WeightsError ? error.message : systemReason(error);
    throw new Failure(`${file}: ${reason}; install whosays again`, undefined, { cause: error });
  }
}

/** The bundled browser program; throws a `Failure` that says how to make it. */
export function readPageProgram(): PageProgram {
  try {
    return {
      script: readFileSync(join(PAGE_FOLDER, "page.js"), "utf8"),
      style: readFileSync(join(PAGE_FOLDER, "page.css"), "utf8"),
    };
  } catch (error) {
    const reason = systemReason(error);
    throw new Failure(
      `${PAGE_FOLDER}: ${reason}; run "npm run build:page", or leave html out of --format`,
      undefined,
      { cause: error },
    );
  }
}
