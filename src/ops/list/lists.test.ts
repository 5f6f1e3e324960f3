// Lists and arrays of tensors: limits, errors, gradients.
import { describe, expect, it } from "vitest";
import "../../engine/dispatch.ts";
import { Tape } from "../../autodiff/tape.ts";
import { popTape, pushTape } from "../../autodiff/tape-stack.ts";
import { convert } from "../../engine/convert.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { raw } from "../../engine/raw.ts";
import { BaseSession } from "../../engine/session.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { Graph } from "../../graph/graph.ts";
import { graphGradients } from "../../autodiff/graph-gradients.ts";
import type { SymbolicTensor } from "../../graph/graph.ts";
import type { Value } from "../../graph/types.ts";
import { opTable } from "../table.ts";

const float = { element_dtype: "float32" } as const;
const ints = (...values: number[]): Value => convert(Int32Array.from(values), "int32");
const scalar = (value: number): Value => convert(value, "float32");
const unknown = convert(-1, "int32");
const numbers = (value: Value): number[] => Array.from((value as EagerTensor).buffer as Float32Array, Number);

const empty = (most = -1): Value => raw.EmptyTensorList(unknown, most, float);
const listOf = (...values: number[]): Value =>
  values.reduce((list, value) => raw.TensorListPushBack(list, scalar(value)), empty());

describe("lists", () => {
  it("are values: older versions stay", () => {
    const one = listOf(1);
    const two = raw.TensorListPushBack(one, scalar(2));
    const other = raw.TensorListPushBack(one, scalar(3));
    const [rest, last] = raw.TensorListPopBack(two, unknown, float);
    const stack = (list: Value): number[] => numbers(raw.TensorListStack(list, ints(), float));
    expect([one, two, other, rest].map(stack)).toEqual([[1], [1, 2], [1, 3], [1]]);
    expect(numbers(last)).toEqual([2]);
    expect(stack(raw.TensorListPushBack(rest, scalar(9)))).toEqual([1, 9]);
    expect(stack(two)).toEqual([1, 2]);
  });

  it("read elements that were not written as zeros", () => {
    const list = raw.TensorListReserve(ints(2), 3, float);
    const set = raw.TensorListSetItem(list, 1, convert([5, 6], "float32"));
    expect(numbers(raw.TensorListStack(set, unknown, float))).toEqual([0, 0, 5, 6, 0, 0]);
    const vague = raw.TensorListReserve(unknown, 1, float);
    expect(() => raw.TensorListGetItem(vague, 0, unknown, float)).toThrow("not fully defined");
    expect(() => raw.TensorListStack(vague, unknown, float)).toThrow("only contains uninitialized tensors");
  });

  it("stack to nothing if empty and of a known shape", () => {
    const stacked = raw.TensorListStack(empty(), ints(2, 3), float);
    expect((stacked as EagerTensor).shape).toEqual([0, 2, 3]);
    expect(() => raw.TensorListStack(empty(), unknown, float)).toThrow("empty list");
  });

  it.each([
    [
      "popping an empty one",
      () => raw.TensorListPopBack(empty(), unknown, float),
      "Trying to pop from an empty list.",
    ],
    ["pushing to a full one", () => raw.TensorListPushBack(empty(0), scalar(1)), "full list"],
    ["another dtype", () => raw.TensorListPushBack(empty(), convert(1, "int32")), "Invalid data types"],
    [
      "an index too large",
      () => raw.TensorListGetItem(listOf(1), 1, unknown, float),
      "element 1 in a list with 1 elements",
    ],
    ["a negative index", () => raw.TensorListSetItem(listOf(1), -1, scalar(2)), "modify element -1"],
    ["a negative size", () => raw.TensorListReserve(unknown, -2, float), "non negative number, but got -2"],
    ["no list", () => raw.TensorListLength(raw.EmptyTensorMap()), "Input handle is not a list"],
    [
      "an incompatible shape",
      () => raw.TensorListPushBack(raw.EmptyTensorList(ints(2), -1, float), scalar(1)),
      "incompatible shape",
    ],
    [
      "a wrong count",
      () => raw.TensorListStack(listOf(1, 2), unknown, { ...float, num_elements: 3 }),
      "Operation expected a list with 3 elements but got a list with 2 elements.",
    ],
  ])("refuse %s", (_, run, message) => {
    expect(run).toThrow(message);
  });

  it("grow when written beyond their end, if asked to", () => {
    const list = raw.TensorListSetItem(listOf(1), 3, scalar(4), { resize_if_index_out_of_bounds: true });
    expect(numbers(raw.TensorListStack(list, ints(), float))).toEqual([1, 0, 0, 4]);
  });

  it("hold strings", () => {
    const attrs = { element_dtype: "string" } as const;
    const list = raw.TensorListFromTensor(convert(["a", "bc", ""]), ints());
    const stacked = raw.TensorListGather(list, ints(2, 0), ints(), attrs) as EagerTensor;
    expect(Array.from(stacked.buffer as readonly Uint8Array[], String)).toEqual(["", "97"]);
  });

  it("split and concatenate", () => {
    const rows = convert([[1], [2], [3]], "float32");
    const list = raw.TensorListSplit(rows, ints(-1, 1), convert([1n, 0n, 2n]));
    const [joined, lengths] = raw.TensorListConcatV2(list, ints(-1, 1), convert([], "int64"), float);
    expect([numbers(joined), numbers(lengths)]).toEqual([
      [1, 2, 3],
      [1, 0, 2],
    ]);
    expect(() => raw.TensorListSplit(rows, ints(-1, 1), convert([1n]))).toThrow("Unused values");
  });

  it("let gradients through", () => {
    const x = convert([1, 2, 3], "float32");
    const tape = new Tape(false, false);
    tape.watch(x);
    pushTape(tape);
    const list = raw.TensorListFromTensor(x, ints());
    const second = raw.TensorListGetItem(list, 1, unknown, float);
    const changed = raw.TensorListSetItem(list, 0, raw.Mul(second, second));
    const stacked = raw.TensorListStack(changed, ints(), float);
    const y = raw.Sum(raw.Mul(stacked, convert([10, 100, 1000], "float32")), 0);
    popTape(tape);
    const [dx] = tape.gradient(raw, [y], [x], [scalar(1)]);
    expect(numbers(dx as Value)).toEqual([0, 140, 1000]);
  });
});

describe("TensorArrays", () => {
  function run<T>(make: () => T): { built: T; session: BaseSession } {
    const graph = new Graph(opTable);
    return { built: withGraph(graph, make), session: new BaseSession("", graph) };
  }
  const literal = (value: number): Value => raw.literal(value, "float32");
  const array = (size: number, attrs: object = {}) =>
    raw.TensorArrayV3(size, { dtype: "float32", element_shape: [], ...attrs });

  it.each([
    ["written twice", {}, "already been written to"],
    ["written beyond its end", {}, "not resizeable and size is: 2"],
  ])("are not %s", (what, attrs, message) => {
    const { built, session } = run(() => {
      const [handle, flow] = array(2, attrs);
      const first = raw.TensorArrayWriteV3(handle, 0, literal(1), flow);
      return raw.TensorArrayWriteV3(handle, what === "written twice" ? 0 : 2, literal(1), first);
    });
    expect(() => session.run(built)).toThrow(message);
  });

  it("forget what was read unless told to keep it", () => {
    const twice = (clear_after_read: boolean) =>
      run(() => {
        const [handle, flow] = array(1, { clear_after_read });
        const written = raw.TensorArrayWriteV3(handle, 0, literal(7), flow);
        const first = raw.TensorArrayReadV3(handle, 0, written, { dtype: "float32" });
        return raw.after([first], () => raw.TensorArrayReadV3(handle, 0, written, { dtype: "float32" }));
      });
    const keeping = twice(false);
    expect(keeping.session.run(keeping.built)).toBe(7);
    const clearing = twice(true);
    expect(() => clearing.session.run(clearing.built)).toThrow("cleared after a previous read");
  });

  it("grow if they may", () => {
    const { built, session } = run(() => {
      const [handle, flow] = array(0, { dynamic_size: true });
      const written = raw.TensorArrayWriteV3(handle, 2, literal(5), flow);
      const all = raw.TensorArrayGatherV3(handle, [0, 1, 2], written, {
        dtype: "float32",
        element_shape: [],
      });
      return [raw.TensorArraySizeV3(handle, written), raw.Sum(all, 0)];
    });
    expect(session.run(built)).toEqual([3, 5]);
  });

  it("add up gradients of what was read twice", () => {
    const { built, session } = run(() => {
      const x = raw.Placeholder({ dtype: "float32", shape: [3], name: "x" });
      const [handle, flow] = array(3, { clear_after_read: false });
      const written = raw.TensorArrayScatterV3(handle, [0, 1, 2], x, flow);
      const read = (i: number): Value => raw.TensorArrayReadV3(handle, i, written, { dtype: "float32" });
      const y = raw.AddV2(raw.Mul(read(0), read(1)), read(0));
      return graphGradients(raw, (x as SymbolicTensor).graph, [y as SymbolicTensor], [x as SymbolicTensor]);
    });
    const [dx] = session.run(built, { "x:0": [2, 3, 4] }) as EagerTensor[];
    expect(numbers(dx!)).toEqual([4, 2, 0]);
  });
});
