import { element } from "./dom";
import type { Ladder } from "./engine/protocol";
import type { Mark } from "./frame/frame";
import { KINDS } from "./views/removed";

/** Why the clicked block was judged as it was; at which strictness that would change follows as soon as it is known. */
export function evidence(path: string, mark: Mark | undefined, ladder: Promise<Ladder>): HTMLElement[] {
  const removal = mark?.removal;
  const what = removal
    ? [
        element("span", { class: `kind ${removal.kind}` }, KINDS[removal.kind]),
        ` ${removal.reason} · ${Math.round(removal.confidence * 100)} % sure`,
      ]
    : [
        element(
          "span",
          { class: `kind ${mark === undefined ? "kept" : "article"}` },
          mark ? "Article" : "Kept",
        ),
        mark ? " Part of the main content." : " Neither spam, ad nor clutter, and no part of the article.",
      ];
  const at = removal?.path ?? path;
  const told = element("p", { class: "fate" }, "…");
  ladder.then(
    (steps) => (told.textContent = fate(at, steps)),
    () => (told.textContent = "The engine does not say at which strictness that would change."),
  );
  return [
    element("p", { class: "why" }, ...what),
    told,
    element("p", { class: "path" }, element("code", {}, at)),
  ];
}

/** From which strictness on a block is hidden, on its own or with what it lies in. */
function fate(path: string, ladder: Ladder): string {
  const hiding = ladder.filter(({ removals }) =>
    removals.some((removal) => path === removal.path || path.startsWith(`${removal.path}>`)),
  );
  const first = hiding[0]?.strictness;
  if (first === undefined) return "Kept at every strictness.";
  return first === 0 ? "Hidden at every strictness." : `Hidden from strictness ${first} on.`;
}
