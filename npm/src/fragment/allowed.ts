export const XHTML = "http://www.w3.org/1999/xhtml";
export const MATHML = "http://www.w3.org/1998/Math/MathML";

const words = (list: string) => new Set(list.split(" "));

const ELEMENTS = words(
  "a abbr article aside audio b bdi bdo blockquote caption cite code colgroup dd del details dfn div dl dt em figcaption " +
    "figure footer h1 h2 h3 h4 h5 h6 header i ins kbd li main mark ol p picture pre q rb rp rt rtc ruby s samp section " +
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var video",
);
const VOID = words("br col hr img source track wbr");
// MathML Core without what can link, embed or script.
const MATH = words(
  "math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub " +
    "msubsup msup mtable mtd mtext mtr munder munderover none semantics",
);
// Dropped with all they hold: their content is not text for a person.
const RAW = words(
  "annotation annotation-xml canvas embed head iframe noembed noframes noscript object plaintext script select " +
    "style svg template textarea title xmp",
);

/** What becomes of an element: built (open, void or MathML), dropped with its text kept, or dropped whole. */
export function elementKind(name: string, inMath: boolean): "open" | "void" | "math" | "unknown" | "raw" {
  if (RAW.has(name)) return "raw";
  if (name === "math" || (inMath && MATH.has(name))) return "math";
  if (inMath) return "unknown";
  if (VOID.has(name)) return "void";
  return ELEMENTS.has(name) ? "open" : "unknown";
}

const GLOBAL = words("dir id lang title");
const OF_ELEMENT: Record<string, Set<string>> = {
  a: words("href rel"),
  audio: words("src controls preload"),
  blockquote: words("cite"),
  code: words("class"),
  col: words("span"),
  colgroup: words("span"),
  data: words("value"),
  del: words("cite datetime"),
  details: words("open"),
  img: words("src srcset sizes alt width height loading decoding"),
  ins: words("cite datetime"),
  li: words("value"),
  ol: words("start reversed type"),
  pre: words("class"),
  q: words("cite"),
  source: words("src srcset sizes media type"),
  td: words("colspan rowspan headers"),
  th: words("colspan rowspan headers scope abbr"),
  time: words("datetime"),
  track: words("src kind srclang label default"),
  video: words("src poster controls preload width height"),
};
const OF_MATH = words(
  "display dir mathvariant stretchy fence separator form lspace rspace minsize maxsize symmetric largeop movablelimits " +
    "accent accentunder linethickness columnalign rowalign columnspan rowspan width height depth displaystyle " +
    "scriptlevel alttext notation",
);
const LINKS = words("href cite");
const MEDIA = words("src poster");

/** Whether an attribute may be set, its value included. */
export function allowedAttribute(element: string, name: string, value: string, math: boolean): boolean {
  if (math) return OF_MATH.has(name);
  if (!GLOBAL.has(name) && OF_ELEMENT[element]?.has(name) !== true) return false;
  if (LINKS.has(name)) return isLink(value);
  if (MEDIA.has(name)) return isMedia(value);
  if (name === "srcset") return value.split(/,\s+/).every((candidate) => isMedia(candidate.trim()));
  // Ids and names are looked up on documents and forms (DOM clobbering): only the serialiser's own prefix is let in.
  if (name === "id") return value.startsWith("dehusk-");
  // The one class that carries meaning is a code block's language.
  if (name === "class") return /^language-[\w+#.-]+$/.test(value);
  return true;
}

// URLs may hold characters the URL parser skips (URL standard, "basic URL parser", steps 1 to 3).
const schemeOf = (url: string) =>
  /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\0-\x20]/g, ""))?.[1]?.toLowerCase();

function isLink(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme);
}

function isMedia(url: string): boolean {
  const scheme = schemeOf(url);
  if (scheme === "data") return /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(url);
  return scheme === undefined || scheme === "http" || scheme === "https";
}
