// Speed of the interpreter on its own: nanoseconds per element, or per call where that is what counts.
import { allocate, type NumericArray } from "../src/base/dtypes.ts";
import { elementCount } from "../src/base/shape.ts";
import { buildKernel, type KernelLowering } from "../src/compiler/build-kernel.ts";
import { interpret } from "../src/compiler/interpret.ts";
import { contract, type LowerNode, pointwise, reduce, routine, view } from "../src/graph/lowering.ts";

type Spec = LowerNode["inputs"][number];

const f32 = (...shape: number[]): Spec => ({ dtype: "float32", shape });

function prepare(lowering: KernelLowering, inputs: readonly Spec[], outputs: readonly Spec[]): () => void {
  const node = { op: "Bench", name: "bench", attrs: {}, inputs, outputs } as unknown as LowerNode;
  const built = buildKernel(lowering, node);
  const data = ({ dtype, shape }: Spec): NumericArray => allocate(dtype, elementCount(shape)) as NumericArray;
  const filled = inputs.map((spec) => {
    const array = data(spec);
    for (let i = 0; i < array.length; i++)
      array[i] = typeof array[0] === "bigint" ? BigInt(i % 7) : (i % 7) / 8;
    return array;
  });
  const results = outputs.map(data);
  const run = interpret(built.kernel);
  const buffers = built.bindings.map((binding) => {
    if (binding.kind === "input") return filled[binding.index]!;
    if (binding.kind === "temporary") return data(built.temporaries[binding.index]!);
    return results[binding.kind === "output" ? binding.index : 0]!;
  });
  return () => run(buffers);
}

function report(name: string, units: number, run: () => void): void {
  const first = performance.now();
  run();
  const calls = Math.max(3, Math.min(200_000, Math.floor(300 / (performance.now() - first + 0.001))));
  for (let i = 0; i < calls; i++) run();
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) run();
    best = Math.min(best, (performance.now() - start) / calls);
  }
  const each = ((best * 1e6) / units).toFixed(2);
  console.log(`${name.padEnd(28)} ${best.toFixed(4).padStart(10)} ms a call ${each.padStart(9)} ns each`);
}

const MILLION = 1_000_000;
const sum = (axes: number[]) => reduce({ axes: () => axes, combine: "sum" });
const add = pointwise((m, [x, y]) => m.add(x!, y!));
// 24 nodes, about the size of an exponential.
const polynomial = pointwise((m, [x]) => {
  let result = m.add(m.mul(x!, 0.1), 1);
  for (let i = 0; i < 11; i++) result = m.add(m.mul(result, x!), 0.5);
  return result;
});
const product = (n: number) =>
  contract(() => ({
    extents: { i: n, j: n, k: n },
    output: ["i", "j"],
    operands: [
      { input: 0, axes: [{ terms: [["i", 1]] }, { terms: [["k", 1]] }] },
      { input: 1, axes: [{ terms: [["k", 1]] }, { terms: [["j", 1]] }] },
    ],
  }));
const transpose = view(() => ({
  pieces: [
    {
      input: 0,
      output: 0,
      shape: [1000, 1000],
      inputOffset: 0,
      inputStrides: [1, 1000],
      outputOffset: 0,
      outputStrides: [1000, 1],
    },
  ],
}));
const scan = routine((k, m) => {
  const input = k.input(0);
  const total = k.cell("float32", 0);
  k.serial(input.count, (i) => {
    total.set(m.add(total.get(), k.load(input, i)));
    k.store(k.output(0), i, total.get());
  });
});

report("add [2,4]", 1, prepare(add, [f32(2, 4), f32(2, 4)], [f32(2, 4)]));
report("add []", 1, prepare(add, [f32(), f32()], [f32()]));
report("add 10^6", MILLION, prepare(add, [f32(MILLION), f32(MILLION)], [f32(MILLION)]));
report("add [1000,1000]+[1000]", MILLION, prepare(add, [f32(1000, 1000), f32(1000)], [f32(1000, 1000)]));
report("add [10^5,10]+[10]", MILLION, prepare(add, [f32(100000, 10), f32(10)], [f32(100000, 10)]));
report("24 nodes 10^6", MILLION, prepare(polynomial, [f32(MILLION)], [f32(MILLION)]));
report(
  "exp 10^6",
  MILLION,
  prepare(
    pointwise((m, [x]) => m.exp(x!)),
    [f32(MILLION)],
    [f32(MILLION)],
  ),
);
report("sum 10^6", MILLION, prepare(sum([0]), [f32(MILLION)], [f32()]));
report("sum [1000,1000] axis 0", MILLION, prepare(sum([0]), [f32(1000, 1000)], [f32(1000)]));
report("sum [1000,1000] axis 1", MILLION, prepare(sum([1]), [f32(1000, 1000)], [f32(1000)]));
report("sum [10^5,10] axis 1", MILLION, prepare(sum([1]), [f32(100000, 10)], [f32(100000)]));
report("transpose [1000,1000]", MILLION, prepare(transpose, [f32(1000, 1000)], [f32(1000, 1000)]));
report("cumulative sum 10^6", MILLION, prepare(scan, [f32(MILLION)], [f32(MILLION)]));
report(
  "matmul 256 (per product)",
  256 ** 3,
  prepare(product(256), [f32(256, 256), f32(256, 256)], [f32(256, 256)]),
);

const at = (label: string, offset = 0) => ({ terms: [[label, 1]] as const, offset });
const window = (a: string, b: string) => ({
  terms: [
    [a, 1],
    [b, 1],
  ] as const,
  offset: -1,
  bounded: true,
});
const image = { input: 0, axes: [at("n"), window("y", "u"), window("x", "v"), at("c")] };
const filter = { input: 1, axes: [at("u"), at("v"), at("c"), at("d")] };
const extents = { n: 8, y: 28, x: 28, c: 16, u: 3, v: 3, d: 32 };
const convolution = contract(() => ({ extents, output: ["n", "y", "x", "d"], operands: [image, filter] }));
const filterGradient = contract(() => ({
  extents,
  output: ["u", "v", "c", "d"],
  operands: [image, { input: 1, axes: [at("n"), at("y"), at("x"), at("d")] }],
}));
const [images, filters, results] = [f32(8, 28, 28, 16), f32(3, 3, 16, 32), f32(8, 28, 28, 32)];
const products = 8 * 28 * 28 * 3 * 3 * 16 * 32;
const byColumns = contract(() => ({
  extents: { i: 256, j: 256, k: 256 },
  output: ["i", "j"],
  operands: [
    { input: 0, axes: [at("i"), at("k")] },
    { input: 1, axes: [at("j"), at("k")] },
  ],
}));
const dot = contract(() => ({
  extents: { k: MILLION },
  output: [],
  operands: [
    { input: 0, axes: [at("k")] },
    { input: 1, axes: [at("k")] },
  ],
}));
report(
  "matmul 256 transposed",
  256 ** 3,
  prepare(byColumns, [f32(256, 256), f32(256, 256)], [f32(256, 256)]),
);
report("dot 10^6", MILLION, prepare(dot, [f32(MILLION), f32(MILLION)], [f32()]));
report("convolution", products, prepare(convolution, [images, filters], [results]));
report("filter gradient", products, prepare(filterGradient, [images, results], [filters]));
