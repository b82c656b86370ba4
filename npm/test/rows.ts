import type { Columns } from "../src/capture.js";

/** Columns read back as the core reads them, to be compared at a glance: `  div class=a #flags`, text quoted. */
export function rowsOf(columns: Columns): string[] {
  const names = columns.names.split(" ");
  const attrNames = columns.attrNames.split(" ");
  const texts = columns.texts.split("\0");
  const values = columns.values.split("\0");
  const attributes = new Map<number, string[]>();
  columns.attr.forEach((entry, at) => {
    const row = Math.floor(entry / 64);
    const list = attributes.get(row) ?? [];
    attributes.set(row, [...list, `${attrNames[entry % 64]}=${values[at]}`]);
  });
  return Array.from(columns.tag, (code, row) => {
    const name = names[code] as string;
    const indent = "  ".repeat(columns.depth[row] as number);
    if (name === "#text") return `${indent}${JSON.stringify(texts.shift())}`;
    const flags = columns.flags[row] === 0 ? [] : [`#${columns.flags[row]}`];
    return indent + [name, ...(attributes.get(row) ?? []), ...flags].join(" ");
  });
}
