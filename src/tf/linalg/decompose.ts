// Decompositions of matrices.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { many } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

export interface QrOptions extends Named {
  /** Gives all columns of q; default only as many as needed. */
  readonly fullMatrices?: boolean;
}

/**
 * Unitary q and upper triangular r with q @ r = input.
 *
 * @param input Shape `[..., n, m]`.
 * @param rest `fullMatrices` and `name`, by position or as options.
 * @returns `[q, r]`, also by name.
 * @example
 * tf.linalg.qr([[1, 2], [3, 4]]).q.shape;
 * // [ 2, 2 ]
 */
export function qr(
  input: TensorInput,
  ...rest: Trailing<[fullMatrices: boolean], QrOptions>
): readonly Tensor[] & { readonly q: Tensor; readonly r: Tensor } {
  const { fullMatrices = false, name } = trailing<QrOptions>(["fullMatrices"], rest);
  const outputs = many("Qr", [input], { full_matrices: fullMatrices }, name);
  return Object.assign([...outputs], { q: outputs[0]!, r: outputs[1]! });
}
