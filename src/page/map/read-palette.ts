import { asHex, colouredGroups, type Palette } from "./palette.ts";

/** Reads the palette; what the style sheet mixes for light and dark is resolved by the browser. */
export function readPalette(): Palette {
  const probe = document.body.appendChild(document.createElement("i"));
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return asHex(getComputedStyle(probe).color);
  };
  const palette: Palette = {
    ground: colour("ground"),
    ink: colour("ink"),
    muted: colour("muted"),
    panel: colour("panel"),
    rule: colour("rule"),
    accent: colour("accent"),
    faded: colour("faded"),
    fadedLine: colour("faded-line"),
    groups: Array.from({ length: colouredGroups + 1 }, (_, i) => colour(`group-${i}`)),
    lines: {
      asserted: colour("line-asserted"),
      reported: colour("line-reported"),
      uncertain: colour("line-uncertain"),
      denied: colour("line-denied"),
      conflict: colour("line-conflict"),
    },
  };
  probe.remove();
  return palette;
}
