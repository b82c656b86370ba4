const FILES = import.meta.glob<string>("../samples/*.html", {
  query: "?url",
  import: "default",
  eager: true,
});

const NAMES: Record<string, string> = {
  "hijacked-portal": "Hijacked Chinese portal",
  "pharma-blog": "Blog with a hidden pharmacy",
  "news-wall": "News behind a cookie wall",
  japanese: "Japanese local news",
  arabic: "Arabic newspaper",
  technical: "Technical post",
};

export interface Sample {
  /** What a link calls it. */
  key: string;
  name: string;
  load: () => Promise<string>;
}

/** The bundled pages, in the order of their names above. */
export const SAMPLES: Sample[] = Object.entries(NAMES).flatMap(([key, name]) => {
  const url = FILES[`../samples/${key}.html`];
  return url === undefined ? [] : [{ key, name, load: () => fetch(url).then((response) => response.text()) }];
});
