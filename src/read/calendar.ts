import type { Day } from "../model/time.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?).?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const FORMS: readonly { readonly pattern: RegExp; readonly order: readonly [number, number, number] }[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/, order: [1, 2, 3] },
  { pattern: new RegExp(`\\b${MONTH} ${DAY},? (\\d{4})\\b`, "i"), order: [3, 1, 2] },
  { pattern: new RegExp(`\\b${DAY}(?: of)? ${MONTH},? (\\d{4})\\b`, "i"), order: [3, 2, 1] },
];

/** The first full date in a text: "Oct 21, 2017", "22 October, 2017", "2017-10-22". Times of day are passed over. */
export function findDate(text: string): Day | undefined {
  const found = FORMS.flatMap(({ pattern, order }) => {
    const match = pattern.exec(text);
    const day = match && toDay(order.map((group) => match[group] ?? ""));
    return match && day ? [{ at: match.index, day }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.day;
}

function toDay(parts: readonly string[]): Day | undefined {
  const [year = "", month = "", day = ""] = parts;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named || Number(month);
  const date = new Date(Date.UTC(Number(year), number - 1, Number(day)));
  const real = date.getUTCMonth() === number - 1 && date.getUTCDate() === Number(day);
  return real ? date.toISOString().slice(0, 10) : undefined;
}
