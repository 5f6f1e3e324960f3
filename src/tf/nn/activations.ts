// Activation functions.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { customGradient } from "../gradients/custom-gradient.ts";
import { cast } from "../array/identity.ts";
import { transpose } from "../array/order.ts";
import { reduceSum } from "../math/reduce.ts";

/**
 * max(x, 0).
 *
 * @param features Numbers.
 * @param options `name`.
 * @example
 * tf.nn.relu([-1, 2]);
 * // tf.Tensor([0. 2.], shape=(2,), dtype=float32)
 */
export const relu = (features: TensorInput, options: Named = {}): Tensor =>
  one("Relu", [features], undefined, options.name);

/**
 * min(max(x, 0), 6).
 *
 * @param features Numbers.
 * @param options `name`.
 * @example
 * tf.nn.relu6([-1, 2, 8]);
 * // tf.Tensor([0. 2. 6.], shape=(3,), dtype=float32)
 */
export const relu6 = (features: TensorInput, options: Named = {}): Tensor =>
  one("Relu6", [features], undefined, options.name);

/**
 * x above zero, exp(x) - 1 below. Clevert et al., 2015.
 *
 * @param features Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.nn.elu([-1, 2]);
 * // tf.Tensor([-0.63212055  2.        ], shape=(2,), dtype=float32)
 */
export const elu = (features: TensorInput, options: Named = {}): Tensor =>
  one("Elu", [features], undefined, options.name);

/**
 * `elu` scaled so that activations keep mean 0 and variance 1. Klambauer et al., 2017.
 *
 * @param features Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.nn.selu([-1, 2]);
 * // tf.Tensor([-1.1113307  2.101402 ], shape=(2,), dtype=float32)
 */
export const selu = (features: TensorInput, options: Named = {}): Tensor =>
  one("Selu", [features], undefined, options.name);

export interface LeakyReluOptions extends Named {
  /** The slope below zero; default 0.2. */
  readonly alpha?: number;
}

/**
 * x above zero, alpha * x below.
 *
 * @param features Numbers of a float dtype.
 * @param rest `alpha` (default 0.2) and `name`, by position or as options.
 * @example
 * tf.nn.leakyRelu([-1, 2]);
 * // tf.Tensor([-0.2  2. ], shape=(2,), dtype=float32)
 */
export function leakyRelu(
  features: TensorInput,
  ...rest: Trailing<[alpha: number], LeakyReluOptions>
): Tensor {
  const { alpha = 0.2, name } = trailing<LeakyReluOptions>(["alpha"], rest);
  return scoped(name, "LeakyRelu", [features], (scope) => {
    const tensor = asTensor(features, undefined, "features");
    const floats = tensor.dtype.includes("float") ? tensor : one("Cast", [tensor], { DstT: "float32" });
    return one("LeakyRelu", [floats], { alpha }, scope);
  });
}

/**
 * relu of x and of -x, joined along an axis. Shang et al., 2016.
 *
 * @param features Numbers.
 * @param rest `axis` (default -1) and `name`, by position or as options.
 * @example
 * tf.nn.crelu([-1, 2]);
 * // tf.Tensor([0. 2. 1. 0.], shape=(4,), dtype=float32)
 */
export function crelu(
  features: TensorInput,
  ...rest: Trailing<[axis: number], Named & { readonly axis?: number }>
): Tensor {
  const { axis = -1, name } = trailing<Named & { axis?: number }>(["axis"], rest);
  return scoped(name, "CRelu", [features], (scope) => {
    const tensor = asTensor(features, undefined, "features");
    return one("Relu", [one("ConcatV2", [[tensor, one("Neg", [tensor])], axis], undefined, scope)]);
  });
}

export interface GeluOptions extends Named {
  /** Uses tanh instead of the error function. */
  readonly approximate?: boolean;
}

/**
 * x times the probability that a standard normal number is below x. Hendrycks and Gimpel, 2016.
 *
 * @param features Numbers of a float dtype.
 * @param rest `approximate` and `name`, by position or as options.
 * @throws ValueError for integers.
 * @example
 * tf.nn.gelu([-1, 0, 1]);
 * // tf.Tensor([-0.15865526  0.          0.8413447 ], shape=(3,), dtype=float32)
 */
export function gelu(features: TensorInput, ...rest: Trailing<[approximate: boolean], GeluOptions>): Tensor {
  const { approximate = false, name } = trailing<GeluOptions>(["approximate"], rest);
  return scoped(name, "Gelu", [features], () => {
    const x = asTensor(features, undefined, "features");
    if (!x.dtype.includes("float"))
      throw new ValueError(
        `\`features.dtype\` must be a floating point tensor. Received: features.dtype=${x.dtype}`,
      );
    return approximate ? geluByTanh(x) : geluByErfc(x);
  });
}

const times = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");
const plus = (x: unknown, y: unknown): Tensor => one("AddV2", [x, y], undefined, "add");

/** x / 2 * erfc(-x / sqrt(2)) */
function geluByErfc(x: Tensor): Tensor {
  const half = times(0.5, x);
  const minus = one("Neg", [x]);
  return times(half, one("Erfc", [times(minus, cast(Math.SQRT1_2, x.dtype))]));
}

/** x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x ** 3))) */
function geluByTanh(x: Tensor): Tensor {
  const coefficient = cast(0.044715, x.dtype);
  const half = times(0.5, x);
  const inner = plus(x, times(coefficient, one("Pow", [x, 3])));
  return times(half, plus(1, one("Tanh", [times(0.7978845608028654, inner)])));
}

/**
 * x * sigmoid(beta * x). Elfwing et al., 2017; Ramachandran et al., 2017.
 *
 * @param features Numbers of a float dtype.
 * @param beta A scalar; default 1.
 * @example
 * tf.nn.silu([-1, 0, 1]);
 * // tf.Tensor([-0.26894143  0.          0.7310586 ], shape=(3,), dtype=float32)
 */
export function silu(features: TensorInput, beta: TensorInput = 1): Tensor {
  const x = asTensor(features, undefined, "features");
  const factor = asTensor(beta, undefined, "beta", x.dtype);
  const scale = factor.dtype === x.dtype ? factor : one("Cast", [factor], { DstT: x.dtype });
  return siluRule(x, scale) as Tensor;
}

// Only the inputs are kept for the gradient: the sigmoid is computed again.
const siluRule = customGradient((x: Tensor, beta: Tensor) => {
  const grad = (dy: Tensor): [Tensor, Tensor] => {
    const s = one("Sigmoid", [times(beta, x)]);
    const rest = one("Sub", [1, s], undefined, "sub");
    const slope = times(s, plus(1, times(times(beta, x), rest)));
    const byBeta = reduceSum(times(times(times(dy, one("Square", [x])), s), rest));
    return [times(dy, slope), byBeta];
  };
  return [times(x, one("Sigmoid", [times(beta, x)])), grad];
});

/** Another name of `silu`. */
export const swish = silu;

/**
 * x / (1 + |x|).
 *
 * @param features Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.nn.softsign([-1, 3]);
 * // tf.Tensor([-0.5   0.75], shape=(2,), dtype=float32)
 */
export const softsign = (features: TensorInput, options: Named = {}): Tensor =>
  one("Softsign", [features], undefined, options.name);

/**
 * log(1 + exp(x)).
 *
 * @param features Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.softplus([-1, 0, 30]);
 * // tf.Tensor([ 0.3132617  0.6931472 30.       ], shape=(3,), dtype=float32)
 */
export const softplus = (features: TensorInput, options: Named = {}): Tensor =>
  one("Softplus", [features], undefined, options.name);

/**
 * 1 / (1 + exp(-x)).
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.sigmoid([-1, 0, 1]);
 * // tf.Tensor([0.26894143 0.5        0.7310586 ], shape=(3,), dtype=float32)
 */
export function sigmoid(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "Sigmoid", [x], (scope) =>
    one("Sigmoid", [asTensor(x, undefined, "x")], undefined, scope),
  );
}

/**
 * log(sigmoid(x)), exact also for very negative x.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.logSigmoid([-100, 0]);
 * // tf.Tensor([-100.          -0.6931472], shape=(2,), dtype=float32)
 */
export function logSigmoid(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "LogSigmoid", [x], (scope) =>
    one("Neg", [one("Softplus", [one("Neg", [asTensor(x, undefined, "x")])])], undefined, scope),
  );
}

export interface SoftmaxOptions extends Named {
  /** The axis that sums to one; default -1. */
  readonly axis?: number;
}

type SoftmaxArguments = Trailing<[axis: number], SoftmaxOptions>;

/**
 * exp(x) / sum(exp(x)) along an axis.
 *
 * @param logits Numbers of a float dtype.
 * @param rest `axis` (default -1) and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.nn.softmax([1, 2, 3]);
 * // tf.Tensor([0.09003057 0.24472848 0.66524094], shape=(3,), dtype=float32)
 */
export function softmax(logits: TensorInput, ...rest: SoftmaxArguments): Tensor {
  return alongLast("Softmax", logits, trailing<SoftmaxOptions>(["axis"], rest));
}

/**
 * log(softmax(x)) along an axis.
 *
 * @param logits Numbers of a float dtype.
 * @param rest `axis` (default -1) and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.nn.logSoftmax([1, 2, 3]);
 * // tf.Tensor([-2.407606   -1.4076059  -0.40760595], shape=(3,), dtype=float32)
 */
export function logSoftmax(logits: TensorInput, ...rest: SoftmaxArguments): Tensor {
  return alongLast("LogSoftmax", logits, trailing<SoftmaxOptions>(["axis"], rest));
}

/** The ops work along the last axis: another is exchanged with it. */
function alongLast(op: string, logits: TensorInput, { axis = -1, name }: SoftmaxOptions): Tensor {
  const x = asTensor(logits);
  const rank = x.shape?.length;
  if (axis === -1 || (rank !== undefined && axis === rank - 1)) return one(op, [x], undefined, name);
  if (rank === undefined)
    throw new ValueError("softmax along an inner axis: expected a known rank, received none");
  if (axis < -rank || axis >= rank)
    throw new ValueError(
      `\`dim\` must be in the range [${-rank}, ${rank}) where ${rank} is the number of dimensions ` +
        `in the input. Received: dim=${axis}`,
    );
  const at = axis < 0 ? axis + rank : axis;
  const perm = x.shape!.map((_, i) => (i === at ? rank - 1 : i === rank - 1 ? at : i));
  return transpose(one(op, [transpose(x, perm)]), perm, { name });
}
