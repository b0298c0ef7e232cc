import { element, isolated } from "../element.ts";
import type { ScreenPoint } from "./line-shape.ts";
import type { LineTold } from "./line-words.ts";

/** The words of the line that the mouse is on; they stay while the mouse is on them. */
export interface LineTip {
  readonly root: HTMLElement;
  /** Shows the words beside a point of the map. */
  tell(line: LineTold, at: ScreenPoint, stage: { readonly width: number; readonly height: number }): void;
  /** Hides the words in a moment, unless the mouse goes onto them. */
  leave(): void;
  /** Hides the words at once; whether any were there. */
  dismiss(): boolean;
}

/** Time to get from the line to its words, in milliseconds. */
const grace = 250;
const away = 14;

/** Makes the words of lines; `gone` is called whenever they hide. */
export function createLineTip(gone: () => void): LineTip {
  const root = element("div", { class: "line-tip", hidden: "" });
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const dismiss = (): boolean => {
    clearTimeout(leaving);
    const shown = !root.hidden;
    root.hidden = true;
    if (shown) gone();
    return shown;
  };
  const leave = (): void => {
    clearTimeout(leaving);
    leaving = setTimeout(dismiss, grace);
  };
  root.addEventListener("mouseenter", () => clearTimeout(leaving));
  root.addEventListener("mouseleave", leave);
  return {
    root,
    dismiss,
    leave,
    tell({ from, does, to, notes }, at, stage) {
      clearTimeout(leaving);
      root.replaceChildren(
        element("p", {}, isolated(from, "name"), " ", element("i", {}, does), " ", isolated(to, "name")),
        element("p", { class: "notes" }, notes.join(" · ")),
      );
      root.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = root;
      const left = at.x + away + width > stage.width ? at.x - away - width : at.x + away;
      const top = at.y + away + height > stage.height ? at.y - away - height : at.y + away;
      root.style.left = `${Math.max(4, left)}px`;
      root.style.top = `${Math.max(4, top)}px`;
    },
  };
}
