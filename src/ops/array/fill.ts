// Ops that make tensors of one value, and repeat values over larger shapes.
import { invalidArgument } from "../../base/errors.ts";
import { isFullyDefined, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { host, pointwise, view } from "../../graph/lowering.ts";
import { bool, missing, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { shapeOf, sumOfAll } from "../support/functions.ts";
import { broadcastPair, knownIntegers, reject, sameAsInput, shapeFromInput } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers, integerTensor, known } from "../support/values.ts";
import { broadcastStrides, readPiece, scalarPiece } from "../support/views.ts";
import { filledEntries } from "./partial-values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

/** The shape that an input spells; when the op runs every size must be there. */
export function spelledShape(node: AnyNode, input: number, inputShape: Shape): Shape {
  if (!node.running) return shapeFromInput(node, input, inputShape);
  const sizes = knownIntegers(node, input)!;
  for (const size of sizes) if (size < 0) throw invalidArgument(`Dimension ${size} must be >= 0`);
  return sizes;
}

export const Fill = op("Fill", {
  inputs: ["dims: index_type", "value: T"],
  outputs: ["output: T"],
  attrs: { T: type(), index_type: typeOr("int32", "int32", "int64") },
  shape: ([dims, value], node) => {
    if (dims !== null && dims.length !== 1)
      reject(
        node,
        `dims must be a vector, got shape ${shapeText(dims)}`,
        `Shape must be rank 1 but is rank ${dims.length}`,
      );
    if (value !== null && value.length !== 0)
      reject(
        node,
        `value must represent a scalar, got shape ${shapeText(value)}`,
        `Shape must be rank 0 but is rank ${value.length}`,
      );
    return [spelledShape(node, 0, dims)];
  },
  partialValue: filledEntries,
  lower: movingObjects(view(({ outputs }) => ({ pieces: [scalarPiece(outputs[0].shape, 1)] }))),
  // dvalue = sum(dy)
  grad: (t, [dy]) => [null, sumOfAll(t, dy!)],
});

export const Empty = op("Empty", {
  inputs: ["shape: int32"],
  outputs: ["output: dtype"],
  attrs: { dtype: type(), init: bool(false) },
  stateful: true,
  shape: ([sizes], node) => [spelledShape(node, 0, sizes)],
  // What was never written is zero here, whether it was asked for or not.
  lower: movingObjects(view(() => ({ pieces: [] }))),
  grad: missing("TensorFlow registers no gradient for Empty"),
});

/** What lists and other objects in variants offer to ZerosLike. */
interface ZeroMaker {
  zerosLike(): object;
}

export const ZerosLike = op("ZerosLike", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: type() },
  shape: sameAsInput,
  lower: (node) => {
    if (node.inputs[0].dtype !== "variant") return movingObjects(view(() => ({ pieces: [] })))(node);
    return host((_, [{ dtype, shape, data }]) => [
      { dtype, shape, data: Array.from(data as readonly ZeroMaker[], (entry) => entry.zerosLike()) },
    ]);
  },
  grad: none("the result does not depend on values"),
});

export const OnesLike = op("OnesLike", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: {
    T: type(
      "bfloat16",
      "float16",
      "float32",
      "float64",
      "int8",
      "uint8",
      "int16",
      "uint16",
      "int32",
      "uint32",
      "int64",
      "uint64",
      "complex64",
      "complex128",
      "bool",
    ),
  },
  shape: sameAsInput,
  lower: pointwise((m, _, { outputs }) => m.constant(outputs[0].dtype, 1)),
  grad: none("the result does not depend on values"),
});

function broadcastToShape([x, sizes]: Shape[], node: AnyNode): Shape[] {
  if (sizes !== null && sizes.length !== 1)
    reject(
      node,
      `shape must be a vector, got shape ${shapeText(sizes)}`,
      `Shape must be rank 1 but is rank ${sizes.length}`,
    );
  const out = spelledShape(node, 1, sizes);
  if (x === null || out === null) return [out];
  if (x.length > out.length)
    throw invalidArgument(
      `Rank of input (${x.length}) must be no greater than rank of output shape (${out.length}).`,
    );
  x.forEach((size, i) => {
    const want = out[i + out.length - x.length];
    if (size !== 1 && size !== want && size !== UNKNOWN && want !== UNKNOWN)
      throw invalidArgument(`Incompatible shapes: ${shapeText(x)} vs. ${shapeText(out)}`);
  });
  return [out];
}

export const BroadcastTo = op("BroadcastTo", {
  inputs: ["input: T", "shape: Tidx"],
  outputs: ["output: T"],
  attrs: { T: type(), Tidx: typeOr("int32", "int32", "int64") },
  shape: broadcastToShape,
  lower: movingObjects(
    view(({ inputs, outputs: [{ shape }] }) => ({
      pieces: [readPiece(shape, broadcastStrides(inputs[0].shape, shape))],
    })),
  ),
  // dx = dy summed over the axes that were repeated
  grad: (t, [dy], [x, sizes], [y]) => {
    const dtype = sizes.dtype;
    const shape = shapeOf(t, x, dtype);
    const full = isFullyDefined(y.shape) ? t.literal(integerTensor(y.shape, dtype), dtype) : sizes;
    const [, axes] = t.BroadcastGradientArgs(full, shape);
    return [t.Reshape(t.Sum(dy!, axes, { keep_dims: true }), shape), null];
  },
});

export const BroadcastArgs = op("BroadcastArgs", {
  inputs: ["s0: T", "s1: T"],
  outputs: ["r0: T"],
  attrs: { T: typeOr("int32", "int32", "int64") },
  shape: ([a, b]) => [
    a === null || b === null ? [UNKNOWN] : [a[0] < 0 || b[0] < 0 ? UNKNOWN : Math.max(a[0], b[0])],
  ],
  lower: known(({ value, outputs, inputs }) => {
    inputs.forEach(({ shape }, i) => {
      if (shape.length !== 1) throw invalidArgument(`In[${i}] must be a vector.${shapeText(shape)}`);
    });
    const sizes = broadcastPair(integers(value(0)), integers(value(1)), { running: true });
    return [integerTensor(sizes as readonly number[], outputs[0].dtype)];
  }),
  grad: missing("TensorFlow registers no gradient for BroadcastArgs"),
});
