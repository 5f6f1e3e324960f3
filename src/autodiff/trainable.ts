// Through which tensors gradients flow.
import { isDifferentiable } from "../base/dtypes.ts";
import type { HandleType, Value } from "../graph/types.ts";

/** What a tensor holds: for a handle (to a variable or a list) the dtype behind it, if it is known. */
function heldType(value: Value): Value["dtype"] {
  const behind = (value as { handleType?: HandleType }).handleType;
  return value.dtype === "variant" && behind !== undefined ? behind.dtype : value.dtype;
}

/** Floating and complex numbers, and handles that may lead to such. */
export const isTrainable = (value: Value): boolean => isDifferentiable(heldType(value));
