import { branch, branchesOf, textOf, type Branch, type Piece } from "./tree.js";

const words = (list: string) => new Set(list.split(" "));

/** Elements that stand in a line of text; all others start a block (HTML standard, 3.2.5.2.5). */
const INLINE = words(
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math q rp rt ruby s samp small span strong sub sup time u var wbr",
);
/** Inline or block after what they hold. */
const TRANSPARENT = words("a del ins");
/** May hold text only: blocks in them become text. */
const TEXT_ONLY = words("h1 h2 h3 h4 h5 h6 pre");
const CELLS = words("td th");
const SECTIONS = words("thead tbody tfoot");
/** Elements that have a place only in certain parents. */
const PARENTS: Record<string, Set<string>> = {
  li: words("ul ol"),
  dt: words("dl"),
  dd: words("dl"),
  figcaption: words("figure"),
  caption: words("table"),
  colgroup: words("table"),
  col: words("colgroup"),
  thead: words("table"),
  tbody: words("table"),
  tfoot: words("table"),
  tr: words("table thead tbody tfoot"),
  td: words("tr"),
  th: words("tr"),
  rt: words("ruby"),
  rp: words("ruby"),
};
/** Written as something plainer: a book needs no regions of a page. */
const PLAINER: Record<string, string> = {
  main: "div",
  header: "div",
  footer: "div",
  details: "div",
  summary: "p",
  time: "span",
  rb: "span",
  rtc: "rt",
};

/**
 * Bends a tree until it keeps to HTML's content models, which XHTML readers hold against a book. No text is lost.
 * First every element finds its place, from the root down: what becomes something plainer takes no cell or row with it.
 * Then elements are looked at from the leaves up, so each finds its children in order.
 */
export function makeValid(root: Branch): void {
  for (const element of branchesOf(root)) element.name = PLAINER[element.name] ?? element.name;
  unnestLinks(root);
  for (const element of branchesOf(root))
    if (!element.math) element.children = element.children.flatMap((child) => homed(element, child));
  for (const element of branchesOf(root).toReversed()) if (!element.math) mend(element);
}

function mend(element: Branch): void {
  const { name } = element;
  if (name === "ul" || name === "ol") wrapStrays(element, words("li"), "li");
  else if (name === "tr") wrapStrays(element, CELLS, "td");
  else if (SECTIONS.has(name)) wrapStrays(element, words("tr"), "tr");
  else if (name === "dl") mendDefinitions(element);
  else if (name === "table") mendTable(element);
  else if (name === "figure") mendFigure(element);
  else if (name === "ruby" && !has(element, "rt")) element.name = "span";
  else if (TEXT_ONLY.has(name) && element.children.some(isBlock)) element.children = [textOf(element)];
  else if ((name === "p" || INLINE.has(name)) && !TRANSPARENT.has(name) && element.children.some(isBlock)) {
    element.name = "div";
    for (const key of element.attributes.keys())
      if (!["id", "dir", "lang"].includes(key)) element.attributes.delete(key);
  }
}

/** A child in its place, or as what may stand there. */
function homed(parent: Branch, child: Piece): Piece[] {
  if (typeof child === "string" || child.math) return [child];
  switch (child.name) {
    case "picture":
      return child.children.filter((inner) => typeof inner !== "string" && inner.name === "img");
    case "source":
    case "track":
      return [];
    case "audio":
    case "video":
      return media(child);
    case "col":
      return parent.name === "colgroup" ? [child] : [];
  }
  const home = PARENTS[child.name];
  if (home !== undefined && !home.has(parent.name))
    child.name = child.children.some(isBlock) ? "div" : "span";
  return [child];
}

/** Sound and moving pictures are left outside of a book, with the way to them. */
function media(element: Branch): Piece[] {
  const source = element.children.find((child) => typeof child !== "string" && child.attributes.has("src"));
  const url =
    element.attributes.get("src") ?? (typeof source === "object" ? source.attributes.get("src") : undefined);
  return url === undefined ? [] : [branch("a", { href: url }, url)];
}

function isBlock(piece: Piece): boolean {
  if (typeof piece === "string" || piece.math) return false;
  return TRANSPARENT.has(piece.name) ? piece.children.some(isBlock) : !INLINE.has(piece.name);
}

const isBlank = (piece: Piece) => typeof piece === "string" && piece.trim() === "";
const has = ({ children }: Branch, name: string) =>
  children.some((child) => typeof child !== "string" && child.name === name);
const named = ({ children }: Branch, names: Set<string>) =>
  children.filter((child) => typeof child !== "string" && names.has(child.name)) as Branch[];

/** Puts what may not stand in `element` into a child that may. Strays side by side share one. */
function wrapStrays(element: Branch, allowed: Set<string>, wrapper: string): void {
  const fixed: Piece[] = [];
  let stray: Branch | undefined;
  for (const child of element.children) {
    if (isBlank(child)) continue;
    if (typeof child !== "string" && allowed.has(child.name)) {
      fixed.push(child);
      stray = undefined;
    } else if (stray === undefined) {
      stray = wrapper === "tr" ? branch("tr", {}, branch("td", {}, child)) : branch(wrapper, {}, child);
      fixed.push(stray);
    } else {
      (wrapper === "tr" ? (stray.children[0] as Branch) : stray).children.push(child);
    }
  }
  element.children = fixed;
}

/** Terms with their definitions in turn; a list that does not keep to that becomes plain blocks. */
function mendDefinitions(list: Branch): void {
  const children = list.children.filter((child) => !isBlank(child));
  const names = children.map((child) => (typeof child === "string" ? "" : child.name)).join(" ");
  list.children = children;
  if (/^(?:(?:dt )+(?:dd ?)+)+$/.test(`${names} `)) return;
  list.name = "div";
  for (const child of children)
    if (typeof child !== "string" && /^d[dt]$/.test(child.name)) child.name = "div";
}

/** Caption, columns, head, bodies, foot, in this order and each a row of cells. */
function mendTable(table: Branch): void {
  const [caption] = named(table, words("caption"));
  const columns = named(table, words("colgroup"));
  const head = named(table, words("thead"));
  const foot = named(table, words("tfoot"));
  table.children = table.children.filter(
    (child) => typeof child === "string" || !/^(?:caption|colgroup|thead|tfoot)$/.test(child.name),
  );
  wrapStrays(table, words("tr tbody"), "tr");
  // Rows beside bodies are a body of their own.
  if (has(table, "tbody")) wrapStrays(table, words("tbody"), "tbody");
  const [first, ...more] = head;
  const [last, ...others] = foot;
  for (const body of [...more, ...others]) body.name = "tbody";
  const bodies = [...more, ...(table.children as Branch[]), ...others];
  const all =
    more.length + others.length > 0
      ? bodies.map((body) => (body.name === "tr" ? branch("tbody", {}, body) : body))
      : bodies;
  const parts = [caption, ...columns, first, ...all, last].filter((part) => part !== undefined);
  table.children = parts;
  if (!parts.some(({ name }) => name === "tr" || SECTIONS.has(name))) {
    table.name = "div";
    for (const part of parts) part.name = "div";
  }
}

/** One caption, at the start or the end. */
function mendFigure(figure: Branch): void {
  figure.children = figure.children.filter((child) => !isBlank(child));
  const [caption, ...more] = named(figure, words("figcaption"));
  for (const other of more) other.name = "div";
  if (caption === undefined || figure.children[0] === caption) return;
  figure.children = [...figure.children.filter((child) => child !== caption), caption];
}

/** A link within a link is text. */
function unnestLinks(root: Branch): void {
  for (const link of branchesOf(root)) {
    if (link.name !== "a") continue;
    for (const inner of branchesOf(link).slice(1)) {
      if (inner.name !== "a") continue;
      inner.name = "span";
      inner.attributes.clear();
    }
  }
}
