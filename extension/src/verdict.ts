import type { Judgement, Plan } from "dehusk/engine";

/** A plan in a form that every kind of message keeps: rows as plain numbers. */
export type WirePlan = Omit<Plan, "rows"> & { rows: number[] };

/** The engine's judgement in that form. */
export interface Verdict extends Omit<Judgement, "plan"> {
  plan: WirePlan;
}

export function verdictOf({ plan, ...judgement }: Judgement): Verdict {
  return { ...judgement, plan: wirePlanOf(plan) };
}

export function wirePlanOf(plan: Plan): WirePlan {
  return { ...plan, rows: [...plan.rows] };
}

export function planOf(plan: WirePlan): Plan {
  return { ...plan, rows: Uint32Array.from(plan.rows) };
}
