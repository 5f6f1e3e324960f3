// Says whether results agree with a recording, and if not, where: null means they do.
import { dtypeInfo } from "../../src/base/dtypes.ts";
import { elementCount, sameDims } from "../../src/base/shape.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import type { Comparison, ExpectedOutput, Tolerance } from "./cases.ts";
import { eigenDifference, qrDifference, setDifference, svdDifference } from "./decompositions.ts";
import { messageDifference, pngDifference, tensorProtoDifference } from "./messages.ts";
import { numbersDifference, numbersOf } from "./numbers.ts";

/** What does not agree, as a sentence; null if all does. */
export type Difference = string | null;

export const isIgnored = (output: ExpectedOutput): output is Exclude<ExpectedOutput, TensorValue> =>
  "ignored" in output;

function stringsDifference(got: readonly Uint8Array[], want: readonly Uint8Array[]): Difference {
  const text = (bytes: Uint8Array): string => JSON.stringify(Buffer.from(bytes).toString("utf8"));
  const at = want.findIndex((bytes, i) => Buffer.compare(bytes, got[i]) !== 0);
  return at < 0 ? null : `element ${at} is ${text(got[at])}, expected ${text(want[at])}`;
}

function integersDifference(got: ArrayLike<unknown>, want: ArrayLike<unknown>): Difference {
  for (let i = 0; i < want.length; i++)
    if (got[i] !== want[i]) return `element ${i} is ${got[i]}, expected ${want[i]}`;
  return null;
}

function typeDifference(got: TensorValue, want: ExpectedOutput): Difference {
  if (got.dtype !== want.dtype) return `dtype is ${got.dtype}, expected ${want.dtype}`;
  if (isIgnored(want) || sameDims(got.shape, want.shape)) return null;
  return `shape is [${got.shape}], expected [${want.shape}]`;
}

/** Compares dtype, shape and elements. A tolerance applies to float and complex numbers only. */
export function tensorDifference(got: TensorValue, want: ExpectedOutput, tolerance: Tolerance): Difference {
  const different = typeDifference(got, want);
  if (different !== null || isIgnored(want)) return different;
  const lengths = [got.data.length, want.data.length];
  if (lengths[0] !== lengths[1]) return `data has ${lengths[0]} entries, expected ${lengths[1]}`;
  const { kind } = dtypeInfo(want.dtype);
  if (kind === "string") return stringsDifference(got.data as Uint8Array[], want.data as Uint8Array[]);
  if (kind !== "float" && kind !== "complex") return integersDifference(got.data, want.data);
  return numbersDifference(numbersOf(got), numbersOf(want), tolerance);
}

/** Integer images: every element within the tolerance's absolute part. */
function lsbDifference(got: TensorValue, want: TensorValue, tolerance: Tolerance): Difference {
  const absolute = tolerance === "exact" ? 0 : tolerance.absolute;
  return numbersDifference(numbersOf(got), numbersOf(want), { relative: 0, absolute });
}

/** Compares by a mode that looks at several outputs or into them; undefined if the mode is elementwise. */
function specialDifference(
  comparison: Comparison,
  got: TensorValue[],
  want: TensorValue[],
  tolerance: Tolerance,
): Difference | undefined {
  switch (comparison) {
    case "elements":
      return undefined;
    case "set":
      return setDifference(got, want, tolerance);
    case "eig":
      return eigenDifference(got, want, tolerance);
    case "qr":
      return qrDifference(got, want, tolerance);
    case "svd":
      return svdDifference(got, want, tolerance);
    case "lsb":
      return lsbDifference(got[0], want[0], tolerance);
    case "decoded":
      return pngDifference(got[0], want[0]);
    case "tensorproto":
      return tensorProtoDifference(got[0], want[0], (a, b) => tensorDifference(a, b, "exact"));
    default:
      return messageDifference(got[0], want[0], comparison.slice("proto:".length));
  }
}

export interface Expectation {
  readonly outputs: readonly ExpectedOutput[];
  readonly tolerance: Tolerance;
  readonly comparison: Comparison;
  readonly tags?: readonly string[];
}

function perOutput(count: number, difference: (i: number) => Difference): Difference {
  for (let i = 0; i < count; i++) {
    const found = difference(i);
    if (found !== null) return count === 1 ? found : `output ${i}: ${found}`;
  }
  return null;
}

/**
 * Compares all outputs of a case. Where C++ leaves a result undefined (tag "ub") only types and shapes count.
 */
export function outputsDifference(got: readonly TensorValue[], expected: Expectation): Difference {
  const { outputs, tolerance, comparison } = expected;
  if (got.length !== outputs.length) return `${got.length} outputs, expected ${outputs.length}`;
  const types = perOutput(outputs.length, (i) => {
    const different = typeDifference(got[i], outputs[i]);
    if (different !== null || isIgnored(outputs[i])) return different;
    const [length, count] = [got[i].data.length, elementCount(got[i].shape) * dtypeInfo(got[i].dtype).lanes];
    return length === count ? null : `data has ${length} entries for ${count}`;
  });
  if (types !== null || expected.tags?.includes("ub")) return types;
  const special = specialDifference(comparison, [...got], outputs as TensorValue[], tolerance);
  if (special !== undefined) return special;
  return perOutput(outputs.length, (i) => tensorDifference(got[i], outputs[i], tolerance));
}
