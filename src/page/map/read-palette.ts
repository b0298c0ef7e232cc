import { asHex, colouredGroups, type Palette } from "./palette.ts";

const names = ["ground", "ink", "muted", "panel", "rule", "accent", "faded", "faded-line"] as const;
const looks = ["asserted", "reported", "uncertain", "denied", "conflict"] as const;
const groups = Array.from({ length: colouredGroups + 1 }, (_, i) => `group-${i}`);

/** Reads the palette; what the style sheet mixes for light and dark is resolved by the browser, once for all colours. */
export function readPalette(): Palette {
  const probes = element(...names, ...groups, ...looks.map((look) => `line-${look}`));
  document.body.append(probes);
  const colours = new Map(
    [...probes.children].map((probe) => [probe.className, asHex(getComputedStyle(probe).color)]),
  );
  probes.remove();
  const colour = (name: string): string => colours.get(name) ?? "#000000";
  return {
    ground: colour("ground"),
    ink: colour("ink"),
    muted: colour("muted"),
    panel: colour("panel"),
    rule: colour("rule"),
    accent: colour("accent"),
    faded: colour("faded"),
    fadedLine: colour("faded-line"),
    groups: groups.map(colour),
    lines: {
      asserted: colour("line-asserted"),
      reported: colour("line-reported"),
      uncertain: colour("line-uncertain"),
      denied: colour("line-denied"),
      conflict: colour("line-conflict"),
    },
  };
}

/** An element with a child in each colour, which bears its name. */
function element(...colours: readonly string[]): HTMLElement {
  const probes = document.createElement("div");
  for (const name of colours) {
    const probe = probes.appendChild(document.createElement("i"));
    probe.className = name;
    probe.style.color = `var(--${name})`;
  }
  return probes;
}
