import type { Choice } from "../data/choices.ts";
import { fold } from "../data/name-index.ts";
import { element, isolated } from "../element.ts";
import { type ChoiceRow, createChoiceRow } from "./choice-row.ts";
import { createLongList, type LongList } from "./long-list.ts";

/** Makes a list of names to choose from. */
export function createChoiceList(
  title: string,
  change: (key: number | string, checked: boolean) => void,
): LongList<Choice> {
  const rows = new Map<number | string, { readonly row: ChoiceRow; readonly root: HTMLElement }>();
  const rowOf = ({ key, label }: Choice) => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = createChoiceRow({ type: "checkbox" }, [isolated(label)], (checked) => change(key, checked));
    const made = { row, root: element("li", {}, row.root) };
    rows.set(key, made);
    return made;
  };
  return createLongList<Choice>(title, {
    draw(choice) {
      const { row, root } = rowOf(choice);
      row.show({ count: choice.count, checked: choice.chosen });
      return root;
    },
    isKept: ({ chosen }) => chosen,
    isNamed: ({ label }, query) => fold(label).includes(query),
    count: (choices) => choices.length,
  });
}
