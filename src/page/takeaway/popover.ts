import { button, element } from "../element.ts";

/** A button and what it opens below itself. */
export interface Popover {
  readonly root: HTMLElement;
  readonly panel: HTMLElement;
}

/** Makes a button that opens a panel: Escape, a click elsewhere, or leaving it with Tab closes it again. */
export function createPopover(label: string, title: string, opened: () => void): Popover {
  // A click between the buttons leaves the focus within, where Escape is heard.
  const panel = element("div", {
    class: "popover",
    id: "take-away",
    role: "group",
    "aria-label": title,
    tabindex: "-1",
  });
  panel.hidden = true;
  const opener = button(
    { class: "quiet", "aria-expanded": "false", "aria-controls": "take-away" },
    () => (panel.hidden ? open() : close()),
    label,
  );
  const root = element("div", { class: "take-away" }, opener, panel);

  const outside = (event: Event): void => {
    if (event.target instanceof Node && !root.contains(event.target)) close();
  };
  const open = (): void => {
    opened();
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside, true);
    panel.querySelector("button")?.focus();
  };
  const close = (): void => {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
  };
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    // The page would go back to what was looked at before.
    event.stopPropagation();
    close();
    opener.focus();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !root.contains(relatedTarget)) close();
  });
  return { root, panel };
}
