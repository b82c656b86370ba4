/** What is measured: each loads itself, and gives a function from a page's HTML to the length of what was found. */
export const TOOLS = {
  dehusk: async () => {
    const { default: init, extract } = await import("dehusk");
    await init();
    return (html) => {
      const article = extract(html, { url: ADDRESS });
      // The Markdown is made when it is asked for.
      return article === null ? 0 : article.text.length + article.markdown.length;
    };
  },
  "dehusk clean": async () => {
    const { default: init, clean } = await import("dehusk");
    await init();
    return (html) => clean(html, { url: ADDRESS }).html.length;
  },
  Readability: async () => {
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import("@mozilla/readability"),
      import("linkedom"),
    ]);
    return (html) => new Readability(parseHTML(html).document).parse()?.textContent.length ?? 0;
  },
  Defuddle: async () => {
    const [{ Defuddle }, { parseHTML }] = await Promise.all([import("defuddle/node"), import("linkedom")]);
    return async (html) => (await Defuddle(parseHTML(html).document, ADDRESS)).content.length;
  },
  "dom-smoothie": async () => {
    const { Readability } = (await import("dom-smoothie-js")).default;
    return (html) => {
      const reader = new Readability(html, ADDRESS, undefined);
      try {
        return reader.parse().text_content.length;
      } finally {
        reader.free();
      }
    };
  },
};

/** Those that must keep to the limits. */
export const OWN = ["dehusk", "dehusk clean"];

const ADDRESS = "https://quay.test/weighbridge";
