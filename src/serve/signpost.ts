/** What is to be had on a server, for the page that says so. */
export interface Signs {
  /** The address of the server, with `/` at its end. */
  readonly address: string;
  /** Names of files, none of which needs escaping. */
  readonly files: readonly string[];
  readonly hasPage: boolean;
}

/** A small page that says what is to be had; it stands at the endpoint, and in the place of the graph's page where that is missing. */
export function signpost({ address, files, hasPage }: Signs): string {
  const links = files.map((name) => `<li><a href="/${name}">${name}</a></li>`);
  const page = hasPage
    ? '<p><a href="/">The page of the graph</a></p>'
    : "<p>There is no graph.html. Run <code>whosays build</code> with html among its <code>--format</code>, and serve again.</p>";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>whosays serve</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>A graph of whosays</h1>
${page}
<p>SPARQL tools ask it at <code>${address}sparql</code>:</p>
<pre>curl ${address}sparql --data-urlencode 'query=SELECT ?who { ?who kg:backs ent:Syria }'</pre>
<ul>
${links.join("\n")}
</ul>
</body>
</html>
`;
}
