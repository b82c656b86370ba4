import { iconButton } from "./button.js";
import { element } from "./dom.js";
import type { Kit } from "./kit.js";

/** Narrower pictures (CSS px, by their own attribute) are symbols in the text, not worth a screen. */
const NARROWEST = 64;

/** Makes the pictures of a text open on the whole screen. Pictures that are links stay links. */
export function lightbox(kit: Kit, frame: HTMLElement, prose: HTMLElement): void {
  const { document, strings, signal } = kit;
  const pictures = [...prose.querySelectorAll("img")].filter((image) => {
    const width = Number(image.getAttribute("width") ?? NARROWEST);
    return image.closest("a") === null && !(width < NARROWEST);
  });
  for (const image of pictures) {
    image.tabIndex = 0;
    image.setAttribute("role", "button");
    image.setAttribute("aria-haspopup", "dialog");
    image.setAttribute("aria-label", image.alt === "" ? strings.enlarge : `${strings.enlarge}: ${image.alt}`);
    const open = () => {
      show(kit, frame, pictures, pictures.indexOf(image));
    };
    image.addEventListener("click", open, { signal });
    image.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open();
      },
      { signal },
    );
  }
  // What could not be loaded would be an empty box with a frame.
  prose.addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof (document.defaultView as Window & typeof globalThis).HTMLImageElement)
        target.dataset["broken"] = "";
    },
    { capture: true, signal },
  );
}

/** One picture on the whole screen, the others of the text a key away. */
function show(
  { document, strings, signal }: Kit,
  frame: HTMLElement,
  pictures: HTMLImageElement[],
  first: number,
) {
  let at = first;
  const image = element(document, "img", {});
  const caption = element(document, "p", { class: "caption", dir: "auto" });
  const place = element(document, "span", { class: "place", "aria-live": "polite" });
  const draw = () => {
    const shown = pictures[at] as HTMLImageElement;
    image.src = shown.currentSrc || shown.src;
    image.alt = shown.alt;
    caption.textContent = shown.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
    place.textContent = pictures.length > 1 ? `${at + 1} / ${pictures.length}` : "";
  };
  const go = (by: number) => {
    at = (at + by + pictures.length) % pictures.length;
    draw();
  };
  const close = () => {
    dialog.close();
  };
  const several = pictures.length > 1;
  const back = () => {
    go(-1);
  };
  const on = () => {
    go(1);
  };
  const dialog = element(
    document,
    "dialog",
    { class: "lightbox", "aria-label": strings.enlarge, lang: strings.lang },
    element(
      document,
      "div",
      { class: "tools" },
      iconButton(document, "lightbox-close", strings.dismiss, "close", close),
      place,
      several ? iconButton(document, "lightbox-previous", strings.previous, "previous", back) : null,
      several ? iconButton(document, "lightbox-next", strings.next, "next", on) : null,
    ),
    image,
    caption,
  );
  dialog.addEventListener("keydown", (event) => {
    // The reader beneath has keys of its own.
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === image) close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    pictures[at]?.focus();
  });
  signal.addEventListener("abort", () => {
    dialog.remove();
  });
  draw();
  frame.append(dialog);
  dialog.showModal();
}
