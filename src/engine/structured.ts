// Control flow by structure: branches, loops and calls of functions, driven step by step.
import { InvalidArgumentError } from "../base/errors.ts";
import type { Branch, Call, LoopLowering, LowerNode } from "../graph/lowering.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import type { Execute } from "./step.ts";

type Attrs = LowerNode["attrs"];

/** TensorFlow's truth: a number that is not zero, a string that is not empty, a tensor that has elements. */
export function isTrue(condition: EagerTensor): boolean {
  if (condition.shape.length > 0) return condition.size > 0;
  const value = condition.buffer[0];
  return value instanceof Uint8Array ? value.length > 0 : Boolean(value);
}

export function prepareBranch(lowering: Branch<Attrs>, node: LowerNode): Execute {
  const branches = lowering.branches(node);
  return (inputs, step) => {
    const picked =
      lowering.select === "condition" ? (isTrue(inputs[0]!) ? 0 : 1) : indexOf(inputs[0]!, branches.length);
    return step.runFunction(branches[picked]!, inputs.slice(1));
  };
}

// An index that names no branch takes the last one, as TensorFlow's Case does.
function indexOf(selector: EagerTensor, count: number): number {
  const index = Number(selector.buffer[0]);
  return index >= 0 && index < count ? index : count - 1;
}

export function prepareLoop(lowering: LoopLowering<Attrs>, node: LowerNode): Execute {
  const condition = lowering.condition(node);
  const body = lowering.body(node);
  return (inputs, step) => {
    let state = inputs.slice();
    for (;;) {
      const [go] = step.runFunction(condition, state);
      if (!isTrue(go!)) return state;
      state = step.runFunction(body, state);
      if (state.length !== inputs.length)
        throw new InvalidArgumentError(
          `Body of ${node.op}: expected ${inputs.length} loop variables, received ${state.length}`,
        );
    }
  };
}

export function prepareCall(lowering: Call<Attrs>, node: LowerNode): Execute {
  const callee = lowering.callee(node);
  return (inputs, step) => step.runFunction(callee, inputs);
}
