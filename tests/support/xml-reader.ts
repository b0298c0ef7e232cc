/** An element as a strict reader of XML has it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

/** Reads the XML that our writers write, and throws at whatever is not well-formed or not of that small kind. */
export function readXml(text: string): XmlElement {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error("no character of XML");
  const root: Open = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Open[] = [root];
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  const token = /<(\/?)([\w:]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (let at = 0; at < body.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(body);
    const top = stack.at(-1) as Open;
    if (!match) throw new Error(`not well-formed: ${body.slice(at, at + 80)}`);
    const [, closes, name = "", attributes = "", empty, words] = match;
    if (words !== undefined) top.text += decoded(words);
    else if (closes) {
      if (top.name !== name || attributes !== "" || empty) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
    } else {
      const element: Open = { name, attributes: attributesOf(attributes), children: [], text: "" };
      top.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  const [only] = root.children;
  if (stack.length !== 1 || root.children.length !== 1 || !only) throw new Error("not one whole element");
  return only;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const all = [...text.matchAll(/ ([\w:.-]+)="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, decoded(value.replace(/[\t\n\r]/g, " "))] as const,
  );
  const map = new Map(all);
  if (map.size !== all.length) throw new Error("an attribute twice");
  return map;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));|&|>/g, (whole, code?: string, name?: string) => {
    const unit = code === undefined ? NAMED[name ?? ""] : String.fromCodePoint(Number(code));
    if (unit === undefined) throw new Error(`${whole} is no entity`);
    return unit;
  });
}
