import {
  apply,
  type Article,
  type Capture,
  type Cleaning,
  type HiddenBlock,
  type Judged,
  type Kind,
  type Plan,
  type Removal,
} from "dehusk/edge";
import { changeRules } from "../change";
import type { Settings } from "../settings";
import { loadRules } from "../sites";

import { planOf } from "../verdict";
import { askEngine, askPlans } from "./judge";
import { withRules, type Listed } from "./listed";
import { selectorOf } from "./selector";

/** Steps of the strictness slider, 0 to 10. */
export const LEVELS = Array.from({ length: 11 }, (_, at) => at / 10);

/** What is hidden on the page, what the engine said last, and what the person wants otherwise. */
export class Cleaner {
  article: Article | null = null;
  readable = false;
  /** The address that was judged last. */
  address = "";
  #settings: Settings;
  #main: Cleaning | undefined;
  /** Blocks the person has pointed at, each with a way back of its own. */
  #own: Cleaning[] = [];
  #capture: Capture | undefined;
  #listed: Listed = new Map();
  #plans: Plan[] | undefined;
  /** What the person has shown again. */
  readonly #shown = new Set<Node>();
  readonly #onChange: () => void;
  readonly #onLost: () => void;

  /** `onLost` is called when a rule could not be kept. */
  constructor(settings: Settings, { onChange, onLost }: Record<"onChange" | "onLost", () => void>) {
    this.#settings = settings;
    this.#onChange = onChange;
    this.#onLost = onLost;
  }

  get strictness(): number {
    return this.#settings.strictness;
  }

  get blocks(): HiddenBlock[] {
    return this.#cleanings.flatMap((cleaning) => cleaning.removals);
  }

  get hidden(): number {
    return this.#cleanings.reduce((sum, cleaning) => sum + cleaning.hidden, 0);
  }

  get #cleanings(): Cleaning[] {
    return this.#main === undefined ? this.#own : [this.#main, ...this.#own];
  }

  isShown(block: HiddenBlock): boolean {
    return this.#shown.has(block.element);
  }

  /** Judges the page and hides what is to be hidden; false if it could not be read. */
  async start(): Promise<boolean> {
    const judged = await this.#judge();
    if (judged === null) return false;
    if (this.#main === undefined) this.#apply(judged);
    return true;
  }

  /** Shows one block, all of a kind, or everything. */
  restore(which?: HiddenBlock | Kind): void {
    for (const cleaning of this.#cleanings) cleaning.restore(which);
    for (const block of this.blocks) {
      const isMeant = which === undefined || block === which || block.kind === which;
      if (isMeant) this.#shown.add(block.element);
    }
    this.#onChange();
  }

  /** Hides a block again that was shown. */
  hideAgain(block: HiddenBlock): void {
    this.#shown.delete(block.element);
    this.#reapply();
    this.#onChange();
  }

  /** Shows a block now and on every later visit to the site. */
  keepAlways(block: HiddenBlock): void {
    this.restore(block);
    const element = "localName" in block.element ? block.element : block.element.parentElement;
    if (element !== null) changeRules("keep", selectorOf(element)).catch(this.#onLost);
  }

  /** Hides an element now and on every later visit to the site. */
  hideAlways(element: Element): void {
    const removal = {
      kind: "overlay",
      reason: "You chose to hide this.",
      grounds: [{ id: "chosen", values: [] }],
      confidence: 1,
      text: element.textContent.trim().slice(0, 200),
      path: "",
    } satisfies Removal;
    const plan: Plan = {
      rows: Uint32Array.of(0),
      removals: [removal],
      unlock: false,
      title: "",
      titleHijacked: false,
    };
    this.#own.push(apply(document, { nodes: [element], plan }));
    this.#onChange();
    changeRules("hide", selectorOf(element)).catch(this.#onLost);
  }

  /** What would be hidden at every level of the slider; null if nobody can say. Asked once per judgement. */
  async plans(): Promise<Plan[] | null> {
    if (this.#capture === undefined) return null;
    this.#plans ??=
      (await askPlans(this.#capture, this.#listed, this.#settings, LEVELS).catch(() => null)) ?? undefined;
    return this.#plans ?? null;
  }

  /** Hides by another strictness, from what is known already: the page is not read again. */
  async setStrictness(strictness: number): Promise<void> {
    const plan = (await this.plans())?.[Math.round(strictness * 10)];
    if (plan === undefined || this.#capture === undefined) return;
    this.#settings = { ...this.#settings, strictness };
    this.#main?.disconnect();
    this.#main?.restore();
    this.#apply({ nodes: this.#capture.nodes, scopes: this.#capture.scopes, plan });
    this.#onChange();
  }

  /** The live nodes of rows that were read. */
  nodesOf(plan: Plan): { node: Node; removal: Plan["removals"][number] }[] {
    return plan.removals.flatMap((removal, at) => {
      const node = this.#capture?.nodes[plan.rows[at] as number];
      return node === undefined ? [] : [{ node, removal }];
    });
  }

  /** Shows a block for a while, until `lower`. */
  peek(block: HiddenBlock): void {
    for (const cleaning of this.#cleanings) cleaning.restore(block);
  }

  /** Shows the page as it came, until `lower`. */
  lift(): void {
    for (const cleaning of this.#cleanings) cleaning.restore();
  }

  /** Hides again what `lift` and `peek` have shown. */
  lower(): void {
    this.#reapply();
  }

  /** Gives the page back for good. */
  end(): void {
    for (const cleaning of this.#cleanings) {
      cleaning.disconnect();
      cleaning.restore();
    }
  }

  #apply(judged: Judged): void {
    this.#main = apply(document, judged, () => this.#judge());
    this.#showAgain();
    this.#main.observe();
    this.#onChange();
  }

  #reapply(): void {
    for (const cleaning of this.#cleanings) cleaning.reapply();
    this.#showAgain();
  }

  /** What the person has shown stays shown, whatever is judged anew. */
  #showAgain(): void {
    for (const cleaning of this.#cleanings) {
      for (const block of cleaning.removals) if (this.#shown.has(block.element)) cleaning.restore(block);
    }
  }

  /** Asks the engine about the page as it is now; null if it cannot say. */
  async #judge(): Promise<Judged | null> {
    const rules = await loadRules(location.host);
    // What is captured now is of this address, wherever the page has gone by the time the engine answers.
    const address = location.href;
    const opinion = await askEngine(this.#settings, rules).catch(() => null);
    if (opinion === null || "failed" in opinion.verdict) return null;
    const { capture, verdict, listed } = opinion;
    // A page judged again may have more to read, or be another page; it has no less only because parts of it are hidden by now.
    if (verdict.readable || !this.readable || this.address !== address) {
      this.article = verdict.article;
      this.readable = verdict.readable;
    }
    this.address = address;
    this.#capture = capture;
    this.#listed = listed;
    this.#plans = undefined;
    // Whoever asked hides what the plan names as soon as it has it: the next task sees the result.
    setTimeout(this.#onChange);
    const { nodes, scopes } = capture;
    return { nodes, scopes, plan: withRules(planOf(verdict.plan), nodes, listed) };
  }
}
