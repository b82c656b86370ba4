import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { clearLeftovers } from "../page/leftovers";
import { Session } from "../page/session";
import { takeTask } from "../task";

/** Where the session is kept in the extension's own world. A symbol: names of elements on the page reach into every world. */
const SESSION = Symbol.for("dehusk");

/** Documents that the reader can stand on; the browser's viewers for PDF, images and the like look like pages to scripts. */
const READABLE = new Set(["text/html", "application/xhtml+xml"]);

// Runs at every click. Says whether anything can be done here.
export default defineUnlistedScript(() => {
  const task = takeTask();
  const type: unknown = Reflect.get(Document.prototype, "contentType", document);
  if (!READABLE.has(String(type))) return false;
  const world: object & { [SESSION]?: Session | undefined } = globalThis;
  if (world[SESSION] === undefined) {
    clearLeftovers();
    world[SESSION] = new Session(() => {
      world[SESSION] = undefined;
    });
  }
  void world[SESSION].run(task);
  return true;
});
