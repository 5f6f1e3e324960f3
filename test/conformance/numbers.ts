// A tensor's elements as float64 complex numbers, for comparing within a tolerance.
import { isSmallFloat, numberFromSmallFloat } from "../../src/base/small-float.ts";
import { dtypeInfo, type NumericArray } from "../../src/base/dtypes.ts";
import { numberFromBfloat16, numberFromFloat16 } from "../../src/base/half.ts";
import { elementCount } from "../../src/base/shape.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import type { Tolerance } from "./cases.ts";

export interface Numbers {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export const zeros = (count: number): Numbers => ({
  re: new Float64Array(count),
  im: new Float64Array(count),
});

/** How a stored element is read as a number. */
function reader(dtype: TensorValue["dtype"]): (stored: number | bigint) => number {
  if (dtype === "float16") return (bits) => numberFromFloat16(bits as number);
  if (dtype === "bfloat16") return (bits) => numberFromBfloat16(bits as number);
  if (isSmallFloat(dtype)) return (bits) => numberFromSmallFloat(dtype, bits as number);
  return Number;
}

export function numbersOf({ dtype, shape, data }: TensorValue): Numbers {
  const count = elementCount(shape);
  const result = zeros(count);
  const { lanes } = dtypeInfo(dtype);
  const stored = data as NumericArray;
  const read = reader(dtype);
  for (let i = 0; i < count; i++) {
    result.re[i] = read(stored[i * lanes]);
    if (lanes === 2) result.im[i] = read(stored[i * lanes + 1]);
  }
  return result;
}

/** NaN equals NaN, whatever its bits; 0 and -0 differ. */
const identical = (a: number, b: number): boolean => Object.is(a, b);

function partIsClose(got: number, want: number, bound: number): boolean {
  if (got === want || (Number.isNaN(got) && Number.isNaN(want))) return true;
  return Number.isFinite(got) && Number.isFinite(want) && Math.abs(got - want) <= bound;
}

/** Is element `i` near enough? Each part of a complex number is bounded by the size of the whole. */
function isClose(got: Numbers, want: Numbers, i: number, tolerance: Tolerance): boolean {
  if (tolerance === "exact") return identical(got.re[i], want.re[i]) && identical(got.im[i], want.im[i]);
  const size = want.im[i] === 0 ? Math.abs(want.re[i]) : Math.hypot(want.re[i], want.im[i]);
  const bound = tolerance.absolute + tolerance.relative * size;
  return partIsClose(got.re[i], want.re[i], bound) && partIsClose(got.im[i], want.im[i], bound);
}

function numberText({ re, im }: Numbers, i: number): string {
  const real = Object.is(re[i], -0) ? "-0" : String(re[i]);
  return im[i] === 0 ? real : `${real}${im[i] < 0 ? "" : "+"}${im[i]}j`;
}

/** The first element that is too far off, and how many are. */
export function numbersDifference(got: Numbers, want: Numbers, tolerance: Tolerance): string | null {
  const wrong: number[] = [];
  for (let i = 0; i < want.re.length; i++) if (!isClose(got, want, i, tolerance)) wrong.push(i);
  if (wrong.length === 0) return null;
  const [i] = wrong;
  const allowed = tolerance === "exact" ? "exact" : `within ${tolerance.absolute} + ${tolerance.relative}|x|`;
  return (
    `element ${i} is ${numberText(got, i)}, expected ${numberText(want, i)} (${allowed}); ` +
    `${wrong.length} of ${want.re.length} differ`
  );
}
