import type { PageContext } from "../context.ts";
import { clear, lookAt, nothing, toggleGroup } from "../state.ts";
import type { MapView } from "./map-view.ts";

/** What clicks on the map lead to. */
export interface Clicks {
  /** An entity is looked at; a group is opened, or shown as one again. */
  node(key: string): void;
  /** The one claim of a line is looked at, or all between two. */
  line(key: string): void;
  ground(): void;
}

/** Makes what clicks on nodes, lines and the ground do. */
export function createClicks(context: PageContext, view: () => MapView | null): Clicks {
  return {
    node(key) {
      const node = view()?.index().nodes.get(key);
      if (node === undefined) return;
      const { kind, index } = node;
      context.update((state) =>
        lookAt(kind === "group" ? toggleGroup(state, index) : state, { kind, index }),
      );
    },
    line(key) {
      const index = view()?.index();
      const line = index?.lines.get(key);
      const [from, to] = [index?.nodes.get(line?.from ?? ""), index?.nodes.get(line?.to ?? "")];
      if (line === undefined || from === undefined || to === undefined) return;
      const [claim] = line.claims;
      const group = [from, to].find(({ kind }) => kind === "group");
      const [low, high] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
      const link = context.catalogue.links.findIndex((each) => each.from === low && each.to === high);
      if (line.claims.length === 1 && claim !== undefined) context.go({ kind: "claim", index: claim });
      else if (group !== undefined) context.go({ kind: "group", index: group.index });
      else if (link >= 0) context.go({ kind: "link", index: link });
      // Several claims of one about itself.
      else context.go({ kind: "entity", index: low });
    },
    ground() {
      context.update((state) => (state.selection.kind === nothing.kind ? state : clear(state)));
    },
  };
}
