import { countWords } from "../../model/claim-wording.ts";
import { pageWords } from "../../model/page-words.ts";
import type { Shown } from "../context.ts";
import { button, element, isolated } from "../element.ts";
import { toggleGroup } from "../state.ts";
import type { Card, CardContext } from "./card.ts";
import { claimCount, colourOf, entityLink, longList, nameOf, part } from "./cards.ts";

const words = pageWords.cards;

/** Entities that have more to do with each other than with the rest. */
export function groupCard(context: CardContext, index: number): Card {
  const { catalogue } = context;
  const group = catalogue.payload.groups[index];
  if (group === undefined) return { root: element("article") };
  const members = catalogue.members[index] ?? [];
  const claims = new Set(members.flatMap((entity) => catalogue.claimsOf[entity] ?? []));
  const items = members.map((entity) => () => {
    const count = element("small", {}, claimCount(catalogue.claimsOf[entity] ?? []));
    return element("li", {}, entityLink(context, entity), count);
  });
  const toggle = button({ class: "quiet small" }, () => context.update((state) => toggleGroup(state, index)));
  const refresh = ({ state, scene }: Shown): void => {
    const open = state.open.has(index);
    toggle.textContent = open ? words.closeGroup : words.openGroup;
    // Of a small graph the map shows every entity anyhow.
    toggle.hidden = !open && !scene.nodes.some(({ kind, index: i }) => kind === "group" && i === index);
  };
  refresh(context.shown());
  const root = element(
    "article",
    { class: "card group-card" },
    element("p", { class: `kind group-${colourOf(catalogue, group.name)}` }, words.kinds.group),
    element("h2", { tabindex: "-1" }, words.around, isolated(nameOf(catalogue, group.name))),
    element(
      "p",
      { class: "lead" },
      words.groupSummary(countWords(group.size, words.entity), claimCount([...claims])),
    ),
    toggle,
    part(words.members, longList("ranking", items, 30)),
  );
  return { root, refresh };
}
