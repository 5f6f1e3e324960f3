// Scalar inputs read as numbers, whatever they are stored in.
import { isBigInteger } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { numberFromBfloat16, numberFromFloat16 } from "../../base/half.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import type { TensorValue } from "../../graph/types.ts";

/** The first entry of a real tensor. */
export function numberOf({ dtype, data }: TensorValue): number {
  const entry = Number(data[0]);
  if (dtype === "float16") return numberFromFloat16(entry);
  return dtype === "bfloat16" ? numberFromBfloat16(entry) : entry;
}

/** The first entry of an integer tensor, as a bigint. */
export const bigintOf = ({ data }: TensorValue): bigint => BigInt(data[0] as number | bigint);

export const isBig = ({ dtype }: TensorValue): boolean => isBigInteger(dtype);

/** Requires a scalar, in the words of most of TensorFlow's kernels. */
export function requireScalar(name: string, shape: Shape): void {
  if (shape !== null && shape.length !== 0)
    throw invalidArgument(`${name} must be a scalar, not shape ${shapeText(shape)}`);
}
