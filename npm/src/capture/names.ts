/** What the walk does at an element, by its name. One bit each. */
export const ENTER = 1;
/** The element may hold a shadow tree. */
export const HOST = 2;
/** The element is written as a custom one: its name holds a hyphen. */
export const CUSTOM = 4;
/** A slot: its assigned nodes take the place of its children. */
export const SLOT = 8;
/** A frame, entered when its document can be read. */
export const FRAME = 16;
/** Its raw text goes along as the pseudo attribute `#data`. */
export const RAW = 32;
/** Laid out as a block by default: asked for its visibility. */
export const BLOCK = 64;
/** A form control or media element, whose state decides whether it may be hidden. */
export const STATE = 128;
/** Its box is worth measuring. */
export const BOXED = 256;
/** Its box is worth measuring when it has a class, id or style. */
export const BOXED_IF_STYLED = 1024;
/** Can float above the page: asked for its computed position when it lies in the window. */
export const FLOATS = 512;

const words = (list: string) => new Set(list.split(" "));

// Content that is not the page's text: code, vector graphics, controls, fallback content.
const CLOSED = words(
  "script style noscript template textarea select canvas svg object embed iframe noembed noframes xmp frame",
);
// DOM standard, "valid shadow host name".
const HOSTS = words(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span",
);
const RAWS = words("script style noscript");
const FLOATERS = words("div section aside header footer nav form dialog iframe video");
const BOXES = words(
  "article aside dialog div embed fieldset figure footer form frame header iframe img ins main nav object ol section " +
    "table ul video",
);
// Blocks of text: where they stand is told by what they stand in, unless something sets them apart.
const TEXTS = words("address blockquote h1 h2 h3 h4 h5 h6 p pre search");
const BLOCKS = words(
  "audio center dd details dl dt figcaption hgroup hr li marquee menu picture summary tbody td tfoot th thead tr",
);
const STATES = words("input textarea select audio video dialog");

function traitsOf(name: string): number {
  const custom = name.includes("-");
  const is = (condition: boolean, bit: number) => (condition ? bit : 0);
  return (
    is(!CLOSED.has(name), ENTER) |
    is(custom || HOSTS.has(name), HOST) |
    is(custom, CUSTOM | BLOCK | BOXED | FLOATS) |
    is(name === "slot", SLOT) |
    is(name === "iframe" || name === "frame", FRAME) |
    is(RAWS.has(name), RAW) |
    is(BLOCKS.has(name), BLOCK) |
    is(BOXES.has(name), BLOCK | BOXED) |
    is(TEXTS.has(name), BLOCK | BOXED_IF_STYLED) |
    is(STATES.has(name), STATE) |
    is(FLOATERS.has(name), FLOATS)
  );
}

/** Codes above this do not fit a `Uint16Array`. */
const LAST_CODE = 0xffff;

/** The distinct row names of one capture, each with a code and what the walk does there. */
export class Names {
  readonly list: string[] = ["#text", "#comment"];
  readonly traits: number[] = [0, 0];
  readonly #codes = new Map<string, number>();

  /** The code of an element's `localName`. */
  code(localName: string): number {
    return this.#codes.get(localName) ?? this.#add(localName);
  }

  #add(localName: string): number {
    // A hostile page can invent names without end; past the last code they are all one unknown element.
    const name = this.list.length < LAST_CODE ? localName.toLowerCase() : "unknown";
    let code = name === localName ? -1 : this.list.indexOf(name, 2);
    if (code < 0 && this.list.length > LAST_CODE) code = LAST_CODE;
    if (code < 0) {
      code = this.list.push(name) - 1;
      this.traits.push(traitsOf(name));
    }
    this.#codes.set(localName, code);
    return code;
  }
}

/** Code of a text row. */
export const TEXT = 0;
/** Code of a comment, processing instruction or CDATA row. */
export const COMMENT = 1;
