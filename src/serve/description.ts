import type { Offer } from "./negotiation.ts";

/** What W3C calls the formats, by the first media type of each. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["application/sparql-results+json", "SPARQL_Results_JSON"],
  ["application/sparql-results+xml", "SPARQL_Results_XML"],
  ["text/csv", "SPARQL_Results_CSV"],
  ["text/tab-separated-values", "SPARQL_Results_TSV"],
  ["text/turtle", "Turtle"],
  ["application/n-triples", "N-Triples"],
]);

/** What the endpoint is, in the terms of SPARQL 1.1 Service Description, as Turtle. */
export function description(endpoint: string, offers: readonly Offer[]): string {
  const formats = offers.flatMap(({ mediaTypes: [first = ""] }) => {
    const name = NAMES.get(first);
    return name === undefined ? [] : [`<http://www.w3.org/ns/formats/${name}>`];
  });
  return `@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

<${endpoint}> a sd:Service ;
    sd:endpoint <${endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat ${formats.join(" , ")} ;
    sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
`;
}
