// The largest and smallest finite values of numeric dtypes, as C++'s numeric_limits gives them.
import { type DTypeName, dtypeInfo } from "../../base/dtypes.ts";

const FLOATS: Partial<Record<DTypeName, number>> = {
  float16: 65504,
  bfloat16: 3.3895313892515355e38,
  float32: 3.4028234663852886e38,
  float64: Number.MAX_VALUE,
};

/** The largest finite value. */
export function highest(dtype: DTypeName): number | bigint {
  const float = FLOATS[dtype];
  if (float !== undefined) return float;
  const { kind, size } = dtypeInfo(dtype);
  const bits = size * 8 - (kind === "int" || dtype.startsWith("qint") ? 1 : 0);
  return size === 8 ? (1n << BigInt(bits)) - 1n : 2 ** bits - 1;
}

/** The smallest finite value. */
export function lowest(dtype: DTypeName): number | bigint {
  const float = FLOATS[dtype];
  if (float !== undefined) return -float;
  const { kind, size } = dtypeInfo(dtype);
  if (kind === "uint" || dtype.startsWith("quint")) return size === 8 ? 0n : 0;
  return size === 8 ? -(1n << BigInt(size * 8 - 1)) : -(2 ** (size * 8 - 1));
}
