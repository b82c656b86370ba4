// Draws time against page size, both logarithmic, one colour for each tool: node plot.mjs ROWS.json PLOT.svg
import { readFileSync, writeFileSync } from "node:fs";
import { median } from "./statistics.mjs";

const [source, target] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(source, "utf8"));
const COLOURS = ["#0b7a5a", "#c2410c", "#1d4ed8", "#7e22ce", "#737373"];
const [WIDTH, HEIGHT, MARGIN] = [900, 560, 60];

const points = rows.flatMap(({ bytes, times }) =>
  Object.entries(times)
    .filter(([, values]) => values.length > 0)
    .map(([tool, values]) => ({ tool, x: Math.log10(bytes), y: Math.log10(Math.max(0.01, median(values))) })),
);
const bounds = (values) => [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
const [left, right] = bounds(points.map(({ x }) => x));
const [bottom, top] = bounds(points.map(({ y }) => y));
const across = (x) => MARGIN + ((x - left) / (right - left)) * (WIDTH - 2 * MARGIN);
const down = (y) => HEIGHT - MARGIN - ((y - bottom) / (top - bottom)) * (HEIGHT - 2 * MARGIN);

const lines = [];
for (let x = left; x <= right; x += 1)
  lines.push(
    `<path d="M${across(x)} ${MARGIN}V${HEIGHT - MARGIN}" class="grid"/><text x="${across(x)}" y="${HEIGHT - MARGIN + 18}" text-anchor="middle">${label(x)} B</text>`,
  );
for (let y = bottom; y <= top; y += 1)
  lines.push(
    `<path d="M${MARGIN} ${down(y)}H${WIDTH - MARGIN}" class="grid"/><text x="${MARGIN - 6}" y="${down(y) + 4}" text-anchor="end">${10 ** y} ms</text>`,
  );
[...new Set(points.map(({ tool }) => tool))].forEach((tool, at) => {
  const colour = COLOURS[at % COLOURS.length];
  for (const { x, y } of points.filter((point) => point.tool === tool))
    lines.push(
      `<circle cx="${across(x).toFixed(1)}" cy="${down(y).toFixed(1)}" r="3" fill="${colour}" fill-opacity=".6"/>`,
    );
  lines.push(`<text x="${MARGIN + 10}" y="${MARGIN + 16 + at * 18}" fill="${colour}">${tool}</text>`);
});
writeFileSync(
  target,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<style>.grid{stroke:#ddd;fill:none}</style><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${lines.join("\n")}
</svg>
`,
);

function label(exponent) {
  const names = ["", "k", "M", "G"];
  return `${10 ** (exponent % 3)} ${names[Math.floor(exponent / 3)]}`;
}
