import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { html } from "../../src/export/html.ts";
import { escapeHtml, escapeJson, inlineScript } from "../../src/export/page/escape.ts";
import { payloadOf } from "../../src/export/page/payload.ts";
import { wholeText } from "../../src/export/text.ts";
import {
  documentOf,
  emptyGraph,
  hostileGraph,
  ontology,
  sampleGraph,
  settingsFor,
} from "../support/graphs.ts";
import { bundlePage } from "./bundle.ts";
import { dataBlockOf, payloadIn } from "./data-in-page.ts";

/** Far more than is needed; other work may keep the machine busy. */
vi.setConfig({ testTimeout: 60_000 });

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

  it.for([sample, hostile])("names exactly the scripts and the style it holds in its policy", (page) => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const starter = sha256(between(page, "<script>", "</script>"));
    expect(policy).toBe(
      `default-src 'none'; script-src '${starter}' '${sha256(programIn(page))}'; ` +
        `style-src '${sha256(between(page, "<style>", "</style>"))}'; ` +
        "img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
    );
  });

  it("has its data, its program, what starts it and one style, whatever the names say", () => {
    expect(hostile.match(/<script/gi)).toHaveLength(3);
    expect(hostile.match(/<\/script/gi)).toHaveLength(3);
    expect(hostile.match(/<style/gi)).toHaveLength(1);
    expect(hostile.match(/<!--/g)).toBeNull();
    expect(hostile.match(/<img/gi)).toBeNull();
  });

  it("gives hostile payloads back from its data block as they were", () => {
    expect(dataBlockOf(hostile).encoding).toBe("json");
    expect(payloadIn(hostile)).toEqual(payloadOf(hostileGraph, ontology, "https://example.org/"));
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

  it("packs large data, the same on every system, and gives them back as they were", () => {
    // Half of a surrogate pair, and text that could be taken for markup.
    const text = Array.from({ length: 200_000 }, (_, i) => `${i} </script> \ud83d `).join("");
    const large = { ...sampleGraph, documents: [...sampleGraph.documents, documentOf("z", text)] };
    const page = wholeText(html.write(large, settingsFor(program)));
    const { encoding, text: packed } = dataBlockOf(page);
    expect(encoding).toBe("gz");
    expect([...Buffer.from(packed, "base64").subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 2, 3]);
    expect(page.length).toBeLessThan(text.length / 3);
    expect(payloadIn(page)).toEqual(payloadOf(large, ontology, "https://example.org/"));
    expect(page.match(/<script/gi)).toHaveLength(3);
  });

  it("tells without a script what the articles differ in, with who says which", () => {
    const sides = [
      { value: "yes", claims: ["dismissal000000c"] },
      { value: "it did <not>", claims: ["dismissal000000b"] },
    ];
    const about = "Nordkai AG dismisses Jonas Fiedler";
    const disagreements = [{ kind: "polarity" as const, event: undefined, about, sides }];
    const page = wholeText(html.write({ ...sampleGraph, disagreements }, settingsFor(program)));
    const reading = between(page, "<h2>Where the articles differ</h2>", "</section>");
    expect(reading).toContain(`<bdi>${about}</bdi>`);
    expect(reading).toContain("<bdi>It happened</bdi>");
    expect(reading).toContain("<bdi>it did &#60;not&#62;</bdi>");
    expect(reading).toContain("Nordkai AG dismissed Jonas Fiedler last week.");
    expect(reading).toContain("The Ostfjord Tribune");
    expect(sample).not.toContain("Where the articles differ");
  });

  it("packs its program, and is no larger than 300 kB without data", async () => {
    const whole = await bundlePage();
    const page = wholeText(html.write(emptyGraph, settingsFor(whole)));
    expect(programIn(page)).toBe(inlineScript(whole.script));
    expect(page.length).toBeLessThan(300_000);
  });

  it("is the same text for the same graph", () => {
    expect(wholeText(html.write(sampleGraph, settingsFor(program)))).toBe(sample);
  });

  it("is written for an empty graph too", () => {
    expect(wholeText(html.write(emptyGraph, settingsFor(program)))).toContain("0 claims about 0 entities");
  });
});

/** The program that a page starts. */
function programIn(page: string): string {
  const packed = between(page, '<script type="text/plain" id="program">', "</script>");
  return gunzipSync(Buffer.from(packed, "base64")).toString();
}

describe("escaping", () => {
  it("returns any value from a data block unchanged", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const island = escapeJson(JSON.stringify(value));
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
