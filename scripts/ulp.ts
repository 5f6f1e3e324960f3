// Measures the library functions in units in the last place, against the same functions in 320-bit arithmetic.
// usage: node --import tsx scripts/ulp.ts [NAME…] [--count N]
//   NAME     functions; without any, all that have a reference
//   --count  arguments a function (default 4000)
import { parseArgs } from "node:util";
import { interpret } from "../src/compiler/interpret.ts";
import { KernelBuilder } from "../src/ir/builder.ts";
import { math } from "../src/ir/math.ts";
import type { Scalar } from "../src/ir/scalar.ts";
import { big, type Big, difference } from "./ulp/big.ts";
import * as reference from "./ulp/reference.ts";
import { pairSamples, randomNumbers, samples } from "./ulp/samples.ts";

type Precision = "float32" | "float64";
type Lists = readonly (readonly number[])[];

/** Runs a function of `math` on columns of arguments, as a kernel. */
function compute(name: string, columns: Lists, dtype: Precision): ArrayLike<number> {
  const body = (math as unknown as Record<string, (...x: Scalar[]) => Scalar>)[name];
  const shape = [columns[0].length];
  const spec = { dtype, shape };
  const k = new KernelBuilder(name, columns.map(() => spec), [spec]);
  const inputs = columns.map((_, i) => k.input(i));
  const output = k.output(0);
  k.parallel(shape[0], (i) => k.store(output, i, body(...inputs.map((input) => k.load(input, i)))));
  const { kernel, bindings } = k.finish();
  const Store = dtype === "float64" ? Float64Array : Float32Array;
  const result = new Store(shape[0]);
  const data = columns.map((column) => Store.from(column));
  interpret(kernel)(bindings.map((binding) => (binding.kind === "output" ? result : data[(binding as { index: number }).index])));
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

function worst(name: string, columns: Lists, dtype: Precision): { error: number; at: readonly number[] } {
  const exact = (reference as unknown as Record<string, (...x: Big[]) => Big>)[name];
  const rounded = dtype === "float64" ? columns : columns.map((column) => column.map(Math.fround));
  const values = compute(name, rounded, dtype);
  let found = { error: 0, at: [] as readonly number[] };
  for (let i = 0; i < values.length; i++) {
    const at = rounded.map((column) => column[i]);
    if (!Number.isFinite(values[i]) || at.some((x) => !Number.isFinite(x))) continue;
    const distance = Math.abs(difference(exact(...at.map(big)), values[i]));
    const error = distance / unit(values[i], dtype);
    if (error > found.error) found = { error, at };
  }
  return found;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "string", default: "4000" } } });
const names = positionals.length > 0 ? positionals : [...Object.keys(samples), ...Object.keys(pairSamples)];
for (const name of names) {
  const columns = draw(name, Number(values.count));
  const [wide, narrow] = (["float64", "float32"] as const).map((dtype) => worst(name, columns, dtype));
  console.log(`${name.padEnd(8)} float64 ${wide.error.toFixed(2)} ulp at ${wide.at.join(", ")}; float32 ${narrow.error.toFixed(3)} ulp`);
}
