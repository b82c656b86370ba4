/** Bytes at the start of a page in which its charset must be declared (HTML standard, "prescan a byte stream"). */
const DECLARED_WITHIN = 4096;

/** A page's bytes as text: by byte order mark, else by what the page declares, else UTF-8. Bytes that fit nowhere become U+FFFD. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(markedCharset(bytes) ?? declaredCharset(bytes) ?? "utf-8").decode(bytes);
}

function markedCharset(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return undefined;
}

/** `<meta charset=…>`, or `charset=…` in the content of an http-equiv meta. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const label = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(head)?.[1]?.toLowerCase();
  // A page that can be read up to here byte by byte is not UTF-16, whatever it says.
  if (label === undefined || !isCharset(label)) return undefined;
  return label.startsWith("utf-16") ? "utf-8" : label;
}

function isCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
