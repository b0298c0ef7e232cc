import { pageWords } from "../../model/page-words.ts";
import type { PageContext, Part } from "../context.ts";
import { copyText } from "../copy-text.ts";
import { button, element } from "../element.ts";
import type { MapVector } from "../map/map-vector.ts";
import { hashOf } from "../permalink.ts";
import { embedSnippet } from "./embed.ts";
import { formats } from "./formats.ts";
import { createPopover } from "./popover.ts";
import { saveFile } from "./save.ts";
import { svgOf } from "./svg.ts";
import type { TakeAwayFormat } from "./taking.ts";

const words = pageWords.takeAway;

/** The map as it can be taken along. */
export interface MapPicture {
  /** As a PNG, with its legend. */
  picture(): Promise<Blob>;
  /** As plain data; undefined where the map has gone meanwhile. */
  vector(): MapVector | undefined;
}

/** Makes the button with the menu of all that can be taken along; `map` gives none where none is drawn. */
export function createTakeAway(context: PageContext, map: () => MapPicture | null): Part {
  const note = element("p", { class: "notes", hidden: "" });
  const field = element("textarea", { readonly: "", rows: "3", hidden: "", "aria-label": words.copyByHand });
  const title = element("h2", {});
  const pictures = element(
    "div",
    { class: "group" },
    element("h2", {}, words.picture),
    item(words.png, () => savePicture(map(), tell)),
    item(words.svg, () => saveDrawing(map(), tell)),
  );
  const tell = (text: string): void => {
    note.textContent = text;
    note.hidden = false;
    field.hidden = true;
    context.say(text);
  };
  const copy = async (text: string, done: string): Promise<void> => {
    if (await copyText(text)) return tell(done);
    tell(words.copyByHand);
    field.value = text;
    field.hidden = false;
    field.focus();
    field.select();
  };
  const { root, panel } = createPopover(words.button, words.title, () => {
    title.textContent = words.data(context.shown().claims.length);
    pictures.hidden = map() === null;
    note.hidden = true;
    field.hidden = true;
  });
  panel.append(
    element(
      "div",
      { class: "group" },
      element("h2", {}, words.view),
      item(words.link, () => copy(addressOf(context), words.linkCopied)),
      item(words.embed, () => copy(snippetOf(context), words.embedCopied)),
    ),
    element(
      "div",
      { class: "group" },
      title,
      ...formats.map((format) => item(format.words, () => saveClaims(context, format, tell))),
    ),
    pictures,
    note,
    field,
  );
  // What is inside changes when it is opened.
  return { root, show: () => {} };
}

/** A choice of the menu: what it is called, and what it is for. */
function item(
  { name, use }: { readonly name: string; readonly use: string },
  press: () => void | Promise<void>,
): HTMLElement {
  return button(
    { class: "take" },
    () => void press(),
    element("span", { class: "name" }, name),
    element("small", {}, use),
  );
}

function saveClaims(
  { catalogue, shown }: PageContext,
  { fileName, mediaType, write }: TakeAwayFormat,
  tell: (text: string) => void,
): void {
  const { claims, state } = shown();
  const pieces = [...write({ catalogue, claims, filters: state.filters })];
  saveFile(new Blob(pieces, { type: `${mediaType};charset=utf-8` }), fileName);
  tell(words.saved(fileName, claims.length));
}

async function savePicture(map: MapPicture | null, tell: (text: string) => void): Promise<void> {
  if (map === null) return;
  try {
    saveFile(await map.picture(), "whosays-map.png");
    tell(words.savedPicture("whosays-map.png"));
  } catch {
    tell(words.noPicture);
  }
}

function saveDrawing(map: MapPicture | null, tell: (text: string) => void): void {
  const vector = map?.vector();
  if (vector === undefined) return;
  saveFile(new Blob([svgOf(vector)], { type: "image/svg+xml" }), "whosays-map.svg");
  tell(words.savedPicture("whosays-map.svg"));
}

/** The address of what is seen now; the address bar may be a moment behind. */
function addressOf({ catalogue, state }: PageContext): string {
  return location.href.replace(/#.*$/s, "") + hashOf(catalogue, state());
}

function snippetOf({ catalogue, state }: PageContext): string {
  const hash = hashOf(catalogue, { ...state(), embed: true });
  return embedSnippet(location.pathname, hash, document.title);
}
