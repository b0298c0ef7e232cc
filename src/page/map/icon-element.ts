import { iconSide } from "./icons.ts";

const svg = "http://www.w3.org/2000/svg";

/** The icon as an element in the colour of the text around it; hidden from those who listen. */
export function iconElement(path: string, className = "icon-picture"): SVGSVGElement {
  const root = document.createElementNS(svg, "svg");
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${iconSide} ${iconSide}`,
    class: className,
    "aria-hidden": "true",
    focusable: "false",
  }))
    root.setAttribute(name, value);
  const shape = root.appendChild(document.createElementNS(svg, "path"));
  shape.setAttribute("d", path);
  shape.setAttribute("fill-rule", "evenodd");
  return root;
}
