import type { Claim } from "../../model/claim.ts";
import type { Ontology } from "../../model/ontology.ts";
import type { PageRelation } from "../../model/page-payload.ts";
import { Table } from "./table.ts";
import { words } from "./words.ts";

/** The relations of some claims and all above them. */
export interface RelationTable {
  index(claim: Pick<Claim, "predicate" | "open">): number;
  rows(): readonly PageRelation[];
}

/** An open relation may have the name of one of the ontology and is another one all the same. */
const openMark = "~";

/** Gathers relations in the order of first sight; those above them that have no claims of their own come last. */
export function relationTable(ontology: Ontology): RelationTable {
  const table: Table<PageRelation> = new Table((key) => {
    if (key.startsWith(openMark)) {
      const name = key.slice(openMark.length);
      return { name, label: words(name), open: true };
    }
    const known = ontology.relations.get(key);
    const [above] = known?.ancestors ?? [];
    return {
      name: key,
      label: known?.label ?? words(key),
      open: false,
      ...(above === undefined ? {} : { parent: table.index(above) }),
      ...(known?.plover === undefined ? {} : { plover: known.plover }),
    };
  });
  return {
    index: ({ predicate, open }) => table.index(open ? `${openMark}${predicate}` : predicate),
    rows: () => table.rows(),
  };
}
