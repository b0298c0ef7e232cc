import { escapeXml } from "../../model/xml.ts";

/**
 * The element that shows a view within another page.
 *
 * @param path where the page lies; only its file's name is used, for the other page will have it elsewhere
 * @param hash of the view, with `#`
 */
export function embedSnippet(path: string, hash: string, title: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1) || "graph.html";
  return `<iframe src="${escapeXml(file + hash)}" title="${escapeXml(title)}" width="100%" height="600" loading="lazy" style="border:0"></iframe>`;
}
