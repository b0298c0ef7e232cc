import type { Sentence, Token } from "../../model/annotated-document.ts";
import type { Mention } from "../../model/mention.ts";
import { isA, type Ontology } from "../../model/ontology.ts";
import { contains, overlaps } from "../../model/span.ts";
import { type PronounSeries, seriesOf } from "./series.ts";

/** Whether something is a person, as far as the text shows. */
export type Personhood = "person" | "thing" | "unknown";

/** A mention with its place in the sentence, and what agreement asks of it. */
export interface Placed {
  readonly mention: Mention;
  /** Which sentence it stands in. */
  readonly sentence: number;
  /** The token that the mention hangs on inside. */
  readonly head: number;
  /** The token by which its phrase hangs on the rest of the sentence. */
  readonly top: number;
  readonly role: "subject" | "object" | "owner" | "other";
  /** The dictionary form of its head, in lower case. */
  readonly noun: string;
  /** Dictionary forms of the other words of its phrase that say which one is meant; without articles and owners. */
  readonly modifiers: ReadonlySet<string>;
  readonly many: boolean;
  readonly person: Personhood;
  /** Of pronouns. */
  readonly series: PronounSeries | undefined;
}

/** Words in a phrase that do not tell one thing from another. */
const EMPTY_TAGS = /^(?:DET|ADP|PUNCT|PRON|CCONJ|PART|AUX|SYM)$/;

/** Places a mention in its sentence. */
export function placeOf(mention: Mention, at: number, sentence: Sentence, ontology: Ontology): Placed {
  const { tokens } = sentence;
  const inside = (token: Token | undefined) => token !== undefined && overlaps(mention.phrase, token);
  const top = tokens.findIndex((token) => inside(token) && !inside(tokens[token.head - 1]));
  const head = tokens.findLastIndex((token) => overlaps(mention.head, token));
  const noun = tokens[head];
  return {
    mention,
    sentence: at,
    head,
    top,
    role: roleOf(firstJoined(top, tokens)),
    noun: noun?.lemma.toLowerCase() ?? "",
    modifiers: new Set(
      tokens
        .filter((token) => inside(token) && token !== noun && !EMPTY_TAGS.test(token.upos))
        .map(({ lemma }) => lemma.toLowerCase()),
    ),
    many: isMany(mention, noun),
    person: personhoodOf(mention, sentence, ontology),
    series: mention.kind === "pronoun" ? seriesOf(mention.text) : undefined,
  };
}

/** How the first of what is joined by "and" hangs on the sentence: all of them do so. */
function firstJoined(top: number, tokens: readonly Token[]): string {
  let token = tokens[top];
  for (let steps = 0; token?.deprel === "conj" && steps < tokens.length; steps++)
    token = tokens[token.head - 1];
  return token?.deprel ?? "";
}

function roleOf(relation: string): Placed["role"] {
  if (relation.startsWith("nsubj")) return "subject";
  if (/^(?:obj|iobj)/.test(relation)) return "object";
  return relation === "nmod:poss" ? "owner" : "other";
}

function isMany({ kind, text }: Mention, head: Token | undefined): boolean {
  if (kind === "pronoun") return seriesOf(text)?.many === true;
  return /^NNP?S$/.test(head?.xpos ?? "") && kind !== "name";
}

function personhoodOf(mention: Mention, { markings }: Sentence, ontology: Ontology): Personhood {
  const { type, kind, head } = mention;
  if (kind === "pronoun") return seriesOf(mention.text)?.person ?? "unknown";
  if (type !== undefined && type !== "Entity") {
    if (isA(ontology, type, "Person") || isA(ontology, type, "Group")) return "person";
    return "thing";
  }
  const around = markings.filter((marking) => contains(marking, head));
  const smallest = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!smallest) return "unknown";
  return smallest.type === "person" ? "person" : "thing";
}
