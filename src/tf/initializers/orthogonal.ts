// Orthogonal matrices, as Saxe et al. 2014 recommend for deep networks (arXiv:1312.6120).
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Dims } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { reshape } from "../array/shape.ts";
import { transpose } from "../array/order.ts";
import { type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import { qr } from "../linalg/decompose.ts";
import { diagPart } from "../linalg/diagonals.ts";
import { drawNormal, type Seeded } from "./draw.ts";
import { type Config, Initializer } from "./initializer.ts";

export interface OrthogonalOptions extends Seeded {
  /** What the matrix is multiplied by; default 1. */
  readonly gain?: number;
}

/**
 * A matrix with orthonormal rows or columns, whichever are fewer; all dimensions but the last count as rows.
 *
 * @param rest `gain` (default 1) and `seed`, by position or as options.
 * @throws ValueError for shapes of fewer than two dimensions.
 * @example
 * new tf.initializers.Orthogonal({ seed: 1 })([2, 3]).shape;
 * // [ 2, 3 ]
 */
export class Orthogonal extends Initializer {
  readonly gain: number;
  readonly seed: number | null;

  constructor(...rest: Trailing<[gain: number, seed: number | null], OrthogonalOptions>) {
    super();
    const { gain = 1, seed = null } = trailing<OrthogonalOptions>(["gain", "seed"], rest);
    this.gain = gain;
    this.seed = seed;
  }

  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    if (shape.length < 2)
      throw new ValueError(
        "The tensor to initialize must be at least two-dimensional. " +
          `Received: shape=(${shape}) of rank ${shape.length}.`,
      );
    const columns = shape.at(-1)!;
    const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    const tall: Dims = [Math.max(rows, columns), Math.min(rows, columns)];
    const { q, r } = qr(drawNormal(tall, 0, 1, dtype, this.seed));
    // The sign makes the distribution uniform over all orthogonal matrices.
    const signed = one("Mul", [q, one("Sign", [diagPart(r)])]);
    const matrix = reshape(rows < columns ? transpose(signed) : signed, shape as number[]);
    return one("Mul", [matrix, this.gain]);
  }

  override getConfig(): Config {
    return { gain: this.gain, seed: this.seed };
  }
}
