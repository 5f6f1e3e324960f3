// Single ops on plain data: what conformance tests call.
// Ops that are written with other ops call them through the dispatcher.
import "./dispatch.ts";
import { bind, signatureOf } from "../graph/signature.ts";
import type { Attrs, TensorValue } from "../graph/types.ts";
import { opTable } from "../ops/table.ts";
import { convert } from "./convert.ts";
import { newStep } from "./context.ts";
import { type EagerTensor, fromValue } from "./eager-tensor.ts";
import { EagerRunners } from "./eager-runners.ts";

/** Runs one op on flat inputs, with complete attrs, and gives its flat outputs. */
export function evaluate(op: string, inputs: readonly TensorValue[], attrs: Attrs): TensorValue[] {
  return evaluateTensors(op, inputs.map(fromValue), attrs).map((output) => output.toValue());
}

/** As `evaluate`, on tensors; pass `runners` to keep the state of random ops from call to call. */
export function evaluateTensors(
  op: string,
  inputs: readonly EagerTensor[],
  attrs: Attrs,
  runners = new EagerRunners(),
): EagerTensor[] {
  const signature = signatureOf(op, opTable);
  const args = group(signature.inputs, inputs, attrs);
  const bound = bind(signature, args, attrs, (literal, dtype) => convert(literal, dtype));
  const runner = runners.bound(signature, bound.inputs as EagerTensor[], bound.attrs, false);
  const step = newStep();
  return step.attempt(() => runner.run(bound.inputs as EagerTensor[], step));
}

type Specs = ReturnType<typeof signatureOf>["inputs"];

function group(specs: Specs, inputs: readonly EagerTensor[], attrs: Attrs): unknown[] {
  let next = 0;
  return specs.map((spec) => {
    if (spec.count === null && !spec.isList) return inputs[next++];
    const attr = attrs[spec.count ?? (spec.type as { attr: string }).attr];
    const length = Array.isArray(attr) ? attr.length : Number(attr);
    const list = inputs.slice(next, next + length);
    next += length;
    return list;
  });
}
