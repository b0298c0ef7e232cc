/**
 * Articles of a case, each under a line that says who published it and when: `[Dawn 2017-10-21]`, `[Dawn]`.
 *
 * By file name, as files would hold them, with what the line says as front matter.
 */
export function pressOf(text: string): Readonly<Record<string, string>> {
  const blocks = text.split(/^\[(.+)\]$/m).slice(1);
  const articles = Array.from({ length: blocks.length / 2 }, (_, i) => [
    blocks[2 * i] ?? "",
    blocks[2 * i + 1] ?? "",
  ]);
  return Object.fromEntries(
    articles.map(([imprint = "", body = ""], i) => {
      const [, outlet = imprint, day] = /^(.+?)(?: (\d{4}-\d{2}-\d{2}))?$/.exec(imprint) ?? [];
      const front = [`outlet: ${outlet}`, ...(day ? [`published: ${day}`] : [])];
      return [`${i + 1}.txt`, ["---", ...front, "---", body.trim(), ""].join("\n")];
    }),
  );
}
