// Products of matrices: MatMul and BatchMatMul in its three versions.
import { type DTypeName, isComplex } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { isFullyDefined, sameDims, type Shape, shapeText, tryBroadcast } from "../../base/shape.ts";
import {
  compose,
  contract,
  type ContractLowering,
  type ContractOperand,
  type ContractPlan,
  type LowerNode,
} from "../../graph/lowering.ts";
import { bool, type GradientBuilder, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { shapeOf, sliceVector } from "../support/functions.ts";
import { mergeSizes, reject, withRankAtLeast } from "../support/shapes.ts";

const product = (rows: string, columns: string, transposed: boolean): string[] =>
  transposed ? [columns, rows] : [rows, columns];

const axesOf = (labels: readonly string[]): ContractOperand["axes"] =>
  labels.map((label) => ({ terms: [[label, 1]] as const }));

function sizesDiffer(a: Shape, b: Shape): never {
  throw invalidArgument(`Matrix size-incompatible: In[0]: ${shapeText(a)}, In[1]: ${shapeText(b)}`);
}

interface MatMulAttrs {
  readonly transpose_a: boolean;
  readonly transpose_b: boolean;
}

function matMulShape([a, b]: Shape[], node: ShapeNode<MatMulAttrs>): Shape[] {
  for (const shape of [a, b])
    if (shape !== null && shape.length !== 2)
      reject(
        node,
        a !== null && b !== null && a.length !== b.length
          ? `In[0] and In[1] has different ndims: ${shapeText(a)} vs. ${shapeText(b)}`
          : `In[${shape === a ? 0 : 1}] is not a matrix. Instead it has shape ${shapeText(shape)}`,
        `Shape must be rank 2 but is rank ${shape.length}`,
      );
  const { transpose_a, transpose_b } = node.attrs;
  const [rows, inner] = transpose_a ? [...(a ?? [-1, -1])].reverse() : (a ?? [-1, -1]);
  const [depth, columns] = transpose_b ? [...(b ?? [-1, -1])].reverse() : (b ?? [-1, -1]);
  if (node.running && inner !== depth) sizesDiffer(a, b);
  mergeSizes(inner, depth);
  return [[rows, columns]];
}

function matMulPlan({ inputs: [a, b], attrs }: LowerNode<MatMulAttrs>): ContractPlan {
  const left = product("i", "k", attrs.transpose_a);
  const right = product("k", "j", attrs.transpose_b);
  const extents: Record<string, number> = {};
  for (const [axis, label] of left.entries()) extents[label] = a.shape[axis];
  for (const [axis, label] of right.entries()) extents[label] = b.shape[axis];
  return {
    extents,
    output: ["i", "j"],
    operands: [
      { input: 0, axes: axesOf(left) },
      { input: 1, axes: axesOf(right) },
    ],
  };
}

const conj = (t: GradientBuilder, x: Value): Value => (isComplex(x.dtype) ? t.Conj(x) : x);

/** dA = dC B', dB = A' dC, with the operands' own transpositions undone. */
function matMulGradient(
  t: GradientBuilder,
  dy: Value,
  a: Value,
  b: Value,
  attrs: MatMulAttrs,
): [Value, Value] {
  const [x, y] = [conj(t, a), conj(t, b)];
  const multiply = (p: Value, q: Value, of: "a" | "b", transpose_a: boolean, transpose_b: boolean): Value =>
    t.MatMul(p, q, { transpose_a, transpose_b, [`grad_${of}`]: true });
  if (!attrs.transpose_a && !attrs.transpose_b)
    return [multiply(dy, y, "a", false, true), multiply(x, dy, "b", true, false)];
  if (!attrs.transpose_a) return [multiply(dy, y, "a", false, false), multiply(dy, x, "b", true, false)];
  if (!attrs.transpose_b) return [multiply(y, dy, "a", false, true), multiply(x, dy, "b", false, false)];
  return [multiply(y, dy, "a", true, true), multiply(dy, x, "b", true, true)];
}

export const MatMul = op("MatMul", {
  inputs: ["a: T", "b: T"],
  outputs: ["product: T"],
  attrs: {
    transpose_a: bool(false),
    transpose_b: bool(false),
    T: type(
      ...(["bfloat16", "float16", "float32", "float64", "int32", "int64"] as const),
      ...(["uint8", "uint16", "uint32", "uint64", "complex64", "complex128"] as const),
    ),
    grad_a: bool(false),
    grad_b: bool(false),
  },
  shape: matMulShape,
  lower: contract(matMulPlan),
  grad: (t, [dy], [a, b], _, { attrs }) => matMulGradient(t, dy!, a, b, attrs),
});

interface BatchAttrs {
  readonly adj_x: boolean;
  readonly adj_y: boolean;
}

type BatchRule = (x: Shape, y: Shape, node: ShapeNode<BatchAttrs>) => Shape;

const batchOf = (shape: Shape): Shape => (shape === null ? null : shape.slice(0, -2));

/** The batch dimensions of the first version must be the same. */
const sameBatch: BatchRule = (x, y) => {
  const [a, b] = [batchOf(x), batchOf(y)];
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length)
    throw invalidArgument(`In[0] and In[1] has different ndims: ${shapeText(x)} vs. ${shapeText(y)}`);
  return a.map((size, i) => {
    if (size >= 0 && b[i] >= 0 && size !== b[i])
      throw invalidArgument(
        `In[0].dim(${i}) and In[1].dim(${i}) must be the same: ${shapeText(x)} vs ${shapeText(y)}`,
      );
    return Math.max(size, b[i]);
  });
};

const broadcastBatch: BatchRule = (x, y) => {
  const batch = tryBroadcast(batchOf(x), batchOf(y));
  if (batch !== null) return batch.shape;
  throw invalidArgument(
    `In[0] and In[1] must have compatible batch dimensions: ${shapeText(x)} vs. ${shapeText(y)}`,
  );
};

const batchShape =
  (rule: BatchRule) =>
  ([x, y]: Shape[], node: ShapeNode<BatchAttrs>): Shape[] => {
    for (const shape of [x, y]) withRankAtLeast(shape, 2);
    const batch = rule(x, y, node);
    const [rows, inner] = matrixOf(x, node.attrs.adj_x);
    const [depth, columns] = matrixOf(y, node.attrs.adj_y);
    if (node.running && inner !== depth) sizesDiffer(x, y);
    mergeSizes(inner, depth);
    return [batch === null || x === null || y === null ? null : [...batch, rows, columns]];
  };

function matrixOf(shape: Shape, adjoint: boolean): [number, number] {
  if (shape === null) return [-1, -1];
  const [rows, columns] = shape.slice(-2);
  return adjoint ? [columns, rows] : [rows, columns];
}

/** The axes of one operand: batch axes of size 1 stand still while the others run. */
function batchOperand(
  input: number,
  shape: readonly number[],
  batch: readonly number[],
  matrix: readonly string[],
  conjugate: boolean,
): ContractOperand {
  const own = shape.slice(0, -2);
  const extra = batch.length - own.length;
  const batchAxes = own.map((size, axis) => {
    const isRepeated = size === 1 && batch[axis + extra] !== 1;
    return { terms: isRepeated ? [] : [[`b${axis + extra}`, 1] as const] };
  });
  return { input, axes: [...batchAxes, ...axesOf(matrix)], conjugate };
}

function batchPlan({ inputs: [x, y], outputs: [z], attrs }: LowerNode<BatchAttrs>): ContractPlan {
  const batch = z.shape.slice(0, -2);
  const extents: Record<string, number> = {};
  for (const [axis, size] of batch.entries()) extents[`b${axis}`] = size;
  extents.i = z.shape[z.shape.length - 2];
  extents.j = z.shape[z.shape.length - 1];
  extents.k = matrixOf(x.shape, attrs.adj_x)[1];
  return {
    extents,
    output: [...batch.map((_, axis) => `b${axis}`), "i", "j"],
    operands: [
      batchOperand(0, x.shape, batch, product("i", "k", attrs.adj_x), attrs.adj_x),
      batchOperand(1, y.shape, batch, product("k", "j", attrs.adj_y), attrs.adj_y),
    ],
  };
}

/** `tf.matmul` with adjoints: MatMul for two matrices, else BatchMatMulV2. */
function adjointMatMul(
  t: GradientBuilder,
  p: Value,
  q: Value,
  adjoints: readonly [boolean, boolean],
  of: "a" | "b",
): Value {
  const [adj_x, adj_y] = adjoints;
  if (p.shape?.length === 2 && q.shape?.length === 2) {
    const left = adj_x ? conj(t, p) : p;
    const right = adj_y ? conj(t, q) : q;
    return t.MatMul(left, right, { transpose_a: adj_x, transpose_b: adj_y, [`grad_${of}`]: true });
  }
  return t.BatchMatMulV2(p, q, { adj_x, adj_y, [`grad_${of === "a" ? "x" : "y"}`]: true, name: "MatMul" });
}

function batchGradient(t: GradientBuilder, dy: Value, x: Value, y: Value, attrs: BatchAttrs): [Value, Value] {
  const { adj_x, adj_y } = attrs;
  if (!adj_x && !adj_y)
    return [adjointMatMul(t, dy, y, [false, true], "a"), adjointMatMul(t, x, dy, [true, false], "b")];
  if (!adj_x)
    return [adjointMatMul(t, dy, y, [false, false], "a"), adjointMatMul(t, dy, x, [true, false], "b")];
  if (!adj_y)
    return [adjointMatMul(t, y, dy, [false, true], "a"), adjointMatMul(t, x, dy, [false, false], "b")];
  return [adjointMatMul(t, y, dy, [true, true], "a"), adjointMatMul(t, dy, x, [true, true], "b")];
}

/** Gradients are summed over the batch dimensions that were broadcast. */
function broadcastGradient(
  t: GradientBuilder,
  dy: Value,
  x: Value,
  y: Value,
  attrs: BatchAttrs,
): [Value, Value] {
  const [dx, dz] = batchGradient(t, dy, x, y, attrs);
  const [a, b] = [batchOf(x.shape), batchOf(y.shape)];
  if ((a !== null && b !== null && a.length === 0 && b.length === 0) || match(a, b)) return [dx, dz];
  const [sx, sy] = [shapeOf(t, x), shapeOf(t, y)];
  const [rx, ry] = t.BroadcastGradientArgs(sliceVector(t, sx, null, -2), sliceVector(t, sy, null, -2));
  return [t.Reshape(t.Sum(dx, rx), sx), t.Reshape(t.Sum(dz, ry), sy)];
}

const match = (a: Shape, b: Shape): boolean => isFullyDefined(a) && isFullyDefined(b) && sameDims(a, b);

const batchFlags = { adj_x: bool(false), adj_y: bool(false), grad_x: bool(false), grad_y: bool(false) };
const batchTypes = [
  "bfloat16",
  "float16",
  "float32",
  "float64",
  "int32",
  "int64",
  "complex64",
  "complex128",
] as const;

export const BatchMatMul = op("BatchMatMul", {
  inputs: ["x: T", "y: T"],
  outputs: ["output: T"],
  attrs: { T: type(...batchTypes), ...batchFlags },
  shape: batchShape(sameBatch),
  lower: contract(batchPlan),
  grad: (t, [dy], [x, y], _, { attrs }) => batchGradient(t, dy!, x, y, attrs),
});

export const BatchMatMulV2 = op("BatchMatMulV2", {
  inputs: ["x: T", "y: T"],
  outputs: ["output: T"],
  attrs: { T: type(...batchTypes, "int16", "uint8", "uint16", "uint32", "uint64"), ...batchFlags },
  shape: batchShape(broadcastBatch),
  lower: contract(batchPlan),
  grad: (t, [dy], [x, y], _, { attrs }) => broadcastGradient(t, dy!, x, y, attrs),
});

interface MixedAttrs extends BatchAttrs {
  readonly Tout: DTypeName;
}

const mixedTypes = [
  ...([
    "bfloat16",
    "float16",
    "float32",
    "float64",
    "int16",
    "int32",
    "int64",
    "complex64",
    "complex128",
  ] as const),
] as const;

function mixedLowering(
  node: LowerNode<MixedAttrs>,
): ContractLowering<MixedAttrs> | ReturnType<typeof compose> {
  const { Tout, adj_x, adj_y } = node.attrs;
  if (node.inputs.every(({ dtype }) => dtype === Tout)) return contract<MixedAttrs>(batchPlan);
  return compose((t, [x, y]) =>
    t.BatchMatMulV2(t.Cast(x, { DstT: Tout }), t.Cast(y, { DstT: Tout }), { adj_x, adj_y }),
  );
}

export const BatchMatMulV3 = op("BatchMatMulV3", {
  inputs: ["x: Ta", "y: Tb"],
  outputs: ["output: Tout"],
  attrs: {
    Ta: type(...mixedTypes, "uint8", "int8"),
    Tb: type(...mixedTypes, "uint8", "int8"),
    Tout: type(...mixedTypes),
    ...batchFlags,
  },
  shape: batchShape(broadcastBatch),
  lower: mixedLowering,
  grad: (t, [dy], [x, y], _, { attrs }) => broadcastGradient(t, dy!, x, y, attrs),
});
