/** A line of two texts: in both, only in the first, or only in the second. */
export interface DiffLine {
  side: "both" | "ours" | "theirs";
  text: string;
}

/** More lines than this are compared as sets: the table of the exact way grows with the square. */
const MOST_EXACT = 1500;

const normal = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const linesOf = (text: string) => text.split("\n").map(normal).filter(Boolean);

/** The lines of two texts in reading order, with the longest common run of lines held together. */
export function diff(ours: string, theirs: string): DiffLine[] {
  const [a, b] = [linesOf(ours), linesOf(theirs)];
  return a.length * b.length > MOST_EXACT ** 2 ? bySets(a, b) : exact(a, b);
}

function exact(a: string[], b: string[]): DiffLine[] {
  const width = b.length + 1;
  // common[i * width + j]: length of the longest common subsequence of a[i…] and b[j…].
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [ours, theirs] = [a[i], b[j]];
    if (ours !== undefined && ours === theirs) {
      lines.push({ side: "both", text: ours });
      i += 1;
      j += 1;
    } else if (
      theirs === undefined ||
      (ours !== undefined && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push({ side: "ours", text: ours ?? "" });
      i += 1;
    } else {
      lines.push({ side: "theirs", text: theirs });
      j += 1;
    }
  }
  return lines;
}

function bySets(a: string[], b: string[]): DiffLine[] {
  const [mine, other] = [new Set(a), new Set(b)];
  return [
    ...a.map((text): DiffLine => ({ side: other.has(text) ? "both" : "ours", text })),
    ...b.filter((text) => !mine.has(text)).map((text): DiffLine => ({ side: "theirs", text })),
  ];
}
