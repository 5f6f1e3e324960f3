// Integer ops that some values make fail: a check for each pair of elements.
import type { Code } from "../../base/errors.ts";
import type { Lowering, ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { elementwise } from "./element-loop.ts";

/** Fails the op where `holds` does not, with TensorFlow's code and words. */
export interface Requirement {
  readonly holds: (m: ScalarMath, x: Scalar, y: Scalar) => Scalar;
  readonly code: Code;
  readonly message: string;
}

type Body = (m: ScalarMath, x: Scalar, y: Scalar, k: KernelBuilder) => Scalar;

/** A pointwise op of two integers that requires something of each pair. */
export const checked = <A>({ holds, code, message }: Requirement, body: Body): Lowering<A> =>
  elementwise((k, m, [x, y]) => {
    k.check(holds(m, x, y), code, message);
    return body(m, x, y, k);
  });

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
