import { pageWords } from "../../model/page-words.ts";
import { csvOf } from "./csv.ts";
import { gexfOf } from "./gexf.ts";
import { jsonOf } from "./json.ts";
import type { TakeAwayFormat } from "./taking.ts";
import { turtleOf } from "./turtle.ts";

const { formats: words } = pageWords.takeAway;

/** The files that claims are taken along in, in the order of the menu. */
export const formats: readonly TakeAwayFormat[] = [
  { words: words.csv, fileName: "whosays-claims.csv", mediaType: "text/csv", write: csvOf },
  { words: words.json, fileName: "whosays-claims.json", mediaType: "application/json", write: jsonOf },
  { words: words.turtle, fileName: "whosays-claims.ttl", mediaType: "text/turtle", write: turtleOf },
  { words: words.gexf, fileName: "whosays-graph.gexf", mediaType: "application/gexf+xml", write: gexfOf },
];
