// Compares whole structures of results with what a chapter case recorded.
import { expect } from "vitest";
import type { DTypeName } from "../../src/base/dtypes.ts";
import * as tf from "../../src/index.ts";
import type { Tolerance } from "../conformance/cases.ts";
import { tensorDifference } from "../conformance/compare.ts";
import type { Recorded } from "./support.ts";

// biome-ignore lint/suspicious/noExplicitAny: recordings have structures of their own
type Json = any;

export const exact: Tolerance = "exact";
export const within = (relative: number, absolute = 0): Tolerance => ({ relative, absolute });

const isTensor = (json: Json): json is Recorded =>
  typeof json === "object" && json !== null && "dtype" in json && "shape" in json && "data" in json;

/** Numbers past 2^53 are recorded as text. */
const whole = (value: unknown): unknown => (typeof value === "string" ? BigInt(value) : value);

function recordedTensor({ dtype, shape, data }: Recorded): tf.EagerTensor {
  const values = dtype === "int64" || dtype === "uint64" ? data.map(whole) : data;
  return tf.constant(values, { dtype: dtype as DTypeName, shape: [...shape] }) as tf.EagerTensor;
}

/** A long tensor: its ends and its sum are recorded. */
function expectLong(got: tf.EagerTensor, want: Json, tolerance: Tolerance, where: string): void {
  const flat = tf.reshape(got, [-1]);
  expect(got.shape, where).toEqual(want.shape);
  expectRecorded(flat.getItem([null, want.first.shape[0]]), want.first, tolerance, `${where}.first`);
  expectRecorded(flat.getItem([-want.last.shape[0], null]), want.last, tolerance, `${where}.last`);
  const sum = Number((tf.reduceSum(tf.cast(got, tf.float64)) as tf.EagerTensor).item());
  expect(Math.abs(sum - want.sum_float64), `${where}.sum`).toBeLessThan(1e-3);
}

/** Tensors are compared by dtype, shape and elements; anything else must be the same. */
export function expectRecorded(got: Json, want: Json, tolerance: Tolerance, where = "value"): void {
  if (isTensor(want)) {
    const tensor = tf.convertToTensor(got) as tf.EagerTensor;
    expect(tensorDifference(tensor.toValue(), recordedTensor(want).toValue(), tolerance), where).toBeNull();
  } else if (typeof want === "object" && want !== null && "first" in want)
    expectLong(got, want, tolerance, where);
  else if (typeof want !== "object" || want === null || typeof got !== "object")
    expect(got, where).toEqual(want);
  else {
    expect(Object.keys(got).sort(), where).toEqual(Object.keys(want).sort());
    for (const key of Object.keys(want)) expectRecorded(got[key], want[key], tolerance, `${where}.${key}`);
  }
}
