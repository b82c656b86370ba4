import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Entries of the package with their declarations, and what to say of each. */
const ENTRIES: [string, string, string][] = [
  ["dehusk", "web/index.d.ts", "Everything, in browsers, bundlers, Node, Deno, Bun and workers."],
  ["dehusk/node", "node/sync.d.ts", "The same names; no init is needed. For Node, Deno and Bun."],
  ["dehusk/inline", "inline/index.d.ts", "The same names; the wasm lies in the JavaScript."],
  ["dehusk/live", "web/live.d.ts", "Live pages only: without the HTML parser."],
  ["dehusk/reader", "reader/index.d.ts", "The reader view."],
  ["dehusk/edge", "edge.d.ts", "The page’s half, without wasm."],
  ["dehusk/engine", "web/engine.d.ts", "The engine’s half, without a page."],
];

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The package's public names with their types and comments, as HTML. A name is told once, at its first entry. */
export function api(): string {
  const folder = fileURLToPath(new URL("../npm/dist/", import.meta.url));
  const files = ENTRIES.map(([, file]) => folder + file);
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const told = new Set<string>();
  return ENTRIES.map(([entry, , about], at) => {
    const file = program.getSourceFile(files[at] ?? "");
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${entry} has no declarations: build the package first`);
    const names = checker.getExportsOfModule(module).map((name) => described(checker, name));
    const fresh = names.filter(({ name, text }) => !told.has(name + text));
    for (const { name, text } of fresh) told.add(name + text);
    return `<h2><code>${entry}</code></h2><p>${about}</p>${fresh.map(section).join("\n")}`;
  }).join("\n");
}

interface Described {
  name: string;
  about: string;
  text: string;
}

function described(checker: ts.TypeChecker, exported: ts.Symbol): Described {
  const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
  const about = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  const text = symbol.declarations?.[0]?.getText().replace(/^export (default |declare )*/, "") ?? "";
  return { name: exported.name === "default" ? "init" : exported.name, about, text };
}

const section = ({ name, about, text }: Described) =>
  `<section><h3><code>${escaped(name)}</code></h3><p>${escaped(about)}</p><pre tabindex="0"><code>${escaped(text)}</code></pre></section>`;
