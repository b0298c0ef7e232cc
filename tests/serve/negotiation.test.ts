import { expect, test } from "vitest";
import { choicesFor, type Offer } from "../../src/serve/negotiation.ts";

const OFFERS: readonly Offer[] = [
  { id: "people", mediaTypes: [] },
  { id: "json", mediaTypes: ["application/sparql-results+json", "application/json"] },
  { id: "csv", mediaTypes: ["text/csv"] },
  { id: "xml", mediaTypes: ["application/sparql-results+xml", "application/xml"] },
];
const JSON_TYPE = "application/sparql-results+json";
const XML_TYPE = "application/sparql-results+xml";
const ALL = [JSON_TYPE, "application/json", "text/csv", XML_TYPE, "application/xml"];

test.for<readonly [string, string | undefined, readonly string[]]>([
  ["no header: everything, in the order of the offers", undefined, ALL],
  ["an empty header: the same", " ", ALL],
  ["anything", "*/*", ALL],
  ["one type alone", "text/csv", ["text/csv"]],
  ["another name of a format", "application/json", ["application/json"]],
  ["types are the same in capitals", "Text/CSV", ["text/csv"]],
  ["all of a kind", "text/*", ["text/csv"]],
  ["what is liked more comes first", `${JSON_TYPE};q=0.2, text/csv;q=0.9`, ["text/csv", JSON_TYPE]],
  ["spaces around a weight", "text/csv ; q = 0.3 , application/xml", ["application/xml", "text/csv"]],
  [
    "what is named more exactly comes first",
    "*/*, text/csv",
    ["text/csv", ...ALL.filter((type) => type !== "text/csv")],
  ],
  ["equally liked: the order of the offers", `text/csv, ${JSON_TYPE}`, [JSON_TYPE, "text/csv"]],
  ["the most exact range decides", "text/csv;q=0, text/*, application/json;q=0.1", ["application/json"]],
  ["nothing is liked", "*/*;q=0", []],
  ["nothing fits", "image/png, text/html", []],
  ["anything but one", "*/*, application/*;q=0", ["text/csv"]],
  ["other parameters do not matter", "text/csv; charset=utf-8; header=present", ["text/csv"]],
  ["weights of three digits", "text/csv;q=0.001, application/xml;q=0.002", ["application/xml", "text/csv"]],
  [
    "a weight that is none: the range is passed over",
    "text/csv;q=2, application/xml;q=0.5",
    ["application/xml"],
  ],
  [
    "what is no range is passed over",
    "text, */csv, /, text/csv/x, ;q=1, application/xml",
    ["application/xml"],
  ],
  ["nothing but noise", ",;,=", []],
  [
    "a browser that follows a link",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    ["application/xml", JSON_TYPE, "application/json", "text/csv", XML_TYPE],
  ],
  ["YASGUI", "application/sparql-results+json,*/*;q=0.9", ALL],
])("%s", ([, accept, expected]) => {
  expect(choicesFor(accept, OFFERS).map(({ mediaType }) => mediaType)).toEqual(expected);
});

test("a choice names its offer", () => {
  expect(choicesFor("application/json", OFFERS)).toEqual([{ id: "json", mediaType: "application/json" }]);
});
