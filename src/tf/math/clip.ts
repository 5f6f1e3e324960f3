// Keeping values, norms and gradients within limits.
import { ValueError } from "../../base/errors.ts";
import { tryBroadcast } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { IndexedSlices } from "../core/indexed-slices.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";
import { onesLikeV1 } from "../creation/filled.ts";
import { reduceWith } from "./reduce.ts";

/** A tensor, or rows of one. */
export type Gradientlike = TensorInput | IndexedSlices;

const valuesOf = (t: Gradientlike, name: string): Tensor =>
  t instanceof IndexedSlices ? t.values : asTensor(t, undefined, name);

/** The same rows with other values. */
const rewrapped = (t: Gradientlike, values: Tensor): Tensor =>
  t instanceof IndexedSlices
    ? (new IndexedSlices(values, t.indices, t.denseShape) as unknown as Tensor)
    : values;

/**
 * Numbers kept between two limits.
 *
 * @param t Numbers, or IndexedSlices.
 * @param clipValueMin The lower limit; broadcast to `t`.
 * @param clipValueMax The upper limit; broadcast to `t`.
 * @param options `name`.
 * @throws InvalidArgumentError if a limit would enlarge the shape.
 * @example
 * tf.clipByValue([-2, 0.5, 3], -1, 1);
 * // tf.Tensor([-1.   0.5  1. ], shape=(3,), dtype=float32)
 */
export function clipByValue(
  t: Gradientlike,
  clipValueMin: TensorInput,
  clipValueMax: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "clip_by_value", [t, clipValueMin, clipValueMax], (scope) => {
    const values = valuesOf(t, "t");
    const below = one("Minimum", [values, clipValueMax]);
    checkSameShape(values, below);
    const both = one("Maximum", [below, clipValueMin], undefined, scope);
    checkSameShape(values, both);
    return rewrapped(t, both);
  });
}

function checkSameShape(values: Tensor, clipped: Tensor): void {
  const { shape } = values;
  if (shape === null || clipped.shape === null || tryBroadcast(shape, clipped.shape) === null) return;
  if (
    shape.length === clipped.shape.length &&
    shape.every((n, i) => n < 0 || clipped.shape![i]! < 0 || n === clipped.shape![i])
  )
    return;
  throw new ValueError(`Shapes (${shape.join(", ")}) and (${clipped.shape.join(", ")}) are incompatible`);
}

export interface ClipByNormOptions extends Named {
  /** The axes of which the norm is taken; default all. */
  readonly axes?: AxisInput | null;
}

/**
 * Numbers scaled down if their Euclidean norm exceeds a limit.
 *
 * @param t Numbers, or IndexedSlices.
 * @param clipNorm The greatest norm.
 * @param rest `axes` and `name`, by position or as options.
 * @example
 * tf.clipByNorm([3, 4], 1);
 * // tf.Tensor([0.6 0.8], shape=(2,), dtype=float32)
 */
export function clipByNorm(
  t: Gradientlike,
  clipNorm: TensorInput,
  ...rest: Trailing<[axes: AxisInput | null], ClipByNormOptions>
): Tensor {
  const { axes = null, name } = trailing<ClipByNormOptions>(["axes"], rest);
  return scoped(name, "clip_by_norm", [t, clipNorm], (scope) => {
    const values = valuesOf(t, "t");
    const squares = one("Mul", [values, values], undefined, "mul");
    const sum = reduceWith("Sum", squares, { axis: axes, keepdims: true, name: undefined });
    // Two selections keep the gradient of sqrt away from zero.
    const positive = one("Greater", [sum, 0]);
    const safe = one("Select", [positive, sum, onesLikeV1(sum)]);
    const norm = one("Select", [positive, one("Sqrt", [safe]), sum]);
    const scaled = one("Mul", [values, clipNorm], undefined, "mul");
    const clipped = one("RealDiv", [scaled, one("Maximum", [norm, clipNorm])], undefined, "truediv");
    return rewrapped(t, one("Identity", [clipped], undefined, scope));
  });
}

/**
 * The Euclidean norm of all elements of all tensors together.
 *
 * @param tList Tensors or IndexedSlices; null entries are left out.
 * @param options `name`.
 * @throws TypeError if it is not a list.
 * @example
 * tf.linalg.globalNorm([[3], [4]]);
 * // tf.Tensor(5.0, shape=(), dtype=float32)
 */
export function globalNorm(tList: readonly (Gradientlike | null)[], options: Named = {}): Tensor {
  checkList(tList);
  return scoped(options.name, "global_norm", tList, () => {
    const values = tList.map((t, i) => (t === null ? null : valuesOf(t, `t_${i}`)));
    const halves = values.filter((each) => each !== null).map((each) => one("L2Loss", [each]));
    const stacked = one("Pack", [halves], undefined, "stack");
    const half = reduceWith("Sum", stacked, { axis: null, keepdims: false, name: undefined });
    const whole = one("Mul", [half, literal(2, half.dtype)], undefined, "mul");
    return one("Sqrt", [whole], undefined, "global_norm");
  });
}

function checkList(tList: unknown): void {
  if (!Array.isArray(tList))
    throw new TypeError(`\`t_list\` should be a sequence of tensors. Received ${typeof tList}.`);
}

export interface GlobalNormOptions extends Named {
  /** The norm, if it is known already. */
  readonly useNorm?: TensorInput | null;
}

/**
 * Tensors scaled down together if their common norm exceeds a limit.
 *
 * @param tList Tensors or IndexedSlices; null entries stay null.
 * @param clipNorm The greatest norm.
 * @param rest `useNorm` and `name`, by position or as options.
 * @returns The clipped list, and the norm before.
 * @throws TypeError if it is not a list.
 * @example
 * tf.clipByGlobalNorm([[3], [4]], 1)[0][1];
 * // tf.Tensor([0.8], shape=(1,), dtype=float32)
 */
export function clipByGlobalNorm(
  tList: readonly (Gradientlike | null)[],
  clipNorm: TensorInput,
  ...rest: Trailing<[useNorm: TensorInput | null], GlobalNormOptions>
): [(Tensor | null)[], Tensor] {
  const { useNorm, name } = trailing<GlobalNormOptions>(["useNorm"], rest);
  checkList(tList);
  const norm = useNorm === undefined || useNorm === null ? globalNorm(tList, { name }) : asTensor(useNorm);
  const clipped = scoped(name, "clip_by_global_norm", [tList, clipNorm], (scope) => {
    const limit = clipNorm;
    const ratio = one("RealDiv", [1, norm], undefined, "truediv");
    const most = one("RealDiv", [literal(1, norm.dtype), limit], undefined, "truediv");
    const factor = one("Mul", [limit, one("Minimum", [ratio, most])], undefined, "mul");
    // norm - norm is 0, or NaN if the norm is not finite: then all results are NaN.
    const scale = one("AddV2", [factor, one("Sub", [norm, norm], undefined, "sub")], undefined, "add");
    return tList.map((t, i) => {
      if (t === null) return null;
      const values = valuesOf(t, `t_${i}`);
      const fitting = values.dtype === scale.dtype ? scale : one("Cast", [scale], { DstT: values.dtype });
      const product = one("Mul", [values, fitting], undefined, "mul");
      const title = scope === undefined ? undefined : `${scope}_${i}`;
      return rewrapped(t, one("Identity", [product], undefined, title));
    });
  });
  return [clipped, norm];
}
