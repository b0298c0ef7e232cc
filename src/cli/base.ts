/** What all ids stand behind where nobody says otherwise. */
export const OWN_BASE = "https://w3id.org/whosays/";

/** An address as ids can be put behind it, with a slash at its end; undefined where it will not do. */
export function baseOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const usable = url && /^https?:$/.test(url.protocol) && !/[#?<>"{}|^`\\\s]/.test(address);
  if (!usable) return undefined;
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
