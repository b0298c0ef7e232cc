import { pageWords } from "../model/page-words.ts";
import { button } from "./element.ts";

const dark = "(prefers-color-scheme: dark)";
const key = "whosays-theme";

/** A button that turns light to dark and back, whatever the system prefers; the choice stays on this computer. */
export function themeButton(): HTMLElement {
  const chosen = remembered();
  if (chosen) document.documentElement.dataset.theme = chosen;
  return button(
    { class: "quiet icon", id: "theme", "aria-label": pageWords.frame.theme, title: pageWords.frame.theme },
    () => {
      const next = isDark() ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      remember(next);
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

/** Browsers may refuse to remember anything for a file. */
function remembered(): "light" | "dark" | undefined {
  try {
    const theme = localStorage.getItem(key);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined;
  }
}

function remember(theme: "light" | "dark"): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Then the choice holds for this visit.
  }
}
