export type { CutDocument, CutSentence } from "./print.ts";
export { wiresOf } from "./wires.ts";
