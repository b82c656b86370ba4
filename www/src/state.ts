/** What a link to the site can carry. Small pages travel in it, packed. */
export interface State {
  sample?: string | undefined;
  html?: string | undefined;
  url?: string | undefined;
  strictness: number;
  tab?: string | undefined;
}

/** Longest fragment that people's chats and mails still take as one link, characters. */
const MOST = 8000;

/** Unpacked pages out of a link are at most this long, bytes: a link may be made to fill the memory. */
const MOST_UNPACKED = 4 << 20;

/** The state as a fragment; null if the page is too long for one. */
export async function fragmentOf(state: State): Promise<string | null> {
  const fields = new URLSearchParams();
  if (state.sample !== undefined) fields.set("sample", state.sample);
  if (state.html !== undefined) fields.set("page", await packed(state.html));
  if (state.url !== undefined) fields.set("url", state.url);
  fields.set("strictness", String(state.strictness));
  if (state.tab !== undefined) fields.set("tab", state.tab);
  const fragment = fields.toString();
  return fragment.length > MOST ? null : fragment;
}

/** What a fragment says; what it gets wrong is left out. */
export async function stateFrom(fragment: string): Promise<State> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const strictness = Number(fields.get("strictness") ?? 0.5);
  const page = fields.get("page");
  const url = fields.get("url");
  return {
    sample: fields.get("sample") ?? undefined,
    html: page === null ? undefined : await unpacked(page),
    url: url !== null && URL.canParse(url) ? url : undefined,
    strictness: strictness >= 0 && strictness <= 1 ? strictness : 0.5,
    tab: fields.get("tab") ?? undefined,
  };
}

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpacked(text: string): Promise<string | undefined> {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder();
    let page = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      page += decoder.decode(part.value, { stream: true });
      if (page.length > MOST_UNPACKED) return undefined;
    }
    return page + decoder.decode();
  } catch {
    return undefined;
  }
}
