// Duty: NumPy's formatting of the floating point elements of one array to a common width.
//
// Law (NumPy 2.3 and later, default print options). Over the finite values shown: an exponent is used if the
// largest magnitude reaches min(1e8, 10^p), p the decimal precision of the dtype (float16 3, float32 6,
// float64 15), or the smallest nonzero one is below 1e-4, or their ratio exceeds 1000. Each value has its
// shortest digits, but at most 8 in the fraction, exactly rounded. With an exponent all fractions are brought
// to the longest by further digits of the exact value; else they are padded with blanks. Integer parts are
// padded on the left. nan and inf fill the whole width. Knows no tensors.
import {
  type Decimal,
  exponentText,
  type FloatKind,
  nonFiniteText,
  positionalParts,
  shortestDigits,
  significantDigits,
} from "./float-text.ts";

const PRECISION = 8;

const exponentFrom: { readonly [kind in FloatKind]: number } = {
  float16: 1e3,
  bfloat16: 1e6,
  float32: 1e6,
  float64: 1e8,
};

type Write = (value: number) => string;

const isMinus = (value: number): boolean => value < 0 || Object.is(value, -0);

function signText(value: number, plus: boolean): string {
  return isMinus(value) ? "-" : plus ? "+" : "";
}

function trimmed({ digits, exponent }: Decimal): Decimal {
  return { digits: digits.replace(/(?!^)0+$/, ""), exponent };
}

/**
 * Digits of a magnitude with at most 8 behind the point, which stands after the first digit or after the
 * units.
 */
function digitsOf(magnitude: number, kind: FloatKind, scientific: boolean): Decimal {
  if (magnitude === 0) return { digits: "0", exponent: 0 };
  const shortest = shortestDigits(magnitude, kind);
  const most = 1 + PRECISION + (scientific ? 0 : shortest.exponent);
  return shortest.digits.length <= most ? shortest : trimmed(significantDigits(magnitude, most));
}

interface Parts {
  readonly integer: string;
  readonly fraction: string;
  readonly exponent: number;
}

function partsOf(value: number, kind: FloatKind, scientific: boolean, plus: boolean): Parts {
  const decimal = digitsOf(Math.abs(value), kind, scientific);
  const sign = signText(value, plus);
  if (scientific) {
    const { digits, exponent } = decimal;
    return { integer: sign + digits[0], fraction: digits.slice(1), exponent };
  }
  const { integer, fraction } = positionalParts(decimal);
  return { integer: sign + integer, fraction, exponent: 0 };
}

function needsExponent(values: readonly number[], kind: FloatKind): boolean {
  const magnitudes = values.map(Math.abs).filter((value) => value !== 0);
  if (magnitudes.length === 0) return false;
  const largest = magnitudes.reduce((a, b) => Math.max(a, b));
  const smallest = magnitudes.reduce((a, b) => Math.min(a, b));
  // The ratio is taken in the array's own precision.
  const ratio = kind === "float64" ? largest / smallest : Math.fround(largest / smallest);
  return largest >= exponentFrom[kind] || smallest < 0.0001 || ratio > 1000;
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);

/**
 * A number with an exponent, its fraction brought to a width by further digits of the exact value, not by
 * zeros.
 */
function widened(value: number, parts: Parts, width: number): Parts {
  if (parts.fraction.length === width || value === 0) return parts;
  const { digits, exponent } = significantDigits(Math.abs(value), width + 1);
  return { integer: parts.integer.slice(0, -1) + digits[0], fraction: digits.slice(1), exponent };
}

/** Makes the writer for the values that an array shows. `plus` writes the sign of positive numbers too. */
export function floatColumn(values: readonly number[], kind: FloatKind, plus = false): Write {
  const finite = values.filter(Number.isFinite);
  const scientific = needsExponent(finite, kind);
  const parts = finite.map((value) => partsOf(value, kind, scientific, plus));
  let left = longest(parts.map(({ integer }) => integer));
  const fractionWidth = longest(parts.map(({ fraction }) => fraction));
  const exponentDigits = longest(parts.map(({ exponent }) => String(Math.abs(exponent)).padStart(2, "0")));
  const right = scientific ? exponentDigits + 2 + fractionWidth : fractionWidth;
  if (finite.length < values.length) {
    const signed = plus || values.includes(-Infinity) ? 1 : 0;
    left = Math.max(left, 3 - (right + 1), 3 + signed - (right + 1));
  }
  return (value) => {
    const special = nonFiniteText(value);
    if (special !== null) {
      const sign = plus && !special.startsWith("-") ? "+" : "";
      return (sign + special).padStart(left + right + 1);
    }
    const short = partsOf(value, kind, scientific, plus);
    if (!scientific) return `${short.integer.padStart(left)}.${short.fraction.padEnd(right)}`;
    const { integer, fraction, exponent } = widened(value, short, fractionWidth);
    const head = `${integer.padStart(left)}.${fraction.padEnd(fractionWidth, "0")}`;
    return head + exponentText(exponent, exponentDigits);
  };
}

/**
 * The writer of complex numbers: real and imaginary parts each to a common width, the j before the padding.
 */
export function complexColumn(
  real: readonly number[],
  imaginary: readonly number[],
  kind: "float32" | "float64",
): (real: number, imaginary: number) => string {
  const writeReal = floatColumn(real, kind);
  const writeImaginary = floatColumn(imaginary, kind, true);
  return (a, b) => {
    const text = writeImaginary(b);
    const end = text.trimEnd();
    return `${writeReal(a)}${end}j${text.slice(end.length)}`;
  };
}
