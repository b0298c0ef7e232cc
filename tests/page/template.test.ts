import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../src/export/html.ts";
import { escapeHtml, inlineScript, jsonIsland } from "../../src/export/page/escape.ts";
import { payloadOf } from "../../src/export/page/payload.ts";
import { wholeText } from "../../src/export/text.ts";
import { emptyGraph, hostileGraph, ontology, sampleGraph, settingsFor } from "../support/graphs.ts";

const program = {
  script: 'console.log("</script><!-- $&");\r\nrun()',
  style: 'p::before { content: "</style>" }',
};
const sample = wholeText(html.write(sampleGraph, settingsFor(program)));
const hostile = wholeText(html.write(hostileGraph, settingsFor(program)));

describe("graph.html", () => {
  it("tells its encoding first, and its policy right after", () => {
    expect(sample.indexOf('<meta charset="utf-8">')).toBeLessThan(1024);
    expect(sample).toMatch(/<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"/);
  });

  it.for([sample, hostile])("names exactly the script and the style it holds in its policy", (page) => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toBe(
      `default-src 'none'; script-src '${sha256(between(page, "<script>", "</script>"))}'; ` +
        `style-src '${sha256(between(page, "<style>", "</style>"))}'; ` +
        "img-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it("has one data block, one script and one style, whatever the names say", () => {
    expect(hostile.match(/<script/gi)).toHaveLength(2);
    expect(hostile.match(/<\/script/gi)).toHaveLength(2);
    expect(hostile.match(/<style/gi)).toHaveLength(1);
    expect(hostile.match(/<!--/g)).toBeNull();
    expect(hostile.match(/<img/gi)).toBeNull();
  });

  it("gives hostile payloads back from its data block as they were", () => {
    const island = between(hostile, '<script type="application/json" id="data">', "</script>");
    expect(JSON.parse(island)).toEqual(payloadOf(hostileGraph, ontology));
  });

  it("holds no control characters and no half surrogates", () => {
    expect(hostile).not.toMatch(/(?![\t\n])\p{Cc}/u);
    expect(hostile.isWellFormed()).toBe(true);
  });

  it("reads without a script: numbers, claims, stance, quotes and sources", () => {
    const reading = between(sample, "<main", "</main>");
    expect(reading).toContain("20 claims about 15 entities, read in 4 documents");
    expect(reading).toContain("<bdi>Nordkai AG</bdi> dismisses <bdi>Jonas Fiedler</bdi>");
    expect(reading).toContain("Denied by Nordkai AG");
    expect(reading).toContain("Nordkai AG denied that it had dismissed Fiedler.");
    expect(reading).toContain("Varnholm Courier, League closes the port over crane drivers, 2024-03-05");
  });

  it("is the same text for the same graph", () => {
    expect(wholeText(html.write(sampleGraph, settingsFor(program)))).toBe(sample);
  });

  it("is written for an empty graph too", () => {
    expect(wholeText(html.write(emptyGraph, settingsFor(program)))).toContain("0 claims about 0 entities");
  });
});

describe("escaping", () => {
  it("returns any value from a data block unchanged", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const island = jsonIsland(value);
        expect(JSON.parse(island)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(island).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  it("leaves no markup in text", () => {
    expect(escapeHtml(`<a href="x" b='y'>&amp;\u0000\ud800`)).toBe(
      "&#60;a href=&#34;x&#34; b=&#39;y&#39;&#62;&#38;amp;\ufffd\ufffd",
    );
  });

  it("changes no value of an inlined script", () => {
    const script = 'JSON.stringify(["</script>", /<\\/SCRIPT/.source, `<!-- $& -->`])';
    const inlined = inlineScript(script);
    expect(inlined).not.toMatch(/<\/script|<!--/i);
    expect(runInNewContext(inlined)).toBe(runInNewContext(script));
  });
});

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
