import type { Judgement, Plan } from "dehusk/engine";

/** The engine's judgement in a form that every kind of message keeps: rows as plain numbers. */
export interface Verdict extends Omit<Judgement, "plan"> {
  plan: Omit<Plan, "rows"> & { rows: number[] };
}

export function verdictOf({ plan, ...judgement }: Judgement): Verdict {
  return { ...judgement, plan: { ...plan, rows: [...plan.rows] } };
}

export function planOf({ plan }: Verdict): Plan {
  return { ...plan, rows: Uint32Array.from(plan.rows) };
}
