// Variables: what fails, what stays as it was, gradients of reads, references of TensorFlow v1.
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
import { type IndexedSlices, isIndexedSlices, type Value } from "../../graph/types.ts";
import { opTable } from "../table.ts";

const numbers = (value: Value): number[] => Array.from((value as EagerTensor).buffer as Float32Array, Number);
const texts = (value: Value): string[] =>
  Array.from((value as EagerTensor).buffer as readonly Uint8Array[], (bytes) =>
    new TextDecoder().decode(bytes),
  );

function variable(value: unknown, dtype: "float32" | "int32" | "string" | "float16" = "float32"): Value {
  const tensor = convert(value, dtype);
  const handle = raw.VarHandleOp({ dtype, shape: tensor.shape });
  raw.AssignVariableOp(handle, tensor);
  return handle;
}

const read = (handle: Value): Value => raw.ReadVariableOp(handle, { dtype: "float32" });

describe("resource variables", () => {
  it("read as snapshots", () => {
    const handle = variable([1, 2]);
    const before = read(handle);
    raw.AssignAddVariableOp(handle, convert([1, 1], "float32"));
    expect([numbers(before), numbers(read(handle))]).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it("say what is wrong with a read or a write", () => {
    const handle = variable([1, 2]);
    expect(() => raw.ReadVariableOp(handle, { dtype: "int32" })).toThrow(
      "Trying to read variable with wrong dtype. Expected int32 got float",
    );
    expect(() => raw.AssignVariableOp(handle, convert([1, 2], "int32"))).toThrow(
      "Trying to assign variable with wrong dtype. Expected float got int32",
    );
    expect(() => raw.AssignSubVariableOp(handle, convert([1], "float32"))).toThrow("shapes must be equal");
    expect(() =>
      raw.ReadVariableOp(raw.VarHandleOp({ dtype: "float32", shape: [] }), { dtype: "float32" }),
    ).toThrow("Could not find variable");
  });

  it("are gone once destroyed", () => {
    const handle = variable(1);
    raw.DestroyResourceOp(handle);
    expect(numbers(raw.VarIsInitializedOp(handle))).toEqual([0]);
    expect(() => read(handle)).toThrow("Could not find variable");
    expect(() => raw.DestroyResourceOp(handle, { ignore_lookup_error: false })).toThrow(
      "expected one that exists",
    );
  });

  it("scatter in the order of the indices, or not at all", () => {
    const handle = variable([
      [1, 1],
      [2, 2],
    ]);
    const rows = convert(
      [
        [10, 20],
        [30, 40],
        [5, 6],
      ],
      "float32",
    );
    raw.ResourceScatterUpdate(handle, convert([1n, 1n, 0n]), rows);
    expect(numbers(read(handle))).toEqual([5, 6, 30, 40]);
    expect(() => raw.ResourceScatterAdd(handle, convert([0, 2], "int32"), convert(1, "float32"))).toThrow(
      "indices[1] = 2 is not in [0, 2)",
    );
    expect(numbers(read(handle))).toEqual([5, 6, 30, 40]);
    raw.ResourceScatterMul(handle, convert(1, "int32"), convert(2, "float32"));
    raw.ResourceScatterAdd(handle, convert([], "int32"), convert([], "float32", [0, 2]));
    expect(numbers(read(handle))).toEqual([5, 6, 60, 80]);
    expect(() => raw.ResourceScatterAdd(handle, convert([0], "int32"), convert([1], "float32"))).toThrow(
      "Must have updates.shape = indices.shape + params.shape[1:]",
    );
  });

  it("hold strings", () => {
    const handle = variable(["a", "b", "c"], "string");
    raw.ResourceScatterUpdate(handle, convert([2, 0], "int32"), convert(["x", ""]));
    expect(texts(raw.ReadVariableOp(handle, { dtype: "string" }))).toEqual(["", "b", "x"]);
  });

  it("share one node's way of running between shapes", () => {
    const [small, large] = [variable([1]), variable([1, 2, 3])];
    for (const handle of [small, large, small])
      raw.ResourceScatterAdd(handle, convert([0], "int32"), convert([1], "float32"));
    expect([numbers(read(small)), numbers(read(large))]).toEqual([[3], [2, 2, 3]]);
    expect(numbers(raw.VariableShape(large))).toEqual([3]);
    expect(numbers(raw.VariableShape(small))).toEqual([1]);
  });

  it("give the gradient of a gather as rows", () => {
    const handle = variable([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const tape = new Tape(false, false);
    tape.watch(handle);
    pushTape(tape);
    const rows = raw.ResourceGather(handle, convert([2, 0], "int32"), { dtype: "float32" });
    const y = raw.Sum(raw.Square(rows), [0, 1]);
    popTape(tape);
    const [gradient] = tape.gradient(raw, [y], [handle], [convert(1, "float32")]);
    expect(isIndexedSlices(gradient)).toBe(true);
    const { values, indices, denseShape } = gradient as IndexedSlices;
    expect([values, indices, denseShape!].map(numbers)).toEqual([
      [10, 12, 2, 4],
      [2, 0],
      [3, 2],
    ]);
  });
});

function session<T>(make: () => T): { built: T; run: BaseSession["run"] } {
  const graph = new Graph(opTable);
  const built = withGraph(graph, make);
  const made = new BaseSession("", graph);
  return { built, run: made.run.bind(made) };
}

const literal = (value: unknown, dtype: "float32" | "int32" = "float32"): Value =>
  raw.literal(value as number, dtype);

describe("reference variables", () => {
  it("are not there before they are assigned", () => {
    const { built, run } = session(() => {
      const v = raw.VariableV2({ shape: [2], dtype: "float32" });
      return {
        known: raw.IsVariableInitialized(v),
        value: raw.Identity(v),
        start: raw.Assign(v, literal([1, 2])),
      };
    });
    expect(run(built.known)).toBe(false);
    expect(() => run(built.value)).toThrow("Attempting to use uninitialized value VariableV2");
    run(built.start);
    expect(run(built.known)).toBe(true);
  });

  it("change their shape only if they may", () => {
    const { built, run } = session(() => {
      const v = raw.VariableV2({ shape: null, dtype: "float32" });
      const value = raw.Placeholder({ dtype: "float32", shape: null, name: "x" });
      return {
        checked: raw.Assign(v, value),
        unchecked: raw.Assign(v, value, { validate_shape: false }),
        size: raw.Size(v),
      };
    });
    run(built.unchecked, { "x:0": [1, 2, 3] });
    run(built.unchecked, { "x:0": [1] });
    expect(run(built.size)).toBe(1);
    expect(() => run(built.checked, { "x:0": [1, 2] })).toThrow(
      "Assign requires shapes of both tensors to match",
    );
  });

  it("may be temporary", () => {
    const { built, run } = session(() => {
      const v = raw.TemporaryVariable({ shape: [], dtype: "float32", var_name: "sum" });
      const start = raw.Assign(v, literal(1));
      const add = raw.AssignAdd(start, literal(2));
      return raw.DestroyTemporaryVariable(add, { var_name: "sum" });
    });
    expect(run(built)).toBe(3);
    expect(run(built)).toBe(3);
  });
});

describe("queues and tables", () => {
  it("give back what went in, until they are closed and empty", () => {
    const { built, run } = session(() => {
      const queue = raw.FIFOQueueV2({ component_types: ["int32"], shapes: [[]], capacity: 3 });
      const x = raw.Placeholder({ dtype: "int32", shape: null, name: "x" });
      raw.QueueEnqueueManyV2(queue, [x], { name: "put" });
      raw.QueueCloseV2(queue, { name: "close" });
      return {
        next: raw.QueueDequeueV2(queue, { component_types: ["int32"] }),
        rest: raw.QueueDequeueUpToV2(queue, 5, { component_types: ["int32"] }),
        size: raw.QueueSizeV2(queue),
      };
    });
    run("put", { "x:0": [1, 2] });
    expect(run(built.next)).toEqual([1]);
    expect(() => run("put", { "x:0": [3, 4, 5] })).toThrow("expected room for 3 elements");
    expect(run(built.size)).toBe(1);
    run("close");
    expect(() => run("put", { "x:0": [6] })).toThrow("is closed.");
    expect(numbers((run(built.rest) as Value[])[0])).toEqual([2]);
    expect(() => run(built.next)).toThrow(
      "is closed and has insufficient elements (requested 1, current size 0)",
    );
  });

  it("fill up batches of unequal shapes", () => {
    const { built, run } = session(() => {
      const queue = raw.PaddingFIFOQueueV2({ component_types: ["float32"], shapes: [[-1, -1]] });
      const x = raw.Placeholder({ dtype: "float32", shape: null, name: "x" });
      raw.QueueEnqueueV2(queue, [x], { name: "put" });
      return raw.QueueDequeueManyV2(queue, 2, { component_types: ["float32"] });
    });
    run("put", { "x:0": [[1], [2]] });
    run("put", { "x:0": [[3, 4]] });
    const [batch] = run(built) as EagerTensor[];
    expect([batch!.shape, numbers(batch!)]).toEqual([
      [2, 2, 2],
      [1, 0, 2, 0, 3, 4, 0, 0],
    ]);
  });

  it("look keys up, and hold strings under numbers", () => {
    const { built, run } = session(() => {
      const table = raw.MutableHashTableV2({ key_dtype: "int64", value_dtype: "string" });
      const keys = raw.Placeholder({ dtype: "int64", shape: null, name: "k" });
      const values = raw.Placeholder({ dtype: "string", shape: null, name: "v" });
      raw.LookupTableInsertV2(table, keys, values, { name: "put" });
      return { found: raw.LookupTableFindV2(table, keys, "none"), size: raw.LookupTableSizeV2(table) };
    });
    run("put", { "k:0": [1n, -1n, 1n], "v:0": ["a", "b", "c"] });
    expect(run(built.size)).toBe(2n);
    expect(texts(run(built.found, { "k:0": [[1n], [7n]] }) as Value)).toEqual(["c", "none"]);
    expect(() => run("put", { "k:0": [1n], "v:0": ["a", "b"] })).toThrow(
      "Expected shape [1] for value, got [2]",
    );
  });
});
