// Cross entropies and other losses of single examples.
import { ValueError } from "../../base/errors.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { concat } from "../array/join.ts";
import { transpose } from "../array/order.ts";
import { rank, reshape, shape } from "../array/shape.ts";
import { getItem, slice } from "../array/slices.ts";
import { onesLikeV1, zerosLike } from "../creation/filled.ts";

const sub = (x: unknown, y: unknown): Tensor => one("Sub", [x, y], undefined, "sub");
const mul = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");
const add = (x: unknown, y: unknown, name = "add"): Tensor => one("AddV2", [x, y], undefined, name);

export interface CrossEntropyOptions extends Named {
  /** The axis of classes; default -1. */
  readonly axis?: number;
}

/**
 * -sum(labels * log(softmax(logits))) along the axis of classes.
 *
 * @param labels Probabilities of classes; gradients flow into them.
 * @param logits Unscaled log probabilities of the same shape.
 * @param rest `axis` (default -1) and `name`, by position or as options.
 * @returns One number for each example: the shape without the axis.
 * @throws InvalidArgumentError if shapes do not fit.
 * @example
 * tf.nn.softmaxCrossEntropyWithLogits([[0, 1]], [[1, 2]]);
 * // tf.Tensor([0.31326166], shape=(1,), dtype=float32)
 */
export function softmaxCrossEntropyWithLogits(
  labels: TensorInput,
  logits: TensorInput,
  ...rest: Trailing<[axis: number], CrossEntropyOptions>
): Tensor {
  const { axis = -1, name } = trailing<CrossEntropyOptions>(["axis"], rest);
  const what = "softmax_cross_entropy_with_logits";
  return scoped(name ?? what, what, [logits, labels], (scope) => {
    const x = asTensor(logits, undefined, "logits");
    const y = asTensor(labels, undefined, "labels", x.dtype);
    const precise =
      x.dtype === "float16" || x.dtype === "bfloat16" ? one("Cast", [x], { DstT: "float32" }) : x;
    const target = y.dtype === precise.dtype ? y : one("Cast", [y], { DstT: precise.dtype });
    const cost =
      currentGraph() === null ? eagerCost(precise, target, axis) : graphCost(precise, target, axis, scope);
    return cost.dtype === x.dtype ? cost : one("Cast", [cost], { DstT: x.dtype });
  });
}

/** Shapes are known: rows are made of them without asking. */
function eagerCost(logits: Tensor, labels: Tensor, axis: number): Tensor {
  const x = lastAxis(logits, axis);
  const y = lastAxis(labels, axis);
  const sizes = (x.shape as readonly number[]).slice(0, -1);
  const classes = x.shape!.at(-1)!;
  const rows = (t: Tensor): Tensor => (t.shape!.length === 2 ? t : reshape(t, [-1, t.shape!.at(-1)!]));
  if (classes === 0) return reshape(literal([], x.dtype), sizes);
  const [cost] = many("SoftmaxCrossEntropyWithLogits", [rows(x), rows(y)]);
  return sizes.length === 1 ? cost! : reshape(cost!, sizes);
}

function lastAxis(x: Tensor, axis: number): Tensor {
  const ndim = x.shape?.length;
  if (axis === -1 || (ndim !== undefined && axis === ndim - 1)) return x;
  if (ndim === undefined)
    throw new ValueError("Cross entropy along an inner axis: expected a known rank, received none");
  const at = axis < 0 ? axis + ndim : axis;
  return transpose(x, [...x.shape!.map((_, i) => i).filter((i) => i !== at), at]);
}

/** The nodes that TensorFlow makes: shapes are computed when the graph runs. */
function graphCost(logits: Tensor, labels: Tensor, axis: number, scope: string | undefined): Tensor {
  const ndim = rank(logits);
  const x = lastAxis(logits, axis);
  const y = lastAxis(labels, axis);
  const sizes = shape(x);
  const [cost] = many("SoftmaxCrossEntropyWithLogits", [rowsOf(x), rowsOf(y)], undefined, scope);
  const leading = one("Sub", [ndim, 1]);
  return reshape(cost!, slice(sizes, [0], [leading]));
}

function rowsOf(x: Tensor): Tensor {
  const ndim = rank(x);
  const last = one("Slice", [shape(x), [one("Sub", [ndim, 1])], [1]]);
  return reshape(x, concat([[-1], last], 0));
}

/**
 * Cross entropies where each example has one true class, given by its index.
 *
 * @param labels Class indices, of the shape of `logits` without its last axis.
 * @param logits Unscaled log probabilities.
 * @param options `name`.
 * @throws ValueError if shapes do not fit; InvalidArgumentError for an index that is no class.
 * @example
 * tf.nn.sparseSoftmaxCrossEntropyWithLogits([1], [[1, 2]]);
 * // tf.Tensor([0.31326166], shape=(1,), dtype=float32)
 */
export function sparseSoftmaxCrossEntropyWithLogits(
  labels: TensorInput,
  logits: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "SparseSoftmaxCrossEntropyWithLogits", [labels, logits], () => {
    const y = asTensor(labels, undefined, undefined, "int32");
    const x = asTensor(logits);
    checkSparseShapes(y, x);
    const precise = x.dtype === "float16" ? one("Cast", [x], { DstT: "float32" }) : x;
    const sizes = shape(y);
    const cost =
      x.shape?.length === 2
        ? sparseCost(precise, y, options.name)
        : flattenedCost(precise, y, sizes, options.name);
    return x.dtype === "float16" ? one("Cast", [cost], { DstT: "float16" }) : cost;
  });
}

const sparseCost = (logits: Tensor, labels: Tensor, name: string | undefined): Tensor =>
  many("SparseSoftmaxCrossEntropyWithLogits", [logits, labels], undefined, name)[0]!;

function flattenedCost(logits: Tensor, labels: Tensor, sizes: Tensor, name: string | undefined): Tensor {
  const dims = shape(logits);
  const classes = getItem(dims, one("Sub", [rank(logits), 1], undefined, "sub"));
  const cost = sparseCost(reshape(logits, [-1, classes]), reshape(labels, [-1]), name);
  return reshape(cost, sizes);
}

function checkSparseShapes(labels: Tensor, logits: Tensor): void {
  if (logits.shape?.length === 0)
    throw new ValueError("`logits` cannot be a scalar. Received logits=" + String(logits));
  if (labels.shape === null || logits.shape === null) return;
  if (labels.shape.length !== logits.shape.length - 1)
    throw new ValueError(
      "`labels.shape.rank` must equal `logits.shape.rank - 1`. " +
        `Received: labels of rank ${labels.shape.length} and logits of rank ${logits.shape.length}`,
    );
  const fits = labels.shape.every(
    (size, i) => size < 0 || logits.shape![i]! < 0 || size === logits.shape![i],
  );
  if (!fits)
    throw new ValueError(
      "`labels.shape` must equal `logits.shape` except for the last dimension. " +
        `Received: labels.shape=${JSON.stringify(labels.shape)} and ` +
        `logits.shape=${JSON.stringify(logits.shape)}`,
    );
}

/**
 * Cross entropies of independent yes-or-no questions:
 * max(x, 0) - x * z + log(1 + exp(-|x|)) for labels z and logits x.
 *
 * @param labels Probabilities.
 * @param logits Unscaled log odds of the same shape and dtype.
 * @param options `name`.
 * @throws ValueError if shapes differ.
 * @example
 * tf.nn.sigmoidCrossEntropyWithLogits([1, 0], [2, -2]);
 * // tf.Tensor([0.12692802 0.12692802], shape=(2,), dtype=float32)
 */
export function sigmoidCrossEntropyWithLogits(
  labels: TensorInput,
  logits: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "logistic_loss", [logits, labels], (scope) => {
    const x = asTensor(logits, undefined, "logits");
    const z = asTensor(labels, undefined, "labels", x.dtype);
    checkSameShape("`logits` and `labels`", x, z);
    // Two selections instead of abs and relu: so the gradient at 0 is what it should be.
    const zeros = zerosLike(x);
    const positive = one("GreaterEqual", [x, zeros]);
    const relu = one("Select", [positive, x, zeros]);
    const negative = one("Select", [positive, one("Neg", [x]), x]);
    return add(sub(relu, mul(x, z)), one("Log1p", [one("Exp", [negative])]), scope ?? "add");
  });
}

function checkSameShape(what: string, x: Tensor, y: Tensor): void {
  if (x.shape === null || y.shape === null) return;
  if (
    x.shape.length === y.shape.length &&
    x.shape.every((n, i) => n < 0 || y.shape![i]! < 0 || n === y.shape![i])
  )
    return;
  throw new ValueError(
    `${what} must have the same shape, received (${x.shape.join(", ")}) vs (${y.shape.join(", ")}).`,
  );
}

/**
 * As `sigmoidCrossEntropyWithLogits`, with a weight on positive labels.
 *
 * @param labels Probabilities.
 * @param logits Unscaled log odds of the same shape and dtype.
 * @param posWeight The weight.
 * @param options `name`.
 * @throws ValueError if shapes differ.
 * @example
 * tf.nn.weightedCrossEntropyWithLogits([1, 0], [2, -2], 3);
 * // tf.Tensor([0.38078403 0.12692809], shape=(2,), dtype=float32)
 */
export function weightedCrossEntropyWithLogits(
  labels: TensorInput,
  logits: TensorInput,
  posWeight: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "logistic_loss", [logits, labels], (scope) => {
    const x = asTensor(logits, undefined, "logits");
    const z = asTensor(labels, undefined, "labels", x.dtype);
    checkSameShape("`logits` and `labels`", x, z);
    // (1 - z) * x + (1 + (q - 1) * z) * (log(1 + exp(-|x|)) + max(-x, 0))
    const excess = typeof posWeight === "number" ? posWeight - 1 : sub(posWeight, 1);
    const weight = add(1, mul(excess, z));
    const linear = mul(sub(1, z), x);
    const soft = one("Log1p", [one("Exp", [one("Neg", [one("Abs", [x])])])]);
    const logistic = add(soft, one("Relu", [one("Neg", [x])]));
    return add(linear, mul(weight, logistic), scope ?? "add");
  });
}

export interface PoissonLossOptions extends Named {
  /** Adds Stirling's approximation of log(z!). */
  readonly computeFullLoss?: boolean;
}

/**
 * exp(c) - z * c, for targets z and log inputs c: the negative log likelihood of Poisson counts.
 *
 * @param targets Counts.
 * @param logInput Logarithms of the rates, of the same shape.
 * @param rest `computeFullLoss` and `name`, by position or as options.
 * @throws ValueError if shapes differ.
 * @example
 * tf.nn.logPoissonLoss([1, 2], [0, 1]);
 * // tf.Tensor([1.         0.71828175], shape=(2,), dtype=float32)
 */
export function logPoissonLoss(
  targets: TensorInput,
  logInput: TensorInput,
  ...rest: Trailing<[computeFullLoss: boolean], PoissonLossOptions>
): Tensor {
  const { computeFullLoss = false, name } = trailing<PoissonLossOptions>(["computeFullLoss"], rest);
  return scoped(name, "log_poisson_loss", [logInput, targets], () => {
    const c = asTensor(logInput, undefined, "log_input");
    const z = asTensor(targets, undefined, "targets", c.dtype);
    checkSameShape("`log_input` and `targets`", c, z);
    const loss = sub(one("Exp", [c]), mul(c, z));
    if (!computeFullLoss) return loss;
    const half = literal(0.5, z.dtype);
    const turn = literal(2 * Math.PI, z.dtype);
    const stirling = add(sub(mul(z, one("Log", [z])), z), mul(half, one("Log", [mul(turn, z)])));
    const [none, unit] = [zerosLike(z), onesLikeV1(z)];
    const small = one("LogicalAnd", [one("GreaterEqual", [z, none]), one("LessEqual", [z, unit])]);
    return add(loss, one("Select", [small, none, stirling]));
  });
}
