import { Option } from "commander";
import { MODELS } from "./models.ts";

/** `--model`, the same for every command that reads language. */
export function modelOption(): Option {
  return new Option("--model <name>", "the language model: the more exact one, or the faster one")
    .choices(MODELS)
    .default("default");
}
