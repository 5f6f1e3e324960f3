// Tensors as they are, in another dtype, or cut off from gradients.
import { dtypeInfo, isComplex, isFloating, isInteger, realPartType } from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { IndexedSlices } from "../core/indexed-slices.ts";
import type { Named } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { graphFor, many, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import { asDtype } from "../core/dtype.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * The elements in another dtype. Floats lose their fraction on the way to integers; what is not zero is true.
 *
 * @param x Numbers or booleans.
 * @param dtype The dtype to make.
 * @param options `name`.
 * @throws TypeError for an unknown dtype; UnimplementedError where no conversion exists, as from strings.
 * @example
 * tf.cast([1.9, -1.9, 2.5], tf.int32);
 * // tf.Tensor([ 1 -1  2], shape=(3,), dtype=int32)
 */
export function cast(x: TensorInput | IndexedSlices, dtype: DTypeLike, options: Named = {}): Tensor {
  const type = dtypeName(dtype);
  if (x instanceof IndexedSlices)
    return new IndexedSlices(cast(x.values, type), x.indices, x.denseShape) as unknown as Tensor;
  return scoped(options.name, "Cast", [x], (scope) => {
    const tensor = asTensor(x, undefined, "x");
    return tensor.dtype === type ? tensor : one("Cast", [tensor], { DstT: type }, scope);
  });
}

/**
 * As `cast`, but numbers that do not fit become the nearest that does.
 *
 * @param value Real numbers.
 * @param dtype The dtype to make.
 * @param options `name`.
 * @example
 * tf.saturateCast([-5, 100, 300], tf.uint8);
 * // tf.Tensor([  0 100 255], shape=(3,), dtype=uint8)
 */
export function saturateCast(value: TensorInput, dtype: DTypeLike, options: Named = {}): Tensor {
  const to = asDtype(dtype);
  return scoped(options.name, "saturate_cast", [value], (scope) => {
    const tensor = asTensor(value, undefined, "value");
    const from = asDtype(tensor.dtype);
    if (isComplex(tensor.dtype)) {
      const real = one("Real", [tensor], { Tout: realPartType(tensor.dtype) });
      return to.isComplex ? cast(tensor, to, { name: scope }) : saturateCast(real, to, { name: scope });
    }
    const [low, high] = [to.isComplex ? to.realDtype.min : to.min, to.isComplex ? to.realDtype.max : to.max];
    const fits = Number(from.min) >= Number(low) && Number(from.max) <= Number(high);
    if (fits) return cast(tensor, to, { name: scope });
    const bounds = [larger(from.min, low), smaller(from.max, fitting(high, tensor.dtype))];
    const inside = one(
      "ClipByValue",
      [tensor, ...bounds.map((bound) => literal(bound, tensor.dtype))],
      undefined,
      scope === undefined ? undefined : "clamp",
    );
    return cast(inside, to, { name: scope });
  });
}

type Limit = number | bigint | boolean;
const larger = (a: Limit, b: Limit): Limit => (Number(a) >= Number(b) ? a : b);
const smaller = (a: Limit, b: Limit): Limit => (Number(a) <= Number(b) ? a : b);

/** The greatest number of a float dtype that is not above an integer limit. */
function fitting(limit: Limit, dtype: Tensor["dtype"]): Limit {
  if (!isFloating(dtype) || typeof limit === "boolean") return limit;
  const digits = { float16: 11, bfloat16: 8, float32: 24, float64: 53 }[dtype as string] ?? 24;
  const number = Number(limit);
  const bits = Math.ceil(Math.log2(number + 1));
  return bits <= digits || !isWhole(limit) ? number : 2 ** bits - 2 ** (bits - digits);
}

const isWhole = (limit: Limit): boolean => typeof limit === "bigint" || Number.isSafeInteger(limit);

/**
 * The same bytes read as another dtype.
 *
 * @param input Numbers.
 * @param type The dtype to read as; if it is smaller, an axis is added, if larger, the last axis is taken.
 * @param options `name`.
 * @example
 * tf.bitcast(tf.constant(1), tf.uint32);
 * // tf.Tensor(1065353216, shape=(), dtype=uint32)
 */
export function bitcast(input: TensorInput, type: DTypeLike, options: Named = {}): Tensor {
  return one("Bitcast", [input], { type: dtypeName(type) }, options.name);
}

/**
 * A tensor with the same contents.
 *
 * @param input Any tensor.
 * @param options `name`.
 * @example
 * tf.identity([1, 2]);
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function identity(input: TensorInput, options: Named = {}): Tensor {
  return one("Identity", [input], undefined, options.name);
}

/**
 * As `identity`, for several tensors.
 *
 * @param input A list of tensors.
 * @param options `name`.
 * @example
 * tf.identityN([tf.constant(1), tf.constant("a")])[1];
 * // tf.Tensor(b'a', shape=(), dtype=string)
 */
export function identityN(input: readonly TensorInput[], options: Named = {}): readonly Tensor[] {
  return many("IdentityN", [input.map((item) => asTensor(item))], undefined, options.name);
}

/**
 * The tensor itself, but no gradient flows back through it.
 *
 * @param input Any tensor.
 * @param options `name`.
 * @example
 * const x = tf.constant(3);
 * tf.gradientTape((tape) => {
 *   tape.watch(x);
 *   return tape.gradient(tf.stopGradient(x).mul(x), x);
 * });
 * // tf.Tensor(3.0, shape=(), dtype=float32)
 */
export function stopGradient(input: TensorInput, options: Named = {}): Tensor {
  return one("StopGradient", [input], undefined, options.name);
}

/**
 * An op that does nothing: something to depend on in a graph. Null where ops run at once.
 *
 * @param options `name`.
 * @example
 * tf.noOp();
 * // null
 */
export function noOp(options: Named = {}): unknown {
  const graph = graphFor([]);
  if (graph === null) return null;
  return graph.call("NoOp", [], {}, options.name, (x) => asTensor(x as TensorInput));
}

/**
 * Seconds since 1970 (UTC), when it runs.
 *
 * @param options `name`.
 * @example
 * tf.timestamp().dtype;
 * // 'float64'
 */
export const timestamp = (options: Named = {}): Tensor => one("Timestamp", [], undefined, options.name);

/** True for numbers that have a minimum and a maximum. */
export const isNumeric = (dtype: Tensor["dtype"]): boolean =>
  isFloating(dtype) || isInteger(dtype) || isComplex(dtype) || dtypeInfo(dtype).kind === "quantized";
