import { type Published, type PublishedTerm, SECTIONS, shortName } from "./published.ts";

const STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:1rem 1.25rem 4rem;max-width:60rem}
h1{font-size:1.7rem;margin:1rem 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:0;display:inline}article{padding:.6rem 0;border-bottom:1px solid var(--soft)}article:target{background:#fd03}
code,.name{font-family:ui-monospace,monospace;font-size:.9em}.name{opacity:.75;margin-left:.5em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .75rem;margin:.25rem 0 0;font-size:.9rem}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
p{margin:.15rem 0}nav ul{columns:14rem;padding-left:1.2rem;font-size:.9rem;margin:.25rem 0}a{color:inherit;text-decoration-color:#888}
summary{cursor:pointer}@media(max-width:36rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}}`;

const CAPTIONS: readonly (readonly [property: string, caption: string])[] = [
  ["rdf:type", "is a"],
  ["rdfs:subClassOf", "under"],
  ["rdfs:subPropertyOf", "under"],
  ["schema:domainIncludes", "from"],
  ["schema:rangeIncludes", "to"],
  ["rdfs:domain", "of"],
  ["rdfs:range", "value"],
  ["kg:ploverType", "PLOVER"],
  ["skos:inScheme", "in"],
  ["skos:member", "holds"],
  ["skos:closeMatch", "close to"],
  ["skos:broadMatch", "part of"],
  ["skos:narrowMatch", "joins"],
  ["skos:relatedMatch", "touches"],
  ["rdfs:seeAlso", "see also"],
];

/** How many wordings are shown of a relation. */
const SHOWN = 4;

/** The ontology as a page for people; the anchor of a term is its local name, so that its IRI leads to it. */
export function publishedPage(published: Published): string {
  const { header, terms } = published;
  const one = (name: string) => escaped(header.get(name)?.[0] ?? "");
  const anchors = new Map(terms.map((term) => [term.iri, anchorOf(term)]));
  const below = childrenOf(terms);
  const sections = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((key) => ({
    key,
    title: SECTIONS[key],
    terms: terms.filter((term) => term.section === key),
  }));
  const contents = sections.map(
    ({ key, title, terms: within }) =>
      `<details><summary><a href="#section-${key}">${escaped(title)}</a> (${within.length})</summary><ul>${within
        .map((term) => `<li><a href="#${anchorOf(term)}">${escaped(term.label)}</a></li>`)
        .join("")}</ul></details>`,
  );
  const bodies = sections.map(
    ({ key, title, terms: within }) =>
      `<section><h2 id="section-${key}">${escaped(title)}</h2>\n${within
        .map((term) => article(term, anchors, below.get(term.iri) ?? []))
        .join("\n")}\n</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${one("dcterms:title")} ${one("owl:versionInfo")}</title>
<style>${STYLE}</style></head><body>
<header><h1>${one("dcterms:title")}</h1>
<p>${one("dcterms:description")}</p>
<dl><dt>version</dt><dd><code>${one("owl:versionIRI")}</code></dd>
<dt>prefix</dt><dd><code>@prefix ${one("vann:preferredNamespacePrefix")}: &lt;${one("vann:preferredNamespaceUri")}&gt; .</code></dd>
<dt>licence</dt><dd><a href="${one("dcterms:license")}">${one("dcterms:license")}</a></dd>
<dt>in Turtle</dt><dd><a href="whosays.ttl">whosays.ttl</a>; shapes: <a href="../shapes.ttl">shapes.ttl</a>, <a href="relation-shapes.ttl">relation-shapes.ttl</a></dd></dl>
<p>A fact is a plain triple: <code>ent:Iran kg:backs ent:Syria</code>. Every fact is told by a <a href="#Claim">claim</a>, which says how it is
held, who says so and where it was read; what is denied, reported, planned or doubted is a claim alone. “From” and “to” of a relation are the classes that
it is expected to join; its domain and range are wide, for they infer.</p></header>
<nav>${contents.join("\n")}</nav>
<main>
${bodies.join("\n")}
</main></body></html>
`;
}

/** The IRIs of those right below a term. */
function childrenOf(terms: readonly PublishedTerm[]): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const { iri, links } of terms) {
    for (const parent of [
      ...(links.get("rdfs:subClassOf") ?? []),
      ...(links.get("rdfs:subPropertyOf") ?? []),
    ])
      below.set(parent, [...(below.get(parent) ?? []), iri]);
  }
  return below;
}

function anchorOf({ name }: PublishedTerm): string {
  const local = name.slice(name.indexOf(":") + 1);
  if (name.startsWith("kg:")) return local;
  return name.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "");
}

function article(
  term: PublishedTerm,
  anchors: ReadonlyMap<string, string>,
  below: readonly string[],
): string {
  const link = (iri: string) => {
    const anchor = anchors.get(iri);
    return anchor === undefined
      ? `<a href="${escaped(iri)}">${escaped(shortName(iri))}</a>`
      : `<a href="#${anchor}">${escaped(shortName(iri))}</a>`;
  };
  const rows = CAPTIONS.flatMap(([property, caption]) => {
    const values = term.links.get(property) ?? [];
    const wide = property === "rdfs:domain" || property === "rdfs:range";
    if (values.length === 0 || (wide && term.section === "relations")) return [];
    return [row(caption, values.map(link).join(", "))];
  });
  const texts = [...term.texts].map(([property, values]) =>
    row(escaped(property.slice(property.indexOf(":") + 1)), values.map(escaped).join("; ")),
  );
  const shown = term.wordings.slice(0, SHOWN).map((each) => `<code>${escaped(each)}</code>`);
  const more = term.wordings.length - shown.length;
  const said =
    shown.length === 0 ? [] : [row("said", `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`)];
  const under = below.length === 0 ? [] : [row("above", below.map(link).join(", "))];
  const definition = term.definition === "" ? "" : `<p>${escaped(term.definition)}</p>`;
  return `<article id="${anchorOf(term)}"><h3>${escaped(term.label)}</h3><span class="name">${escaped(term.name)}</span>${definition}<dl>${[...rows, ...under, ...texts, ...said].join("")}</dl></article>`;
}

function row(caption: string, html: string): string {
  return `<dt>${caption}</dt><dd>${html}</dd>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
