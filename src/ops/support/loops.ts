// Index arithmetic that kernels share: from flat positions to indices and back, with checks of the bounds.
import type { Dims } from "../../base/shape.ts";
import { strides } from "../../base/shape.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

/** The int32 scalar of a number. */
export const int = (m: ScalarMath, value: number): Scalar => m.constant("int32", value);

/** The indices of a row-major position. */
export function unravel(m: ScalarMath, flat: Scalar, shape: Dims): Scalar[] {
  const index = new Array<Scalar>(shape.length);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = axis === 0 ? rest : m.rem(rest, shape[axis]);
    rest = m.div(rest, shape[axis]);
  }
  return index;
}

/** `offset + sum(index[i] * steps[i])` */
export function position(
  m: ScalarMath,
  index: readonly Scalar[],
  steps: readonly number[],
  offset = 0,
): Scalar {
  return index.reduce((sum, at, axis) => m.add(sum, m.mul(at, steps[axis])), int(m, offset));
}

/** The row-major position of indices. */
export const ravel = (m: ScalarMath, index: readonly Scalar[], shape: Dims): Scalar =>
  position(m, index, strides(shape));

/** Copies all elements of a buffer to another from `offset` on. */
export function copyAll(k: KernelBuilder, m: ScalarMath, from: Buffer, to: Buffer, offset = 0): void {
  k.parallel(from.count, (i) => k.store(to, m.add(i, offset), k.load(from, i)));
}

/** Copies `count` elements between positions. */
export function copyRun(
  k: KernelBuilder,
  m: ScalarMath,
  count: number,
  from: readonly [Buffer, Scalar],
  to: readonly [Buffer, Scalar],
): void {
  if (count === 1) {
    k.store(to[0], to[1], k.load(from[0], from[1]));
    return;
  }
  const source = k.hold(from[1]);
  const target = k.hold(to[1]);
  k.serial(count, (i) => k.store(to[0], m.add(target, i), k.load(from[0], m.add(source, i))));
}

/** Is an integer of any width in [0, limit)? */
export const isBelow = (m: ScalarMath, index: Scalar, limit: number): Scalar =>
  m.and(m.ge(index, 0), m.lt(m.cast(index, "int64"), BigInt(limit)));

/** As messages print a position: "[1,2]" with `%n` for the indices, from `first` on; nothing for scalars. */
export function slotText(rank: number, first = 0): string {
  return rank === 0 ? "" : `[${Array.from({ length: rank }, (_, axis) => `%${first + axis}`).join(",")}]`;
}
