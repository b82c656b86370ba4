import { branchesOf, type Branch } from "./tree.js";

const INTEGER = /^\d{1,5}$/;
const NAME = /^[A-Za-z_][\w.-]*$/;

/** Attributes with the values an XHTML schema takes. */
const ALLOWED: Record<string, Record<string, RegExp>> = {
  "*": { id: NAME, dir: /^(?:ltr|rtl|auto)$/, title: /[^]*/ },
  a: { href: /[^]*/ },
  bdo: { dir: /^(?:ltr|rtl)$/ },
  code: { class: /[^]*/ },
  pre: { class: /[^]*/ },
  col: { span: INTEGER },
  colgroup: { span: INTEGER },
  img: { src: /[^]*/, alt: /[^]*/, width: INTEGER, height: INTEGER },
  li: { value: INTEGER },
  ol: { start: INTEGER, type: /^[1aAiI]$/ },
  td: { colspan: /^[1-9]\d{0,2}$/, rowspan: /^[1-9]\d{0,2}$/ },
  th: { colspan: /^[1-9]\d{0,2}$/, rowspan: /^[1-9]\d{0,2}$/, scope: /^(?:row|col|rowgroup|colgroup)$/ },
};

/** Leaves only attributes a strict XHTML reader takes; ids are unique, and links lead somewhere. */
export function keepStrict(root: Branch): void {
  const ids = new Set<string>();
  for (const element of branchesOf(root)) {
    if (element.math) continue;
    const { attributes, name } = element;
    const lang = languageOf(attributes.get("lang"));
    for (const [key, value] of attributes) {
      const test = ALLOWED[name]?.[key] ?? ALLOWED["*"]?.[key];
      if (test?.test(value) !== true) attributes.delete(key);
    }
    if (lang !== null) attributes.set("lang", lang).set("xml:lang", lang);
    const id = attributes.get("id");
    if (id !== undefined && ids.has(id)) attributes.delete("id");
    else if (id !== undefined) ids.add(id);
    if (name === "img" && !attributes.has("alt")) attributes.set("alt", "");
    if (name === "bdo" && !attributes.has("dir")) element.name = "span";
  }
  for (const element of branchesOf(root)) if (element.name === "a") mendLink(element, ids);
}

function mendLink({ attributes }: Branch, ids: Set<string>): void {
  const href = attributes.get("href");
  if (href === undefined) return;
  if (href.startsWith("#")) {
    if (!ids.has(href.slice(1))) attributes.delete("href");
  } else if (URL.canParse(href)) {
    attributes.set("href", new URL(href).href);
  } else {
    attributes.delete("href");
  }
}

/** A language tag in its canonical form; null for what is none. */
export function languageOf(tag: string | null | undefined): string | null {
  try {
    return tag ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}
