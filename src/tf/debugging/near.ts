// tf.debugging.assertNear: equal but for rounding.
import type { DTypeName } from "../../base/dtypes.ts";
import { isComplex, realPartType } from "../../base/dtypes.ts";
import { pythonShapeText } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { reduceAll } from "../math/reduce.ts";
import { abs } from "../math/rounding.ts";
import { Assert, type Assertion, type AssertOptions, opening } from "./assert.ts";

export interface NearOptions extends AssertOptions {
  /** Relative tolerance; default ten times the dtype's precision. */
  readonly rtol?: TensorInput | null;
  /** Absolute tolerance; default ten times the dtype's precision. */
  readonly atol?: TensorInput | null;
}

/** The distance from 1 to the next number. */
const EPSILON: Readonly<Partial<Record<DTypeName, number>>> = {
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
  float32: 2 ** -23,
  float64: 2 ** -52,
};

/**
 * Raises an error unless |x - y| < atol + rtol * |y| everywhere.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y Numbers of the same dtype.
 * @param options `rtol`, `atol`, `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertNear([1, 2], [1, 2.0000001]);
 * // undefined
 */
export function assertNear(x: TensorInput, y: TensorInput, options: NearOptions = {}): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, "assert_near", [x, y], () => {
    const a = asTensor(x, undefined, "x");
    const b = asTensor(y, undefined, "y", a.dtype);
    const dtype = isComplex(a.dtype) ? realPartType(a.dtype) : a.dtype;
    const usual = 10 * (EPSILON[dtype] ?? 0);
    const rtol = asTensor(options.rtol ?? usual, dtype, "rtol");
    const atol = asTensor(options.atol ?? usual, dtype, "atol");
    const inGraph = graphFor([a, b]) !== null;
    const about = (title: string, tensor: Tensor): string =>
      inGraph
        ? `${title} (${(tensor as { name?: string }).name ?? ""}) = `
        : `${title} (shape=${pythonShapeText(tensor.shape)} dtype=${tensor.dtype}) = `;
    const tolerances = `x and y not equal to tolerance rtol = ${rtol.toString()}, atol = ${atol.toString()}`;
    const data = [opening(message), tolerances, about("x", a), a, about("y", b), b];
    const limit = one("AddV2", [atol, one("Mul", [rtol, abs(b)], undefined, "mul")], undefined, "add");
    const near = one("Less", [abs(one("Sub", [a, b], undefined, "sub")), limit]);
    return Assert(reduceAll(near), data, { summarize });
  });
}
