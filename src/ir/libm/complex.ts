// Functions of complex numbers. complex64 computes in complex128 and is rounded once.
// W. Kahan, "Branch cuts for complex elementary functions, or much ado about nothing's sign bit", 1987.
import {
  abs,
  add,
  and,
  cast,
  copysign,
  div,
  eq,
  ge,
  gt,
  imagPart,
  lt,
  makeComplex,
  max,
  min,
  mul,
  neg,
  realPart,
  select,
  sqrt,
  sub,
} from "../arithmetic.ts";
import { partType, type Scalar } from "../scalar.ts";
import { choose, double, INFINITY, square } from "./double.ts";
import { exp, expm1 } from "./exp.ts";
import { asinh, cosh, sinh } from "./hyperbolic.ts";
import { atan2 } from "./inverse-trig.ts";
import { log64, log1p64 } from "./log.ts";
import { hypot, plainHypot64 } from "./roots.ts";
import { sin, sinCos, tan } from "./trig.ts";

/** Float64 parts. */
export interface Parts {
  readonly x: Scalar;
  readonly y: Scalar;
}

export const partsOf = (z: Scalar): Parts => ({
  x: cast(realPart(z), "float64"),
  y: cast(imagPart(z), "float64"),
});

const joined = (like: Scalar, { x, y }: Parts): Scalar =>
  makeComplex(cast(x, partType(like)), cast(y, partType(like)));

/** A function of complex numbers from one of float64 parts. */
const lifted =
  (body: (z: Parts) => Parts) =>
  (z: Scalar): Scalar =>
    joined(z, body(partsOf(z)));

/** |z|, a real number. */
export const complexAbs = (z: Scalar): Scalar => hypot(realPart(z), imagPart(z));

/** The angle of z in (-π, π], a real number. */
export function angle(z: Scalar): Scalar {
  const { x, y } = partsOf(z);
  return cast(atan2(y, x), partType(z));
}

function sqrtParts({ x, y }: Parts): Parts {
  const t = sqrt(add(plainHypot64(mul(x, 0.5), mul(y, 0.5)), abs(mul(x, 0.5))));
  const other = select(eq(t, 0), abs(y), div(abs(y), mul(t, 2)));
  const right = ge(x, 0);
  const infinite = eq(abs(y), INFINITY);
  return {
    x: select(infinite, INFINITY, select(right, t, other)),
    y: select(infinite, y, copysign(select(right, other, t), y)),
  };
}
export const complexSqrt = lifted(sqrtParts);

function expParts({ x, y }: Parts): Parts {
  const size = exp(x);
  const { sin: s, cos: c } = sinCos(y);
  const real = eq(y, 0);
  return { x: select(real, size, mul(size, c)), y: select(real, y, mul(size, s)) };
}
export const complexExp = lifted(expParts);

// e^x cos y - 1 = expm1(x) cos y - 2 sin(y / 2)^2
export const complexExpm1 = lifted(({ x, y }) => {
  const { sin: s, cos: c } = sinCos(y);
  return { x: sub(mul(expm1(x), c), mul(square(sin(mul(y, 0.5))), 2)), y: mul(exp(x), s) };
});

function logParts({ x, y }: Parts): Parts {
  const a = max(abs(x), abs(y));
  const b = sub(add(abs(x), abs(y)), a);
  const size = plainHypot64(x, y);
  // Near the unit circle the logarithm of |z|² - 1 keeps the digits.
  const near = and(gt(size, 0.5), lt(size, 3));
  const close = mul(log1p64(add(mul(sub(a, 1), add(a, 1)), square(b))), 0.5);
  return { x: select(near, close, log64(size)), y: atan2(y, x) };
}
export const complexLog = lifted(logParts);

export const complexLog1p = lifted(({ x, y }) => {
  const moved = logParts({ x: add(x, 1), y });
  const close = mul(log1p64(add(mul(x, add(x, 2)), square(y))), 0.5);
  return { x: select(lt(plainHypot64(x, y), 1), close, moved.x), y: moved.y };
});

export const complexSin = lifted(({ x, y }) => {
  const { sin: s, cos: c } = sinCos(x);
  return { x: mul(s, cosh(y)), y: mul(c, sinh(y)) };
});
export const complexCos = lifted(({ x, y }) => {
  const { sin: s, cos: c } = sinCos(x);
  return { x: mul(c, cosh(y)), y: neg(mul(s, sinh(y))) };
});
export const complexSinh = lifted(({ x, y }) => {
  const { sin: s, cos: c } = sinCos(y);
  return { x: mul(sinh(x), c), y: mul(cosh(x), s) };
});
export const complexCosh = lifted(({ x, y }) => {
  const { sin: s, cos: c } = sinCos(y);
  return { x: mul(cosh(x), c), y: mul(sinh(x), s) };
});

function tanhParts({ x, y }: Parts): Parts {
  const t = tan(y);
  const s = sinh(x);
  const beta = add(square(t), 1);
  const bottom = add(mul(beta, square(s)), 1);
  const far = gt(abs(x), 20);
  const fade = mul(exp(mul(abs(x), -2)), mul(div(t, beta), 4));
  return {
    x: select(far, copysign(double(1), x), div(mul(mul(beta, sqrt(add(square(s), 1))), s), bottom)),
    y: select(far, fade, div(t, bottom)),
  };
}
export const complexTanh = lifted(tanhParts);

/** f(z) = -i g(i z). */
const rotated =
  (g: (z: Parts) => Parts) =>
  ({ x, y }: Parts): Parts => {
    const turned = g({ x: neg(y), y: x });
    return { x: turned.y, y: neg(turned.x) };
  };
export const complexTan = lifted(rotated(tanhParts));

interface Roots {
  /** √(1 - z) and √(1 + z). */
  readonly minus: Parts;
  readonly plus: Parts;
}
const roots = ({ x, y }: Parts): Roots => ({
  minus: sqrtParts({ x: sub(double(1), x), y: neg(y) }),
  plus: sqrtParts({ x: add(x, 1), y }),
});

/** Re(a b) and Im(conj(a) b). */
const productReal = (a: Parts, b: Parts): Scalar => sub(mul(a.x, b.x), mul(a.y, b.y));
const crossImaginary = (a: Parts, b: Parts): Scalar => sub(mul(a.x, b.y), mul(a.y, b.x));

function asinParts(z: Parts): Parts {
  const { minus, plus } = roots(z);
  return { x: atan2(z.x, productReal(minus, plus)), y: asinh(crossImaginary(minus, plus)) };
}
export const complexAsin = lifted(asinParts);
export const complexAsinh = lifted(rotated(asinParts));

export const complexAcos = lifted((z) => {
  const { minus, plus } = roots(z);
  return { x: mul(atan2(minus.x, plus.x), 2), y: asinh(crossImaginary(plus, minus)) };
});

export const complexAcosh = lifted(({ x, y }) => {
  const minus = sqrtParts({ x: sub(x, 1), y });
  const plus = sqrtParts({ x: add(x, 1), y });
  return {
    x: asinh(add(mul(minus.x, plus.x), mul(minus.y, plus.y))),
    y: mul(atan2(minus.y, plus.x), 2),
  };
});

function atanhParts({ x, y }: Parts): Parts {
  const a = abs(x);
  const rest = sub(double(1), a);
  const size = mul(log1p64(div(mul(a, 4), add(square(rest), square(y)))), 0.25);
  const turn = mul(atan2(mul(y, 2), sub(mul(rest, add(a, 1)), square(y))), 0.5);
  return { x: copysign(size, x), y: turn };
}
export const complexAtanh = lifted(atanhParts);
export const complexAtan = lifted(rotated(atanhParts));

/** a / b with b scaled to about 1, so that its square neither overflows nor vanishes. */
export function quotient(a: Parts, b: Parts): Parts {
  const largest = max(abs(b.x), abs(b.y));
  const factor = choose(
    [
      [gt(largest, 2 ** 500), 2 ** -600],
      [lt(largest, 2 ** -500), 2 ** 600],
    ],
    double(1),
  );
  const c = mul(b.x, factor);
  const d = mul(b.y, factor);
  const scale = add(square(c), square(d));
  const x = add(mul(a.x, c), mul(a.y, d));
  const y = sub(mul(a.y, c), mul(a.x, d));
  return { x: mul(div(x, scale), factor), y: mul(div(y, scale), factor) };
}

/** a / b. */
export const complexDiv = (a: Scalar, b: Scalar): Scalar => joined(a, quotient(partsOf(a), partsOf(b)));

const ONE: Parts = { x: double(1), y: double(0) };
export const complexRsqrt = lifted((z) => quotient(ONE, sqrtParts(z)));
export const complexSigmoid = lifted(({ x, y }) => {
  const e = expParts({ x: neg(x), y: neg(y) });
  return quotient(ONE, { x: add(e.x, 1), y: e.y });
});

/** z / |z|, 0 for 0. With |z| = a √(1 + (b / a)²) each step rounds to the parts' type, as in TensorFlow. */
export function complexSign(z: Scalar): Scalar {
  const x = realPart(z);
  const y = imagPart(z);
  const a = max(abs(x), abs(y));
  const ratio = div(min(abs(x), abs(y)), a);
  const size = mul(a, sqrt(add(square(ratio), 1)));
  const zero = eq(a, 0);
  return makeComplex(select(zero, 0, div(x, size)), select(zero, 0, div(y, size)));
}

/** e^(b log a); 0^b is 0 for Re b > 0 and a^0 is 1. */
export function complexPow(a: Scalar, b: Scalar): Scalar {
  const base = partsOf(a);
  const power = partsOf(b);
  const log = logParts(base);
  const product: Parts = {
    x: sub(mul(power.x, log.x), mul(power.y, log.y)),
    y: add(mul(power.x, log.y), mul(power.y, log.x)),
  };
  const value = expParts(product);
  const isZero = ({ x, y }: Parts): Scalar => and(eq(x, 0), eq(y, 0));
  const one = isZero(power);
  const zero = isZero(base);
  const at = (part: Scalar, unit: number): Scalar => select(one, unit, select(zero, 0, part));
  return joined(a, { x: at(value.x, 1), y: at(value.y, 0) });
}
