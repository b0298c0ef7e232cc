import { readParser } from "../../src/cli/resources.ts";

/** The parser with the default weights. */
export const parser = readParser();
