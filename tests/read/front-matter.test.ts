import { describe, expect, test } from "vitest";
import { frontMatter } from "../../src/read/front-matter.ts";

/** What a text's front matter says, without what it leaves open. */
function said(text: string): Record<string, unknown> {
  const { span, ...values } = frontMatter(text);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function block(text: string): string {
  const { span } = frontMatter(text);
  return text.slice(span.start, span.end);
}

describe("front matter", () => {
  test("between fences is read whatever else stands there", () => {
    const text = "---\ntitle: Raqqa falls\ntags:\n  - syria\ndate: Oct 21, 2017\n---\nThe town fell.";
    expect(said(text)).toEqual({ headline: "Raqqa falls", published: "2017-10-21" });
    expect(text.slice(block(text).length)).toBe("The town fell.");
  });

  test("without fences ends at the first empty line", () => {
    const text = "outlet: Example Post\npublished: 2017-10-22\n\nThe town fell.";
    expect(said(text)).toEqual({ outlet: "Example Post", published: "2017-10-22" });
    expect(block(text)).toBe("outlet: Example Post\npublished: 2017-10-22");
  });

  test.for([
    ["publisher: Example Post", { outlet: "Example Post" }],
    ["source: Example Post", { outlet: "Example Post" }],
    ["Agency: Reuters", { agency: "Reuters" }],
    ["HEADLINE: Raqqa: the end", { headline: "Raqqa: the end" }],
    ['title: "Raqqa falls"', { headline: "Raqqa falls" }],
    ["title: 'Raqqa falls'", { headline: "Raqqa falls" }],
    ["title: \"Raqqa falls'", { headline: "\"Raqqa falls'" }],
    ["dateline: BEIRUT", { dateline: "BEIRUT" }],
    ["date: 3 May 2017", { published: "2017-05-03" }],
    ["url: HTTPS://Example.ORG/a b", { url: "https://example.org/a%20b" }],
    ["link: http://example.org", { url: "http://example.org/" }],
    ["outlet: First\nsource: Second", { outlet: "First" }],
    ["outlet: Example Post  \t", { outlet: "Example Post" }],
    ["outlet: Example Post\nmood: grim", { outlet: "Example Post" }],
  ] as const)("%j is understood", ([lines, values]) => {
    expect(said(`${lines}\n\nThe town fell.`)).toEqual(values);
    expect(said(`---\n${lines}\n---\nThe town fell.`)).toEqual(values);
    expect(said(`\uFEFF---\r\n${lines.replaceAll("\n", "\r\n")}\r\n---\r\nThe town fell.`)).toEqual(values);
  });

  test.for([
    "url: javascript:alert(1)",
    "url: data:text/html,hello",
    "url: file:///etc/passwd",
    "url: ftp://example.org/",
    "url: example.org/story",
    "url: http://",
    "date: yesterday",
    "date: 2017-02-30",
    "constructor: polluted",
  ])("%s says nothing", (line) => {
    expect(said(`---\n${line}\n---\nThe town fell.`)).toEqual({});
    expect(said(`outlet: Example Post\n${line}\n\nThe town fell.`)).toEqual({ outlet: "Example Post" });
  });

  test.for([
    ["a headline with a colon", "Raqqa: the end\n\nThe town fell."],
    ["pairs of which none is known", "mood: grim\nweather: foul\n\nThe town fell."],
    ["pairs with a line of prose among them", "outlet: Example Post\nThe town fell.\n\nMore."],
    ["pairs below the first empty line", "Raqqa falls\n\noutlet: Example Post\n\nThe town fell."],
    ["a key without a space behind the colon", "url:https://example.org\n\nThe town fell."],
    ["a fence that is never closed", "---\ntitle: Raqqa falls\n\nThe town fell."],
    ["nothing", ""],
  ] as const)("is not seen in %s", ([, text]) => {
    expect(said(text)).toEqual({});
    expect(block(text)).toBe("");
  });

  test("takes no key from the prototype of objects", () => {
    expect(said("---\n__proto__: polluted\ntoString: polluted\n---\nThe town fell.")).toEqual({});
  });

  // The end is looked for by the first place where the words of the last line stand.
  test("ends behind its last line, though a line above quotes it", () => {
    const text = "headline: A note that said date: 2017-10-22\ndate: 2017-10-22\n\nThe town fell.";
    expect(block(text)).toBe("headline: A note that said date: 2017-10-22\ndate: 2017-10-22");
  });

  // Two rules of dashes are taken for fences whatever they enclose, and the article between them is lost.
  test("is not seen in prose between two rules of dashes", () => {
    expect(block("---\nRaqqa falls\n\nThe army took the town on Friday.\n---\nMore soon.")).toBe("");
  });
});
