import type { Mention } from "../model/mention.ts";
import type { Draft } from "./mentions.ts";
import { keyOf } from "./name-keys.ts";
import { shortNames } from "./short-names.ts";

/**
 * Numbers the mentions of a document and puts those that surely refer to one thing into one chain.
 *
 * Sure are: one known name, one organ, one spelling, and a short name of what the document names in full.
 */
export function link(drafts: readonly Draft[], text: string): readonly Mention[] {
  const short = shortNames(drafts, text);
  const chains = new Map<string, number>();
  return drafts.map((draft, id) => {
    const own = keyOf(draft);
    const linked = short.get(own);
    const key = linked?.key ?? own;
    const chain = chains.get(key) ?? chains.size;
    chains.set(key, chain);
    if (!linked) return { ...draft, id, chain };
    return {
      ...draft,
      id,
      chain,
      known: linked.known,
      type: linked.type ?? draft.type,
      reason: linked.reason,
    };
  });
}
