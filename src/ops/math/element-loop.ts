// Routines that compute element by element with loops or checks inside, over operands that are broadcast.
import { type Dims, elementCount, sameDims, strides } from "../../base/shape.ts";
import { type Lowering, routine, type ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { position, unravel } from "../support/loops.ts";

/** Strides over the output's axes; 0 where the operand is repeated. */
function repeatedStrides(source: Dims, shape: Dims): number[] {
  const steps = strides(source);
  return shape.map((_, axis) => {
    const own = axis - shape.length + source.length;
    return own < 0 || source[own] === 1 ? 0 : steps[own];
  });
}

/** Writes statements for one element and gives its value. */
export type ElementBody = (k: KernelBuilder, m: ScalarMath, x: readonly Scalar[]) => Scalar;

/** One value of output 0 from one of each input. */
export function elementwise<A>(body: ElementBody): Lowering<A> {
  return routine((k, m, node) => {
    const { shape } = node.outputs[0];
    const output = k.output(0);
    const inputs = node.inputs.map((_, i) => k.input(i));
    k.parallel(elementCount(shape), (i) => {
      const index = unravel(m, i, shape);
      const values = inputs.map((input) => {
        const at = sameDims(input.shape, shape) ? i : position(m, index, repeatedStrides(input.shape, shape));
        return k.hold(k.load(input, at));
      });
      k.store(output, i, body(k, m, values));
    });
  });
}

/** The same for functions of real numbers that are computed in float64 and rounded once. */
export const elementwiseDouble = <A>(body: ElementBody): Lowering<A> =>
  elementwise((k, m, x) => {
    const wide = x.map((value) => k.hold(m.cast(value, "float64")));
    return m.cast(body(k, m, wide), x[0].dtype);
  });
