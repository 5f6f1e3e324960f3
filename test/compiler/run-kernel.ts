// Runs kernels and lowerings for tests: buffers in, buffers out.
import { allocate, type DTypeName, dtypeInfo, type NumericArray } from "../../src/base/dtypes.ts";
import { elementCount } from "../../src/base/shape.ts";
import { buildKernel, type KernelLowering } from "../../src/compiler/build-kernel.ts";
import { type InterpretOptions, interpret } from "../../src/compiler/interpret.ts";
import type { LowerNode } from "../../src/graph/lowering.ts";
import type { BuiltKernel } from "../../src/ir/builder.ts";
import { verify } from "../../src/ir/verify.ts";

export interface Given {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly data?: NumericArray | readonly (number | bigint)[];
}

export function arrayFor({ dtype, shape, data }: Given): NumericArray {
  if (data !== undefined && !Array.isArray(data)) return data as NumericArray;
  const array = allocate(dtype, elementCount(shape)) as NumericArray;
  (data as readonly (number | bigint)[] | undefined)?.forEach((value, i) => {
    array[i] = value;
  });
  return array;
}

export function nodeOf(inputs: readonly Given[], outputs: readonly Given[], attrs = {}): LowerNode {
  const value: LowerNode["value"] = (i) => ({ ...inputs[i]!, data: arrayFor(inputs[i]!) });
  return { op: "Test", name: "test", attrs, inputs, outputs, value };
}

/** Runs a built kernel; outputs come back in order, then the counts if there are any. */
export function runBuilt(
  built: BuiltKernel,
  inputs: readonly Given[],
  outputs: readonly Given[],
  options: InterpretOptions = {},
  states: readonly NumericArray[] = [],
): NumericArray[] {
  verify(built.kernel);
  const results = outputs.map(({ dtype, shape }, i) =>
    arrayFor({ dtype, shape: built.bounds.get(i) ?? shape }),
  );
  const counts = new Int32Array(built.counts.length);
  const buffers = built.bindings.map((binding): NumericArray => {
    switch (binding.kind) {
      case "input":
        return arrayFor(inputs[binding.index]!);
      case "output":
        return results[binding.index]!;
      case "state":
        return states[binding.index]!;
      case "counts":
        return counts;
      default:
        return arrayFor(built.temporaries[binding.index]!);
    }
  });
  interpret(built.kernel, options)(buffers);
  return counts.length === 0 ? results : [...results, counts];
}

/** Lowers and runs in both modes of the interpreter, which must agree; gives the outputs. */
export function runLowering(
  lowering: KernelLowering,
  inputs: readonly Given[],
  outputs: readonly Given[],
  attrs = {},
): NumericArray[] {
  const built = buildKernel(lowering, nodeOf(inputs, outputs, attrs));
  const scalar = runBuilt(built, inputs, outputs, { mode: "scalar" });
  const vector = runBuilt(built, inputs, outputs);
  vector.forEach((array, i) => {
    const at = firstDifference(array, scalar[i]!);
    if (at >= 0) throw new RangeError(`Modes differ at ${i}[${at}]: ${array[at]} and ${scalar[i]![at]}`);
  });
  return vector;
}

/** Position of the first entries that are not the same value; -1 if there is none. */
export function firstDifference(a: NumericArray, b: NumericArray): number {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return i;
  return -1;
}

export const isBigType = (dtype: DTypeName): boolean => dtype === "int64" || dtype === "uint64";
export const lanesOf = (dtype: DTypeName): number => dtypeInfo(dtype).lanes;
