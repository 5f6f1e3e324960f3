// Products of matrices and tensors.
import { isComplex } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { isFullyDefined, sameDims } from "../../base/shape.ts";
import { Tensor } from "../../graph/tensor.ts";
import { isOptions, type Named } from "../core/arguments.ts";
import { type DTypeLike, optionalDType } from "../core/dtype-name.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { concat } from "../array/join.ts";
import { transpose } from "../array/order.ts";
import { reshape, shape, squeeze } from "../array/shape.ts";
import { conj } from "./complex.ts";
import { reduceProd } from "./reduce.ts";

export interface MatmulOptions extends Named {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Transposes and conjugates. */
  readonly adjointA?: boolean;
  readonly adjointB?: boolean;
  /** A hint that many elements are zero. */
  readonly aIsSparse?: boolean;
  readonly bIsSparse?: boolean;
  /** The result's dtype, if it differs. */
  readonly outputType?: DTypeLike | null;
}

/**
 * The matrix product of the last two dimensions; leading ones are broadcast.
 *
 * @param a Shape `[..., n, k]`.
 * @param b Shape `[..., k, m]`, same dtype.
 * @param options Which to transpose (or take the adjoint of) first; `aIsSparse`, `bIsSparse`, `outputType`
 *   and `name`.
 * @returns Shape `[..., n, m]`.
 * @throws ValueError if one is to be both transposed and adjoint; InvalidArgumentError if sizes do not fit.
 * @example
 * tf.matmul([[1, 2], [3, 4]], [[5], [6]]);
 * // tf.Tensor(
 * // [[17.]
 * //  [39.]], shape=(2, 1), dtype=float32)
 */
export function matmul(a: TensorInput, b: TensorInput, options: MatmulOptions = {}): Tensor {
  checkExclusive(options);
  return scoped(options.name, "MatMul", [a, b], (scope) => {
    const x = asTensor(a, undefined, "a");
    const y = asTensor(b, undefined, "b", x.dtype);
    const sparse = (options.aIsSparse ?? false) || (options.bIsSparse ?? false);
    const batched = x.shape === null || x.shape.length > 2 || y.shape === null || y.shape.length > 2;
    const type = optionalDType(options.outputType);
    if ((type !== undefined && (type !== x.dtype || type !== y.dtype)) || (batched && !sparse))
      return batchedProduct(x, y, options, scope);
    return plainProduct(x, y, options, sparse, scope);
  });
}

function checkExclusive({ transposeA, adjointA, transposeB, adjointB }: MatmulOptions): void {
  if (transposeA === true && adjointA === true)
    throw new ValueError("Only one of `transpose_a` and `adjoint_a` can be True.");
  if (transposeB === true && adjointB === true)
    throw new ValueError("Only one of `transpose_b` and `adjoint_b` can be True.");
}

// This op takes adjoints: a transpose is the adjoint of the conjugate.
function batchedProduct(x: Tensor, y: Tensor, options: MatmulOptions, scope: string | undefined): Tensor {
  const { transposeA = false, transposeB = false, adjointA = false, adjointB = false } = options;
  const operands = [transposeA ? conj(x) : x, transposeB ? conj(y) : y];
  const attrs = { adj_x: adjointA || transposeA, adj_y: adjointB || transposeB };
  const type = optionalDType(options.outputType);
  if (type === undefined || (type === x.dtype && type === y.dtype))
    return one("BatchMatMulV2", operands, attrs, scope);
  return one("BatchMatMulV3", operands, { ...attrs, Tout: type }, scope);
}

// These ops take transposes: an adjoint is the transpose of the conjugate.
function plainProduct(
  x: Tensor,
  y: Tensor,
  options: MatmulOptions,
  sparse: boolean,
  scope: string | undefined,
): Tensor {
  const { transposeA = false, transposeB = false, adjointA = false, adjointB = false } = options;
  const operands = [adjointA ? conj(x) : x, adjointB ? conj(y) : y];
  const attrs = { transpose_a: transposeA || adjointA, transpose_b: transposeB || adjointB };
  const small = (dtype: string): boolean => dtype === "bfloat16" || dtype === "float32";
  const mixed = (x.dtype === "bfloat16" || y.dtype === "bfloat16") && x.dtype !== y.dtype;
  if (!(sparse && small(x.dtype) && small(y.dtype)) && !mixed) return one("MatMul", operands, attrs, scope);
  const { aIsSparse = false, bIsSparse = false } = options;
  const product = one(
    "SparseMatMul",
    operands,
    { ...attrs, a_is_sparse: aIsSparse, b_is_sparse: bIsSparse },
    scope,
  );
  return x.dtype === "bfloat16" && y.dtype === "bfloat16"
    ? one("Cast", [product], { DstT: "bfloat16" })
    : product;
}

/**
 * The product of a matrix and a vector, for the last dimensions.
 *
 * @param a Shape `[..., n, k]`.
 * @param b Shape `[..., k]`, same dtype.
 * @param options As for `matmul`, for `a` only.
 * @returns Shape `[..., n]`.
 * @example
 * tf.linalg.matvec([[1, 2], [3, 4]], [5, 6]);
 * // tf.Tensor([17. 39.], shape=(2,), dtype=float32)
 */
export function matvec(a: TensorInput, b: TensorInput, options: MatmulOptions = {}): Tensor {
  return scoped(options.name, "MatVec", [a, b], () => {
    const { name: _, ...others } = options;
    const column = one("ExpandDims", [b, -1]);
    return squeeze(matmul(a, column, others), -1);
  });
}

/**
 * A product of tensors in Einstein's notation: letters that do not stand in the result are summed over.
 *
 * @param equation Such as "ij,jk->ik"; "..." stands for any axes, which are broadcast.
 * @param inputs The tensors, then options: `name`.
 * @throws InvalidArgumentError if the equation or the shapes do not fit.
 * @example
 * tf.einsum("ij,jk->ki", [[1, 2], [3, 4]], [[5], [6]]);
 * // tf.Tensor([[17. 39.]], shape=(1, 2), dtype=float32)
 */
export function einsum(equation: string, ...inputs: readonly (TensorInput | EinsumOptions)[]): Tensor {
  const last = inputs[inputs.length - 1];
  const options: EinsumOptions = isOptions(last) ? last : {};
  const operands = (isOptions(last) ? inputs.slice(0, -1) : inputs) as readonly TensorInput[];
  if (operands.length === 0) throw new ValueError("einsum: expected at least one tensor, received none");
  return scoped(options.name, "einsum", operands, () => {
    const tensors = operands.map((operand) => asTensor(operand));
    const text = withResult(equation.replaceAll(" ", ""));
    if (tensors.length <= 2) return one("Einsum", [tensors], { equation: text });
    return inPairs(text, tensors);
  });
}

export type EinsumOptions = Named;

/** Without "->" the result has, in alphabetical order, the letters that occur once. */
function withResult(equation: string): string {
  if (equation.includes("->")) return equation;
  const letters = equation.replace(/[^a-zA-Z]/g, "");
  const once = [...new Set(letters)].filter((letter) => letters.split(letter).length === 2).sort();
  const ellipsis = equation.includes("...") ? "..." : "";
  return `${equation}->${ellipsis}${once.join("")}`;
}

/** From left to right: letters that nothing further needs are summed as soon as possible. */
function inPairs(equation: string, tensors: readonly Tensor[]): Tensor {
  const [left, result] = equation.split("->") as [string, string];
  const terms = left.split(",");
  let product = tensors[0]!;
  let have = terms[0]!;
  for (let i = 1; i < tensors.length; i++) {
    const later = terms.slice(i + 1).join("") + result;
    const last = i === tensors.length - 1;
    const dots = have.includes("...") || terms[i]!.includes("...") ? "..." : "";
    const kept = [...new Set((have + terms[i]!).replace(/\./g, ""))].filter((letter) =>
      later.includes(letter),
    );
    const next = last ? result : dots + kept.join("");
    product = one("Einsum", [[product, tensors[i]!]], { equation: `${have},${terms[i]}->${next}` });
    have = next;
  }
  return product;
}

type ContractionAxes = number | readonly [number | readonly number[], number | readonly number[]];

/**
 * Sums products over pairs of axes of two tensors.
 *
 * @param a A tensor.
 * @param b A tensor of the same dtype.
 * @param axes How many: the last of `a` with the first of `b`; or which of `a` and which of `b`.
 * @param options `name`.
 * @throws ValueError if axes do not fit together.
 * @example
 * tf.tensordot([[1, 2], [3, 4]], [[5, 6], [7, 8]], [[1], [1]]);
 * // tf.Tensor(
 * // [[17. 23.]
 * //  [39. 53.]], shape=(2, 2), dtype=float32)
 */
export function tensordot(
  a: TensorInput,
  b: TensorInput,
  axes: ContractionAxes,
  options: Named = {},
): Tensor {
  return scoped(options.name, "Tensordot", [a, b], (scope) => {
    const x = asTensor(a, undefined, "a");
    const y = asTensor(b, undefined, "b", x.dtype);
    const [xAxes, yAxes] = contractionAxes(x, axes);
    const left = asMatrix(x, xAxes, false);
    const right = asMatrix(y, yAxes, true);
    const product = matmul(left.matrix, right.matrix);
    if (left.sizes instanceof Tensor || right.sizes instanceof Tensor)
      return reshape(product, concat([sizesTensor(left.sizes), sizesTensor(right.sizes)], 0), {
        name: scope,
      });
    const sizes = [...left.sizes, ...right.sizes];
    if (isFullyDefined(product.shape) && sameDims(product.shape, sizes)) return product;
    return reshape(product, sizes, { name: scope });
  });
}

function contractionAxes(a: Tensor, axes: ContractionAxes): [readonly number[], readonly number[]] {
  if (typeof axes === "number") {
    if (a.shape === null)
      throw new ValueError("tensordot by a number of axes: expected a known rank, received none");
    if (axes < 0 || axes > a.shape.length)
      throw new ValueError(
        `\`axes\` must be from 0 to the number of dimensions, ${a.shape.length}. Received: ${axes}.`,
      );
    const count = axes;
    const rank = a.shape.length;
    return [
      Array.from({ length: count }, (_, i) => rank - count + i),
      Array.from({ length: count }, (_, i) => i),
    ];
  }
  const [first, second] = axes.map((each) => (typeof each === "number" ? [each] : each)) as [
    number[],
    number[],
  ];
  if (first.length !== second.length)
    throw new ValueError(
      `Different number of contraction axes \`a\` and \`b\`, ${first.length} != ${second.length}.`,
    );
  return [first, second];
}

interface Flattened {
  readonly matrix: Tensor;
  /** Sizes of the axes that are not summed over: numbers, or a tensor where they are not known. */
  readonly sizes: readonly number[] | Tensor;
}

/** Moves the axes that are summed to the end (or, for the second operand, to the front) and merges axes. */
function asMatrix(x: Tensor, summed: readonly number[], flipped: boolean): Flattened {
  if (x.shape === null)
    throw new ValueError("tensordot: expected tensors of known rank, received one of unknown rank");
  const rank = x.shape.length;
  const axes = summed.map((axis) => (axis < 0 ? axis + rank : axis));
  const free = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  if (!isFullyDefined(x.shape)) return asUnknownMatrix(x, axes, free, flipped);
  const dims = x.shape;
  const product = (list: readonly number[]): number => list.reduce((count, i) => count * dims[i]!, 1);
  const perm = flipped ? [...axes, ...free] : [...free, ...axes];
  const moved = perm.every((axis, i) => axis === i) ? x : transpose(x, perm);
  const wanted = flipped ? [product(axes), product(free)] : [product(free), product(axes)];
  const matrix = sameDims(moved.shape as readonly number[], wanted) ? moved : reshape(moved, wanted);
  return { matrix, sizes: free.map((i) => dims[i]!) };
}

function asUnknownMatrix(
  x: Tensor,
  summed: readonly number[],
  others: readonly number[],
  flipped: boolean,
): Flattened {
  const axes = literal(summed, "int32", "axes");
  const free = literal(others, "int32", "free");
  const sizes = shape(x);
  const freeSizes = one("GatherV2", [sizes, free, 0]);
  const axesSizes = one("GatherV2", [sizes, axes, 0]);
  const freeCount = reduceProd(freeSizes);
  const axesCount = reduceProd(axesSizes);
  const perm = flipped ? concat([axes, free], 0) : concat([free, axes], 0);
  const wanted = one("Pack", [flipped ? [axesCount, freeCount] : [freeCount, axesCount]], undefined, "stack");
  return { matrix: reshape(transpose(x, perm), wanted), sizes: freeSizes };
}

const sizesTensor = (sizes: readonly number[] | Tensor): Tensor =>
  sizes instanceof Tensor ? sizes : literal(sizes, "int32");

/**
 * The adjoint: transposed and conjugated.
 *
 * @param matrix Shape `[..., n, m]`.
 * @param options `name`.
 * @example
 * tf.linalg.adjoint([[1, 2], [3, 4]]);
 * // tf.Tensor(
 * // [[1. 3.]
 * //  [2. 4.]], shape=(2, 2), dtype=float32)
 */
export function adjoint(matrix: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "adjoint", [matrix], () =>
    matrixTranspose(asTensor(matrix, undefined, "matrix"), { conjugate: true }),
  );
}

export interface MatrixTransposeOptions extends Named {
  readonly conjugate?: boolean;
}

/**
 * Exchanges the last two dimensions.
 *
 * @param a Shape `[..., n, m]`.
 * @param options `conjugate` and `name`.
 * @throws ValueError for less than two dimensions.
 * @example
 * tf.linalg.matrixTranspose([[1, 2], [3, 4]]);
 * // tf.Tensor(
 * // [[1. 3.]
 * //  [2. 4.]], shape=(2, 2), dtype=float32)
 */
export function matrixTranspose(a: TensorInput, options: MatrixTransposeOptions = {}): Tensor {
  return scoped(options.name ?? "matrix_transpose", "matrix_transpose", [a], () => {
    const tensor = asTensor(a, undefined, "a");
    const conjugate = (options.conjugate ?? false) && isComplex(tensor.dtype);
    const rank = tensor.shape?.length;
    if (rank !== undefined && rank < 2)
      throw new ValueError(
        `Argument \`a\` should be a (batch) matrix with rank >= 2. Received \`a\` = ${tensor}`,
      );
    if (rank !== undefined) {
      const perm = tensor.shape!.map((_, i) => (i === rank - 2 ? rank - 1 : i === rank - 1 ? rank - 2 : i));
      return transpose(tensor, perm, { conjugate });
    }
    const count = one("Rank", [tensor]);
    const axes = one("Range", [0, one("Sub", [count, 2]), 1]);
    const swapped = [one("Sub", [count, 1]), one("Sub", [count, 2])];
    return transpose(tensor, concat([axes, one("Pack", [swapped])], 0), { conjugate });
  });
}
