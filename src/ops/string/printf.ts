// C's printf for numbers: %d, %f, %e and %g with flags, width and precision.
import { exponentText, formatG, nonFiniteText, significantDigits } from "../../base/format/float-text.ts";

export interface Format {
  readonly style: "d" | "f" | "e" | "g";
  /** Negative for the default. */
  readonly precision: number;
  readonly width: number;
  /** "", "0", "+", "-" or " ". */
  readonly flag: string;
}

const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

/** Fixed digits of a non-negative finite number, rounded exactly, ties to even. */
function fixed(value: number, precision: number): string {
  if (value === 0) return (0).toFixed(precision);
  const whole = value >= 2 ** 53 ? BigInt(value).toString() : null;
  if (whole !== null) return precision === 0 ? whole : `${whole}.${"0".repeat(precision)}`;
  const text = value.toFixed(Math.min(precision, 100));
  const exact = value.toFixed(100);
  const point = exact.indexOf(".");
  const cut = exact.slice(point + 1 + precision);
  if (!/^50*$/.test(cut)) return text;
  const kept = exact.slice(0, point + 1 + precision).replace(/\.$/, "");
  return "02468".includes(kept[kept.length - 1]) ? kept : text;
}

function exponential(value: number, precision: number): string {
  if (value === 0) return `${(0).toFixed(precision)}e+00`;
  const { digits, exponent } = significantDigits(value, precision + 1);
  const fraction = digits.slice(1).padEnd(precision, "0");
  return (precision === 0 ? digits[0] : `${digits[0]}.${fraction}`) + exponentText(exponent);
}

function magnitude(value: number, { style, precision }: Format): string {
  const digits = precision < 0 ? 6 : precision;
  if (style === "f") return fixed(value, digits);
  return style === "e" ? exponential(value, digits) : formatG(value, Math.max(digits, 1));
}

/** The text of a number in a format. */
export function printNumber(value: number | bigint, format: Format): string {
  if (typeof value === "bigint") return padded(value < 0n, String(value < 0n ? -value : value), format, true);
  if (format.style === "d") return padded(value < 0, String(Math.abs(value)), format, true);
  const special = nonFiniteText(Math.abs(value));
  if (special !== null) return padded(isNegative(value), special, format, false);
  return padded(isNegative(value), magnitude(Math.abs(value), format), format, true);
}

function padded(negative: boolean, digits: string, { flag, width }: Format, fillsZeros: boolean): string {
  const sign = negative ? "-" : flag === "+" ? "+" : flag === " " ? " " : "";
  if (flag === "-") return (sign + digits).padEnd(width);
  if (flag === "0" && fillsZeros) return sign + digits.padStart(width - sign.length, "0");
  return (sign + digits).padStart(width);
}
