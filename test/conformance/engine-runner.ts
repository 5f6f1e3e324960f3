// Runs recorded cases on this engine.
import { opTable } from "../../src/ops/table.ts";
import { caseDifference } from "../support/run-case.ts";
import { graphDifference } from "../support/run-graph.ts";
import { hasApiRunner, runApiCase } from "./api-runner.ts";
import type { Case } from "./cases.ts";
import { failed, type Outcome, passed, type Runner, skipped } from "./runner.ts";

const outcome = (difference: string | null): Outcome => (difference === null ? passed : failed(difference));

export const engineRunner: Runner = {
  implemented: (op) => opTable.has(op) || hasApiRunner(op),
  run: (item: Case) => {
    if (item.kind === "op") return outcome(caseDifference(item));
    if (item.kind === "graph" || (item.kind === "program" && item.graphDef !== undefined))
      return outcome(graphDifference(item));
    if (item.kind === "api" && hasApiRunner(item.op)) return runApiCase(item);
    return skipped(`${item.op} is not implemented`);
  },
};
