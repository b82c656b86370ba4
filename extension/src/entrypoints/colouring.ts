import type { CodeRun, Colouring } from "dehusk/reader";
import { common, createLowlight } from "lowlight";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { COLOURING } from "../colouring";

type Tree = ReturnType<ReturnType<typeof createLowlight>["highlight"]>;
type Piece = Tree["children"][number];

/** Guesses below this are worse than no colours: prose and output match anything a little (highlight.js' own measure). */
const LEAST_RELEVANCE = 8;

// Runs when an article with code in it is read, and leaves its function for the reader.
export default defineUnlistedScript(() => {
  const lowlight = createLowlight(common);
  const colouring: Colouring = (code, language) => {
    if (language !== null)
      return lowlight.registered(language) ? runsOf(lowlight.highlight(language, code)) : null;
    const guess = lowlight.highlightAuto(code);
    return (guess.data?.relevance ?? 0) < LEAST_RELEVANCE ? null : runsOf(guess);
  };
  Reflect.set(globalThis, COLOURING, colouring);
});

/** The tree's leaves, each with the innermost scope it stands in. */
function runsOf(tree: Tree): CodeRun[] {
  const runs: CodeRun[] = [];
  const waiting: { piece: Piece; scope: string | null }[] = tree.children
    .map((piece) => ({ piece, scope: null }))
    .toReversed();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { piece, scope } = at;
    if (piece.type === "text") runs.push({ text: piece.value, scope });
    if (piece.type !== "element") continue;
    const own = scopeOf(piece.properties.className) ?? scope;
    for (const child of piece.children.toReversed()) waiting.push({ piece: child, scope: own });
  }
  return runs;
}

function scopeOf(classes: unknown): string | null {
  const [first] = Array.isArray(classes) ? (classes as unknown[]) : [];
  return typeof first === "string" ? first.replace(/^hljs-/, "").replace(/_$/, "") : null;
}
