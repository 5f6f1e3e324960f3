// Values of tensors of a function that is being traced, computed now: initial values of variables made
// inside.
import { ValueError } from "../base/errors.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import type { SymbolicTensor } from "../graph/graph.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { newStep } from "./context.ts";
import { EagerTensor } from "./eager-tensor.ts";
import { compile } from "./program.ts";
import { RunnerStore } from "./program-types.ts";

/** Values of the arguments that a function is being traced for. */
const argumentValues = new WeakMap<SymbolicTensor, EagerTensor>();

export function rememberArgument(placeholder: SymbolicTensor, value: EagerTensor): void {
  argumentValues.set(placeholder, value);
}

/** Computes a tensor of a function's graph from what is known while the function is traced. */
export function liftToEager(tensor: Tensor): EagerTensor {
  if (tensor instanceof EagerTensor) return tensor;
  const { graph } = tensor as SymbolicTensor;
  if (!(graph instanceof FuncGraph)) throw cannotLift(tensor);
  const feeds = graph.inputs.filter((input) => reaches(tensor as SymbolicTensor, input));
  const outer = new Map(graph.captures.map(({ outer, inner }) => [inner, outer]));
  const values = feeds.map((input) => {
    const captured = outer.get(input);
    const value = captured === undefined ? argumentValues.get(input) : liftToEager(captured);
    if (value === undefined) throw cannotLift(tensor);
    return value;
  });
  const spec = { graph, feeds, fetches: [tensor as SymbolicTensor], targets: [] };
  const step = newStep();
  return step.attempt(() => compile(spec, new RunnerStore()).run(values, step))[0]!;
}

function reaches(tensor: SymbolicTensor, input: SymbolicTensor): boolean {
  const seen = new Set<SymbolicTensor>();
  const queue = [tensor];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === input) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    queue.push(...at.op.inputs);
  }
  return false;
}

const cannotLift = (tensor: Tensor): ValueError =>
  new ValueError(
    "Tensor-typed variable initializers must either be wrapped in an init_scope or callable (e.g., " +
      "`new tf.Variable(() => tf.random.truncatedNormal([10, 40]))`) when building functions: expected an " +
      "initial " +
      `value that does not depend on the function's arguments, received ${tensor.toString()}`,
  );
