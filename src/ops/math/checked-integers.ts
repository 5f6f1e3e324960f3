// Integer ops that some values make fail: loops over broadcast operands with a check for each element.
import type { Code } from "../../base/errors.ts";
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

/** Fails the op where `holds` does not, with TensorFlow's code and words. */
export interface Requirement {
  readonly holds: (m: ScalarMath, x: Scalar, y: Scalar) => Scalar;
  readonly code: Code;
  readonly message: string;
}

type Body = (m: ScalarMath, x: Scalar, y: Scalar, k: KernelBuilder) => Scalar;

/** A pointwise op of two integers that requires something of each pair. */
export function checked<A>(requirement: Requirement, body: Body): Lowering<A> {
  return routine((k, m, node) => {
    const { shape } = node.outputs[0];
    const output = k.output(0);
    const [x, y] = [k.input(0), k.input(1)];
    k.parallel(elementCount(shape), (i) => {
      const index = unravel(m, i, shape);
      const read = (buffer: typeof x): Scalar => {
        const at = sameDims(buffer.shape, shape) ? i : position(m, index, repeatedStrides(buffer.shape, shape));
        return k.hold(k.load(buffer, at));
      };
      const [a, b] = [read(x), read(y)];
      k.check(requirement.holds(m, a, b), requirement.code, requirement.message);
      k.store(output, i, body(m, a, b, k));
    });
  });
}

const notZero = (m: ScalarMath, _: Scalar, y: Scalar): Scalar => m.ne(y, 0);

export const divisorNotZero: Requirement = {
  holds: notZero,
  code: "INVALID_ARGUMENT",
  message: "Integer division by zero",
};

/** What the truncating ops say, which TensorFlow did not expect to fail. */
export const truncatedDivisorNotZero: Requirement = {
  holds: notZero,
  code: "INTERNAL",
  message: "Unexpected error in binary operator (only integer div and mod should have errors)",
};

export const exponentNotNegative: Requirement = {
  holds: (m, _, y) => m.ge(y, 0),
  code: "INVALID_ARGUMENT",
  message: "Integers to negative integer powers are not allowed",
};
