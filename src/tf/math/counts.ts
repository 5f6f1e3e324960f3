// Counting, confusion matrices, and whether numbers are in order.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { ones } from "../creation/filled.ts";
import { reshape, shape, size } from "../array/shape.ts";

export interface BincountOptions extends Named {
  /** What each element adds to its count; default 1. */
  readonly weights?: TensorInput | null;
  /** At least this many counts. */
  readonly minlength?: TensorInput | null;
  /** At most this many counts; greater numbers are left out. */
  readonly maxlength?: TensorInput | null;
  /** The dtype of counts without weights; default int32. */
  readonly dtype?: DTypeLike;
  /** Marks with 1 what occurs at all. */
  readonly binaryOutput?: boolean;
}

/**
 * How often each of 0, 1, 2, … occurs.
 *
 * @param arr Integers not below zero.
 * @param options `weights`, `minlength`, `maxlength`, `dtype`, `binaryOutput` and `name`.
 * @throws InvalidArgumentError for negative numbers.
 * @example
 * tf.math.bincount([1, 1, 3]);
 * // tf.Tensor([0 2 0 1], shape=(4,), dtype=int32)
 */
export function bincount(arr: TensorInput, options: BincountOptions = {}): Tensor {
  const { weights, minlength, maxlength, dtype = "int32", binaryOutput = false, name } = options;
  return scoped(name, "bincount", [arr, weights, minlength, maxlength], () => {
    const numbers = asTensor(arr, undefined, "arr", "int32");
    const some = one("Cast", [one("Greater", [size(numbers), 0])], { DstT: numbers.dtype });
    const greatest = one("Max", [
      numbers,
      literal(
        (numbers.shape ?? [0]).map((_, i) => i),
        "int32",
      ),
    ]);
    let length = one("Mul", [some, one("AddV2", [greatest, 1], undefined, "add")], undefined, "mul");
    if (minlength !== undefined && minlength !== null)
      length = one("Maximum", [asTensor(minlength, undefined, undefined, numbers.dtype), length]);
    if (maxlength !== undefined && maxlength !== null)
      length = one("Minimum", [asTensor(maxlength, undefined, undefined, numbers.dtype), length]);
    const flat = reshape(numbers, [-1]);
    const none = weights === undefined || weights === null;
    const flatWeights = none ? literal([], dtypeName(dtype)) : reshape(weights, [-1]);
    return one("DenseBincount", [flat, length, flatWeights], { binary_output: binaryOutput });
  });
}

export interface ConfusionOptions extends Named {
  /** How many classes; default one more than the greatest. */
  readonly numClasses?: TensorInput | null;
  /** What each prediction counts. */
  readonly weights?: TensorInput | null;
  /** The dtype of the counts; default int32. */
  readonly dtype?: DTypeLike;
}

/**
 * How often each class (row) was predicted as each class (column).
 *
 * @param labels True classes, shape `[n]`.
 * @param predictions Predicted classes, shape `[n]`.
 * @param rest `numClasses`, `weights`, `dtype` and `name`, by position or as options.
 * @throws InvalidArgumentError for negative classes, or classes beyond `numClasses`.
 * @example
 * tf.math.confusionMatrix([1, 2, 2], [1, 2, 1]);
 * // tf.Tensor(
 * // [[0 0 0]
 * //  [0 1 0]
 * //  [0 1 1]], shape=(3, 3), dtype=int32)
 */
export function confusionMatrix(
  labels: TensorInput,
  predictions: TensorInput,
  ...rest: Trailing<
    [numClasses: TensorInput | null, weights: TensorInput | null, dtype: DTypeLike],
    ConfusionOptions
  >
): Tensor {
  const options = trailing<ConfusionOptions>(["numClasses", "weights", "dtype"], rest);
  const { numClasses, weights, dtype = "int32", name } = options;
  return scoped(name, "confusion_matrix", [labels, predictions, numClasses, weights], () => {
    const predicted = one("Cast", [asTensor(predictions, undefined, "predictions", "int64")], {
      DstT: "int64",
    });
    const actual = one("Cast", [asTensor(labels, undefined, "labels", "int64")], { DstT: "int64" });
    const count =
      numClasses === undefined || numClasses === null
        ? classesOf(predicted, actual)
        : one("Cast", [asTensor(numClasses, undefined, undefined, "int64")], { DstT: "int64" });
    const places = one("Pack", [[actual, predicted]], { axis: 1 }, "stack");
    const type = dtypeName(dtype);
    const values =
      weights === undefined || weights === null
        ? ones(shape(predicted), { dtype: type })
        : one("Cast", [asTensor(weights)], { DstT: type });
    return one("ScatterNd", [places, values, one("Pack", [[count, count]], undefined, "stack")]);
  });
}

function classesOf(predictions: Tensor, labels: Tensor): Tensor {
  const greatest = [predictions, labels].map((each) => one("Max", [each, [0]]));
  return one("AddV2", [one("Maximum", greatest), 1], undefined, "add");
}

/**
 * True if every element is smaller than the one that follows it.
 *
 * @param x Numbers; taken as one sequence.
 * @param options `name`.
 * @example
 * tf.math.isStrictlyIncreasing([1, 2, 3]);
 * // tf.Tensor(True, shape=(), dtype=bool)
 */
export function isStrictlyIncreasing(x: TensorInput, options: Named = {}): Tensor {
  return ordered("is_strictly_increasing", "Less", x, options);
}

/**
 * True if no element is greater than the one that follows it.
 *
 * @param x Numbers; taken as one sequence.
 * @param options `name`.
 * @example
 * tf.math.isNonDecreasing([1, 1, 3]);
 * // tf.Tensor(True, shape=(), dtype=bool)
 */
export function isNonDecreasing(x: TensorInput, options: Named = {}): Tensor {
  return ordered("is_non_decreasing", "LessEqual", x, options);
}

function ordered(scope: string, op: string, x: TensorInput, options: Named): Tensor {
  return scoped(options.name, scope, [x], () => {
    const flat = reshape(x, [-1]);
    const [head, tail] = [
      one("StridedSlice", [flat, [0], [-1], [1]], { begin_mask: 1 }),
      one("StridedSlice", [flat, [1], [0], [1]], { end_mask: 1 }),
    ];
    return one("All", [one(op, [head, tail]), [0]]);
  });
}
