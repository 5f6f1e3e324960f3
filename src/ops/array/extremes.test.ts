// Array ops where the recordings stop: strings, NaN and -0, empty tensors, large counts.
import { describe, expect, it } from "vitest";
import type { DTypeName } from "../../base/dtypes.ts";
import { type Dims, elementCount } from "../../base/shape.ts";
import { convert } from "../../engine/convert.ts";
import { callOp } from "../../engine/dispatch.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";

const tensor = (literal: unknown, dtype: DTypeName, shape?: Dims): EagerTensor =>
  convert(literal, dtype, shape);
const int32 = (literal: unknown): EagerTensor => tensor(literal, "int32");
const float32 = (literal: unknown): EagerTensor => tensor(literal, "float32");
const strings = (literal: unknown): EagerTensor => tensor(literal, "string");

const decoder = new TextDecoder();

/** Shapes and flat values of an op's results; strings as text. */
function results(
  op: string,
  args: readonly unknown[],
  attrs: Record<string, unknown> = {},
): [Dims, unknown[]][] {
  return (callOp(op, args, attrs) as EagerTensor[]).map((output) => [
    output.shape,
    Array.from(output.toValue().data as ArrayLike<unknown>, (entry) =>
      entry instanceof Uint8Array ? decoder.decode(entry) : entry,
    ),
  ]);
}
const result = (op: string, args: readonly unknown[], attrs?: Record<string, unknown>): [Dims, unknown[]] =>
  results(op, args, attrs)[0];

describe("strings move like numbers", () => {
  const grid = strings([
    ["a", "b", "c"],
    ["", "é", "a"],
  ]);
  it.each<[string, readonly unknown[], Record<string, unknown>, Dims, string[]]>([
    ["Transpose", [grid, int32([1, 0])], {}, [3, 2], ["a", "", "b", "é", "c", "a"]],
    ["GatherV2", [grid, int32([2, 0]), int32(1)], {}, [2, 2], ["c", "a", "a", ""]],
    [
      "Pad",
      [
        grid,
        int32([
          [0, 0],
          [1, 0],
        ]),
      ],
      {},
      [2, 4],
      ["", "a", "b", "c", "", "", "é", "a"],
    ],
    ["Tile", [strings(["x", "y"]), int32([2])], {}, [4], ["x", "y", "x", "y"]],
    ["Fill", [int32([2]), strings("z")], {}, [2], ["z", "z"]],
    ["Unique", [strings(["b", "a", "b", ""])], {}, [3], ["b", "a", ""]],
    ["ListDiff", [strings(["b", "a", "c"]), strings(["a"])], {}, [2], ["b", "c"]],
    ["OneHot", [int32([1]), int32(2), strings("on"), strings("off")], {}, [1, 2], ["off", "on"]],
    ["Select", [tensor([true, false], "bool"), grid, grid], {}, [2, 3], ["a", "b", "c", "", "é", "a"]],
    [
      "ReverseSequence",
      [grid, tensor([2, 3], "int64")],
      { seq_dim: 1 },
      [2, 3],
      ["b", "a", "c", "a", "é", ""],
    ],
    [
      "DynamicStitch",
      [
        [int32([1]), int32([0])],
        [strings(["p"]), strings(["q"])],
      ],
      {},
      [2],
      ["q", "p"],
    ],
    ["ZerosLike", [grid], {}, [2, 3], ["", "", "", "", "", ""]],
  ])("%s", (op, args, attrs, shape, values) => {
    expect(result(op, args, attrs)).toEqual([shape, values]);
  });
});

describe("odd numbers", () => {
  it("Unique: every NaN is its own, -0 and 0 are one", () => {
    const [[, values], [, indices]] = results("Unique", [float32([Number.NaN, -0, 0, Number.NaN, 1])]);
    expect(values).toEqual([Number.NaN, -0, Number.NaN, 1]);
    expect(indices).toEqual([0, 1, 1, 2, 3]);
  });
  it("Unique of large int64 values", () => {
    const big = [2n ** 62n, 2n ** 62n + 1n, 2n ** 62n, -(2n ** 63n)];
    expect(results("Unique", [tensor(big, "int64")])[0][1]).toEqual([big[0], big[1], big[3]]);
  });
  it("Where takes NaN for true and -0 for false", () => {
    expect(result("Where", [float32([Number.NaN, -0, 2])])).toEqual([
      [2, 1],
      [0n, 2n],
    ]);
  });
  it("TopKV2 prefers the earlier of equals", () => {
    const x = float32([3, Number.POSITIVE_INFINITY, 3, Number.NEGATIVE_INFINITY, 3]);
    const [, [, indices]] = results("TopKV2", [x, int32(4)]);
    expect(indices).toEqual([1, 0, 2, 4]);
  });
  it("TensorScatterMax keeps NaN", () => {
    const [, values] = result("TensorScatterMax", [float32([1, 2]), int32([[0]]), float32([Number.NaN])]);
    expect(values).toEqual([Number.NaN, 2]);
  });
});

describe("empty tensors", () => {
  const none = tensor([], "float32", [0, 3]);
  it.each<[string, readonly unknown[], Record<string, unknown>, Dims]>([
    ["Reshape", [none, int32([3, 0])], {}, [3, 0]],
    ["Transpose", [none, int32([1, 0])], {}, [3, 0]],
    ["ReverseV2", [none, int32([0])], {}, [0, 3]],
    ["Roll", [none, int32([5]), int32([0])], {}, [0, 3]],
    ["Tile", [none, int32([2, 2])], {}, [0, 6]],
    ["GatherV2", [none, int32([]), int32(0)], {}, [0, 3]],
    ["Where", [none], {}, [0, 2]],
    ["UniqueV2", [none, tensor([0], "int64")], {}, [0, 3]],
    ["MatrixDiagPart", [tensor([], "float32", [0, 2, 2])], {}, [0, 2]],
    ["TopKV2", [none, int32(2)], {}, [0, 2]],
    ["SpaceToBatchND", [tensor([], "float32", [0, 4]), int32([2]), int32([[0, 0]])], {}, [0, 2]],
  ])("%s", (op, args, attrs, shape) => {
    expect(result(op, args, attrs)[0]).toEqual(shape);
  });
  it("Pad makes something of nothing", () => {
    expect(
      result("Pad", [
        none,
        int32([
          [1, 0],
          [0, 0],
        ]),
      ]),
    ).toEqual([
      [1, 3],
      [0, 0, 0],
    ]);
  });
  it("ConcatV2 skips what is empty", () => {
    expect(result("ConcatV2", [[none, float32([[1, 2, 3]])], int32(0)])).toEqual([
      [1, 3],
      [1, 2, 3],
    ]);
  });
  it("DynamicPartition leaves parts empty", () => {
    const parts = results("DynamicPartition", [float32([1, 2]), int32([2, 2])], { num_partitions: 3 });
    expect(parts.map(([shape]) => shape)).toEqual([[0], [0], [2]]);
  });
});

describe("many elements", () => {
  const count = 5000;
  it("Unique numbers thousands of values", () => {
    const x = int32(Array.from({ length: count }, (_, i) => (i * 7919) % 1000));
    const [[shape], [, indices]] = results("Unique", [x]);
    expect(shape).toEqual([1000]);
    expect(indices.slice(1000, 2000)).toEqual(indices.slice(0, 1000));
  });
  it("TopKV2 sorts a whole row", () => {
    const x = int32(Array.from({ length: count }, (_, i) => (i * 7919) % count));
    const [[shape, values]] = results("TopKV2", [x, int32(count)]);
    expect(elementCount(shape)).toBe(count);
    expect(values).toEqual(Array.from({ length: count }, (_, i) => count - 1 - i));
  });
});
