// Runs one node: lowers it for the shapes (and the values its rules asked for) that it meets, and keeps that.
import { isObjectType } from "../base/dtypes.ts";
import { InternalError, OpError } from "../base/errors.ts";
import { type Dims, elementCount, sameDims, type Shape } from "../base/shape.ts";
import type { Lowering, LowerNode } from "../graph/lowering.ts";
import type { ShapeNode } from "../graph/op.ts";
import type { HandleType, TensorValue } from "../graph/types.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import type { NodeOwner, NodeSpec } from "./node-spec.ts";
import { prepare } from "./prepare.ts";
import type { Execute, Step } from "./step.ts";
import { VariableResource } from "./variable-resource.ts";

interface Specialization {
  readonly shapes: readonly Dims[];
  /** Inputs whose values the rules asked for, with those values. */
  readonly known: readonly { readonly input: number; readonly value: TensorValue }[];
  readonly execute: Execute;
}

const MOST_SPECIALIZATIONS = 8;

export class NodeRunner implements NodeOwner {
  readonly spec: NodeSpec;
  #recent: Specialization | null = null;
  #others: Specialization[] = [];
  /** Memory that kernels keep between runs, by position. */
  readonly states = new Map<number, TensorValue>();

  constructor(spec: NodeSpec) {
    this.spec = spec;
  }

  run(inputs: readonly EagerTensor[], step: Step): EagerTensor[] {
    try {
      const recent = this.#recent;
      const fitting = recent !== null && fits(recent, inputs) ? recent : this.#find(inputs, step);
      return fitting.execute(inputs, step);
    } catch (error) {
      throw this.#located(error);
    }
  }

  /** Runs something on behalf of the node: its errors name the node. */
  guard<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw this.#located(error);
    }
  }

  #located(error: unknown): unknown {
    if (!(error instanceof OpError)) return error;
    const { op, name, line } = this.spec;
    return error.locate(
      name === "" ? { op: op.name, line: line?.() } : { op: op.name, node: name, line: line?.() },
    );
  }

  #find(inputs: readonly EagerTensor[], step: Step): Specialization {
    let found = this.#others.find((candidate) => fits(candidate, inputs));
    if (found === undefined) {
      found = this.#specialize(inputs, step);
      this.#others.push(found);
      if (this.#others.length > MOST_SPECIALIZATIONS) this.#others.shift();
    }
    this.#recent = found;
    return found;
  }

  #specialize(inputs: readonly EagerTensor[], step: Step): Specialization {
    // Grows whenever a rule asks, also after this: an update prepares its body when it first runs.
    const known: { input: number; value: TensorValue }[] = [];
    const value = (input: number): TensorValue => {
      const held = inputs[input]!.toValue();
      if (!known.some((each) => each.input === input)) known.push({ input, value: held });
      return held;
    };
    const { node, lowering } = lowerNode(this.spec, inputs, value);
    const execute = prepare(lowering, node, this, step);
    return {
      shapes: inputs.map((input) => input.shape),
      known,
      execute,
    };
  }
}

/** The node with its shapes inferred from what its inputs are, and the lowering that its definition picks. */
export function lowerNode(
  spec: NodeSpec,
  inputs: readonly EagerTensor[],
  value: (input: number) => TensorValue,
): { node: LowerNode; lowering: Lowering } {
  const { op, attrs, name } = spec;
  const shapes = op.shape(inputs.map(shapeOf), shapeNode(spec, inputs, value));
  if (shapes.length !== spec.outputTypes.length)
    throw new InternalError(
      `Shape of ${op.name}: expected ${spec.outputTypes.length} outputs, received ${shapes.length}`,
    );
  const node: LowerNode = {
    op: op.name,
    name,
    attrs,
    inputs,
    outputs: shapes.map((shape, i) => ({ dtype: spec.outputTypes[i]!, shape: (shape ?? []) as Dims })),
    value,
  };
  return { node, lowering: typeof op.lower === "function" ? op.lower(node) : op.lower };
}

function shapeNode(
  spec: NodeSpec,
  inputs: readonly EagerTensor[],
  value: (input: number) => TensorValue,
): ShapeNode {
  return {
    op: spec.op.name,
    name: spec.name,
    attrs: spec.attrs,
    dtypes: inputs.map((input) => input.dtype),
    constant: (input) => (inputs[input] === undefined ? undefined : value(input)),
    constantShape: (input) => shapeFromValue(value(input)),
    running: true,
    handle: (input) => handleOf(inputs[input]!),
    outputsOf: () => undefined,
    setHandle: () => {},
  };
}

/** A reference has the shape of what it refers to. */
function shapeOf(input: EagerTensor): Shape {
  const resource = isObjectType(input.dtype) ? input.buffer[0] : undefined;
  if (!(resource instanceof VariableResource) || resource.hold === "handle") return input.shape;
  return resource.value?.shape ?? resource.shape;
}

function shapeFromValue(value: TensorValue): Shape {
  return Array.from(value.data as ArrayLike<number | bigint>, Number);
}

function handleOf(handle: EagerTensor): HandleType | undefined {
  const resource = isObjectType(handle.dtype) ? handle.buffer[0] : undefined;
  return resource instanceof VariableResource ? { dtype: resource.dtype, shape: resource.shape } : undefined;
}

function fits(candidate: Specialization, inputs: readonly EagerTensor[]): boolean {
  const { shapes, known } = candidate;
  for (let i = 0; i < shapes.length; i++) {
    const shape = inputs[i]!.shape;
    if (shape !== shapes[i] && !sameDims(shape, shapes[i]!)) return false;
  }
  for (const { input, value } of known) if (!sameValue(value, inputs[input]!)) return false;
  return true;
}

function sameValue(value: TensorValue, tensor: EagerTensor): boolean {
  const a = value.data;
  const b = tensor.buffer;
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return sameBytes(a, b);
  return true;
}

function sameBytes(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (Object.is(x, y)) continue;
    if (!(x instanceof Uint8Array) || !(y instanceof Uint8Array) || !sameDims([...x], [...y])) return false;
  }
  return true;
}

/** True if a shape holds a size that only running the kernel tells. */
export const isDataSized = (shape: Dims): boolean => elementCount(shape) < 0;
