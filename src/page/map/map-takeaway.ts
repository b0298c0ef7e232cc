import { dayWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { PageContext } from "../context.ts";
import { type LegendEntries, legendEntries, legendWords } from "./legend-entries.ts";
import type { MapVector } from "./map-vector.ts";
import type { MapSetup, MapView } from "./map-view.ts";
import { type PictureSize, pictureOf } from "./picture.ts";
import { vectorOf } from "./vector-of-map.ts";

/** Draws the map as it is seen, with legend, title and day under it; sizes as in `pictureOf`. */
export function takePicture(
  context: PageContext,
  map: MapView,
  setup: MapSetup,
  size: PictureSize,
): HTMLCanvasElement {
  const legend = legendWords(context.catalogue, map.look().palette, entriesOf(context));
  return pictureOf(map, setup, { legend, caption: captionOf(context) }, size);
}

/** The map as it is seen, as plain data. */
export function takeVector(context: PageContext, map: MapView): MapVector {
  return vectorOf(context.catalogue, map, entriesOf(context), captionOf(context));
}

function entriesOf(context: PageContext): LegendEntries {
  return legendEntries(context.catalogue, context.shown().scene);
}

/** The title of the page and the day of the newest article. */
function captionOf({ catalogue }: PageContext): string {
  const days = catalogue.payload.documents.flatMap(({ published }) => published ?? []).sort();
  const newest = days.at(-1);
  const dated = newest === undefined ? [] : [pageWords.map.asOf(dayWords({ start: newest, end: newest }))];
  return [document.title, ...dated].join(" · ");
}
