import { button } from "./element.ts";

const dark = "(prefers-color-scheme: dark)";

/** A button that turns light to dark and back, whatever the system prefers. */
export function themeButton(): HTMLElement {
  return button(
    { class: "quiet", id: "theme", "aria-label": "Light or dark" },
    () => {
      const next = isDark() ? "light" : "dark";
      document.documentElement.dataset.theme = next;
    },
    "◐",
  );
}

/** Calls when light or dark changes, by the button or by the system. */
export function listenForTheme(changed: () => void): void {
  matchMedia(dark).addEventListener("change", changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? matchMedia(dark).matches : chosen === "dark";
}
