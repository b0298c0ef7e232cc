import { expect, test } from "vitest";
import { embedSnippet } from "../../../src/page/takeaway/embed.ts";
import { readXml } from "../../support/xml-reader.ts";

test("names the file alone, with the view", () => {
  const snippet = embedSnippet("/home/ann/My%20graph.html", "#entity/Iran?embed", "Who says what");
  expect(snippet).toMatch(/^<iframe src="My%20graph\.html#entity\/Iran\?embed" title="Who says what" /);
});

test("has no way out of its attributes", () => {
  const { attributes } = readXml(embedSnippet("/", '#"><script>&x', "</iframe>\"'"));
  expect(attributes.get("src")).toBe('graph.html#"><script>&x');
  expect(attributes.get("title")).toBe("</iframe>\"'");
});
