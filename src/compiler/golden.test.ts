// Golden text of kernels: what lowering makes of canonical ops. A refactor changes none of it.
import { describe, expect, it } from "vitest";
import { type Given, nodeOf } from "../../test/compiler/run-kernel.ts";
import { contract, pointwise, reduce, routine, view } from "../graph/lowering.ts";
import { printKernel } from "../ir/print.ts";
import { verify } from "../ir/verify.ts";
import { buildKernel, type KernelLowering } from "./build-kernel.ts";

const f32 = (...shape: number[]): Given => ({ dtype: "float32", shape });
const c64 = (...shape: number[]): Given => ({ dtype: "complex64", shape });

const add = pointwise((m, [x, y]) => m.add(x!, y!));
const sum = (...axes: number[]) => reduce({ axes: () => axes, combine: "sum" });
const transposed = {
  input: 0,
  output: 0,
  shape: [3, 2],
  inputOffset: 0,
  inputStrides: [1, 3],
  outputOffset: 0,
  outputStrides: [2, 1],
};
const padded = {
  input: 0,
  output: 0,
  shape: [2, 3],
  inputOffset: 0,
  inputStrides: [3, 1],
  outputOffset: 6,
  outputStrides: [5, 1],
};

const mean = reduce({ axes: () => [1], combine: "sum", finish: (m, x, count) => m.div(x, count) });

const matmul = contract(() => ({
  extents: { i: 2, j: 4, k: 3 },
  output: ["i", "j"],
  operands: [
    { input: 0, axes: [{ terms: [["i", 1]] }, { terms: [["k", 1]] }] },
    { input: 1, axes: [{ terms: [["j", 1]] }, { terms: [["k", 1]] }], conjugate: true },
  ],
}));

const convolution = contract(() => ({
  extents: { n: 1, y: 4, x: 4, c: 2, u: 3, v: 3, d: 5 },
  output: ["n", "y", "x", "d"],
  operands: [
    {
      input: 0,
      axes: [
        { terms: [["n", 1]] },
        {
          terms: [
            ["y", 1],
            ["u", 1],
          ],
          offset: -1,
          bounded: true,
        },
        {
          terms: [
            ["x", 1],
            ["v", 1],
          ],
          offset: -1,
          bounded: true,
        },
        { terms: [["c", 1]] },
      ],
    },
    {
      input: 1,
      axes: [{ terms: [["u", 1]] }, { terms: [["v", 1]] }, { terms: [["c", 1]] }, { terms: [["d", 1]] }],
    },
  ],
}));

const gather = routine((k, m) => {
  k.parallel(k.input(1).count, (i) => {
    const at = k.hold(m.cast(k.load(k.input(1), i), "int32"));
    k.check(m.and(m.ge(at, 0), m.lt(at, 4)), "INVALID_ARGUMENT", "indices[%0] = %1 is not in [0, 4)", [
      i,
      at,
    ]);
    k.serial(2, (j) =>
      k.store(k.output(0), m.add(m.mul(i, 2), j), k.load(k.input(0), m.add(m.mul(at, 2), j))),
    );
  });
});

const search = routine((k, m) => {
  const low = k.cell("int32", 0);
  const high = k.cell("int32", k.input(0).count);
  k.while(m.lt(low.get(), high.get()), () => {
    const middle = k.hold(m.shr(m.add(low.get(), high.get()), 1));
    const less = m.lt(k.load(k.input(0), middle, true), k.load(k.input(1), 0));
    k.if(
      less,
      () => low.set(m.add(middle, 1)),
      () => high.set(middle),
    );
  });
  k.store(k.output(0), 0, low.get());
});

const scan = routine((k, m) => {
  const state = k.state("uint32", [0, 0]);
  const total = k.cell("float32", 0);
  k.serial(4, (i) => {
    total.set(m.add(total.get(), k.load(k.input(0), i)));
    k.store(k.output(0, [4]), i, total.get());
  });
  k.store(state, 0, m.add(k.load(state, 0), 1));
  k.setCount(0, 0, m.constant("int32", 3));
});

const sigmoid = pointwise((m, [x]) => {
  const half = m.mul(x!, 0.5);
  return m.select(m.isNan(x!), x!, m.add(m.div(half, m.add(m.abs(half), 1)), 0.5));
});

const KERNELS: readonly (readonly [string, KernelLowering, readonly Given[], readonly Given[]])[] = [
  ["add", add, [f32(2, 3), f32(2, 3)], [f32(2, 3)]],
  ["add-scalar", add, [f32(), f32()], [f32()]],
  ["add-broadcast", add, [f32(2, 1, 4), f32(3, 1)], [f32(2, 3, 4)]],
  ["add-complex", add, [c64(3), c64()], [c64(3)]],
  ["sigmoid", sigmoid, [f32(5)], [f32(5)]],
  ["transpose", view(() => ({ pieces: [transposed] })), [f32(2, 3)], [f32(3, 2)]],
  ["pad", view(() => ({ pieces: [padded], fill: { input: 1 } })), [f32(2, 3), f32()], [f32(4, 5)]],
  ["sum-rows", sum(1), [f32(3, 4)], [f32(3)]],
  ["sum-lanes", sum(0), [f32(1000)], [f32()]],
  ["mean-half", mean, [{ dtype: "float16", shape: [2, 5] }], [{ dtype: "float16", shape: [2] }]],
  ["matmul", matmul, [c64(2, 3), c64(4, 3)], [c64(2, 4)]],
  ["convolution", convolution, [f32(1, 4, 4, 2), f32(3, 3, 2, 5)], [f32(1, 4, 4, 5)]],
  ["gather", gather, [f32(4, 2), { dtype: "int64", shape: [3] }], [f32(3, 2)]],
  ["search", search, [f32(9), f32()], [{ dtype: "int32", shape: [] }]],
  ["scan", scan, [f32(4)], [f32(-1)]],
];

describe("kernels as text", () => {
  for (const [name, lowering, inputs, outputs] of KERNELS)
    it(name, async () => {
      const { kernel } = buildKernel(lowering, nodeOf(inputs, outputs));
      verify(kernel);
      await expect(printKernel(kernel)).toMatchFileSnapshot(`../../test/golden/kernels/${name}.txt`);
    });
});
