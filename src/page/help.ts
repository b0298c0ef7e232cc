import { pageWords } from "../model/page-words.ts";
import { button, element } from "./element.ts";

/** What the keys do, and how to read the map, in a dialog. */
export interface Help {
  readonly root: HTMLDialogElement;
  open(): void;
}

/** Makes the help; the browser's own dialog keeps the focus within and gives it back. */
export function createHelp(): Help {
  const { title, close, intro, keys } = pageWords.help;
  const root = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    element(
      "div",
      { class: "help-bar" },
      element("h2", { id: "help-title" }, title),
      button({ class: "quiet", autofocus: "" }, () => root.close(), close),
    ),
    ...intro.map((line) => element("p", {}, line)),
    element(
      "dl",
      { class: "keys" },
      ...keys.flatMap(([combination, does]) => [
        element("dt", {}, ...combination.split(" ").map((each) => element("kbd", {}, each))),
        element("dd", {}, does),
      ]),
    ),
  );
  // A click beside the dialog falls on its backdrop, which is the dialog itself.
  root.addEventListener("click", (event) => {
    if (event.target === root) root.close();
  });
  return { root, open: () => root.showModal() };
}
