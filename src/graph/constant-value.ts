// Values that are known while a graph is built: constants, and what follows from shapes and constants.
import { type DTypeName, isInteger } from "../base/dtypes.ts";
import { elementCount, type Shape } from "../base/shape.ts";
import { computesFromInputs, type LowerNode } from "./lowering.ts";
import type { KnownInput } from "./op.ts";
import type { TensorValue } from "./types.ts";
import type { NodeView, TensorView } from "./views.ts";

/** Computes an op on values, or undefined if it will not; the engine provides it. */
export type Evaluator = (
  node: NodeView,
  inputs: readonly TensorValue[],
) => readonly TensorValue[] | undefined;

let evaluate: Evaluator = () => undefined;

export function installEvaluator(evaluator: Evaluator): void {
  evaluate = evaluator;
}

/** Larger results are not worth knowing; TensorFlow's limit is the same. */
const MOST_ELEMENTS = 10 * 1024 * 1024;

interface Finding {
  readonly value: TensorValue | undefined;
  readonly epoch: number;
}

const findings = new WeakMap<TensorView, Finding>();
let epoch = 0;

/** A node was rewired or a shape became known: what is not a constant yet may be one now. */
export function graphChanged(): void {
  epoch++;
}

/** The value of a tensor that depends on constants only; undefined otherwise. */
export function constantValue(tensor: TensorView): TensorValue | undefined {
  const found = findings.get(tensor);
  if (found !== undefined && (found.value !== undefined || found.epoch === epoch)) return found.value;
  // Until it is found, it is unknown: loops of values have none.
  findings.set(tensor, { value: undefined, epoch });
  const value = compute(tensor);
  findings.set(tensor, { value, epoch });
  return value;
}

function compute(tensor: TensorView): TensorValue | undefined {
  const { op } = tensor;
  const { definition } = op;
  if (definition === undefined || definition.stateful || tensor.isRef) return undefined;
  const { lower } = definition;
  if (typeof lower !== "function" && lower.kind === "constant")
    return literalValue(op, lower.values)?.[tensor.index];
  const partial = wholeValue(tensor);
  if (partial !== undefined) return partial;
  if (!canFold(op) || elementCount(tensor.shape) > MOST_ELEMENTS) return undefined;
  const inputs = inputValues(op);
  return inputs && evaluate(op, inputs)?.[tensor.index];
}

/** The values of all inputs; undefined if one is not known. */
function inputValues(op: NodeView): TensorValue[] | undefined {
  const values: TensorValue[] = [];
  for (const input of op.inputs) {
    const value = constantValue(input);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function canFold({ definition, inputs }: NodeView): boolean {
  const lower = definition!.lower;
  return inputs.length > 0 && (typeof lower === "function" || computesFromInputs(lower));
}

type Values = (node: LowerNode) => readonly TensorValue[];

/** What a literal holds: it follows from attrs, or from inputs that are constants themselves. */
function literalValue(op: NodeView, values: Values): readonly TensorValue[] | undefined {
  const inputs = inputValues(op);
  if (inputs === undefined) return undefined;
  const { type, name, attrs, outputs } = op;
  return values({
    op: type,
    name,
    attrs,
    inputs,
    outputs: outputs as LowerNode["outputs"],
    value: (input) => inputs[input],
  });
}

/** Every entry of an integer tensor is known from shapes. */
function wholeValue(tensor: TensorView): TensorValue | undefined {
  const { dtype, shape } = tensor;
  if (tensor.op.definition?.partialValue === undefined || !isInteger(dtype)) return undefined;
  const entries = fromRule(tensor);
  if (shape === null || entries === null || elementCount(shape) !== entries.length) return undefined;
  return entries.some((entry) => entry < 0)
    ? undefined
    : integers(dtype, shape as readonly number[], entries);
}

function integers(
  dtype: DTypeName,
  shape: readonly number[],
  entries: readonly number[],
): TensorValue | undefined {
  if (dtype === "int32") return { dtype, shape, data: Int32Array.from(entries) };
  if (dtype === "int64") return { dtype, shape, data: BigInt64Array.from(entries, BigInt) };
  return undefined;
}

function fromRule({ op }: TensorView): Shape {
  const { partialValue } = op.definition!;
  if (partialValue === undefined) return null;
  const inputs = op.inputs.map(knownInput);
  return partialValue(inputs, { attrs: op.attrs });
}

const knownInput = (tensor: TensorView): KnownInput => ({
  dtype: tensor.dtype,
  shape: tensor.shape,
  get value(): Shape {
    return partialEntries(tensor);
  },
  get constant(): TensorValue | undefined {
    return constantValue(tensor);
  },
});

/** The entries of an integer scalar or vector as far as they are known; negative ones count as unknown. */
export function partialEntries(tensor: TensorView): Shape {
  if (!isInteger(tensor.dtype)) return null;
  const value = constantValue(tensor);
  if (value !== undefined)
    return Array.from(value.data as ArrayLike<number | bigint>, (entry) => Math.max(-1, Number(entry)));
  const entries = tensor.op.definition === undefined ? null : fromRule(tensor);
  if (entries !== null) return entries;
  const count = elementCount(tensor.shape);
  return count < 0 || count > 256 ? null : new Array<number>(count).fill(-1);
}

/** A tensor's value read as a shape; a scalar -1 is a shape of unknown rank. */
export function constantShape(tensor: TensorView): Shape {
  const entries = partialEntries(tensor);
  const isScalar = tensor.shape?.length === 0;
  return isScalar && entries !== null && entries[0] === -1 ? null : entries;
}
