// Roots and lengths; the next number in a direction.
import { abs, add, bitcast, copysign, div, eq, gt, isNan, lt, max, mul, not, or, select, sqrt, xor } from "../arithmetic.ts";
import { constant, type Scalar } from "../scalar.ts";
import { choose, double, INFINITY, square, throughDouble, throughDouble2 } from "./double.ts";

/** 1 / √x. */
export const rsqrt = throughDouble((x) => div(double(1), sqrt(x)));

/** √(x² + y²) without overflow or underflow on the way; infinite if either is. */
export const hypot = throughDouble2((x, y) => {
  const a = abs(x);
  const b = abs(y);
  const largest = max(a, b);
  const up = lt(largest, 2 ** -400);
  const down = gt(largest, 2 ** 400);
  const factor = choose([[up, 2 ** 600], [down, 2 ** -600]], double(1));
  const back = choose([[up, 2 ** -600], [down, 2 ** 600]], double(1));
  const length = mul(sqrt(add(square(mul(a, factor)), square(mul(b, factor)))), back);
  return select(or(eq(a, INFINITY), eq(b, INFINITY)), INFINITY, length);
});

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
  return choose([[gt(x, 0), 1], [lt(x, 0), x.re.type[0] === "u" ? 0 : -1]], zeroOrNaN);
}
