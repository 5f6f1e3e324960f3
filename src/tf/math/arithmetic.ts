// Arithmetic of two tensors, element by element.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * x + y; strings are joined.
 *
 * @param x Numbers or strings.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.add([1, 2], 10);
 * // tf.Tensor([11. 12.], shape=(2,), dtype=float32)
 */
export function add(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("AddV2", [x, y], undefined, options.name ?? "Add");
}

/**
 * x - y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.subtract([1, 2], 10);
 * // tf.Tensor([-9. -8.], shape=(2,), dtype=float32)
 */
export function subtract(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Sub", [x, y], undefined, options.name);
}

/**
 * x * y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.multiply([1, 2], 10);
 * // tf.Tensor([10. 20.], shape=(2,), dtype=float32)
 */
export function multiply(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Mul", [x, y], undefined, options.name);
}

/**
 * x / y. Integers are divided as floats: those up to 16 bits as float32, larger ones as float64.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws TypeError if dtypes differ.
 * @example
 * tf.divide(tf.constant([7, 8], { dtype: tf.int32 }), 2);
 * // tf.Tensor([3.5 4. ], shape=(2,), dtype=float64)
 */
export function divide(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return truediv(x, y, options);
}

const DIVIDED_AS: Readonly<Record<string, DTypeName>> = {
  uint8: "float32",
  int8: "float32",
  uint16: "float32",
  int16: "float32",
  int32: "float64",
  uint32: "float64",
  int64: "float64",
  uint64: "float64",
};

/**
 * x / y, as `divide`.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws TypeError if dtypes differ.
 * @example
 * tf.truediv([7, 8], 2);
 * // tf.Tensor([3.5 4. ], shape=(2,), dtype=float32)
 */
export function truediv(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "truediv", [x, y], (scope) => {
    const [above, below] = pair(x, y);
    if (above.dtype !== below.dtype)
      throw new TypeError(`\`x\` and \`y\` must have the same dtype, got ${above.dtype} != ${below.dtype}.`);
    const as = DIVIDED_AS[above.dtype];
    const parts =
      as === undefined ? [above, below] : [above, below].map((part) => one("Cast", [part], { DstT: as }));
    return one("RealDiv", parts, undefined, scope);
  });
}

/** Two operands: a literal takes the other's dtype. */
function pair(x: TensorInput, y: TensorInput): [Tensor, Tensor] {
  if (isTensorObject(y) && !isTensorObject(x)) {
    const second = asTensor(y, undefined, "y");
    return [asTensor(x, undefined, "x", second.dtype), second];
  }
  const first = asTensor(x, undefined, "x");
  return [first, asTensor(y, undefined, "y", first.dtype)];
}

/**
 * x / y rounded down.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.floordiv([7, -7], 2);
 * // tf.Tensor([ 3. -4.], shape=(2,), dtype=float32)
 */
export function floordiv(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("FloorDiv", [x, y], undefined, options.name ?? "floordiv");
}

/**
 * What is left of x / y rounded down: it has y's sign.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.floormod([7, -7], 3);
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function floormod(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("FloorMod", [x, y], undefined, options.name);
}

/**
 * As `floormod`.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.mod([7, -7], 3);
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function mod(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("FloorMod", [x, y], undefined, options.name);
}

/**
 * x / y rounded towards zero.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.truncatediv(tf.int32([7, -7]), 2);
 * // tf.Tensor([ 3 -3], shape=(2,), dtype=int32)
 */
export function truncatediv(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("TruncateDiv", [x, y], undefined, options.name);
}

/**
 * What is left of x / y rounded towards zero: it has x's sign.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.truncatemod([7, -7], 3);
 * // tf.Tensor([ 1. -1.], shape=(2,), dtype=float32)
 */
export function truncatemod(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("TruncateMod", [x, y], undefined, options.name);
}

/**
 * x / y for floats.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.realdiv([7, 8], 2);
 * // tf.Tensor([3.5 4. ], shape=(2,), dtype=float32)
 */
export function realdiv(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("RealDiv", [x, y], undefined, options.name);
}

/**
 * x / y, and 0 where y is 0.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.divideNoNan([1, 2], [0, 2]);
 * // tf.Tensor([0. 1.], shape=(2,), dtype=float32)
 */
export function divideNoNan(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("DivNoNan", [x, y], undefined, options.name ?? "div_no_nan");
}

/**
 * x * y, and 0 where y is 0, even if x is infinite or NaN.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.multiplyNoNan([NaN, 2], [0, 2]);
 * // tf.Tensor([0. 4.], shape=(2,), dtype=float32)
 */
export function multiplyNoNan(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("MulNoNan", [x, y], undefined, options.name ?? "multiply_no_nan");
}

/**
 * (x - y) ** 2; for complex numbers the conjugate times itself.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.squaredDifference([1, 5], 3);
 * // tf.Tensor([4. 4.], shape=(2,), dtype=float32)
 */
export function squaredDifference(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("SquaredDifference", [x, y], undefined, options.name);
}

/**
 * The greater of two.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.maximum([1, 5], 3);
 * // tf.Tensor([3. 5.], shape=(2,), dtype=float32)
 */
export function maximum(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Maximum", [x, y], undefined, options.name);
}

/**
 * The smaller of two.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.minimum([1, 5], 3);
 * // tf.Tensor([1. 3.], shape=(2,), dtype=float32)
 */
export function minimum(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Minimum", [x, y], undefined, options.name);
}

/**
 * The next number that can be stored, in the direction of y.
 *
 * @param x float32 or float64 numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.nextafter([1], [2]);
 * // tf.Tensor([1.0000001], shape=(1,), dtype=float32)
 */
export function nextafter(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("NextAfter", [x, y], undefined, options.name);
}

/**
 * x * log(y), and 0 where x is 0.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.xlogy([0, 2], [0, 3]);
 * // tf.Tensor([0.        2.1972246], shape=(2,), dtype=float32)
 */
export function xlogy(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Xlogy", [x, y], undefined, options.name);
}

/**
 * x * log(1 + y), and 0 where x is 0.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.xlog1py([0, 2], [-1, 3]);
 * // tf.Tensor([0.        2.7725887], shape=(2,), dtype=float32)
 */
export function xlog1py(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "xlog1py", [x, y], () => one("Xlog1py", [x, y]));
}

/**
 * x / y, and 0 where x is 0.
 *
 * @param x Numbers of a float or complex dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.math.xdivy([0, 2], [0, 4]);
 * // tf.Tensor([0.  0.5], shape=(2,), dtype=float32)
 */
export function xdivy(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "xdivy", [x, y], () => one("Xdivy", [x, y]));
}

/**
 * A number times a tensor.
 *
 * @param scalar A scalar.
 * @param x Numbers.
 * @param options `name`.
 * @throws ValueError if `scalar` is not a scalar.
 * @example
 * tf.scalarMul(2, [1, 2]);
 * // tf.Tensor([2. 4.], shape=(2,), dtype=float32)
 */
export function scalarMul(scalar: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "scalar_mul", [scalar, x], (scope) => {
    const tensor = asTensor(x);
    const factor = asTensor(scalar, undefined, "scalar", tensor.dtype);
    if (factor.shape !== null && factor.shape.length > 0)
      throw new ValueError(
        "The input scalar must be a 0-D value. Received shape " + JSON.stringify(factor.shape),
      );
    return one("Mul", [factor, tensor], undefined, scope);
  });
}

/**
 * 1 / x, and 0 where x is 0.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.math.reciprocalNoNan([2, 0]);
 * // tf.Tensor([0.5 0. ], shape=(2,), dtype=float32)
 */
export function reciprocalNoNan(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "reciprocal_no_nan", [x], (scope) => {
    const tensor = asTensor(x, undefined, "x");
    return one("DivNoNan", [literal(1, tensor.dtype, "one"), tensor], undefined, scope);
  });
}
