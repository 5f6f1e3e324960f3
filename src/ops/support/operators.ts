// Python's operators on tensors as gradient rules use them, with the node names that they give.
import { isComplex } from "../../base/dtypes.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { Literal, Value } from "../../graph/types.ts";

type Operand = Value | Literal;

/** `x * y` */
export const times = (t: GradientBuilder, x: Operand, y: Operand): Value => t.Mul(x, y, { name: "mul" });
/** `x + y` */
export const plus = (t: GradientBuilder, x: Operand, y: Operand): Value => t.AddV2(x, y, { name: "add" });
/** `x - y` */
export const minus = (t: GradientBuilder, x: Operand, y: Operand): Value => t.Sub(x, y, { name: "sub" });
/** `x / y`, and `tf.divide(x, y)` */
export const over = (t: GradientBuilder, x: Operand, y: Operand): Value =>
  t.RealDiv(x, y, { name: "truediv" });
/** `tf.math.divide_no_nan(x, y)` */
export const overOrZero = (t: GradientBuilder, x: Operand, y: Operand): Value =>
  t.DivNoNan(x, y, { name: "div_no_nan" });
/** `-x` */
export const negated = (t: GradientBuilder, x: Value): Value => t.Neg(x);
/** `tf.math.conj(x)`: real numbers need no node. */
export const conj = (t: GradientBuilder, x: Value): Value => (isComplex(x.dtype) ? t.Conj(x) : x);
/** `tf.complex(real, imag)` */
export const complexOf = (t: GradientBuilder, real: Value, imag: Value): Value =>
  t.Complex(real, imag, { Tout: real.dtype === "float64" ? "complex128" : "complex64" });
/** `tf.math.real(z)` and `tf.math.imag(z)` */
export const realOf = (t: GradientBuilder, z: Value): Value => t.Real(z, { Tout: partType(z) });
export const imagOf = (t: GradientBuilder, z: Value): Value => t.Imag(z, { Tout: partType(z) });

const partType = (z: Value): "float32" | "float64" => (z.dtype === "complex128" ? "float64" : "float32");
