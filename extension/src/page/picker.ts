import { text } from "../i18n";
import { element } from "./dom";
import type { Outline } from "./outline";
import { surface } from "./surface";

/** Lets the person point at something on the page; null if they think better of it. Arrow up takes what is around, arrow down goes back in. */
export function pick(outline: Outline, signal: AbortSignal): Promise<Element | null> {
  const { root, remove } = surface("picker");
  const gone = new AbortController();
  const hint = element("div", { class: "hint", popover: "manual", role: "status" }, text("pickHint"));
  root.append(hint);
  hint.showPopover();
  /** From what is pointed at outwards. */
  let chain: Element[] = [];
  let at = 0;
  return new Promise((resolve) => {
    const end = (picked: Element | null) => {
      gone.abort();
      outline.hide();
      remove();
      resolve(picked);
    };
    const on = { capture: true, signal: gone.signal };
    const aim = () => {
      const target = chain[at];
      if (target !== undefined) outline.show(target);
    };
    addEventListener(
      "pointermove",
      ({ clientX, clientY, isTrusted }) => {
        if (!isTrusted) return;
        const found = pageElementAt(clientX, clientY);
        if (found === null || found === chain[0]) return;
        chain = outwardsFrom(found);
        at = 0;
        aim();
      },
      on,
    );
    const swallow = (event: Event) => {
      if (isOurs(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const type of ["pointerdown", "pointerup", "mousedown", "mouseup"])
      addEventListener(type, swallow, on);
    addEventListener(
      "click",
      (event) => {
        // What the page clicks by itself hides nothing of it for good.
        if (isOurs(event) || !event.isTrusted) return;
        swallow(event);
        const found = chain[at] ?? pageElementAt(event.clientX, event.clientY);
        end(found !== null && mayGo(found) ? found : null);
      },
      on,
    );
    addEventListener(
      "keydown",
      (event) => {
        if (!event.isTrusted) return;
        if (event.key === "Escape") end(null);
        else if (event.key === "ArrowUp") at = Math.min(chain.length - 1, at + 1);
        else if (event.key === "ArrowDown") at = Math.max(0, at - 1);
        else if (event.key === "Enter") end(chain[at] ?? null);
        else return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!gone.signal.aborted) aim();
      },
      on,
    );
    signal.addEventListener(
      "abort",
      () => {
        end(null);
      },
      { signal: gone.signal },
    );
  });
}

const isOurs = (event: Event) =>
  event.composedPath().some((node) => node instanceof Element && node.hasAttribute("data-dehusk"));

/** What of the page lies under a point; nothing of ours. */
function pageElementAt(x: number, y: number): Element | null {
  return (
    document.elementsFromPoint(x, y).find((one) => !one.hasAttribute("data-dehusk") && mayGo(one)) ?? null
  );
}

/** The page as a whole is not to be hidden. */
const mayGo = (target: Element) => target.localName !== "html" && target.localName !== "body";

function outwardsFrom(target: Element): Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = target; at !== null && mayGo(at); at = at.parentElement) chain.push(at);
  return chain;
}
