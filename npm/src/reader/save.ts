import { epubFile } from "../export/epub.js";
import { fileName } from "../export/facts.js";
import { markdownFile } from "../export/markdown.js";
import { htmlFile } from "../export/page.js";
import { textFile } from "../export/text.js";
import { textButton } from "./button.js";
import { flag } from "./controls.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import { menu, type Menu } from "./menu.js";
import { fetchPicture } from "./pictures.js";

/** The ways a text leaves the reader. */
export interface Saving {
  menu: Menu;
  copyMarkdown: () => void;
  print: () => void;
}

/** The “Save and share” panel. Files are made here and handed to the browser's own download. */
export function saving(kit: Kit): Saving {
  const { document, article, strings, store, powers } = kit;
  const picture = powers.picture ?? fetchPicture;
  const told = (work: () => Promise<string>) => {
    store.change({ panel: null, notice: strings.saving });
    void work().then(
      (notice) => {
        store.change({ notice });
      },
      () => {
        store.change({ notice: strings.saveFailed });
      },
    );
  };
  const save = (extension: string, type: string, content: () => Promise<BlobPart> | BlobPart) => () => {
    told(async () => {
      const name = fileName(article, extension);
      download(kit, new Blob([await content()], { type }), name);
      return name;
    });
  };
  const copyMarkdown = () => {
    told(async () => {
      const text = markdownFile(article, { frontMatter: store.state.settings.frontMatter });
      await document.defaultView?.navigator.clipboard.writeText(text);
      return strings.copied;
    });
  };
  const print = () => {
    store.change({ panel: null });
    document.defaultView?.print();
  };
  const ways: [string, string, () => void][] = [
    ["copy-markdown", strings.copyMarkdown, copyMarkdown],
    [
      "save-markdown",
      strings.saveMarkdown,
      save("md", "text/markdown;charset=utf-8", () =>
        markdownFile(article, { frontMatter: store.state.settings.frontMatter }),
      ),
    ],
    [
      "save-html",
      strings.saveHtml,
      save("html", "text/html;charset=utf-8", () =>
        htmlFile(article, store.state.settings.embed ? picture : undefined),
      ),
    ],
    [
      "save-epub",
      strings.saveEpub,
      save("epub", "application/epub+zip", () => epubFile(article, { picture })),
    ],
    ["save-text", strings.saveText, save("txt", "text/plain;charset=utf-8", () => textFile(article))],
    ["print", strings.print, print],
  ];
  const list = element(
    document,
    "div",
    { class: "ways" },
    ...ways.map(([action, label, run]) => textButton(document, action, label, run)),
  );
  return {
    copyMarkdown,
    print,
    menu: menu(
      kit,
      "save",
      strings.save,
      "save",
      list,
      flag(kit, "frontMatter", strings.frontMatter),
      flag(kit, "embed", strings.embed),
    ),
  };
}

/** Time the browser has to take the file over before its address is given back, ms. */
const HANDOVER = 60_000;

function download({ document }: Kit, blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = element(document, "a", { href: url, download: name });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, HANDOVER);
}
