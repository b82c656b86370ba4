const SVG = "http://www.w3.org/2000/svg";

type Child = Node | string | null | undefined;

/** Builds one element. Attributes that are null are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  attributes: Record<string, string | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Strokes on a grid of 24 × 24. */
const ICONS = {
  close: "M6 6 18 18M18 6 6 18",
  minus: "M6 12H18",
  plus: "M6 12H18M12 6V18",
  restore: "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5V8.5H8.5",
  narrow: "M4 7 9 12 4 17M20 7 15 12 20 17",
  wide: "M9 7 4 12 9 17M15 7 20 12 15 17",
} as const;

export type Icon = keyof typeof ICONS;

/** A drawing for a button that has its name elsewhere. */
export function icon(document: Document, name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
