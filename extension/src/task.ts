/** What the page's script is to do; `click` is what the person has chosen for the button. */
export const TASKS = ["click", "reader", "clean", "panel", "selection", "auto"] as const;
export type Task = (typeof TASKS)[number];

/** Where the background leaves the task, in the extension's own world. A symbol: names of elements on the page reach into every world. */
const KEY = Symbol.for("dehusk.task");

/** Takes the task that was left; each is done once. */
export function takeTask(): Task {
  const task: unknown = Reflect.get(globalThis, KEY);
  Reflect.deleteProperty(globalThis, KEY);
  return TASKS.find((one) => one === task) ?? "click";
}

export function leaveTask(task: Task): void {
  Reflect.set(globalThis, KEY, task);
}
