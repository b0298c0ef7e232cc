/**
 * Text for HTML content and quoted attributes. Lone surrogates and control characters, which HTML cannot
 * hold, become U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?![\t\n\r])[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/gu, "\ufffd");
}

/**
 * JSON as it may stand inside `<script type="application/json">`: what could end the element, and every character that an
 * editor or a parser may change or hide, is written as `\uXXXX`.
 */
export function escapeJson(json: string): string {
  const hidden =
    /[<>&\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;
  return json.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * A script that may stand inside `<script>`. What would end or hide it can only stand in a string, a pattern
 * or a template, where `\x3c` is the same character.
 */
export function inlineScript(script: string): string {
  return script.replace(/\r\n?/g, "\n").replace(/<(?=\/script|!--)/gi, () => "\\x3c");
}

/** A style sheet that may stand inside `<style>`. */
export function inlineStyle(style: string): string {
  return style.replace(/\r\n?/g, "\n").replace(/<\//g, () => "<\\/");
}
