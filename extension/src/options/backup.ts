import { backup, restoreBackup } from "../backup";
import { text } from "../i18n";
import { forgetMemory } from "../memory";
import { button, element } from "../page/dom";
import { kept, say, section } from "./dom";

/** Settings as a file, and the ways to forget. */
export function backupSection(): HTMLElement {
  const file = element("input", { type: "file", accept: "application/json", id: "import-file", hidden: "" });
  file.addEventListener("change", () => {
    const given = file.files?.[0];
    if (given !== undefined) kept(take(given));
  });
  return section(
    "backupTitle",
    "backupLead",
    element(
      "div",
      { class: "buttons" },
      button(
        text("exportSettings"),
        () => {
          kept(download());
        },
        { id: "export" },
      ),
      button(
        text("importSettings"),
        () => {
          file.click();
        },
        { id: "import" },
      ),
      button(
        text("forget"),
        () => {
          kept(
            forgetMemory().then(() => {
              say(text("forgotten"));
            }),
          );
        },
        { id: "forget" },
      ),
      file,
    ),
  );
}

async function take(file: File): Promise<void> {
  say(text((await restoreBackup(await file.text())) ? "imported" : "importFailed"));
}

async function download(): Promise<void> {
  const blob = new Blob([JSON.stringify(await backup(), null, 2)], { type: "application/json" });
  const url = URL.createObjectURL(blob);
  const link = element("a", { href: url, download: "dehusk-settings.json", hidden: "" });
  // Elements are made in a document of their own; only on a page does a link do anything.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
