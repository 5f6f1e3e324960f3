// Repeats a recorded case of a single op: outputs, errors, state from run to run, first and second gradients.
import { isDifferentiable } from "../../src/base/dtypes.ts";
import { OpError } from "../../src/base/errors.ts";
import { Tape } from "../../src/autodiff/tape.ts";
import { toDense } from "../../src/autodiff/slices.ts";
import { popTape, pushTape } from "../../src/autodiff/tape-stack.ts";
import { callOp } from "../../src/engine/dispatch.ts";
import { EagerRunners } from "../../src/engine/eager-runners.ts";
import { EagerTensor, fromValue } from "../../src/engine/eager-tensor.ts";
import { evaluateTensors } from "../../src/engine/evaluate.ts";
import { raw } from "../../src/engine/raw.ts";
import { VariableResource } from "../../src/engine/variable-resource.ts";
import { findOpDef } from "../../src/graph/opdefs.ts";
import {
  type Attrs,
  type Gradient,
  isIndexedSlices,
  type TensorValue,
  type Value,
} from "../../src/graph/types.ts";
import type { CaseInput, OpCase, Tolerance } from "../conformance/cases.ts";
import { outputsDifference, tensorDifference } from "../conformance/compare.ts";

/** What a case does not agree in; null if it agrees. */
export function caseDifference(item: OpCase): string | null {
  try {
    return item.error === undefined ? resultDifference(item) : errorDifference(item);
  } catch (error) {
    return (
      "threw " +
      `${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 6).join(" | ") : error}`
    );
  }
}

const attrsOf = (item: OpCase): Attrs =>
  Object.fromEntries(Object.entries(item.attrs).map(([name, { value }]) => [name, value]));

function inputTensor(input: CaseInput): EagerTensor {
  if ("tensor" in input) return fromValue(input.tensor);
  const { dtype, shape } = input.variable;
  const variable = new VariableResource("variable", dtype, shape);
  variable.value = fromValue(input.variable);
  return new EagerTensor("resource", [], [variable]);
}

const run = (item: OpCase, inputs: readonly EagerTensor[], runners: EagerRunners): TensorValue[] =>
  evaluateTensors(item.op, inputs, attrsOf(item), runners).map((output) => output.toValue());

function errorDifference(item: OpCase): string | null {
  const wanted = item.error!;
  try {
    run(item, item.inputs.map(inputTensor), new EagerRunners());
  } catch (error) {
    if (error instanceof OpError && error.code === wanted.code) return null;
    return `failed with ${error}, expected ${wanted.code}: ${wanted.message}`;
  }
  return `did not fail, expected ${wanted.code}: ${wanted.message}`;
}

function resultDifference(item: OpCase): string | null {
  const inputs = item.inputs.map(inputTensor);
  const runners = new EagerRunners();
  for (const outputs of item.runs ?? [item.outputs]) {
    const found = outputsDifference(run(item, inputs, runners), { ...item, outputs });
    if (found !== null) return found;
  }
  return stateDifference(item, inputs) ?? gradientDifference(item);
}

function stateDifference(item: OpCase, inputs: readonly EagerTensor[]): string | null {
  const variables = inputs.flatMap(({ buffer }) =>
    buffer[0] instanceof VariableResource ? [buffer[0]] : [],
  );
  for (const [i, wanted] of (item.stateAfter ?? []).entries()) {
    const found = tensorDifference(variables[i].value!.toValue(), wanted, item.tolerance);
    if (found !== null) return `variable ${i} afterwards: ${found}`;
  }
  return null;
}

/** Arguments as the op takes them: lists together. */
function argumentsOf(item: OpCase, inputs: readonly EagerTensor[]): unknown[] {
  let next = 0;
  return findOpDef(item.op)!.inputs.map(({ numberAttr, typeListAttr }) => {
    if (numberAttr === undefined && typeListAttr === undefined) return inputs[next++];
    const value = attrsOf(item)[numberAttr ?? typeListAttr!];
    const length = Array.isArray(value) ? value.length : Number(value);
    next += length;
    return inputs.slice(next - length, next);
  });
}

function taped<T>(tape: Tape, body: () => T): T {
  pushTape(tape);
  try {
    return body();
  } finally {
    popTape(tape);
  }
}

const dense = (gradient: Gradient): Value | null =>
  gradient !== null && isIndexedSlices(gradient) ? toDense(raw, gradient) : gradient;

type Pairs = readonly (readonly [target: Value, upstream: Value])[];

/** Pairs values with the gradients that flow into them, where there are any. */
const pairs = (values: readonly (Value | null)[], upstream: readonly (TensorValue | null)[]): Pairs =>
  values.flatMap((value, i) => {
    const dy = upstream[i];
    return value === null || !dy ? [] : [[value, fromValue(dy)] as const];
  });

function gradients(tape: Tape, flows: Pairs, sources: readonly Value[]): (Value | null)[] {
  const [targets, upstream] = [0, 1].map((side) => flows.map((pair) => pair[side]));
  return tape.gradient(raw, targets, sources, upstream).map(dense);
}

function gradientDifference(item: OpCase): string | null {
  const { gradient, secondGradient } = item;
  if (gradient === undefined) return null;
  const inputs = item.inputs.map(inputTensor);
  const sources = gradient.wrt.map((i) => inputs[i]);
  const outer = new Tape(true, false);
  for (const source of sources) outer.watch(source);
  const found = taped(outer, () => {
    const inner = new Tape(false, false);
    for (const source of sources) inner.watch(source);
    const outputs = taped(inner, () => callOp(item.op, argumentsOf(item, inputs), attrsOf(item)));
    return gradients(inner, pairs(outputs, gradient.upstream), sources);
  });
  const first = listDifference(found, gradient.gradients, gradient.tolerance);
  if (first !== null) return `gradient ${first}`;
  if (secondGradient === undefined) return null;
  const second = gradients(outer, pairs(found, secondGradient.vectors), sources);
  const different = listDifference(second, secondGradient.gradients, secondGradient.tolerance);
  return different === null ? null : `second gradient ${different}`;
}

/** Where TensorFlow gives no gradient, zeros say the same. */
function listDifference(
  got: readonly (Value | null)[],
  want: readonly (TensorValue | null)[],
  tolerance: Tolerance,
): string | null {
  for (const [i, wanted] of want.entries()) {
    const value = got[i] === null ? null : (got[i] as EagerTensor).toValue();
    if (value === null || wanted === null) {
      const other = value ?? wanted;
      const isZero =
        other === null ||
        !isDifferentiable(other.dtype) ||
        Array.from(other.data as ArrayLike<number>).every((x) => Number(x) === 0);
      if (!isZero)
        return `${i} is ${value === null ? "none" : "there"}, expected ${wanted === null ? "none" : "one"}`;
      continue;
    }
    const found = tensorDifference(value, wanted, tolerance);
    if (found !== null) return `${i}: ${found}`;
  }
  return null;
}
