// Rows of variables, written at indices: replaced, added to, scaled, bounded.
import { isObjectType } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import {
  host,
  type HostLowering,
  type Lowering,
  type LowerNode,
  routine,
  type ScalarMath,
  update,
} from "../../graph/lowering.ts";
import { bool, missing, none, type Op, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Attrs, DTypeName } from "../../graph/types.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { copyAll, isBelow, slotText, unravel } from "../support/loops.ts";
import { movingObjects } from "../support/strings.ts";
import { numberTypes } from "../support/type-lists.ts";

type Combine = (m: ScalarMath, old: Scalar, value: Scalar) => Scalar;

function checkShapes({ inputs: [x, indices, updates] }: LowerNode): void {
  if (x.shape.length === 0)
    throw invalidArgument(`params must be at least 1-D, got shape ${shapeText(x.shape)}`);
  const wanted = [...indices.shape, ...x.shape.slice(1)];
  if (updates.shape.length === 0 || sameDims(updates.shape, wanted)) return;
  throw invalidArgument(
    "Must have updates.shape = indices.shape + params.shape[1:] or updates.shape = [], got " +
      `updates.shape ${shapeText(updates.shape)}, indices.shape ${shapeText(indices.shape)}, ` +
      `params.shape ${shapeText(x.shape)}`,
  );
}

/** Indices are taken in order, so that repeated ones see what came before. */
function scatterRows(k: KernelBuilder, m: ScalarMath, node: LowerNode, combine: Combine): void {
  checkShapes(node);
  const [rows, ...rest] = node.inputs[0].shape;
  const inner = elementCount(rest);
  const [x, indices, updates, y] = [k.input(0), k.input(1), k.input(2), k.output(0)];
  copyAll(k, m, x, y);
  checkIndices(k, m, node, rows);
  const isScalar = node.inputs[2].shape.length === 0;
  k.parallel(inner, (column) => {
    k.serial(indices.count, (i) => {
      const row = m.cast(k.load(indices, i), "int32");
      const at = k.hold(m.add(m.mul(row, inner), column));
      const value = k.load(updates, isScalar ? 0 : m.add(m.mul(i, inner), column));
      k.store(y, at, combine(m, k.load(y, at, true), value), true);
    });
  });
}

function checkIndices(k: KernelBuilder, m: ScalarMath, { inputs }: LowerNode, rows: number): void {
  const { shape } = inputs[1];
  const indices = k.input(1);
  const message = `indices${slotText(shape.length, 1)} = %0 is not in [0, ${rows})`;
  k.serial(indices.count, (i) => {
    const index = k.hold(k.load(indices, i));
    k.check(isBelow(m, index, rows), "INVALID_ARGUMENT", message, [index, ...unravel(m, i, shape)]);
  });
}

/** Runs a body that moves elements, also where they are strings or handles. */
export function bodyOfAnyType(numeric: Lowering): HostLowering<Attrs> {
  return host((world, x, node) => (movingObjects(numeric)(node) as HostLowering<Attrs>).run(world, x, node));
}

const body = (combine: Combine): Lowering => routine((k, m, node) => scatterRows(k, m, node, combine));

function resourceScatter(name: string, combine: Combine): Op {
  return op(name, {
    inputs: ["resource: resource", "indices: Tindices", "updates: dtype"],
    outputs: [],
    attrs: { dtype: type(...numberTypes), Tindices: type("int32", "int64") },
    stateful: true,
    shape: checkWhileBuilding,
    lower: update({ reads: [0], writes: [0], body: body(combine) }),
    grad: missing(`TensorFlow registers no gradient for ${name}`),
  });
}

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function checkWhileBuilding([, indices, updates]: Shape[], node: ShapeNode<any>): Shape[] {
  const variable = node.handle(0)?.shape ?? null;
  if (node.running !== true) checkKnown(variable, indices, updates);
  return [];
}

function checkKnown(variable: Shape, indices: Shape, updates: Shape): void {
  if (variable === null || indices === null || updates === null || updates.length === 0) return;
  const wanted = [...indices, ...variable.slice(1)];
  const fits =
    wanted.length === updates.length &&
    wanted.every((size, i) => size < 0 || updates[i] < 0 || size === updates[i]);
  if (!fits)
    throw invalidArgument(`Shapes must be equal, but are ${shapeText(updates)} and ${shapeText(wanted)}`);
}

const replace: Combine = (_, _old, value) => value;

export const ResourceScatterUpdate = op("ResourceScatterUpdate", {
  inputs: ["resource: resource", "indices: Tindices", "updates: dtype"],
  outputs: [],
  attrs: { dtype: type(), Tindices: type("int32", "int64") },
  stateful: true,
  shape: checkWhileBuilding,
  lower: ({ attrs }) => replacing(attrs.dtype),
  grad: missing("TensorFlow registers no gradient for ResourceScatterUpdate"),
});

function replacing(dtype: DTypeName) {
  const numeric = body(replace);
  return update({ reads: [0], writes: [0], body: isObjectType(dtype) ? bodyOfAnyType(numeric) : numeric });
}

export const ResourceScatterAdd = resourceScatter("ResourceScatterAdd", (m, x, value) => m.add(x, value));
export const ResourceScatterSub = resourceScatter("ResourceScatterSub", (m, x, value) => m.sub(x, value));
export const ResourceScatterMul = resourceScatter("ResourceScatterMul", (m, x, value) => m.mul(x, value));
export const ResourceScatterDiv = resourceScatter("ResourceScatterDiv", (m, x, value) => m.div(x, value));
export const ResourceScatterMin = resourceScatter("ResourceScatterMin", (m, x, value) => m.min(x, value));
export const ResourceScatterMax = resourceScatter("ResourceScatterMax", (m, x, value) => m.max(x, value));

const inputs = ["ref: Ref(T)", "indices: Tindices", "updates: T"];
const outputs = ["output_ref: Ref(T)"];

function referenceShape([variable, indices, updates]: Shape[], node: ShapeNode<{ T: DTypeName }>): Shape[] {
  if (node.running !== true) checkKnown(variable, indices, updates);
  return [variable];
}

function referenceScatter(
  name: string,
  combine: Combine,
  types: readonly DTypeName[],
  isSilent: boolean,
): Op {
  return op(name, {
    inputs,
    outputs,
    attrs: { T: type(...types), Tindices: type("int32", "int64"), use_locking: bool(false) },
    shape: referenceShape,
    lower: update({ reads: [0], writes: [0], body: body(combine) }),
    grad: isSilent ? none("it writes") : missing(`TensorFlow registers no gradient for ${name}`),
  });
}

export const ScatterUpdate = op("ScatterUpdate", {
  inputs,
  outputs,
  attrs: { T: type(), Tindices: type("int32", "int64"), use_locking: bool(true) },
  shape: referenceShape,
  lower: ({ attrs }) => replacing(attrs.T),
  grad: missing("TensorFlow registers no gradient for ScatterUpdate"),
});

const ordered = ["float16", "bfloat16", "float32", "float64", "int32", "int64"] as const;

export const ScatterAdd = referenceScatter("ScatterAdd", (m, x, value) => m.add(x, value), numberTypes, true);
export const ScatterSub = referenceScatter("ScatterSub", (m, x, value) => m.sub(x, value), numberTypes, true);
export const ScatterMul = referenceScatter("ScatterMul", (m, x, value) => m.mul(x, value), numberTypes, true);
export const ScatterDiv = referenceScatter("ScatterDiv", (m, x, value) => m.div(x, value), numberTypes, true);
export const ScatterMin = referenceScatter("ScatterMin", (m, x, value) => m.min(x, value), ordered, false);
export const ScatterMax = referenceScatter("ScatterMax", (m, x, value) => m.max(x, value), ordered, false);
