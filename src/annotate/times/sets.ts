import { type Groups, type Meaning, type Rule, repeated, rule } from "./rule.ts";
import { number, numberOf, ordinal, weekday, weekdayNumber } from "./words.ts";

const unit =
  "(?<unit>hour|day|night|morning|afternoon|evening|weekend|weekday|week|month|quarter|year|decade|minute)";
const times = `(?:once|twice|thrice|(?:${number}|several|many|a few) times)`;

const VALUES: Readonly<Record<string, string>> = {
  ...{ minute: "PT1M", hour: "PT1H", day: "P1D", week: "P1W", month: "P1M", quarter: "P1Q", year: "P1Y" },
  ...{ decade: "P1DE", weekend: "XXXX-WXX-WE", weekday: "P1D", night: "XXXX-XX-XXTNI" },
  ...{ morning: "XXXX-XX-XXTMO", afternoon: "XXXX-XX-XXTAF", evening: "XXXX-XX-XXTEV" },
};
const ADVERBS: Readonly<Record<string, string>> = {
  ...{
    hourly: "PT1H",
    daily: "P1D",
    nightly: "XXXX-XX-XXTNI",
    weekly: "P1W",
    fortnightly: "P2W",
    biweekly: "P2W",
  },
  ...{ monthly: "P1M", bimonthly: "P2M", quarterly: "P1Q", biannual: "P6M", annual: "P1Y", annually: "P1Y" },
  ...{ yearly: "P1Y", biennial: "P2Y" },
};

/** How often something happens. */
export const SETS: readonly Rule[] = [
  rule(`(?:almost |nearly )?(?:every|each)(?: single)? ${unit}`, each),
  rule(`(?:every|each) (?:other|second) ${unit}`, ({ unit = "" }) => everyFew("2", unit)),
  rule(
    `every (?<number>${number}) (?<unit>minute|hour|day|week|month|quarter|year|decade)s`,
    ({ number = "", unit = "" }) => everyFew(String(numberOf(number) ?? "X"), unit),
  ),
  rule(`every few (?<unit>minute|hour|day|week|month|year|decade)s`, ({ unit = "" }) => everyFew("X", unit)),
  rule(
    `(?:every|each) (?:other )?(?<name>${weekday})(?: (?<part>morning|afternoon|evening|night))?`,
    onWeekdays,
  ),
  rule(`(?<name>${weekday})s(?: and (?:${weekday})s)?`, onWeekdays),
  rule(`${times} (?:an?|each|every|per) ${unit}`, each),
  // "200 people a day" is how often, "lasts a day" how long.
  rule(
    `(?<=(?:\\d|hundred|thousand|million|billion|percent|cent|once|twice|(?<! lasts| takes| spends| needs| is| was)[a-z]s) )an? ${unit}|(?<!(?:miles|kilometers|kilometres|km|meters|metres|knots) )per ${unit}`.replaceAll(
      "?<unit>",
      "?:",
    ),
    (_, __, words) => each({ unit: words.replace(/^(?:an?|per)\s+/, "") }),
  ),
  rule(`(?:on )?(?<unit>weekend|weekday)s`, each),
  rule(`(?<word>${Object.keys(ADVERBS).join("|")})`, ({ word = "" }) => repeated(ADVERBS[word] ?? "")),
  rule(`(?:the )?${ordinal} (?:${weekday}) of (?:every|each) month`, () => repeated("P1M")),
];

function each({ unit = "" }: Groups): Meaning {
  return repeated(VALUES[unit] ?? "");
}

function everyFew(amount: string, unit: string): Meaning {
  const one = VALUES[unit] ?? "";
  return repeated(/^PT?1/.test(one) ? one.replace("1", amount) : one);
}

function onWeekdays({ name = "", part }: Groups): Meaning {
  const spell = part ? { morning: "TMO", afternoon: "TAF", evening: "TEV", night: "TNI" }[part] : "";
  return repeated(`XXXX-WXX-${weekdayNumber(name)}${spell}`);
}
