import { digits } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import { type Child, element } from "../element.ts";

const words = pageWords.find;

/** What a row shows. */
export interface RowState {
  readonly count: number;
  readonly checked: boolean;
  /** Whether only some of what it stands for is chosen. */
  readonly part?: boolean;
}

/** A choice with its number of claims. */
export interface ChoiceRow {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  show(state: RowState): void;
}

/**
 * Makes a row with a box to tick, or of a set of which one is chosen.
 *
 * @param input its attributes: the type, and the name of the set
 */
export function createChoiceRow(
  input: Readonly<Record<string, string>>,
  label: readonly Child[],
  change: (checked: boolean) => void,
): ChoiceRow {
  const box = element("input", input);
  const number = element("span");
  const unit = element("span", { class: "spoken" });
  const root = element(
    "label",
    { class: "choice" },
    box,
    element("span", { class: "choice-name" }, ...label),
    " ",
    element("small", {}, number, unit),
  );
  box.addEventListener("change", () => change(box.checked));
  return {
    root,
    input: box,
    show({ count, checked, part = false }) {
      number.textContent = digits(count);
      unit.textContent = ` ${words.claims(count)}`;
      box.checked = checked;
      box.indeterminate = part;
      // It stays operable: what shows nothing now may have been chosen, or may be wanted once another filter is gone.
      root.classList.toggle("without", count === 0 && !checked);
    },
  };
}
