// Which of TensorFlow v1's and v2's behaviours are on: resource variables, control flow, eager execution.
import { disableEagerExecution, enableEagerExecution } from "../../graph/default-graph.ts";

let resourceVariables = true;
let controlFlowV2 = true;

/** Do `getVariable` and graph variables make resource variables? */
export const usesResourceVariables = (): boolean => resourceVariables;
export function enableResourceVariables(): void {
  resourceVariables = true;
}
export function disableResourceVariables(): void {
  resourceVariables = false;
}

/** Do conditionals and loops make `If` and `While`, or `Switch` and `Merge`? */
export const usesControlFlowV2 = (): boolean => controlFlowV2;
export function enableControlFlowV2(): void {
  controlFlowV2 = true;
}
export function disableControlFlowV2(): void {
  controlFlowV2 = false;
}

/** TensorFlow v1 as it was: graphs, reference variables, `Switch` and `Merge`. */
export function disableV2Behavior(): void {
  disableEagerExecution();
  disableResourceVariables();
  disableControlFlowV2();
}

export function enableV2Behavior(): void {
  enableEagerExecution();
  enableResourceVariables();
  enableControlFlowV2();
}
