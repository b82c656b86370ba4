import type { Article } from "dehusk";
import { shortened } from "./long";

/** The article in the reader. */
export const reader = (article: Article): HTMLElement =>
  shortened(article.html, (html) => {
    const view = document.createElement("dehusk-reader");
    view.article = { ...article, html: withoutPictures(html) };
    return view;
  });

/** Words in place of pictures from elsewhere: the site asks no one for anything, so they would stay broken. */
function withoutPictures(html: string): string {
  if (!html.includes("<img")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const picture of body.querySelectorAll("img:not([src^='data:'])"))
    picture.replaceWith(
      picture.getAttribute("alt") ? `[picture: ${picture.getAttribute("alt") ?? ""}]` : "[picture]",
    );
  return body.innerHTML;
}
