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
  contents: "M9 6H20M9 12H20M9 18H20M4.5 6H4.6M4.5 12H4.6M4.5 18H4.6",
  listen: "M4 9.5V14.5H7.5L12.5 18.5V5.5L7.5 9.5ZM16 9a4.2 4.2 0 0 1 0 6M18.5 6.5a7.8 7.8 0 0 1 0 11",
  play: "M8 5.5V18.5L18.5 12Z",
  pause: "M8.5 5.5V18.5M15.5 5.5V18.5",
  stop: "M7 7H17V17H7Z",
  save: "M12 4V15M7.5 10.5 12 15 16.5 10.5M5 19.5H19",
  keys: "M9.2 9.2a2.8 2.8 0 1 1 4.2 2.4c-.9.6-1.4 1.1-1.4 2.2M12 17.2V17.3M12 3.2a8.8 8.8 0 1 0 0 17.6 8.8 8.8 0 0 0 0-17.6Z",
  copy: "M9 9H19V20H9ZM15 9V4.5H5V15.5H9",
  previous: "M14.5 5.5 8 12 14.5 18.5",
  next: "M9.5 5.5 16 12 9.5 18.5",
  options: "M4 7.5H20M4 16.5H20M9 5V10M15 14V19",
  tight: "M12 4V10M9 7.5 12 10 15 7.5M12 20V14M9 16.5 12 14 15 16.5",
  loose: "M12 10V4M9 6.5 12 4 15 6.5M12 14V20M9 17.5 12 20 15 17.5",
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
