import { iconButton } from "./button.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";
import type { Colouring } from "./powers.js";

/** Longer code stays plain: colouring it would hold up the page. UTF-16 units. */
const LONGEST = 40_000;

/** Code blocks: scrolled sideways by keyboard, copied by a button, coloured where someone lends the colours. */
export function codeBlocks(kit: Kit, prose: HTMLElement): void {
  const { document, strings, store, powers, signal } = kit;
  const blocks = [...prose.querySelectorAll("pre")];
  for (const block of blocks) {
    // Scrolling takes focus and a name.
    block.tabIndex = 0;
    // A group, not a region: landmarks need names of their own.
    block.setAttribute("role", "group");
    block.setAttribute("aria-label", strings.code);
    block.dir = "ltr";
    const text = block.textContent.replace(/\n$/, "");
    const copy = iconButton(document, "copy-code", strings.copyCode, "copy", () => {
      void document.defaultView?.navigator.clipboard.writeText(text).then(() => {
        store.change({ notice: strings.copied });
      });
    });
    const box = element(document, "div", { class: "code", lang: strings.lang });
    block.replaceWith(box);
    box.append(block, copy);
  }
  if (blocks.length === 0 || powers.colouring === undefined) return;
  void powers.colouring().then(
    (colouring) => {
      if (!signal.aborted) for (const block of blocks) paint(document, block, colouring);
    },
    () => undefined,
  );
}

function paint(document: Document, block: HTMLElement, colouring: Colouring): void {
  const code = block.querySelector("code") ?? block;
  const text = code.textContent;
  if (text.length > LONGEST || code.querySelector("mark") !== null) return;
  const named = /language-([\w+#.-]+)/.exec(`${code.className} ${block.className}`)?.[1] ?? null;
  const runs = colouring(text, named);
  // Colours are lent by others; the code is the article's.
  if (runs?.map((run) => run.text).join("") !== text) return;
  code.replaceChildren(
    ...runs.map(({ text: part, scope }) =>
      scope === null ? part : element(document, "span", { class: `c-${scope.split(".")[0] ?? ""}` }, part),
    ),
  );
}
