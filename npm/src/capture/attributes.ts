import type { Natives } from "../natives.js";

/** Codes per row the format has room for; names beyond are left out. */
const MOST_NAMES = 63;
/** UTF-16 units of one value that are read: longer ones are inline images and data. */
const LONGEST_VALUE = 8192;
/** UTF-16 units of a style element worth reading: longer ones are whole style sheets. */
const LONGEST_STYLE = 4096;

// These always get a code, so that a page with dozens of names of its own cannot crowd them out.
const KNOWN = (
  "#data class id style hidden href src alt title rel target type name content property itemprop itemtype itemscope role " +
  "aria-hidden aria-label aria-modal lang dir datetime width height srcset data-src data-srcset data-original " +
  "data-lazy-src data-lazy-srcset poster colspan rowspan headers scope cite start reversed open value charset " +
  "http-equiv onclick placeholder display encoding alttext data-lang data-language xml:lang"
).split(" ");

/** Code of the pseudo attribute that carries raw text. */
const DATA = 0;
/** Codes 1 to this are class, id, style and hidden. */
const LAST_STYLING = 4;

/** The attribute column of one capture. */
export class Attributes {
  readonly names = [...KNOWN];
  readonly entries: number[] = [];
  readonly values: string[] = [];
  readonly #codes = new Map<string, number>(KNOWN.map((name, code) => [name, code]));

  /** Takes the attributes of one element, in its own order; tells whether one of them is likely to style it. */
  read(natives: Natives, element: Element, row: number): boolean {
    let styled = false;
    for (const name of natives.attributeNames(element)) {
      const code = this.#codes.get(name) ?? this.#add(name);
      if (code <= 0) continue;
      this.#put(row, code, (natives.attribute(element, name) ?? "").slice(0, LONGEST_VALUE));
      styled ||= code <= LAST_STYLING;
    }
    return styled;
  }

  /** Takes the raw text of an ld+json or math script, a noscript or a short style element. */
  readRaw(natives: Natives, element: Element, name: string, row: number): void {
    if (name === "script" && !/ld\+json|^math\//i.test(natives.attribute(element, "type") ?? "")) return;
    const text = natives.textContent(element) ?? "";
    if (text !== "" && (name !== "style" || text.length <= LONGEST_STYLE)) this.#put(row, DATA, text);
  }

  #put(row: number, code: number, value: string): void {
    this.entries.push(row * 64 + code);
    this.values.push(value);
  }

  /** The code of a name met for the first time; -1 when there is no room for it. */
  #add(name: string): number {
    const lower = name.toLowerCase();
    const known = lower === name ? undefined : this.#codes.get(lower);
    const room = this.names.length < MOST_NAMES && !/\s/.test(name);
    const code = known ?? (room ? this.names.push(lower) - 1 : -1);
    this.#codes.set(name, code);
    return code;
  }
}
