/** Words that stand in every text, and at the head of many a sentence. */
const GRAMMAR: ReadonlySet<string> = new Set(
  (
    "a about after all also am an and any are as at be because been before but by can could did do does for from had has " +
    "have he her here his how i if in into is it its may me might more most must my no nor not now of off on one or our " +
    "out over shall she should so some such than that the their them then there these they this those to up us was we " +
    "were what when where which while who whom whose why will with would you your"
  ).split(" "),
);

/** Whether a word, in whatever case, is spelt like one of English grammar: "of", "Will", "MAY". */
export function isGrammarWord(form: string): boolean {
  return GRAMMAR.has(form.toLowerCase());
}
