import { nativesOf, property } from "./natives.js";
import { holds, outwards } from "./outwards.js";
import { Paths } from "./path.js";
import { observe, type Observation } from "./observe.js";
import { atFault, seenOf } from "./apply/article.js";
import { writtenField } from "./apply/protect.js";
import { Sheets } from "./apply/sheets.js";
import { TitleFix } from "./apply/title.js";
import { randomToken } from "./apply/token.js";
import { Unlock } from "./apply/unlock.js";
import type { Scope } from "./capture/rows.js";
import type { Cleaning, HiddenBlock, Kind, Plan, Removal } from "./types.js";

/** A captured page and what the core says about it. */
export interface Judged {
  nodes: Node[];
  scopes: Scope[];
  plan: Plan;
}

/** Captures and judges the page as it is now; null if it should be left alone. */
export type Judge = () => Judged | null | Promise<Judged | null>;

/** Kinds that lock the page behind them. */
const LOCKING = new Set<Kind>(["overlay", "cookie", "newsletter"]);

const TEXT_NODE = 3;

interface Block {
  removal: HiddenBlock;
  hidden: boolean;
  /** What a text node said before it was emptied. */
  data: string;
}

/**
 * Hides what `plan` names, and gives the way back. `nodes` are the capture's; `judge` is asked again by `observe()`.
 * Elements get one random attribute that a style rule hides; loose text is emptied. Inline styles are never touched.
 * Left alone: what has left the page meanwhile, and what holds the field the person is writing in.
 */
export function apply(
  document: Document,
  judged: Pick<Judged, "nodes" | "plan"> & Partial<Pick<Judged, "scopes">>,
  judge?: Judge,
): Cleaning {
  const cleaning = new PageCleaning(document, judge);
  cleaning.add({ scopes: [document], ...judged });
  return cleaning;
}

class PageCleaning implements Cleaning {
  readonly #document: Document;
  readonly #natives;
  readonly #judge: Judge | undefined;
  readonly #token = randomToken();
  readonly #sheets = new Sheets(`[${this.#token}]{display:none!important;visibility:hidden!important}`);
  readonly #title: TitleFix;
  readonly #unlock: Unlock;
  #scopes: Scope[] = [];
  #unlocked = false;
  #blocks: Block[] = [];
  #known = new Set<Node>();
  #observation: Observation | undefined;

  constructor(document: Document, judge: Judge | undefined) {
    this.#document = document;
    this.#natives = nativesOf(document);
    this.#judge = judge;
    this.#title = new TitleFix(document);
    this.#unlock = new Unlock(document, `${this.#token}u`);
  }

  get removals(): HiddenBlock[] {
    return this.#blocks.map((block) => block.removal);
  }

  get hidden(): number {
    return this.#blocks.filter((block) => block.hidden).length;
  }

  /** Hides what a judgement names and was not hidden before. */
  add({ nodes, scopes, plan }: Judged): void {
    this.#scopes = scopes;
    const field = writtenField(this.#document);
    const paths = new Paths(this.#document);
    const found: Block[] = [];
    plan.removals.forEach((removal, at) => {
      const node = nodes[plan.rows[at] as number];
      if (node === undefined || this.#known.has(node) || !this.#mayHide(node, field)) return;
      const element = node as Element | Text;
      found.push({
        removal: { ...removal, path: paths.of(node), element },
        hidden: false,
        data: this.#isText(node) ? this.#natives.data(node as Text) : "",
      });
    });
    const article = Array.from(plan.article ?? [], (row) => nodes[row]).filter((node) => node !== undefined);
    const before = seenOf(this.#document, article);
    for (const block of found) {
      this.#known.add(block.removal.element);
      this.#hide(block);
    }
    this.#blocks.push(...this.#rollBack(before, found));
    if (plan.titleHijacked) this.#title.set(plan.title);
    if (plan.unlock) this.#free();
  }

  /** Shows again what took article text with it; gives what stays hidden. */
  #rollBack(before: Element[], hidden: Block[]): Block[] {
    for (let left = hidden; ;) {
      const faulty = atFault(this.#document, before, left);
      if (faulty.length === 0) return left;
      for (const block of faulty) this.#show(block);
      left = left.filter((block) => !faulty.includes(block));
    }
  }

  restore(which?: Kind | Removal): void {
    const locking = this.#isLocking();
    for (const block of this.#blocks) if (isMeant(block.removal, which)) this.#show(block);
    if (which === undefined || which === "spam") this.#title.restore();
    if (this.#unlocked && (which === undefined || (locking && !this.#isLocking()))) this.#unlock.restore();
    if (this.#blocks.every((block) => !block.hidden)) this.#sheets.clear();
  }

  reapply(): void {
    for (const block of this.#blocks) this.#hide(block);
    this.#title.reapply();
    if (this.#unlocked) this.#free();
  }

  observe(): void {
    const judge = this.#judge;
    if (judge === undefined) return;
    this.#observation ??= observe(this.#document, {
      scopes: () => this.#scopes,
      isOurs: (target) => {
        for (const node of outwards(this.#document, target)) if (this.#known.has(node)) return true;
        return false;
      },
      run: async (navigated) => {
        if (navigated) this.#title.forget();
        this.#forgetDetached();
        for (const block of this.#blocks) if (block.hidden) this.#hide(block);
        const judged = await judge();
        if (judged !== null && this.#observation !== undefined) this.add(judged);
      },
    });
  }

  disconnect(): void {
    this.#observation?.disconnect();
    this.#observation = undefined;
  }

  #isText(node: Node): boolean {
    return this.#natives.nodeType(node) === TEXT_NODE;
  }

  #mayHide(node: Node, field: Element | null): boolean {
    if (!this.#natives.isConnected(node)) return false;
    if (node === property(this.#document, "documentElement") || node === property(this.#document, "body"))
      return false;
    return field === null || !holds(this.#document, node, field);
  }

  /** Also puts back what the page's own scripts have undone. */
  #hide(block: Block): void {
    const { element } = block.removal;
    block.hidden = true;
    if (this.#isText(element)) {
      const data = this.#natives.data(element as Text);
      if (data === "") return;
      block.data = data;
      this.#natives.setData(element as Text, "");
    } else {
      this.#sheets.cover(element, this.#document);
      if (this.#natives.attribute(element as Element, this.#token) === null) {
        this.#natives.setAttribute(element as Element, this.#token, "");
      }
    }
  }

  #show(block: Block): void {
    if (!block.hidden) return;
    block.hidden = false;
    const { element } = block.removal;
    if (!this.#isText(element)) this.#natives.removeAttribute(element as Element, this.#token);
    else if (this.#natives.data(element as Text) === "") this.#natives.setData(element as Text, block.data);
  }

  #free(): void {
    this.#unlock.restore();
    this.#unlock.release();
    this.#unlocked = true;
  }

  #isLocking(): boolean {
    return this.#blocks.some(({ hidden, removal }) => hidden && LOCKING.has(removal.kind));
  }

  /** What the page has thrown away is given back and let go: nothing of ours stays on it, and it can be collected. */
  #forgetDetached(): void {
    this.#blocks = this.#blocks.filter((block) => {
      if (this.#natives.isConnected(block.removal.element)) return true;
      this.#show(block);
      this.#known.delete(block.removal.element);
      return false;
    });
  }
}

function isMeant(removal: HiddenBlock, which: Kind | Removal | undefined): boolean {
  if (which === undefined) return true;
  if (typeof which === "string") return removal.kind === which;
  // A removal that went through a message is another object with the same path.
  return removal === which || (removal.path === which.path && removal.kind === which.kind);
}
