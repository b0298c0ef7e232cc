/** What may stand inside an element; absent children are passed over. */
export type Child = Node | string | undefined | false;

/**
 * An element with attributes and children. Strings become text and never markup, which is what makes names
 * from the world safe here; half a surrogate pair becomes U+FFFD.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) {
    if (child !== undefined && child !== false)
      made.append(typeof child === "string" ? child.toWellFormed() : child);
  }
  return made;
}

/** A button that calls `press` when it is clicked or pressed. */
export function button(
  attributes: Readonly<Record<string, string>>,
  press: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", press);
  return made;
}

/** Text whose direction does not spill over into what stands around it. */
export function isolated(text: string, className?: string): HTMLElement {
  return element("bdi", className === undefined ? {} : { class: className }, text);
}
