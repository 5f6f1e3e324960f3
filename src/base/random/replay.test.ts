// Replays the recorded random kernels of TensorFlow 2.21 on the reference arithmetic.
import { describe, expect, it } from "vitest";
import {
  type RecordedTensor,
  numbersOf,
  readVectors,
  tensorData,
} from "../../../test/vectors/base-vectors.ts";
import type { FloatName } from "../dtypes.ts";
import { bfloat16Array, float16Array, numberFromBfloat16, numberFromFloat16 } from "../half.ts";
import { fillBinomial } from "./binomial.ts";
import { categoricalReserve, fillCategorical } from "./categorical.ts";
import { fillGamma } from "./gamma.ts";
import { fillNormal, fillTruncatedNormal } from "./normal.ts";
import { GuardedPhilox, PhiloxRandom, statelessKeyCounter } from "./philox.ts";
import { fillPoisson } from "./poisson.ts";
import { shuffleOrder } from "./shuffle.ts";
import { threefryWords32 } from "./threefry.ts";
import { threefryNormal, threefryUniform } from "./threefry-normal.ts";
import { fillParameterizedTruncatedNormal } from "./truncated.ts";
import { type DrawnInteger, fillUniform, fillUniformFullInt, fillUniformInt } from "./uniform.ts";

type Input = RecordedTensor & { variable?: RecordedTensor };
type Attr = { i?: number; type?: string };
interface Case {
  id: string;
  op: string;
  attrs: Record<string, Attr>;
  inputs: Input[];
  outputs?: RecordedTensor[];
  runs?: RecordedTensor[][];
  state_after?: RecordedTensor[];
  tol: "exact" | [number, number];
  error?: unknown;
}
type Values = ArrayLike<unknown>;

/** Elements as numbers, whatever they are held in. */
function plain(dtype: string, values: Values): unknown[] {
  const list = Array.from(values);
  if (dtype === "float16") return list.map((bits) => numberFromFloat16(bits as number));
  if (dtype === "bfloat16") return list.map((bits) => numberFromBfloat16(bits as number));
  return list;
}

function check(got: Values, want: RecordedTensor, tol: Case["tol"]): void {
  const a = plain(want.dtype, got);
  const b = plain(want.dtype, tensorData(want) as Values);
  expect(a.length).toBe(b.length);
  if (tol === "exact") {
    expect(a).toEqual(b);
    return;
  }
  a.forEach((value, i) => {
    const [x, y] = [Number(value), Number(b[i])];
    expect(Math.abs(x - y), `element ${i}: ${x} and ${y}`).toBeLessThanOrEqual(tol[1] + tol[0] * Math.abs(y));
  });
}

const size = (tensor: RecordedTensor): number => tensor.shape.reduce((a, b) => a * b, 1);
const floats = (tensor: RecordedTensor): number[] =>
  plain(tensor.dtype, tensorData(tensor) as Values).map(Number);
const bigints = (tensor: RecordedTensor): bigint[] => numbersOf(tensor).map((value) => BigInt(value));
const asDType = (dtype: string, values: Float64Array): Values => {
  if (dtype === "float16") return float16Array(values);
  if (dtype === "bfloat16") return bfloat16Array(values);
  if (dtype === "float32") return Float32Array.from(values);
  return dtype === "int64" ? BigInt64Array.from(values, (value) => BigInt(value)) : values;
};

function rows(tensor: RecordedTensor, order: Int32Array): Values {
  const values = Array.from(tensorData(tensor) as Values);
  const width = values.length / order.length;
  return Array.from(order).flatMap((row) => values.slice(row * width, (row + 1) * width));
}

function shuffled(tensor: RecordedTensor, random: PhiloxRandom): Values {
  const count = tensor.shape.length === 0 ? 1 : tensor.shape[0];
  return rows(tensor, shuffleOrder(random, count));
}

function draw(kind: string, random: PhiloxRandom, out: RecordedTensor, low: unknown, high: unknown): Values {
  const dtype = out.dtype as FloatName;
  const count = size(out);
  if (kind === "Uniform") return fillUniform(dtype, random, count);
  if (kind === "Normal") return fillNormal(dtype, random, count);
  if (kind === "Truncated") return fillTruncatedNormal(dtype, random, count);
  if (kind === "FullInt") return fillUniformFullInt(out.dtype as DrawnInteger, random, count);
  return fillUniformInt(out.dtype as DrawnInteger, random, count, low as bigint, high as bigint);
}

function gammaOrPoisson(
  op: string,
  c: { out: RecordedTensor; last: RecordedTensor },
  random: PhiloxRandom,
): Values {
  const { out, last } = c;
  const samples = size(out) / size(last);
  if (op.includes("Gamma")) return asDType(out.dtype, fillGamma(random, floats(last), samples));
  return asDType(out.dtype, fillPoisson(random, floats(last), samples));
}

function parameterized(out: RecordedTensor, parameters: RecordedTensor[], random: PhiloxRandom): Values {
  const lists = parameters.map(floats);
  const scalar = lists.every((list) => list.length === 1);
  const batch = (i: number) => {
    const [mean, stddev, minval, maxval] = lists.map((list) => list[list.length === 1 ? 0 : i]);
    return { mean, stddev, minval, maxval };
  };
  // With scalar parameters TensorFlow works in batches of 100 samples; here no case has more.
  const batches = scalar ? 1 : out.shape[0];
  const all = Array.from({ length: batches }, (_, i) => batch(i));
  return asDType(
    out.dtype,
    fillParameterizedTruncatedNormal(out.dtype as FloatName, random, all, size(out) / batches),
  );
}

describe("stateful kernels", () => {
  const cases = readVectors<Case[]>("random/stateful.json.gz").filter((c) => !c.error);
  it.each(cases.map((c) => [c.id, c] as const))("%s", (_, c) => {
    const guard = new GuardedPhilox(PhiloxRandom.fromSeeds(c.attrs["seed"].i!, c.attrs["seed2"].i!));
    for (const [out] of c.runs ?? [c.outputs!]) check(runStateful(c, out, guard), out, c.tol);
  });
});

function runStateful(c: Case, out: RecordedTensor, guard: GuardedPhilox): Values {
  const { op, inputs } = c;
  if (op === "RandomShuffle") return shuffled(inputs[0], guard.reserveWords((inputs[0].shape[0] ?? 1) - 1));
  if (op === "Multinomial") {
    const [batch, classes] = inputs[0].shape;
    const samples = out.shape[1];
    const part = guard.reserveOutputs(categoricalReserve(batch, samples));
    const drawn = fillCategorical(part, floats(inputs[0]), batch, classes, samples);
    return out.dtype === "int64" ? Array.from(drawn, BigInt) : drawn;
  }
  const count = size(out);
  if (op === "RandomGamma" || op === "RandomPoissonV2") {
    return gammaOrPoisson(op, { out, last: inputs[1] }, guard.reserveOutputs(count));
  }
  if (op === "ParameterizedTruncatedNormal") {
    const batches = inputs.slice(1).every((t) => t.shape.length === 0) ? 1 : out.shape[0];
    const samples = batches === 1 ? 100 : count / batches;
    return parameterized(
      out,
      inputs.slice(1),
      guard.reserveBlocks(Math.floor((batches * 2000 * (samples + 3)) / 4)),
    );
  }
  const kinds: Record<string, string> = {
    RandomUniform: "Uniform",
    RandomStandardNormal: "Normal",
    TruncatedNormal: "Truncated",
    RandomUniformInt: "Int",
  };
  const [low, high] = op === "RandomUniformInt" ? inputs.slice(1).map((t) => bigints(t)[0]) : [];
  return draw(kinds[op], guard.reserveOutputs(count), out, low, high);
}

describe("stateless kernels", () => {
  const cases = readVectors<Case[]>("random/stateless.json.gz").filter((c) => !c.error);
  it.each(cases.map((c) => [c.id, c] as const))("%s", (_, c) => {
    // The CPU's algorithm is Philox.
    if (c.op === "StatelessRandomGetAlg") {
      expect(numbersOf(c.outputs![0])).toEqual([1]);
      return;
    }
    if (c.op.startsWith("StatelessRandomGetKeyCounter")) return checkKeyCounter(c);
    check(runStateless(c, c.outputs![0]), c.outputs![0], c.tol);
  });
});

function checkKeyCounter(c: Case): void {
  const { key, counter } = statelessKeyCounter(...(bigints(c.inputs[0]) as [bigint, bigint]));
  const word = (low: number, high: number): bigint => BigInt(low) | (BigInt(high) << 32n);
  expect(bigints(c.outputs![0])).toEqual([word(key[0], key[1])]);
  expect(bigints(c.outputs![1])).toEqual([word(counter[0], counter[1]), word(counter[2], counter[3])]);
}

function threefry(op: string, out: RecordedTensor, key: bigint, counter: bigint): Values {
  if (op.includes("FullInt")) return threefryWords32(key, counter, out.shape);
  const fill = op.includes("Normal") ? threefryNormal : threefryUniform;
  return fill(out.dtype as "float32" | "float64", key, counter, out.shape);
}

function kindOf(op: string): string {
  if (op.includes("FullInt")) return "FullInt";
  if (op.includes("UniformInt")) return "Int";
  if (op.includes("Uniform")) return "Uniform";
  return op.includes("Truncated") ? "Truncated" : "Normal";
}

function runStateless(c: Case, out: RecordedTensor): Values {
  const { op, inputs } = c;
  const keyed = /V[23]$|Shuffle/.test(op) && inputs.some((t) => t.dtype === "uint64");
  const at = inputs.findIndex((t) => t.dtype === "uint64");
  if (keyed && numbersOf(inputs[at + 2])[0] === 2) {
    return threefry(op, out, bigints(inputs[at])[0], bigints(inputs[at + 1])[0]);
  }
  const seedAt = op === "StatelessMultinomial" ? 2 : 1;
  const random = keyed
    ? PhiloxRandom.fromKeyCounter(bigints(inputs[at])[0], bigints(inputs[at + 1]))
    : PhiloxRandom.fromStatelessSeed(...(bigints(inputs[seedAt]) as [bigint, bigint]));
  const rest = inputs.slice(keyed ? at + 3 : seedAt + 1);
  if (op === "StatelessShuffle") return shuffled(inputs[0], random);
  if (op === "StatelessMultinomial") {
    const [batch, classes] = inputs[0].shape;
    const drawn = fillCategorical(random, floats(inputs[0]), batch, classes, out.shape[1]);
    return out.dtype === "int64" ? Array.from(drawn, BigInt) : drawn;
  }
  if (/Gamma|Poisson/.test(op)) return gammaOrPoisson(op, { out, last: rest[0] }, random);
  if (op.includes("Binomial")) return binomial(out, rest, random);
  if (op.includes("Parameterized")) return parameterized(out, rest, random);
  return draw(kindOf(op), random, out, ...(rest.map((t) => bigints(t)[0]) as [bigint, bigint]));
}

function binomial(out: RecordedTensor, [counts, probs]: RecordedTensor[], random: PhiloxRandom): Values {
  const batches = Math.max(size(counts), size(probs));
  const spread = (list: number[]): number[] =>
    Array.from({ length: batches }, (_, i) => list[list.length === 1 ? 0 : i]);
  const drawn = fillBinomial(random, spread(floats(counts)), spread(floats(probs)), size(out) / batches);
  return asDType(out.dtype, drawn);
}

describe("Generator kernels", () => {
  const cases = readVectors<Case[]>("random/generator.json.gz").filter((c) => !c.error);
  it.each(cases.map((c) => [c.id, c] as const))("%s", (_, c) => {
    let random = PhiloxRandom.fromState(bigints(c.inputs[0].variable!));
    for (const outputs of c.runs ?? [c.outputs ?? []]) random = runGenerator(c, outputs[0], random);
    if (c.state_after) check(random.state(), c.state_after[0], "exact");
  });
});

function runGenerator(c: Case, out: RecordedTensor, random: PhiloxRandom): PhiloxRandom {
  const next = random.clone();
  if (c.op.startsWith("Rng")) {
    if (c.op === "RngReadAndSkip") check(random.state(), out, "exact");
    const delta = bigints(c.inputs[2])[0];
    return next.skip(delta * 256n);
  }
  if (c.op.includes("Binomial")) {
    check(binomial(out, c.inputs.slice(3), random), out, c.tol);
    return next;
  }
  const [low, high] = c.inputs.slice(3).map((t) => bigints(t)[0]);
  check(draw(kindOf(c.op), random, out, low, high), out, c.tol);
  return next.skip(size(out) * 256);
}
