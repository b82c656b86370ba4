import type { Answer, Asked, Ladder, Question, Reading } from "./protocol";

/** The engine in a thread of its own, so that no page, however large, stops the window. */
export interface Engine {
  read(html: string, url: string | undefined, strictness: number): Promise<Reading>;
  /** The same page at another strictness. */
  again(strictness: number): Promise<Reading>;
  ladder(): Promise<Ladder>;
}

export function startEngine(): Engine {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { done: (answer: Answer) => void; failed: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("problem" in data) asked?.failed(new Error(data.problem));
    else asked?.done(data);
  });
  worker.addEventListener("error", () => {
    for (const { failed } of waiting.values()) failed(new Error("The engine could not be started."));
    waiting.clear();
  });
  const ask = (question: Question) =>
    new Promise<Answer>((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      worker.postMessage({ ...question, id: last } satisfies Asked);
    });
  const reading = (answer: Answer): Reading => {
    if ("reading" in answer) return answer.reading;
    throw new Error("The engine answered another question.");
  };
  return {
    read: async (html, url, strictness) => reading(await ask({ ask: "read", html, url, strictness })),
    again: async (strictness) => reading(await ask({ ask: "strictness", strictness })),
    async ladder() {
      const answer = await ask({ ask: "ladder" });
      return "ladder" in answer ? answer.ladder : [];
    },
  };
}
