// Duty: the 8- and 4-bit floating point formats as bit patterns, to and from JavaScript numbers. Knows no
// tensors.
//
// e5m2 follows IEEE 754 (infinities, several NaN). The "fn" formats have no infinity and one NaN pattern per
// sign (S.1111.111); the "fnuz" formats have one NaN (0x80) and no negative zero; float4_e2m1fn has neither
// infinity nor NaN, so it saturates and NaN becomes -0. Source: the OCP specifications and ml_dtypes.
import { exponentOf, roundHalfEven } from "./half.ts";

/** The names of the floating point dtypes below 16 bits. */
export type SmallFloatName =
  | "float8_e5m2"
  | "float8_e4m3fn"
  | "float8_e5m2fnuz"
  | "float8_e4m3fnuz"
  | "float8_e4m3b11fnuz"
  | "float4_e2m1fn";

/** What a format's bits mean; `sign` is the sign's bit. */
export interface SmallFloatLayout {
  readonly sign: number;
  readonly mantissaBits: number;
  readonly bias: number;
  /** The largest finite magnitude. */
  readonly largest: number;
  readonly nan: number;
  /** What a magnitude beyond the largest becomes. */
  readonly overflow: number;
  readonly negativeZero: boolean;
}

const fnuz = (mantissaBits: number, bias: number): SmallFloatLayout => ({
  sign: 0x80,
  mantissaBits,
  bias,
  largest: 0x7f,
  nan: 0x80,
  overflow: 0x80,
  negativeZero: false,
});

const layouts: { readonly [name in SmallFloatName]: SmallFloatLayout } = {
  float8_e5m2: ieee(2, 15, { largest: 0x7b, nan: 0x7e, overflow: 0x7c }),
  float8_e4m3fn: ieee(3, 7, { largest: 0x7e, nan: 0x7f, overflow: 0x7f }),
  float8_e5m2fnuz: fnuz(2, 16),
  float8_e4m3fnuz: fnuz(3, 8),
  float8_e4m3b11fnuz: fnuz(3, 11),
  float4_e2m1fn: { sign: 8, mantissaBits: 1, bias: 1, largest: 7, nan: 8, overflow: 7, negativeZero: true },
};

function ieee(
  mantissaBits: number,
  bias: number,
  top: Pick<SmallFloatLayout, "largest" | "nan" | "overflow">,
): SmallFloatLayout {
  return { sign: 0x80, mantissaBits, bias, negativeZero: true, ...top };
}

/** Whether a dtype name is one of the formats below 16 bits. */
export function isSmallFloat(name: string): name is SmallFloatName {
  return Object.hasOwn(layouts, name);
}

export const smallFloatLayout = (name: SmallFloatName): SmallFloatLayout => layouts[name];

/** The number that a pattern of the given format stands for. */
export function numberFromSmallFloat(name: SmallFloatName, bits: number): number {
  const layout = layouts[name];
  const { mantissaBits, bias } = layout;
  const magnitude = bits & (layout.sign - 1);
  const sign = bits & layout.sign ? -1 : 1;
  if (bits === layout.sign && !layout.negativeZero) return NaN;
  if (magnitude > layout.largest) return name === "float8_e5m2" && magnitude === 0x7c ? sign * Infinity : NaN;
  const exponent = magnitude >> mantissaBits;
  const fraction = magnitude & ((1 << mantissaBits) - 1);
  if (exponent === 0) return sign * fraction * 2 ** (1 - bias - mantissaBits);
  return sign * (fraction + (1 << mantissaBits)) * 2 ** (exponent - bias - mantissaBits);
}

/** The pattern of the given format that is nearest to a number, ties to even. */
export function smallFloatFromNumber(name: SmallFloatName, value: number): number {
  const layout = layouts[name];
  const { mantissaBits } = layout;
  if (Number.isNaN(value)) return layout.nan;
  const sign = value < 0 || Object.is(value, -0) ? layout.sign : 0;
  const magnitude = Math.abs(value);
  if (magnitude >= 2 ** 17) return layout.overflow | sign;
  const smallest = 1 - layout.bias;
  const exponent = magnitude < 2 ** smallest ? smallest : exponentOf(magnitude);
  const significand = roundHalfEven(magnitude * 2 ** (mantissaBits - exponent));
  // A subnormal has no implicit bit, so its code is its significand; each exponent step adds 2^mantissaBits.
  const code = ((exponent - smallest) << mantissaBits) + significand;
  if (code > layout.largest) return layout.overflow | sign;
  return code === 0 && !layout.negativeZero ? 0 : code | sign;
}
