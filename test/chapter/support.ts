// Chapter cases as tests: recorded tensors in the form that expectations compare, printed texts, raised
// errors.
import { expect } from "vitest";
import { redirectPrint } from "../../src/engine/outside.ts";
import * as tf from "../../src/index.ts";

/** A tensor as the recordings keep one. */
export interface Recorded {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly unknown[];
}

/** A tensor, or what stands for one, as the recordings keep it. */
export function recorded(value: unknown): Recorded {
  const tensor = tf.convertToTensor(value as tf.TensorInput) as tf.EagerTensor;
  const data = [tensor.array()].flat(Infinity).map((x) => (typeof x === "bigint" ? Number(x) : x));
  return { dtype: tensor.dtype, shape: [...tensor.shape], data };
}

/** What tf.print writes for these. */
export function printed(...values: unknown[]): string {
  let text = "";
  const undo = redirectPrint((part) => (text += part));
  try {
    tf.print(...values);
  } finally {
    undo();
  }
  return text;
}

/** The error that `body` raises; the test fails if there is none. */
export function raised(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  return expect.fail("expected an error");
}
