/** Bytes at the start of a page in which its charset must be declared: four times what the HTML standard has browsers read. */
const DECLARED_WITHIN = 4096;

/**
 * A page's bytes as text: by byte order mark, else by the charset its server named, else by what the page declares,
 * else UTF-8. Legacy charsets are those of the Encoding standard. Bytes that fit nowhere become U+FFFD.
 *
 * @param charset The one its server named, if it did; an unknown one is passed over.
 * @example
 * const html = decode(new Uint8Array(await response.arrayBuffer()));
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  const label = markedCharset(bytes) ?? known(charset) ?? declaredCharset(bytes) ?? "utf-8";
  return new TextDecoder(label).decode(bytes);
}

function markedCharset(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return undefined;
}

/** `<meta charset=…>`, `charset=…` in the content of an http-equiv meta, or the encoding of an XML declaration. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const said = head.replaceAll(/<!--.*?-->/gs, "");
  const match =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(said) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:+-]+)/i.exec(said);
  const label = known(match?.[1]);
  // A page that can be read up to here byte by byte is not UTF-16, whatever it says.
  return label?.startsWith("utf-16") === true ? "utf-8" : label;
}

/** The standard's name of a charset; undefined for none or an unknown one. */
function known(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
