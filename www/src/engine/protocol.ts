import type { Article, Cleaned, Removal } from "dehusk";

/** What the window asks of the worker. The page is sent once; later questions are about that page. */
export type Question =
  | { ask: "read"; html: string; url: string | undefined; strictness: number }
  | { ask: "strictness"; strictness: number }
  | { ask: "ladder" };

/** A page read. */
export interface Reading {
  article: Article | null;
  cleaned: Cleaned;
  /** Time of one `extract`, parsing included, ms. */
  took: number;
}

/** What is hidden at each of a few strictnesses, mildest first. */
export type Ladder = { strictness: number; removals: Removal[] }[];

export type Answer = { id: number } & ({ reading: Reading } | { ladder: Ladder } | { problem: string });
export type Asked = Question & { id: number };
