/** Puts children in place of those there, and does nothing where they are the same; the focus stays where it is. */
export function placeChildren(parent: Element, children: readonly Element[]): void {
  const now = parent.children;
  if (now.length === children.length && children.every((child, i) => now[i] === child)) return;
  // Moving an element takes the focus from it.
  const focused = document.activeElement;
  parent.replaceChildren(...children);
  if (focused instanceof HTMLElement && focused !== document.activeElement && parent.contains(focused))
    focused.focus({ preventScroll: true });
}
