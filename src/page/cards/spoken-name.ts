import { pageWords } from "../../model/page-words.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { Selection } from "../state.ts";
import { claimCount, claimText, nameOf } from "./cards.ts";

const words = pageWords.cards;

/** What a selection is called when it is read out. */
export function spokenName(catalogue: Catalogue, selection: Selection): string {
  const { payload, claimsOf, links } = catalogue;
  switch (selection.kind) {
    case "nothing":
      return words.overview;
    case "entity":
      return `${nameOf(catalogue, selection.index)}, ${claimCount(claimsOf[selection.index] ?? [])}`;
    case "claim": {
      const claim = payload.claims[selection.index];
      return `${words.kinds.claim}: ${claim ? claimText(catalogue, claim) : ""}`;
    }
    case "link": {
      const { from = -1, to = -1, claims = [], loose = [] } = links[selection.index] ?? {};
      const names = `${nameOf(catalogue, from)}${words.and}${nameOf(catalogue, to)}`;
      return `${names}, ${claimCount([...claims, ...loose])}`;
    }
    case "group":
      return `${words.kinds.group}: ${words.around}${nameOf(catalogue, payload.groups[selection.index]?.name ?? -1)}`;
    case "disagreement": {
      const { kind, about } = payload.disagreements[selection.index] ?? {};
      return kind === undefined ? "" : `${words.differs.kinds[kind]}: ${about}`;
    }
    case "document": {
      const claim = payload.claims[selection.claim ?? -1];
      const document = `${words.kinds.document}: ${catalogue.publishers[selection.index] ?? ""}`;
      return claim === undefined ? document : `${document}, ${claimText(catalogue, claim)}`;
    }
    case "path":
      return `${words.kinds.path}: ${nameOf(catalogue, selection.from)}${words.and}${nameOf(catalogue, selection.to)}`;
  }
}
