import fc from "fast-check";
import type { Ontology, Relation } from "../../src/model/ontology.ts";
import { ontology } from "./ontology.ts";

/** What has broken readers, writers and pages before; each alone is harmless in an honest article. */
export const hostilePieces: readonly string[] = [
  "</script><script>window.pwned=1</script>",
  "<!--<script>",
  "<img src=x onerror=window.pwned=1>",
  "]]>",
  "&amp;lt;",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "javascript:window.pwned=1",
  "\ud83d",
  "\udd4a",
  "🕊️",
  "👩‍👩‍👧",
  "🇸🇾",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u200b",
  "\u200d",
  "\u00ad",
  "\ufeff",
  "\ufffe",
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u009b2J",
  "\t",
  "\r\n",
  "\r",
  "\n\n",
  "\u2028",
  "\u2029",
  "\u000b",
  "\f",
  "“",
  "”",
  '"',
  "«",
  "’",
  "((((",
  ")",
  "[",
  "]]",
  "{",
  "e\u0301",
  "Z\u0351\u036b\u0343\u036a\u0302\u034b\u036b",
  "\u0301",
  "مدينة الرقة",
  "ﬁ",
  "İstanbul",
  "ß",
  "\\u0041",
  "\\",
  "%41",
  "<http://example.org/a b>",
  '"^^<x>',
  "@en .",
  "$&",
  "$1 $` $'",
  "x".repeat(200),
  "Anti-".repeat(60),
  "…",
  "---",
  "1,234.5",
];

/** Names that an article may hold: known ones, made-up ones, and those that nobody should be called. */
export function hostileName(): fc.Arbitrary<string> {
  const part = fc.oneof(
    fc.constantFrom(...KNOWN, ...UNKNOWN),
    fc.constantFrom(...hostilePieces),
    fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
  );
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom("", " ", "-", "\u200b"))
    .map(([parts, between]) => parts.join(between));
}

/** Sentences like those of the news, with whatever breaks programs put between and inside their words. */
export function hostileText(): fc.Arbitrary<string> {
  const mark = fc.constantFrom(...hostilePieces, ".", ",", " ", "; ", ": ", " – ", "? ");
  const word = fc.oneof(
    { weight: 3, arbitrary: hostileName() },
    { weight: 3, arbitrary: fc.constantFrom(...VERBS) },
    { weight: 2, arbitrary: mark },
  );
  const babble = fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "", ". ", "\n")), { maxLength: 14 })
    .map((words) => words.flat().join(""));
  const broken = fc
    .tuple(newsSentence(), mark, fc.nat({ max: 200 }))
    .map(([sentence, piece, at]) => sentence.slice(0, at) + piece + sentence.slice(at));
  return fc
    .tuple(
      fc.constantFrom("", "\ufeff", "---\ntitle: </script>\n---\n", "\r\n"),
      fc.array(fc.oneof(babble, broken), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(" ", "\n", "\r\n\r\n", "\u2028"),
    )
    .map(([head, sentences, between]) => head + sentences.join(between));
}

/** A plausible article over known names and the wordings of the ontology, so that claims come of it. */
export function newsText(): fc.Arbitrary<string> {
  const paragraph = fc.array(newsSentence(), { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
  return fc
    .tuple(
      fc.constantFrom(
        "",
        "---\noutlet: The Harbour Post\npublished: 2017-10-21\n---\n",
        "Talks go on\nOct 21, 2017\n\n",
      ),
      fc.constantFrom("", "BEIRUT — ", "MOSCOW (Crescent Wire) - ", "ANKARA: "),
      fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    )
    .map(([head, dateline, paragraphs]) => `${head}${dateline}${paragraphs.join("\n\n")}\n`);
}

/** Two to five articles by file name; several tell of the same, each in its own way. */
export function documents(): fc.Arbitrary<Readonly<Record<string, string>>> {
  const name = fc
    .tuple(
      fc.constantFrom("", "wire/", "Wire/", "å/", "__proto__/"),
      fc.constantFrom(..."aäbzZİı7".split("")),
      fc.nat(99),
    )
    .map(([folder, letter, n]) => `${folder}${letter}${n}.txt`);
  return fc.array(happening(), { minLength: 1, maxLength: 3 }).chain((shared) => {
    const retold = fc.array(tellingOf(fc.constantFrom(...shared)), { minLength: 1, maxLength: 3 });
    const text = fc
      .tuple(fc.oneof({ weight: 4, arbitrary: newsText() }, { weight: 1, arbitrary: hostileText() }), retold)
      .map(([own, common]) => `${own}\n\n${common.join(" ")}\n`);
    return fc
      .uniqueArray(fc.tuple(name, text), { minLength: 2, maxLength: 5, selector: ([file]) => file })
      .map((all) => Object.fromEntries(all));
  });
}

/** Texts at the edge of what an article can be. */
export const edgeTexts: readonly { readonly name: string; readonly text: string }[] = [
  { name: "nothing", text: "" },
  { name: "one letter", text: "a" },
  { name: "one word", text: "Raqqa" },
  { name: "one mark", text: "." },
  { name: "white space", text: " \t\r\n\u00a0\u2028 " },
  { name: "a byte order mark", text: "\ufeff" },
  { name: "a byte order mark and a sentence", text: "\ufeffIran backs Syria." },
  { name: "emoji", text: "🕊️🇸🇾👩‍👩‍👧 🚢." },
  { name: "CRLF", text: "Iran backs Syria.\r\n\r\nRussia attacked Aleppo.\r\n" },
  { name: "lone carriage returns", text: "Iran backs Syria.\rRussia attacked Aleppo.\r" },
  {
    name: "controls",
    text: "Iran\u0000 backs\u0007 Syria\u001b[31m.\u0085Russia\u009b attacked\u007f Aleppo.",
  },
  { name: "half surrogates", text: "\ud83d Iran backs \udd4a Syria\ud83d." },
  { name: "marks of direction", text: "\u202eIran\u202c backs \u2066Syria\u2069.\u200f" },
  { name: "combining marks", text: `Z${"\u0351".repeat(300)}algo backs Syria.` },
  {
    name: "open brackets and quotes",
    text: "“Iran (backs [Syria, “Russia said. ‘Turkey” attacked) Aleppo].",
  },
  { name: "only quotation marks", text: "“”\"'‘’«»„".repeat(40) },
  { name: "only brackets", text: "()[]{}<>".repeat(60) },
  { name: "an open front matter", text: "---\ntitle: Iran backs Syria.\n" },
  { name: "a front matter alone", text: "---\npublished: 2017-10-21\n---\n" },
  { name: "a word without end", text: `${"Iran".repeat(2000)} backs Syria.` },
  { name: "a sentence without end", text: `${"Iran backs Syria and ".repeat(300)}Russia.` },
  { name: "a mark that folds to a space", text: "¨" },
  { name: "such a mark before a name", text: "¸Iran backs Syria. ¯\\_(ツ)_/¯" },
  { name: "a noun that only an attitude knows", text: "Odile Brandvold said that IS sets Iran free." },
  {
    name: "names of objects",
    text: "Mr Constructor attacked __proto__. President __proto__ met Mr Valueof in Raqqa.",
  },
];

/** Known names; several are states, several places, several groups, and some are said in more than one way. */
const KNOWN = [
  "Iran",
  "Syria",
  "Russia",
  "Turkey",
  "Israel",
  "Egypt",
  "Jordan",
  "the United States",
  "Washington",
  "Tehran",
  "Islamic State",
  "IS",
  "Hamas",
  "Hezbollah",
  "the Syrian army",
  "Raqqa",
  "Aleppo",
  "Mosul",
  "Bashar Assad",
  "Assad",
  "the US-backed Syrian Democratic Forces",
  "Turkish troops",
  "Syrian President Bashar Assad",
  "Aleppo, Syria,",
  "the northern city of Raqqa in Syria",
];
const UNKNOWN = [
  "Odile Brandvold",
  "Brandvold",
  "Mr Constructor",
  "Nordkai Group",
  "the Ministry of Ferries",
  "Port Ellery",
  "rebels",
  "the town",
  "they",
  "Zoë Müller-Lüdenscheidt",
];
const VERBS = [
  "backs",
  "attacked",
  "did not attack",
  "may arm",
  "accused",
  "said that",
  "was captured by",
  "is head of",
  "met",
  "denied",
  "plans to bomb",
  "fears",
  "of attacking",
];

/** Something that may have come about, ready to be told in one way or another. */
type Happening = (how: string) => string;

function happening(): fc.Arbitrary<Happening> {
  const wording = fc.constantFrom(...wordingsOf(ontology));
  return fc.tuple(wording, actor(), actor(), actor(), fc.nat(5)).map(
    ([text, s, o, other, pick]) =>
      (how: string) =>
        sayOut(text, { s, o, other, pick, how }),
  );
}

function actor(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
    { weight: 1, arbitrary: fc.constantFrom(...UNKNOWN) },
  );
}

const FRAMES: readonly ((statement: string, who: string) => string)[] = [
  (statement) => `${statement}.`,
  (statement) => `${statement} on Tuesday.`,
  (statement) => `${statement} in June 2016.`,
  (statement, who) => `${statement}, ${who} said.`,
  (statement, who) => `${who} said that ${statement}.`,
  (statement, who) => `${who} denied that ${statement}.`,
  (statement, who) => `“${statement},” ${who} said.`,
  (statement, who) => `If ${who} leaves, ${statement}.`,
];

function tellingOf(happenings: fc.Arbitrary<Happening>): fc.Arbitrary<string> {
  const how = fc.constantFrom("s", "s", "s", "will ", "may ", "did not ", "plans to ");
  return fc
    .tuple(fc.constantFrom(...FRAMES), happenings, how, actor())
    .map(([frame, happened, manner, who]) => capitalised(frame(happened(manner), who)));
}

function newsSentence(): fc.Arbitrary<string> {
  return tellingOf(happening());
}

interface Fillers {
  readonly s: string;
  readonly o: string;
  readonly other: string;
  /** Which of the alternatives of each word is taken. */
  readonly pick: number;
  /** What the verb is put into: `s` for the third person, else what stands before its plain form. */
  readonly how: string;
}

function wordingsOf({ relations, attitudes }: Ontology): readonly string[] {
  const all: readonly Pick<Relation, "wordings">[] = [...relations.values(), ...attitudes];
  return all.flatMap(({ wordings }) => wordings.map(({ text }) => text));
}

/** "S talk/speak to O" as "Iran speaks to Syria"; one name is enough for every slot but subject and object. */
function sayOut(wording: string, { s, o, other, pick, how }: Fillers): string {
  const words = wording.split(" ").map((word) => {
    const choices = word.split("/");
    return choices[pick % choices.length] as string;
  });
  const verbAt = words[0] === "S" && words[1] !== "and" ? 1 : -1;
  if (/-/.test(words[0] ?? "")) words.unshift("the");
  if (words[0] === "the") words.push("meets", other);
  return words
    .map((word, i) => {
      if (i === verbAt) return how === "s" ? thirdPerson(word) : how + word;
      if (word === "CONTENT")
        return /^(?:of|for|from|against|with|in|stop|avoid)$/.test(words[i - 1] ?? "")
          ? `attacking ${other}`
          : contentBehind(words[i - 1], other);
      return word
        .replace(/^S(?=$|['’-])/, s)
        .replace(/^O(?=$|['’-])/, o)
        .replace(/(?<=^|-)S$/, s)
        .replace(/^[A-Z]{4,}$/, "peace");
    })
    .join(" ");
}

function contentBehind(before: string | undefined, other: string): string {
  return before === "to" || before === "O" ? `attack ${other}` : `Turkey attacked ${other}`;
}

function thirdPerson(verb: string): string {
  const irregular = new Map([
    ["be", "is"],
    ["have", "has"],
    ["do", "does"],
    ["go", "goes"],
  ]);
  const known = irregular.get(verb);
  if (known !== undefined) return known;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function capitalised(sentence: string): string {
  return sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
