// tf.compat.v1.where: selects element by element, or row by row where the condition is a vector.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/** `x` where the condition holds, else `y`; without both, where it holds, as rows of indices. */
export function where(
  condition: TensorInput,
  x: TensorInput | null = null,
  y: TensorInput | null = null,
  { name }: { name?: string } = {},
): Tensor {
  if (x === null && y === null) return one("Where", [condition], undefined, name);
  if (x === null || y === null) throw new ValueError("x and y must both be non-None or both be None.");
  return one("Select", [condition, x, y], undefined, name);
}
