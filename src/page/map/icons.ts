import type { PageIcon } from "../../model/page-payload.ts";
import type { Look } from "../data/held.ts";

/** The side of the square in which the icons are drawn. */
export const iconSide = 24;

/** The picture of each kind of entity: data of an SVG `path` in a square of `iconSide`, filled by even and odd. */
export const iconPaths: Readonly<Record<PageIcon, string>> = {
  person: "M12 3.5a4.2 4.2 0 1 0 .01 0zM3.8 20.5c0-4.6 3.4-7 8.2-7s8.2 2.4 8.2 7z",
  state: "M5 2.5h2.2v19H5zM8.2 4h11.6l-3.2 4.2 3.2 4.2H8.2z",
  body: "M12 2.5 2.5 7.6v2h19v-2zM4.6 11h2.8v6.4H4.6zM10.6 11h2.8v6.4h-2.8zM16.6 11h2.8v6.4h-2.8zM2.5 18.8h19v2.7h-19z",
  place:
    "M12 1.8a7.2 7.2 0 0 0-7.2 7.2c0 5.2 7.2 13.2 7.2 13.2s7.2-8 7.2-13.2A7.2 7.2 0 0 0 12 1.8zM12 6.2a2.8 2.8 0 1 1-.01 0z",
  event: "M12 1.5 14.7 9.3 22.5 12l-7.8 2.7L12 22.5l-2.7-7.8L1.5 12l7.8-2.7z",
  agreement: "M5.5 2h8.7l4.3 4.3V22h-13zM8.3 9h7.4v1.9H8.3zM8.3 12.8h7.4v1.9H8.3zM8.3 16.6h4.6v1.9H8.3z",
  thing: "M12 7.5a4.5 4.5 0 1 0 .01 0z",
};

/** The sign of a way to hold a claim, so that no colour stands alone; what is told as fact has none. */
export const badges: Readonly<Record<Look, string>> = {
  asserted: "",
  reported: "\u201c",
  uncertain: "?",
  denied: "\u2715",
  conflict: "\u2260",
};
