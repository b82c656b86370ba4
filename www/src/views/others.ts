/** What another tool makes of the same page. */
export interface Other {
  name: string;
  title: string;
  text: string;
  /** Parsing included, ms. */
  took: number;
}

/** Elements that stand on lines of their own. */
const LINES = "p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,tr,figcaption,dt,dd,section,article,br";

function textOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll(LINES)) {
    element.before("\n");
    element.after("\n");
  }
  return page.body.textContent;
}

function pageOf(html: string, url: string | undefined): Document {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (url !== undefined) {
    const base = page.createElement("base");
    base.href = url;
    page.head.append(base);
  }
  return page;
}

/** Runs the other tools, which are fetched only now. */
export const OTHERS: Record<string, (html: string, url: string | undefined) => Promise<Other>> = {
  async Readability(html, url) {
    const { Readability } = await import("@mozilla/readability");
    const start = performance.now();
    const found = new Readability(pageOf(html, url)).parse();
    const took = performance.now() - start;
    return { name: "Readability.js", title: found?.title ?? "", text: textOf(found?.content ?? ""), took };
  },
  async Defuddle(html, url) {
    const { default: Defuddle } = await import("defuddle");
    const start = performance.now();
    const found = new Defuddle(pageOf(html, url), url === undefined ? {} : { url }).parse();
    const took = performance.now() - start;
    return { name: "Defuddle", title: found.title, text: textOf(found.content), took };
  },
};
