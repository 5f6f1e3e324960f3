// Reductions to the largest and smallest: Max, Min, ArgMax, ArgMin.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, reduce, routine, type ScalarMath } from "../../graph/lowering.ts";
import { bool, type GradientBuilder, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { loweredAxes, reductionShape, splitAt, withoutAxis } from "../support/axes.ts";
import { type AnyGradientNode, castTo, shapeOf } from "../support/functions.ts";
import { highest, lowest } from "../support/limits.ts";
import { fromFront, knownInteger, reject } from "../support/shapes.ts";
import { quantizedTypes, realNumberTypes } from "../support/type-lists.ts";
import { integer } from "../support/values.ts";
import { keptShape } from "./reduced-shape.ts";

const extremum = {
  inputs: ["input: T", "reduction_indices: Tidx"],
  outputs: ["output: T"],
  attrs: {
    keep_dims: bool(false),
    T: type(...realNumberTypes, ...quantizedTypes),
    Tidx: typeOr("int32", "int32", "int64"),
  },
  shape: reductionShape,
} as const;

/** The gradient is shared equally by all elements that are the extremum. */
function extremumGradient(
  t: GradientBuilder,
  dy: Value,
  x: Value,
  axes: Value,
  y: Value,
  node: AnyGradientNode,
): Value {
  const shape = shapeOf(t, x);
  const keepDims = node.attrs.keep_dims as boolean;
  const kept = keepDims ? shapeOf(t, y) : keptShape(t, x, shape, axes, node);
  const result = keepDims ? y : t.Reshape(y, kept);
  const upstream = keepDims ? dy : t.Reshape(dy, kept);
  const selected = castTo(t, t.Equal(result, x), dy.dtype);
  const count = t.Reshape(t.Sum(selected, axes), kept);
  return t.Mul(t.RealDiv(selected, count, { name: "truediv" }), upstream, { name: "mul" });
}

export const Max = op("Max", {
  ...extremum,
  lower: reduce({ axes: loweredAxes, combine: "max" }),
  grad: (t, [dy], [x, axes], [y], node) => [extremumGradient(t, dy!, x, axes, y, node), null],
});

export const Min = op("Min", {
  ...extremum,
  lower: reduce({ axes: loweredAxes, combine: "min" }),
  grad: (t, [dy], [x, axes], [y], node) => [extremumGradient(t, dy!, x, axes, y, node), null],
});

function argumentShape([x, dimension]: Shape[], node: ShapeNode): Shape[] {
  if (dimension !== null && dimension.length !== 0)
    reject(
      node,
      `dim must be a scalar, but received tensor of shape: ${shapeText(dimension)}`,
      `Shape must be rank 0 but is rank ${dimension.length}`,
    );
  const given = knownInteger(node, 1);
  if (x === null) return [null];
  if (given === undefined) return [withoutAxis(x, undefined)];
  const rank = Math.max(x.length, 1);
  if (given < -rank || given >= rank)
    reject(
      node,
      `Expected dimension in the range [${-rank}, ${rank}), but got ${given}`,
      `Dimension must be in the range [${-rank}, ${rank}), where ${x.length} is the number of dimensions ` +
        `in the input. Received: ${given}`,
    );
  const axis = fromFront(given, rank);
  if (x[axis] === 0) throw invalidArgument(`Reduction axis ${axis} is empty in shape ${shapeText(x)}`);
  return [withoutAxis(x, axis)];
}

/** The first position of the extremum; NaN is never taken, as nothing compares with it. */
function searchExtremum(k: KernelBuilder, m: ScalarMath, node: LowerNode, wantsLargest: boolean): void {
  const { shape, dtype } = node.inputs[0];
  const axis = fromFront(integer(node.value(1)), Math.max(shape.length, 1));
  const { outer, size, inner } = shape.length === 0 ? { outer: 1, size: 1, inner: 1 } : splitAt(shape, axis);
  const input = k.input(0);
  const output = k.output(0);
  const asNumber = (x: Scalar): Scalar => (dtype === "bool" ? m.cast(x, "int32") : x);
  const compared = dtype === "bool" ? "int32" : dtype;
  const first = wantsLargest ? lowest(compared) : highest(compared);
  k.parallel(outer, (i) => {
    k.parallel(inner, (j) => {
      const best = k.cell(compared, first);
      const position = k.cell("int32", 0);
      k.serial(size, (step) => {
        const x = k.hold(asNumber(k.load(input, m.add(m.mul(m.add(m.mul(i, size), step), inner), j))));
        const isBetter = wantsLargest ? m.gt(x, best.get()) : m.lt(x, best.get());
        k.if(isBetter, () => {
          best.set(x);
          position.set(step);
        });
      });
      k.store(output, m.add(m.mul(i, inner), j), m.cast(position.get(), node.outputs[0].dtype));
    });
  });
}

const compared = type(...realNumberTypes, ...quantizedTypes, "bool");

export const ArgMax = op("ArgMax", {
  inputs: ["input: T", "dimension: Tidx"],
  outputs: ["output: output_type"],
  attrs: {
    T: compared,
    Tidx: typeOr("int32", "int16", "int32", "int64"),
    output_type: typeOr("int64", "int16", "uint16", "int32", "int64"),
  },
  shape: argumentShape,
  lower: routine((k, m, node) => searchExtremum(k, m, node, true)),
  grad: none("positions do not change smoothly"),
});

export const ArgMin = op("ArgMin", {
  inputs: ["input: T", "dimension: Tidx"],
  outputs: ["output: output_type"],
  attrs: {
    T: compared,
    Tidx: typeOr("int32", "int32", "int64"),
    output_type: typeOr("int64", "int32", "int64"),
  },
  shape: argumentShape,
  lower: routine((k, m, node) => searchExtremum(k, m, node, false)),
  grad: none("positions do not change smoothly"),
});
