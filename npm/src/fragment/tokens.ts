/** A start or end tag. */
export interface Tag {
  name: string;
  closes: boolean;
  attributes: [name: string, value: string][];
}

// Tags as Dehusk's own serialiser writes them: lower case, values in double quotes, no slash on void elements.
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?: [a-z][a-z0-9:-]*(?:="[^"]*")?)*)>/y;
const ATTRIBUTE = / ([a-z][a-z0-9:-]*)(?:="([^"]*)")?/g;
const REFERENCE = /&(amp|lt|gt|quot|nbsp|apos|#39);/g;
const CHARACTERS: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
  apos: "'",
  "#39": "'",
};

/** Splits canonical HTML into tags and text, references resolved. What is no canonical tag is text. */
export function* tokens(html: string): Generator<string | Tag> {
  let text = 0;
  for (let at = html.indexOf("<"); at >= 0;) {
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    if (match === null) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    if (at > text) yield plain(html.slice(text, at));
    yield {
      name: match[2] as string,
      closes: match[1] === "/",
      attributes: attributesOf(match[3] as string),
    };
    text = TAG.lastIndex;
    at = html.indexOf("<", text);
  }
  if (text < html.length) yield plain(html.slice(text));
}

function attributesOf(source: string): [string, string][] {
  return [...source.matchAll(ATTRIBUTE)].map(([, name, value]) => [name as string, plain(value ?? "")]);
}

function plain(text: string): string {
  return text.replace(REFERENCE, (_, name: string) => CHARACTERS[name] as string);
}
