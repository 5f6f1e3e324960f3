// Roots and lengths; the next number in a direction.
import {
  abs,
  add,
  bitcast,
  cast,
  copysign,
  div,
  eq,
  gt,
  isNan,
  lt,
  max,
  min,
  mul,
  not,
  or,
  select,
  sqrt,
  sub,
  xor,
} from "../arithmetic.ts";
import { constant, type Scalar } from "../scalar.ts";
import { choose, double, INFINITY, square, throughDouble, twoProduct } from "./double.ts";

/** 1 / √x; at most 1.43 ulp. */
export const rsqrt = throughDouble((x) => div(double(1), sqrt(x)));

/** √(a² + b²) for a >= b >= 0 in the middle of the range, with a Newton step on the exact residue. */
function sharpLength(a: Scalar, b: Scalar): Scalar {
  const length = sqrt(add(square(a), square(b)));
  const [c, x, y] = [length, a, b].map((side) => twoProduct(side, side));
  const residue = sub(sub(sub(sub(c!.high, x!.high), y!.high), sub(y!.low, c!.low)), x!.low);
  const step = div(residue, mul(length, 2));
  return select(eq(length, 0), 0, sub(length, step));
}

/** √(x² + y²) of float64, without overflow or underflow on the way; infinite if either is. */
function hypot64(x: Scalar, y: Scalar): Scalar {
  const a = max(abs(x), abs(y));
  const b = min(abs(x), abs(y));
  const up = lt(a, 2 ** -400);
  const down = gt(a, 2 ** 400);
  const factor = choose(
    [
      [up, 2 ** 600],
      [down, 2 ** -600],
    ],
    double(1),
  );
  const back = choose(
    [
      [up, 2 ** -600],
      [down, 2 ** 600],
    ],
    double(1),
  );
  const length = mul(sharpLength(mul(a, factor), mul(b, factor)), back);
  return select(or(eq(abs(x), INFINITY), eq(abs(y), INFINITY)), INFINITY, length);
}

/** √(x² + y²); at most 0.51 ulp. */
export function hypot(x: Scalar, y: Scalar): Scalar {
  if (x.dtype === "float64") return hypot64(x, y);
  const [a, b] = [x, y].map((side) => cast(side, "float64"));
  return cast(
    select(or(eq(abs(a!), INFINITY), eq(abs(b!), INFINITY)), INFINITY, sqrt(add(square(a!), square(b!)))),
    x.dtype,
  );
}

/** The same of float64 to within a unit or two, where that is only a step on the way. */
export function plainHypot64(x: Scalar, y: Scalar): Scalar {
  const largest = max(abs(x), abs(y));
  const up = lt(largest, 2 ** -400);
  const down = gt(largest, 2 ** 400);
  const factor = choose(
    [
      [up, 2 ** 600],
      [down, 2 ** -600],
    ],
    double(1),
  );
  const back = choose(
    [
      [up, 2 ** -600],
      [down, 2 ** 600],
    ],
    double(1),
  );
  const length = mul(sqrt(add(square(mul(x, factor)), square(mul(y, factor)))), back);
  return select(eq(largest, INFINITY), INFINITY, length);
}

/** The number after x towards y, as C's nextafter. */
export function nextAfter(x: Scalar, y: Scalar): Scalar {
  const wide = x.dtype === "float64";
  const type = wide ? "int64" : "int32";
  const bits = bitcast(x, type);
  const away = not(xor(lt(x, y), gt(x, 0)));
  const next = bitcast(add(bits, select(away, constant(type, 1), constant(type, -1))), x.dtype);
  const smallest = copysign(constant(x.dtype, wide ? 5e-324 : 2 ** -149), y);
  return choose(
    [
      [or(isNan(x), isNan(y)), add(x, y)],
      [eq(x, y), y],
      [eq(x, 0), smallest],
    ],
    next,
  );
}

/** -1, 0 or 1; NaN stays. */
export function realSign(x: Scalar): Scalar {
  const zeroOrNaN = x.re.type[0] === "f" ? select(isNan(x), x, 0) : constant(x.dtype, 0);
  return choose(
    [
      [gt(x, 0), 1],
      [lt(x, 0), x.re.type[0] === "u" ? 0 : -1],
    ],
    zeroOrNaN,
  );
}
