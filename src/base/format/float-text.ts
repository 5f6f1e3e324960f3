// Duty: the decimal text of floating point numbers as C, Python, NumPy and TensorFlow write it. Knows no
// tensors.
//
// Law. A decimal is digits d1 d2 d3 … and an exponent e: d1.d2d3… * 10^e. Rounding to a count of digits is
// exact, ties to even, as in glibc's printf and NumPy's Dragon4. Shortest digits are the fewest that read
// back as the same number.
import { bfloat16FromNumber, float16FromNumber, numberFromBfloat16, numberFromFloat16 } from "../half.ts";

/** Decimal digits of a positive number: d1.d2d3… * 10^exponent. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** The floating point formats whose shortest digits can be asked for. */
export type FloatKind = "float16" | "bfloat16" | "float32" | "float64";

const roundTo: { readonly [kind in FloatKind]: (value: number) => number } = {
  float16: (value) => numberFromFloat16(float16FromNumber(value)),
  bfloat16: (value) => numberFromBfloat16(bfloat16FromNumber(value)),
  float32: Math.fround,
  float64: (value) => value,
};

function parse(exponential: string): Decimal {
  const at = exponential.indexOf("e");
  return { digits: exponential.slice(0, at).replace(".", ""), exponent: Number(exponential.slice(at + 1)) };
}

/** The `count` significant digits of a positive number (1 to 99), ties to even. */
export function significantDigits(value: number, count: number): Decimal {
  const rounded = parse(value.toExponential(count - 1));
  const longer = parse(value.toExponential(count));
  if (!longer.digits.endsWith("5")) return rounded;
  // JavaScript rounds ties up. A hundred digits are enough to tell a tie: no float64 comes closer to one.
  if (/[1-9]/.test(parse(value.toExponential(100)).digits.slice(count + 1))) return rounded;
  const lower = { digits: longer.digits.slice(0, count), exponent: longer.exponent };
  return "02468".includes(lower.digits[count - 1]) ? lower : rounded;
}

function read({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent - digits.length + 1}`);
}

function trimZeros({ digits, exponent }: Decimal): Decimal {
  return { digits: digits.replace(/(?!^)0+$/, ""), exponent };
}

/** The decimal one unit in the last digit above. */
function nextDecimal({ digits, exponent }: Decimal): Decimal {
  const next = String(BigInt(digits) + 1n);
  return next.length > digits.length ? { digits: "1", exponent: exponent + 1 } : { digits: next, exponent };
}

/** The shortest digits that read back as the same positive number of a format, without trailing zeros. */
export function shortestDigits(value: number, kind: FloatKind): Decimal {
  if (kind === "float64") return parse(value.toExponential());
  const round = roundTo[kind];
  for (let count = 1; count < 9; count++) {
    const nearest = significantDigits(value, count);
    if (round(read(nearest)) === value) return trimZeros(nearest);
    // At a power of two the gap above is twice the one below, so only the farther decimal may read back.
    const above = nextDecimal(nearest);
    if (round(read(above)) === value) return trimZeros(above);
  }
  return trimZeros(significantDigits(value, 9));
}

/** Integer and fraction digits of a decimal written out in full. */
export function positionalParts({ digits, exponent }: Decimal): { integer: string; fraction: string } {
  if (exponent < 0) return { integer: "0", fraction: "0".repeat(-exponent - 1) + digits };
  const integer = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return { integer, fraction: digits.slice(exponent + 1) };
}

/** An exponent with its sign and at least two digits: "e+05". */
export function exponentText(exponent: number, width = 2): string {
  return `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(width, "0")}`;
}

/** The text of NaN and infinities, or null for a finite number. */
export function nonFiniteText(value: number): string | null {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? null : value < 0 ? "-inf" : "inf";
}

const signOf = (value: number): string => (value < 0 || Object.is(value, -0) ? "-" : "");

function joined(integer: string, fraction: string): string {
  return fraction === "" ? integer : `${integer}.${fraction}`;
}

/** C's `%.{precision}g`. */
export function formatG(value: number, precision: number): string {
  const special = nonFiniteText(value);
  if (special !== null) return special;
  if (value === 0) return `${signOf(value)}0`;
  const decimal = trimZeros(significantDigits(Math.abs(value), precision));
  const { digits, exponent } = decimal;
  if (exponent < -4 || exponent >= precision) {
    return signOf(value) + joined(digits[0], digits.slice(1)) + exponentText(exponent);
  }
  const { integer, fraction } = positionalParts(decimal);
  return signOf(value) + joined(integer, fraction);
}

/** From here on NumPy (2.3 and later) and Python write a number with an exponent. */
const exponentFrom: { readonly [kind in FloatKind]: number } = {
  float16: 1e3,
  bfloat16: 1e6,
  float32: 1e6,
  float64: 1e16,
};

/**
 * Shortest digits, in full from 1e-4 up to the format's bound, else with an exponent. `whole` follows an
 * integer.
 */
function shortestText(value: number, kind: FloatKind, whole: string): string {
  const special = nonFiniteText(value);
  if (special !== null) return special;
  if (value === 0) return `${signOf(value)}0${whole}`;
  const magnitude = Math.abs(value);
  const decimal = shortestDigits(magnitude, kind);
  const { digits, exponent } = decimal;
  if (magnitude < 1e-4 || magnitude >= exponentFrom[kind]) {
    return signOf(value) + joined(digits[0], digits.slice(1)) + exponentText(exponent);
  }
  const { integer, fraction } = positionalParts(decimal);
  return signOf(value) + (fraction === "" ? integer + whole : joined(integer, fraction));
}

/** Python's `repr(float)`: "1.0", "0.1", "1e-05", "1e+16". */
export function pythonFloat(value: number): string {
  return shortestText(value, "float64", ".0");
}

/** NumPy's `str` of a floating point scalar: "1.0", "0.1", "1e-05", and "1e+06" for float32. */
export function numpyFloat(value: number, kind: FloatKind): string {
  return shortestText(value, kind, ".0");
}

/** Python's `repr` and NumPy's `str` of a complex scalar: "(1+2j)", "2j", "(-0+1j)". */
export function complexText(real: number, imaginary: number, kind: "float32" | "float64"): string {
  const part = (value: number): string => shortestText(value, kind, "");
  if (Object.is(real, 0)) return `${part(imaginary)}j`;
  const sign = signOf(imaginary) === "" ? "+" : "";
  return `(${part(real)}${sign}${part(imaginary)}j)`;
}

/** TensorFlow's text of a float32: 6 significant digits if they read back, else 9. */
export function strCatFloat32(value: number): string {
  const short = formatG(value, 6);
  return Math.fround(Number(short)) === value || !Number.isFinite(value) ? short : formatG(value, 9);
}

/** TensorFlow's text of a float64: 15 significant digits if they read back, else 17. */
export function strCatFloat64(value: number): string {
  const short = formatG(value, 15);
  return Number(short) === value || !Number.isFinite(value) ? short : formatG(value, 17);
}
