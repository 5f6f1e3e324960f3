// Reductions by addition and multiplication: Sum, Mean, Prod, EuclideanNorm.
import { isBigInteger, isComplex, isFloating, realPartType } from "../../base/dtypes.ts";
import { elementCount, isFullyDefined } from "../../base/shape.ts";
import { type LowerNode, reduce, type ScalarMath } from "../../graph/lowering.ts";
import { bool, type GradientBuilder, op, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { loweredAxes, reductionShape } from "../support/axes.ts";
import {
  type AnyGradientNode,
  castTo,
  concatenate,
  rangeOf,
  rankOf,
  shapeOf,
  sizeOf,
} from "../support/functions.ts";
import { numberTypes } from "../support/type-lists.ts";
import { keptShape, spread, wrappedAxes } from "./reduced-shape.ts";

const attrs = { keep_dims: bool(false), T: type(...numberTypes), Tidx: typeOr("int32", "int32", "int64") };
const signature = {
  inputs: ["input: T", "reduction_indices: Tidx"],
  outputs: ["output: T"],
  attrs,
  shape: reductionShape,
} as const;

export const Sum = op("Sum", {
  ...signature,
  lower: reduce({ axes: loweredAxes, combine: "sum" }),
  grad: (t, [dy], [x, axes], _, node) => [spread(t, dy!, x, axes, node), null],
});

// TensorFlow sums integers below 64 bits without wrapping, and rounds the mean toward zero.
const sumType = (dtype: Scalar["dtype"]): Scalar["dtype"] =>
  isFloating(dtype) || isComplex(dtype) || isBigInteger(dtype) ? dtype : "int64";

function divideByCount(m: ScalarMath, total: Scalar, count: number): Scalar {
  if (total.im === null) return m.div(total, count);
  const part = realPartType(total.dtype);
  const divide = (x: Scalar): Scalar => m.div(x, m.constant(part, count));
  return m.makeComplex(divide(m.realPart(total)), divide(m.imagPart(total)));
}

export const Mean = op("Mean", {
  ...signature,
  lower: reduce({
    axes: loweredAxes,
    combine: "sum",
    map: (m, x) => m.cast(x, sumType(x.dtype)),
    finish: (m, total, count, node) => m.cast(divideByCount(m, total, count), node.outputs[0].dtype),
  }),
  // d mean = d sum / (number of elements in one sum)
  grad: (t, [dy], [x, axes], [y], node) => {
    const total = spread(t, dy!, x, axes, node);
    return [t.RealDiv(total, meanFactor(t, x, axes, y, total), { name: "truediv" }), null];
  },
});

function meanFactor(t: GradientBuilder, x: Value, axes: Value, y: Value, total: Value): Value {
  if (isFullyDefined(x.shape) && isFullyDefined(y.shape)) {
    const factor = Math.floor(elementCount(x.shape) / Math.max(elementCount(y.shape), 1));
    return t.literal(factor, total.dtype);
  }
  const shape = shapeOf(t, x);
  const wrapped = wrappedAxes(t, castTo(t, axes, "int32"), sizeOf(t, shape));
  const sizes = t.GatherV2(shape, wrapped, 0);
  return castTo(t, prodOfVector(t, sizes), total.dtype);
}

const prodOfVector = (t: GradientBuilder, x: Value): Value =>
  x.shape?.length === 0 ? x : t.Prod(x, t.literal([0], "int32"));

/** The product of all others comes from two exclusive scans: zeros are no special case. */
function prodGradient(t: GradientBuilder, dy: Value, x: Value, axes: Value, node: AnyGradientNode): Value {
  const shape = shapeOf(t, x);
  const flatAxes = t.Reshape(axes, [-1]);
  const aligned = node.attrs.keep_dims ? dy : t.Reshape(dy, keptShape(t, x, shape, axes, node));
  const spreadDy = t.BroadcastTo(aligned, shape);
  const rank = rankOf(t, x);
  const reduced = wrappedAxes(t, castTo(t, flatAxes, "int32"), rank);
  const [other] = t.ListDiff(rangeOf(t, 0, rank), reduced, { out_idx: "int32" });
  const order = concatenate(t, [reduced, other], 0);
  const reducedCount = prodOfVector(t, t.GatherV2(shape, reduced, 0));
  const otherCount = prodOfVector(t, t.GatherV2(shape, other, 0));
  const permuted = t.Transpose(x, order, { name: "transpose" });
  const permutedShape = shapeOf(t, permuted);
  const columns = t.Reshape(permuted, t.Pack([reducedCount, otherCount], { name: "Reshape/shape" }));
  const left = t.Cumprod(columns, 0, { exclusive: true });
  const right = t.Cumprod(columns, 0, { exclusive: true, reverse: true });
  const others = t.Reshape(t.Mul(conj(t, left), conj(t, right), { name: "mul" }), permutedShape);
  const back = t.Transpose(others, t.InvertPermutation(order), { name: "transpose" });
  return t.Reshape(t.Mul(spreadDy, back, { name: "mul" }), shape);
}

const conj = (t: GradientBuilder, x: Value): Value => (isComplex(x.dtype) ? t.Conj(x) : x);

export const Prod = op("Prod", {
  ...signature,
  lower: reduce({ axes: loweredAxes, combine: "prod" }),
  grad: (t, [dy], [x, axes], _, node) => [prodGradient(t, dy!, x, axes, node), null],
});

/** |x|^2, kept in the dtype that the sum is made in. */
function squared(m: ScalarMath, x: Scalar): Scalar {
  const wide = m.cast(x, normType(x.dtype));
  return m.mul(wide, m.conj(wide));
}

// The root of a wide sum is as exact as the dtype can show.
function normType(dtype: Scalar["dtype"]): Scalar["dtype"] {
  if (isComplex(dtype)) return "complex128";
  return isFloating(dtype) ? "float64" : dtype;
}

function root(m: ScalarMath, total: Scalar, _count: number, node: LowerNode): Scalar {
  const { dtype } = node.outputs[0];
  const real = m.sqrt(m.cast(m.realPart(total), "float64"));
  return m.cast(real, dtype);
}

export const EuclideanNorm = op("EuclideanNorm", {
  ...signature,
  lower: reduce({ axes: loweredAxes, combine: "sum", map: squared, finish: root }),
  // d norm = x / norm
  grad: (t, [dy], [x, axes], [y], node) => {
    let norm = y;
    let upstream = dy!;
    if (!node.attrs.keep_dims) {
      const kept = keptShape(t, x, shapeOf(t, x), axes, node);
      norm = t.Reshape(norm, kept);
      upstream = t.Reshape(upstream, kept);
    }
    return [t.RealDiv(x, t.RealDiv(norm, upstream, { name: "truediv" }), { name: "truediv" }), null];
  },
});
