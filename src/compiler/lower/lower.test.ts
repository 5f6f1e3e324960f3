// Lowerings give the right numbers for broadcasts, views and reductions, in both modes of the interpreter.
import { describe, expect, it } from "vitest";
import { type Given, nodeOf, runBuilt, runLowering } from "../../../test/compiler/run-kernel.ts";
import type { DTypeName } from "../../base/dtypes.ts";
import { strides } from "../../base/shape.ts";
import { pointwise, type Reduce, reduce, routine, view } from "../../graph/lowering.ts";
import { printKernel } from "../../ir/print.ts";
import { buildKernel } from "../build-kernel.ts";
import { laneCount } from "./reduce.ts";

const f32 = (shape: readonly number[], data?: readonly number[]): Given => ({
  dtype: "float32",
  shape,
  data,
});
const count = (shape: readonly number[]): number => shape.reduce((x, y) => x * y, 1);
const numbers = (shape: readonly number[]): number[] =>
  Array.from({ length: count(shape) }, (_, i) => (i * 7) % 11);

describe("pointwise", () => {
  const combine = pointwise((m, [x, y]) => m.add(m.mul(x!, 100), y!));
  const SHAPES: readonly (readonly [readonly number[], readonly number[], readonly number[]])[] = [
    [[2, 3], [3], [2, 3]],
    [
      [2, 3],
      [2, 1],
      [2, 3],
    ],
    [
      [2, 1, 3],
      [4, 1],
      [2, 4, 3],
    ],
    [[], [5], [5]],
    [[], [], []],
    [[1, 1], [1], [1, 1]],
    [[0, 3], [3], [0, 3]],
    [
      [2, 0],
      [1, 1],
      [2, 0],
    ],
    [
      [3, 1, 5, 1],
      [2, 1, 4],
      [3, 2, 5, 4],
    ],
  ];
  for (const [a, b, out] of SHAPES)
    it(`broadcasts ${JSON.stringify(a)} with ${JSON.stringify(b)}`, () => {
      const [result] = runLowering(combine, [f32(a, numbers(a)), f32(b, numbers(b))], [f32(out)]);
      const at = (own: readonly number[], index: readonly number[]): number => {
        const steps = strides(own);
        return own.reduce(
          (sum, n, i) => sum + (n === 1 ? 0 : index[i + out.length - own.length]! * steps[i]!),
          0,
        );
      };
      const expected = Array.from({ length: count(out) }, (_, flat) => {
        const index = strides(out).map((step, i) => Math.floor(flat / step) % out[i]!);
        return numbers(a)[at(a, index)]! * 100 + numbers(b)[at(b, index)]!;
      });
      expect(Array.from(result as Float32Array)).toEqual(expected);
    });

  it("walks dense tensors as one loop", () => {
    const node = nodeOf([f32([2, 3, 4]), f32([])], [f32([2, 3, 4])]);
    expect(printKernel(buildKernel(combine, node).kernel)).toContain("parallel i0 < 24\n    b2[i0] =");
  });

  it("computes complex numbers and several outputs before it stores any", () => {
    const swap = pointwise((m, [x, y]) => [m.mul(x!, y!), m.conj(x!)]);
    const z: Given = { dtype: "complex64", shape: [3], data: [1, 2, 3, 4, 5, 6] };
    const w: Given = { dtype: "complex64", shape: [], data: [0, 1] };
    const out: Given = { dtype: "complex64", shape: [3] };
    const [product, conjugate] = runLowering(swap, [z, w], [out, out]);
    expect(product).toEqual(Float32Array.of(-2, 1, -4, 3, -6, 5));
    expect(conjugate).toEqual(Float32Array.of(1, -2, 3, -4, 5, -6));
  });

  it("wraps small ints and rounds halves", () => {
    const sum = pointwise((m, [x, y]) => m.add(x!, y!));
    const int8: Given = { dtype: "int8", shape: [4], data: [127, -128, 1, 0] };
    expect(runLowering(sum, [int8, { ...int8, data: [1, -1, 1, 0] }], [int8])).toEqual([
      Int8Array.of(-128, 127, 2, 0),
    ]);
    const half: Given = { dtype: "float16", shape: [2], data: [0x3c00, 0x6800] };
    const [result] = runLowering(sum, [half, { ...half, data: [0x1000, 0x3c00] }], [half]);
    // 1 + 2^-11 is a tie and goes to even; 2048 + 1 too.
    expect(result).toEqual(Uint16Array.of(0x3c00, 0x6800));
  });
});

describe("view", () => {
  it("copies pieces by strides and fills the rest", () => {
    const piece = {
      input: 0,
      output: 0,
      shape: [2, 2],
      inputOffset: 0,
      inputStrides: [2, 1],
      outputOffset: 5,
      outputStrides: [4, 1],
    };
    const pad = view(() => ({ pieces: [piece], fill: { input: 1 } }));
    const [result] = runLowering(pad, [f32([2, 2], [1, 2, 3, 4]), f32([], [9])], [f32([4, 4])]);
    expect(Array.from(result as Float32Array)).toEqual([9, 9, 9, 9, 9, 1, 2, 9, 9, 3, 4, 9, 9, 9, 9, 9]);
  });
  it("transposes, reverses and moves complex pairs", () => {
    const shape = [3, 2];
    const piece = {
      input: 0,
      output: 0,
      shape,
      inputOffset: 0,
      inputStrides: [1, 3],
      outputOffset: 4,
      outputStrides: [-2, 1],
    };
    const z: Given = { dtype: "complex128", shape: [2, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
    const [result] = runLowering(
      view(() => ({ pieces: [piece] })),
      [z],
      [{ dtype: "complex128", shape }],
    );
    expect(result).toEqual(Float64Array.of(5, 6, 11, 12, 3, 4, 9, 10, 1, 2, 7, 8));
  });
  it("leaves out empty pieces", () => {
    const piece = {
      input: 0,
      output: 0,
      shape: [0, 2],
      inputOffset: 7,
      inputStrides: [2, 1],
      outputOffset: 9,
      outputStrides: [2, 1],
    };
    expect(
      runLowering(
        view(() => ({ pieces: [piece] })),
        [f32([0, 2])],
        [f32([2])],
      ),
    ).toEqual([Float32Array.of(0, 0)]);
  });
});

describe("reduce", () => {
  const total = (axes: readonly number[], rule: Partial<Reduce<unknown>> = {}) =>
    reduce({ axes: () => axes, combine: "sum", ...rule });

  const SHAPES: readonly (readonly [readonly number[], readonly number[]])[] = [
    [[7], [0]],
    [[3, 5], [0]],
    [[3, 5], [1]],
    [[3, 5], []],
    [[2, 3, 4], [1]],
    [
      [2, 3, 4],
      [0, 2],
    ],
    [[100, 3], [0]],
    [[3, 100], [1]],
    [
      [2, 67, 3, 41],
      [1, 3],
    ],
    [[1000], [0]],
    [[5003], [0]],
    [
      [1, 1],
      [0, 1],
    ],
    [[], []],
  ];
  for (const [shape, axes] of SHAPES)
    it(`sums ${JSON.stringify(shape)} over ${JSON.stringify(axes)}`, () => {
      const out = shape.filter((_, i) => !axes.includes(i));
      const expected = new Array<number>(count(out)).fill(0);
      const steps = strides(out);
      numbers(shape).forEach((value, flat) => {
        const index = strides(shape).map((step, i) => Math.floor(flat / step) % shape[i]!);
        const kept = index.filter((_, i) => !axes.includes(i));
        expected[kept.reduce((sum, n, i) => sum + n * steps[i]!, 0)]! += value;
      });
      for (const dtype of ["float32", "int32", "int64", "float64"] as const) {
        const data = dtype === "int64" ? numbers(shape).map(BigInt) : numbers(shape);
        const [result] = runLowering(total(axes), [{ dtype, shape, data }], [{ dtype, shape: out }]);
        expect(Array.from(result as ArrayLike<number | bigint>, Number)).toEqual(expected);
      }
    });

  it("keeps long sums exact", () => {
    const shape = [1_000_003];
    const [narrow] = runLowering(
      total([0]),
      [{ dtype: "float32", shape, data: new Float32Array(shape[0]!).fill(0.1) }],
      [f32([])],
    );
    expect(narrow![0]).toBe(Math.fround(Math.fround(0.1) * 1_000_003));
    const wide: Given = { dtype: "float64", shape, data: new Float64Array(shape[0]!).fill(0.1) };
    const [result] = runLowering(total([0]), [wide], [{ dtype: "float64", shape: [] }]);
    expect(Math.abs((result![0] as number) / 100_000.3 - 1)).toBeLessThan(1e-13);
    const half: Given = { dtype: "float16", shape: [4096], data: new Uint16Array(4096).fill(0x3c00) };
    expect(runLowering(total([0]), [half], [{ dtype: "float16", shape: [] }])[0]![0]).toBe(0x6c00);
  });

  it("wraps ints in their own dtype", () => {
    const int8: Given = { dtype: "int8", shape: [3], data: [127, 127, 127] };
    expect(runLowering(total([0]), [int8], [{ dtype: "int8", shape: [] }])).toEqual([Int8Array.of(125)]);
    const mean = total([0], { finish: (m, x, n) => m.div(x, n) });
    expect(runLowering(mean, [int8], [{ dtype: "int8", shape: [] }])).toEqual([Int8Array.of(41)]);
  });

  const EMPTY: readonly (readonly [Reduce<unknown>["combine"], DTypeName, number | bigint])[] = [
    ["sum", "float32", 0],
    ["prod", "float64", 1],
    ["min", "float32", Infinity],
    ["max", "float32", -Infinity],
    ["min", "int32", 2147483647],
    ["max", "int8", -128],
    ["min", "uint16", 65535],
    ["max", "int64", -0x8000000000000000n],
    ["min", "uint64", 0xffffffffffffffffn],
    ["max", "uint32", 0],
    ["and", "bool", 1],
    ["or", "bool", 0],
  ];
  for (const [combine, dtype, expected] of EMPTY)
    it(`of nothing by ${combine} in ${dtype} is ${expected}`, () => {
      const empty: Given = { dtype, shape: [2, 0] };
      const [result] = runLowering(total([1], { combine }), [empty], [{ dtype, shape: [2] }]);
      expect(Array.from(result as ArrayLike<number | bigint>)).toEqual([expected, expected]);
    });

  it("lets NaN through min and max, in short rows and in lanes", () => {
    for (const n of [3, 500])
      for (const combine of ["min", "max"] as const) {
        const data = numbers([2, n]);
        data[n - 1] = NaN;
        const [result] = runLowering(total([1], { combine }), [f32([2, n], data)], [f32([2])]);
        expect(result![0]).toBeNaN();
        expect(result![1]).toBe(Math[combine](...data.slice(n)));
      }
  });

  it("maps first and finishes last", () => {
    const norm = total([0], { map: (m, x) => m.mul(x, x), finish: (m, x) => m.sqrt(x) });
    expect(runLowering(norm, [f32([2], [3, 4])], [f32([])])).toEqual([Float32Array.of(5)]);
    const z: Given = { dtype: "complex64", shape: [2], data: [1, 2, 3, 4] };
    const product = total([0], { combine: "prod" });
    expect(runLowering(product, [z], [{ dtype: "complex64", shape: [] }])).toEqual([Float32Array.of(-5, 10)]);
  });

  it("chooses lanes by extents alone", () => {
    expect(laneCount(10, 1000, true)).toBe(1);
    expect(laneCount(64, 1000, true)).toBe(8);
    expect(laneCount(64, 1000, false)).toBe(1);
    expect(laneCount(1_000_000, 1, true)).toBe(512);
    expect(laneCount(1000, 1, true)).toBe(128);
    expect(laneCount(1000, 0, true)).toBe(1);
  });
});

describe("routine", () => {
  it("counts what it puts out", () => {
    const positive = routine((k, m) => {
      const x = k.input(0);
      const out = k.output(0, [x.count]);
      const found = k.cell("int32", 0);
      k.serial(x.count, (i) => {
        k.if(m.gt(k.load(x, i), 0), () => {
          k.store(out, found.get(), k.load(x, i));
          found.set(m.add(found.get(), 1));
        });
      });
      k.setCount(0, 0, found.get());
    });
    const [result, counts] = runLowering(positive, [f32([5], [1, -1, 2, 0, 3])], [f32([-1])]);
    expect(Array.from(result as Float32Array)).toEqual([1, 2, 3, 0, 0]);
    expect(counts).toEqual(Int32Array.of(3));
  });

  it("reports the values of a failed check", () => {
    const gather = routine((k, m) => {
      const [params, indices] = [k.input(0), k.input(1)];
      k.parallel(indices.count, (i) => {
        const at = k.hold(m.cast(k.load(indices, i), "int32"));
        const inside = m.and(m.ge(at, 0), m.lt(at, params.count));
        k.check(inside, "INVALID_ARGUMENT", "indices[%0] = %1 is not in [0, %2)", [
          i,
          at,
          m.constant("int32", params.count),
        ]);
        k.store(k.output(0), i, k.load(params, at));
      });
    });
    const indices = (data: readonly bigint[]): Given => ({ dtype: "int64", shape: [data.length], data });
    const run = (data: readonly bigint[]) =>
      runLowering(gather, [f32([3], [5, 6, 7]), indices(data)], [f32([data.length])]);
    expect(run([2n, 0n, 1n, 2n])).toEqual([Float32Array.of(7, 5, 6, 7)]);
    expect(() => run([2n, 0n, 7n, -1n])).toThrow("indices[2] = 7 is not in [0, 3)");
  });

  it("keeps state from run to run", () => {
    const counter = routine((k, m) => {
      const state = k.state("uint64", [0n]);
      const next = k.hold(m.add(k.load(state, 0), 1n));
      k.store(state, 0, next);
      k.parallel(4, (i) => k.store(k.output(0), i, m.add(next, m.cast(i, "uint64"))));
    });
    const out: Given = { dtype: "uint64", shape: [4] };
    const built = buildKernel(counter, nodeOf([], [out]));
    const state = BigUint64Array.of(0xffffffffffffffffn);
    for (const mode of ["vector", "scalar"] as const) {
      const first = state[0]!;
      const [result] = runBuilt(built, [], [out], { mode }, [state]);
      const from = BigInt.asUintN(64, first + 1n);
      expect(result).toEqual(BigUint64Array.of(from, from + 1n, from + 2n, from + 3n));
      expect(state[0]).toBe(from);
    }
  });

  it("traps a checked access that is out of bounds", () => {
    for (const n of [1, 9]) {
      const read = routine((k, m) => {
        k.parallel(n, (i) => k.store(k.output(0), i, k.load(k.input(0), m.add(i, 1), true)));
      });
      expect(() => runLowering(read, [f32([n], numbers([n]))], [f32([n])])).toThrow(
        `expected one below ${n}, received ${n}`,
      );
    }
  });
});
