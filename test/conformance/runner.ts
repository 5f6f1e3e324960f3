// What executes a recorded case, and the rule that decides whether a case counts.
import { type Case, opsOf } from "./cases.ts";

export type Outcome =
  | { readonly status: "passed" }
  | { readonly status: "failed" | "skipped"; readonly reason: string };

export const passed: Outcome = { status: "passed" };
export const failed = (reason: string): Outcome => ({ status: "failed", reason });
export const skipped = (reason: string): Outcome => ({ status: "skipped", reason });

/** Repeats recorded cases with an implementation. */
export interface Runner {
  /** Is this op (or "@…" part of the API) there? What is there is run on all of its cases. */
  implemented(op: string): boolean;
  /** Executes a case and compares. Throwing counts as failing. */
  run(item: Case): Outcome | Promise<Outcome>;
}

/** Runs a case if everything it needs is implemented. */
export async function checkCase(runner: Runner, item: Case): Promise<Outcome> {
  if (item.kind === "program" && item.graphDef === undefined) return skipped("recorded without its GraphDef");
  const missing = opsOf(item).find((op) => !runner.implemented(op));
  if (missing !== undefined) return skipped(`${missing} is not implemented`);
  try {
    return await runner.run(item);
  } catch (error) {
    return failed(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

/** Implements nothing. */
export const noRunner: Runner = { implemented: () => false, run: () => skipped("nothing is implemented") };
