// Runs library functions as kernels and compares them with their references, in units in the last place.
import { interpret } from "../../src/compiler/interpret.ts";
import { KernelBuilder } from "../../src/ir/builder.ts";
import { math } from "../../src/ir/math.ts";
import type { Scalar } from "../../src/ir/scalar.ts";
import { big, type Big, difference } from "./big.ts";
import * as reference from "./reference.ts";
import { pairSamples, randomNumbers, samples } from "./samples.ts";

export type Precision = "float32" | "float64";
type Columns = readonly (readonly number[])[];

/** The functions that can be measured. */
export const measured: readonly string[] = [...Object.keys(samples), ...Object.keys(pairSamples)];

/** Applies a function of `math` to columns of arguments. */
export function compute(name: string, columns: Columns, dtype: Precision): ArrayLike<number> {
  const body = (math as unknown as Record<string, (...x: Scalar[]) => Scalar>)[name];
  const spec = { dtype, shape: [columns[0].length] };
  const k = new KernelBuilder(
    name,
    columns.map(() => spec),
    [spec],
  );
  const inputs = columns.map((_, i) => k.input(i));
  const output = k.output(0);
  k.parallel(spec.shape[0], (i) => k.store(output, i, body(...inputs.map((input) => k.load(input, i)))));
  const { kernel, bindings } = k.finish();
  const Store = dtype === "float64" ? Float64Array : Float32Array;
  const result = new Store(spec.shape[0]);
  const data = columns.map((column) => Store.from(column));
  interpret(kernel)(bindings.map((binding) => (binding.kind === "input" ? data[binding.index] : result)));
  return result;
}

const EXPONENTS: Record<Precision, { readonly bits: number; readonly least: number }> = {
  float64: { bits: 52, least: -1074 },
  float32: { bits: 23, least: -149 },
};

function unit(x: number, dtype: Precision): number {
  const { bits, least } = EXPONENTS[dtype];
  // Zero has the smallest unit: log2(0) is -Infinity.
  return 2 ** Math.max(Math.floor(Math.log2(Math.abs(x))) - bits, least);
}

function draw(name: string, count: number): number[][] {
  const random = randomNumbers(1);
  const rows = samples[name]?.map((one) => [one]) ?? pairSamples[name];
  const points = Array.from({ length: count }, (_, i) => rows[i % rows.length].map((one) => one(random)));
  return points[0].map((_, column) => points.map((point) => point[column]));
}

export interface Worst {
  readonly error: number;
  readonly at: readonly number[];
}

/** The largest error among `count` arguments. */
export function worst(name: string, count: number, dtype: Precision): Worst {
  const exact = (reference as unknown as Record<string, (...x: Big[]) => Big>)[name];
  const drawn = draw(name, count);
  const columns = dtype === "float64" ? drawn : drawn.map((column) => column.map(Math.fround));
  const values = compute(name, columns, dtype);
  let found: Worst = { error: 0, at: [] };
  for (let i = 0; i < values.length; i++) {
    const at = columns.map((column) => column[i]);
    if (!Number.isFinite(values[i]) || at.some((x) => !Number.isFinite(x))) continue;
    const error = Math.abs(difference(exact(...at.map(big)), values[i])) / unit(values[i], dtype);
    if (error > found.error) found = { error, at };
  }
  return found;
}
