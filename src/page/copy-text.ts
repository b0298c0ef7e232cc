/**
 * Puts a text on the clipboard.
 *
 * A page opened from disk, or within another page, may be refused the clipboard; then the old way is tried.
 *
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.toWellFormed());
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  // Beside what has the focus: a menu closes when the focus leaves it.
  (before?.closest("body *")?.parentElement ?? document.body).append(field);
  field.value = text.toWellFormed();
  field.style.position = "fixed";
  field.style.opacity = "0";
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
