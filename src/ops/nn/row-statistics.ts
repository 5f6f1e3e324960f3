// What softmax and cross entropy need of a row: logits less their maximum, the sum of exponentials.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

export interface RowStatistics {
  /** Logit `i` less the row's maximum: its exponential is at most 1. */
  readonly shifted: (i: Scalar) => Scalar;
  readonly sum: Scalar;
}

export function rowStatistics(
  k: KernelBuilder,
  m: ScalarMath,
  count: number,
  logit: (i: Scalar) => Scalar,
): RowStatistics {
  const { dtype } = logit(m.constant("int32", 0));
  const largest = k.cell(dtype, Number.NEGATIVE_INFINITY);
  k.serial(count, (i) => largest.set(m.max(largest.get(), logit(i))));
  const maximum = k.hold(largest.get());
  const shifted = (i: Scalar): Scalar => m.sub(logit(i), maximum);
  const total = k.cell("float64", 0);
  k.serial(count, (i) => total.set(m.add(total.get(), m.cast(m.exp(shifted(i)), "float64"))));
  return { shifted, sum: k.hold(m.cast(total.get(), dtype)) };
}
