import { byId, element } from "./dom";
import { SAMPLES } from "./samples";

/** What to do with each way of bringing a page. */
export interface Inputs {
  sample: (key: string) => void;
  file: (file: File) => void;
  pasted: (html: string, url: string | undefined) => void;
}

/** Wires the header's controls, the dialog for pasting, and dropping a file on the window. */
export function inputs({ sample, file, pasted }: Inputs): void {
  const samples = byId("samples", HTMLSelectElement);
  samples.append(...SAMPLES.map(({ key, name }) => element("option", { value: key }, name)));
  samples.addEventListener("change", () => {
    sample(samples.value);
  });

  const picked = byId("file", HTMLInputElement);
  picked.addEventListener("change", () => {
    if (picked.files?.[0]) file(picked.files[0]);
    // The same file may be picked again after it was changed.
    picked.value = "";
  });

  addEventListener("dragover", (event) => {
    event.preventDefault();
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) file(dropped);
  });

  const dialog = byId("dialog", HTMLDialogElement);
  const html = byId("html", HTMLTextAreaElement);
  const url = byId("url", HTMLInputElement);
  byId("paste", HTMLButtonElement).addEventListener("click", () => {
    dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "read") pasted(html.value, url.value || undefined);
  });
}
