import type { Clause } from "../../model/clause.ts";
import { chainOf, type Discourse } from "./discourse.ts";
import type { Placed } from "./placed.ts";
import { isReflexive } from "./series.ts";

/** What stands beside a pronoun in its own clause is not what it stands for, "Iran attacked it"; given by chain. */
export function boundChains({ top, sentence, mention }: Placed, discourse: Discourse): ReadonlySet<number> {
  if (isReflexive(mention.text)) return new Set();
  const { clauses = [], phrases = [] } = discourse.clauses[sentence] ?? {};
  const inClause = ({ subjects, topics, objects, recipients, obliques }: Clause) => [
    ...[...subjects, ...topics, ...objects, ...recipients],
    ...obliques.flatMap(({ heads }) => heads),
  ];
  const around = clauses
    .map(inClause)
    .filter((heads) => heads.includes(top))
    .flat();
  // "opened fire on it": what hangs on the object takes part too.
  const behind = phrases
    .filter(({ head }) => around.includes(head))
    .flatMap(({ obliques }) => obliques.flatMap(({ heads }) => heads));
  const mates = new Set([...around, ...behind]);
  const bound = (discourse.placed[sentence] ?? []).filter(
    (other) => other.mention !== mention && other.top !== top && mates.has(other.top),
  );
  const whole = new Set(bound.flatMap(({ mention: { organOf, known } }) => [organOf, known].filter(Boolean)));
  // "It opened fire on Israeli jets": nor is it what that is a part of.
  const owners = discourse.placed
    .flat()
    .filter(({ mention: { known } }) => known !== undefined && whole.has(known));
  return new Set([...bound, ...owners].map((other) => chainOf(discourse, other.mention)));
}
