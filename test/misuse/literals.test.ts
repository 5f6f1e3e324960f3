// Literals that are no tensors: ragged, mixed, null, out of range, not whole, of a wrong kind.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { errorOf, expectError } from "./support.ts";

const HERE = "misuse/literals.test.ts";

describe("literals that are rejected", () => {
  it.each<[unknown, tf.DTypeLike | undefined, string, string]>([
    [[[1, 2], [3]], undefined, "ValueError", "non-rectangular"],
    [[[1], 2], undefined, "ValueError", "non-rectangular"],
    [[1, [2]], undefined, "ValueError", "non-rectangular"],
    [[[], [1]], undefined, "ValueError", "non-rectangular"],
    [["ab", ["c"]], undefined, "ValueError", "non-rectangular"],
    [null, undefined, "ValueError", "Attempt to convert a value (None) with an unsupported type"],
    [undefined, undefined, "ValueError", "Attempt to convert a value (None) with an unsupported type"],
    [[1, null], undefined, "ValueError", "Attempt to convert a value (None)"],
    [{}, undefined, "ValueError", "with an unsupported type (object)"],
    [Symbol("s"), undefined, "ValueError", "with an unsupported type (symbol)"],
    [() => 1, undefined, "ValueError", "with an unsupported type (function)"],
    [new Date(0), undefined, "ValueError", "with an unsupported type"],
    [[1, "a"], undefined, "ValueError", "mixed types"],
    [[true, 1], undefined, "ValueError", "mixed types"],
    [["a", 1n], undefined, "ValueError", "mixed types"],
    ["a", "float32", "TypeError", "Cannot convert 'a' to EagerTensor of dtype float"],
    [1, "string", "TypeError", "Expected string, but got 1"],
    [1.5, "int32", "TypeError", "Cannot convert 1.5 to EagerTensor of dtype int32"],
    [NaN, "int32", "TypeError", "Cannot convert NaN to EagerTensor of dtype int32"],
    [Infinity, "int64", "TypeError", "Cannot convert Infinity to EagerTensor of dtype int64"],
    [2 ** 31, "int32", "TypeError", "Cannot convert 2147483648 to EagerTensor of dtype int32"],
    [2n ** 63n, "int64", "TypeError", "Cannot convert 9223372036854775808 to EagerTensor of dtype int64"],
    [-1, "uint8", "TypeError", "Cannot convert -1 to EagerTensor of dtype uint8"],
    [-1n, "uint64", "TypeError", "Cannot convert -1 to EagerTensor of dtype uint64"],
    [256, "uint8", "TypeError", "Cannot convert 256"],
    [2, "bool", "TypeError", "Cannot convert 2 to EagerTensor of dtype bool"],
    ["true", "bool", "TypeError", "Cannot convert 'true' to EagerTensor of dtype bool"],
    [1, "resource", "TypeError", "received resource"],
    [1, "float33" as "float32", "TypeError", "Cannot convert the argument `type_value`: 'float33'"],
  ])("%s as %s", (value, dtype, name, words) => {
    const error = errorOf(() => tf.constant(value, dtype === undefined ? {} : { dtype }));
    expectError(error, name, words);
    expect(error.line).toContain(HERE);
  });

  it("are rejected alike where an op takes them", () => {
    const x = tf.constant([1, 2], tf.int32);
    expectError(
      errorOf(() => tf.add(x, 1.5)),
      "TypeError",
      "Cannot convert 1.5 to EagerTensor of dtype int32",
    );
    expectError(
      errorOf(() => tf.add(x, [[1], [2, 3]])),
      "ValueError",
      "non-rectangular",
    );
    expectError(
      errorOf(() => tf.add(x, null as never)),
      "ValueError",
      "None",
    );
    expectError(
      errorOf(() => tf.add(x, {} as never)),
      "ValueError",
      "unsupported type",
    );
  });
});

describe("literals at the edges that are accepted", () => {
  it.each<[unknown, tf.DTypeLike, unknown]>([
    [2 ** 31 - 1, "int32", 2147483647],
    [-(2 ** 31), "int32", -2147483648],
    [2n ** 64n - 1n, "uint64", 2n ** 64n - 1n],
    [-0, "int32", 0],
    [1e39, "float32", Infinity],
    [true, "bool", true],
    [1n, "float64", 1],
    [[], "int32", []],
    [[[], []], "float32", [[], []]],
  ])("%s as %s", (value, dtype, expected) => {
    expect(tf.constant(value, { dtype }).array()).toEqual(expected);
  });
});
