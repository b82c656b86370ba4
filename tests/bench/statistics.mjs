/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => quantile(values, 0.5);

/**
 * For every peer the ratios of our time to its, page by page: `{ name, median, p95, pages }`.
 * `rows` are `{ times: { tool: [ms, …] } }`; a tool's time for a page is the median of its calls.
 */
export function ratios(rows, ours) {
  const peers = new Set(rows.flatMap((row) => Object.keys(row.times)).filter((name) => name !== ours));
  return [...peers].map((name) => {
    const both = rows.filter(({ times }) => times[ours]?.length > 0 && times[name]?.length > 0);
    const values = both.map(({ times }) => median(times[ours]) / median(times[name]));
    return { name, median: median(values), p95: quantile(values, 0.95), pages: values.length };
  });
}

/** Prints one table of ratios, and each tool's median time. */
export function report(title, rows, ours) {
  console.log(`\n${title}: ${rows.length} pages`);
  for (const name of new Set(rows.flatMap((row) => Object.keys(row.times)))) {
    const times = rows.flatMap(({ times }) => (times[name]?.length > 0 ? [median(times[name])] : []));
    console.log(
      `  ${name.padEnd(24)} median ${median(times).toFixed(2).padStart(8)} ms   p95 ${quantile(times, 0.95).toFixed(2).padStart(8)} ms`,
    );
  }
  for (const { name, median, p95, pages } of ratios(rows, ours)) {
    console.log(
      `  ${ours} / ${name.padEnd(24)} median ${median.toFixed(3)}   p95 ${p95.toFixed(3)}   (${pages} pages)`,
    );
  }
}
