// Statements in which each lane repeats differently: run in scalar mode for one lane after the other.
import type { For, Loop, Variable, While } from "../../ir/kernel.ts";
import type { LaneCode } from "./lane-code.ts";
import type { LaneValues } from "./lane-values.ts";
import { eachStatement, statementExpressions } from "../../ir/walk.ts";
import type { Lanes, Run } from "./types.ts";
import { sourcesOf, variablesIn } from "./varying.ts";
import * as e from "../../ir/expr.ts";

export function runLaneByLane(code: LaneCode, values: LaneValues, statement: For | While): void {
  const { scalar, block, mask } = code;
  const run = scalar.withoutVectors(() => scalar.statement(statement));
  const { uses, set } = variablesIn([statement]);
  const outer = [...uses.keys()].filter(
    (variable) => code.varying.variable(variable) && code.isKnown(variable),
  );
  const before: Run[] = [];
  const after: Run[] = [];
  const lane = { at: 0 };
  for (const variable of outer) {
    before.push(toSlot(code, variable, lane));
    if (set.has(variable)) after.push(fromSlot(code, variable, lane));
  }
  for (const loop of laneLoopsIn(code, statement)) {
    const indices = values.of(e.index(loop));
    const { slots, slot } = scalar.slots.loop(loop);
    before.push(() => {
      slots[slot] = indices.data[lane.at];
    });
  }
  code.emit([], () => {
    for (let i = 0; i < block.n; i++) {
      if (mask !== null && mask.data[i] === 0) continue;
      lane.at = i;
      for (const each of before) each();
      run();
      for (const each of after) each();
    }
  });
}

function toSlot(code: LaneCode, variable: Variable, lane: { at: number }): Run {
  const lanes: Lanes = code.variable(variable);
  const { slots, slot } = code.scalar.slots.variable(variable);
  return () => {
    slots[slot] = lanes.data[lane.at];
  };
}

function fromSlot(code: LaneCode, variable: Variable, lane: { at: number }): Run {
  const lanes: Lanes = code.variable(variable);
  const { slots, slot } = code.scalar.slots.variable(variable);
  return () => {
    lanes.data[lane.at] = slots[slot];
  };
}

/** Lane loops whose index the statement uses. */
function laneLoopsIn(code: LaneCode, statement: For | While): Loop[] {
  const used = new Set<Loop>();
  eachStatement([statement], (inner) => {
    for (const loop of sourcesOf(statementExpressions(inner)).loops) used.add(loop);
  });
  return code.lanes.loops.filter((loop) => used.has(loop));
}
