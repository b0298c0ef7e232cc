/** Weekdays from Monday on, as written out and as shortened. */
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(
    " ",
  );

const ones = ONES.slice(1).join("|");
const tens = TENS.slice(2).join("|");

/** In patterns a space stands for any white space, and `~` for white space or a hyphen. */
export const weekday = WEEKDAYS.join("|");
/** "Mon." and "Sun", which mean a day only beside a date. */
export const shortWeekday = "(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?";
export const month =
  "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
export const date = "\\d{1,2}(?:st|nd|rd|th)?";
export const year = "(?:1[0-9]|20)\\d{2}";
/** A number, written out or in digits, or the article of one. */
export const number = `(?:\\d{1,3}(?:,\\d{3})+|\\d+(?:[ -]1/2|½)|\\d+(?:\\.\\d+)?\\+?|(?:${tens})(?:~(?:${ones}))?|${ones}|an?(?: couple(?: of)?| dozen| hundred)?|half a dozen|dozen)`;
/** As many as nobody counted. */
export const fuzzy =
  "(?:(?:a few|several|many) (?:dozen|hundred|thousand)|a (?:few|number of|matter of)|(?:a )?good many|quite a few|several|few|many|some|multiple|various|countless|dozens of|scores of|hundreds of|thousands of)";
export const ordinal = `(?:${ORDINALS.slice(1).join("|")}|\\d{1,2}(?:st|nd|rd|th))`;
/** "nearly", "at least": belongs to the words of the time, and not to its value. */
export const roughly =
  "(?:(?:at least|at most|more than|less than|fewer than|no more than|no less than|as (?:much|many|long) as|up to|nearly|almost|about|around|roughly|approximately|some|just over|just under|well over|barely|only|another) )?";

/** The number of a weekday from 1 for Monday, by its first three letters. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1;
}

/** The number of a month, by its first three letters. */
export function monthNumber(name: string): number {
  return MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1;
}

/** The number that words tell: 25 for "twenty-five", 1 for "a"; none for "several". */
export function numberOf(words: string): number | undefined {
  const bare = words.replace(/[,+]/g, "").trim();
  const half = /^(\d+)(?:[\s-]+1\/2|½)$/.exec(bare);
  if (half) return Number(half[1]) + 0.5;
  if (/^\d/.test(bare)) return Number(bare);
  if (/^an?$/.test(bare)) return 1;
  if (bare.includes("couple")) return 2;
  if (bare.includes("dozen")) return bare.startsWith("half") ? 6 : 12;
  if (bare === "a hundred") return 100;
  const [first = "", second = ""] = bare.split(/[- ]+/);
  const ten = TENS.indexOf(first);
  if (ten > 1) return ten * 10 + Math.max(0, ONES.indexOf(second));
  const one = ONES.indexOf(first);
  return one > 0 ? one : undefined;
}

/** The place that an ordinal names: 3 for "third" and "3rd". */
export function ordinalOf(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word.replace(" ", "-"));
}
