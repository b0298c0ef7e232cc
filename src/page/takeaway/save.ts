/** So long the browser has to take the file over before its memory is given back, in milliseconds. */
const keptFor = 60_000;

/** Saves a file as if it came by a link; works from `file://` and under a policy that allows no request. */
export function saveFile(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keptFor);
}
