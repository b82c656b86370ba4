/** A page handed over by the bookmarklet. */
export interface Handed {
  html: string;
  url: string | undefined;
}

/** Where the site was opened by the bookmarklet, waits for the page it was opened from. */
export function handedPage(onPage: (page: Handed) => void): boolean {
  const opener = window.opener as Window | null;
  if (location.hash !== "#from-page" || opener === null) return false;
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    // Any page may be handed over; only the one that opened this window may do so.
    if (source !== opener || typeof data !== "object" || data === null) return;
    const { html, url } = data as Partial<Record<keyof Handed, unknown>>;
    if (typeof html !== "string") return;
    onPage({ html, url: typeof url === "string" && URL.canParse(url) ? url : undefined });
  });
  opener.postMessage("dehusk-ready", "*");
  return true;
}
