/** What all ids stand behind where nobody says otherwise. */
export const OWN_BASE = "https://w3id.org/whosays/";

/** An address as ids can be put behind it, or why it will not do and what to write. */
export function baseOf(address: string): { readonly base: string } | { readonly problem: string } {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return { problem: "is no http or https address; give one such as https://example.org/kg/" };
  const [mark] = /[#?]/.exec(address) ?? [];
  if (mark !== undefined) {
    const what = mark === "?" ? "a query" : "a fragment";
    return { problem: `has ${what}, and ids are put behind it as folders; leave out all from "${mark}"` };
  }
  if (/[<>"{}|^`\\\s]/.test(address))
    return { problem: "has a character that no IRI may have; write it as %20 and the like" };
  if (!address.endsWith("/"))
    return { problem: `does not end with "/", so ids would run into its last word; write ${address}/` };
  return { base: url.href };
}
