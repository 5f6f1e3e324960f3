// Binomial counts: StatelessRandomBinomial, StatefulRandomBinomial. Law: base/random/binomial.ts.
import { type Dims, elementCount, type Shape, tryBroadcast } from "../../base/shape.ts";
import { invalidArgument } from "../../base/errors.ts";
import { routine, type ScalarMath, update } from "../../graph/lowering.ts";
import { missing, none, op, type, typeOr } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { position, unravel } from "../support/loops.ts";
import { broadcastStrides } from "../support/views.ts";
import { BufferedDraws } from "./buffered-ir.ts";
import { checkAlgorithm, readState, writeState } from "./generator.ts";
import { moveCounter, type Stream, wordsOf64 } from "./philox-ir.ts";
import { eachSample, endingShape } from "./sampled.ts";
import { checkSeed, shapeInput } from "./shapes.ts";
import { distance, statelessStream } from "./streams.ts";

const TAILS = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

const constant = (m: ScalarMath, value: number): Scalar => m.constant("float64", value);

/** ln n! minus Stirling's approximation of it. */
function stirlingTail(m: ScalarMath, n: Scalar): Scalar {
  const small = m.table("float64", TAILS, m.cast(m.min(m.max(n, 0), 9), "int32"));
  const next = m.add(n, 1);
  const square = m.mul(next, next);
  const inner = m.div(m.sub(constant(m, 1 / 360), m.div(constant(m, 1 / 1260), square)), square);
  return m.select(m.le(n, 9), small, m.div(m.sub(constant(m, 1 / 12), inner), next));
}

/** Geometric steps until they exceed the count. */
function sampleByInversion(
  k: KernelBuilder,
  m: ScalarMath,
  count: Scalar,
  p: Scalar,
  draws: BufferedDraws,
): Scalar {
  const scale = k.hold(m.log1p(m.neg(p)));
  const step = (): Scalar => m.ceil(m.div(m.log(draws.uniform()), scale));
  const sum = k.cell("float64", step());
  const drawn = k.cell("float64", 0);
  k.while(m.le(sum.get(), count), () => {
    sum.set(m.add(sum.get(), step()));
    drawn.set(m.add(drawn.get(), 1));
  });
  return drawn.get();
}

function logAcceptance(m: ScalarMath, count: Scalar, ratio: Scalar, mode: Scalar, n: Scalar): Scalar {
  const after = (x: Scalar): Scalar => m.add(m.sub(count, x), 1);
  const terms = [
    m.mul(m.add(mode, 0.5), m.log(m.div(m.add(mode, 1), m.mul(ratio, after(mode))))),
    m.mul(m.add(count, 1), m.log(m.div(after(mode), after(n)))),
    m.mul(m.add(n, 0.5), m.log(m.div(m.mul(ratio, after(n)), m.add(n, 1)))),
    stirlingTail(m, mode),
    stirlingTail(m, m.sub(count, mode)),
    m.neg(stirlingTail(m, n)),
    m.neg(stirlingTail(m, m.sub(count, n))),
  ];
  return terms.reduce((sum, term) => m.add(sum, term));
}

/** Hormann's transformed rejection (BTRS). */
function sampleByRejection(
  k: KernelBuilder,
  m: ScalarMath,
  count: Scalar,
  p: Scalar,
  draws: BufferedDraws,
): Scalar {
  const failure = m.sub(constant(m, 1), p);
  const stddev = k.hold(m.sqrt(m.mul(m.mul(count, p), failure)));
  const b = k.hold(m.add(m.mul(stddev, 2.53), 1.15));
  const a = k.hold(m.add(m.add(m.mul(b, 0.0248), -0.0873), m.mul(p, 0.01)));
  const center = k.hold(m.add(m.mul(count, p), 0.5));
  const alpha = k.hold(m.mul(m.add(m.div(constant(m, 5.1), b), 2.83), stddev));
  const mode = k.hold(m.floor(m.mul(m.add(count, 1), p)));
  const ratio = k.hold(m.div(p, failure));
  const squeeze = k.hold(m.sub(constant(m, 0.92), m.div(constant(m, 4.2), b)));
  const result = k.cell("float64", 0);
  const isDone = k.cell("bool", 0);
  const accept = (n: Scalar): void => {
    result.set(n);
    isDone.set(1);
  };
  k.while(m.not(isDone.get()), () => {
    const u = draws.uniform();
    const v = draws.uniform();
    const centred = k.hold(m.sub(u, 0.5));
    const shifted = k.hold(m.sub(constant(m, 0.5), m.abs(centred)));
    const n = k.hold(m.floor(m.add(m.mul(m.add(m.div(m.mul(a, 2), shifted), b), centred), center)));
    k.if(
      m.and(m.ge(shifted, 0.07), m.le(v, squeeze)),
      () => accept(n),
      () => {
        k.if(m.and(m.ge(n, 0), m.le(n, count)), () => {
          const s = m.log(m.div(m.mul(v, alpha), m.add(m.div(a, m.mul(shifted, shifted)), b)));
          k.if(m.le(s, logAcceptance(m, count, ratio, mode, n)), () => accept(n));
        });
      },
    );
  });
  return result.get();
}

/** The stream of output `index`, `step` blocks after the one before. */
function streamOf(k: KernelBuilder, m: ScalarMath, stream: Stream, index: Scalar, step: number): Stream {
  const [low, high] = wordsOf64(k, m, m.mul(m.cast(index, "uint64"), BigInt(step)));
  return { key: stream.key, counter: moveCounter(k, m, stream.counter, low, high) };
}

const LARGE_STEP = 256;
const SMALL_STEP = 42;

/** One sample with 0 < p < 1; for p above 1/2 the failures are drawn. */
function sampleInside(
  k: KernelBuilder,
  m: ScalarMath,
  stream: Stream,
  index: Scalar,
  count: Scalar,
  p: Scalar,
  store: (x: Scalar) => void,
): void {
  const isMinority = k.hold(m.le(p, 0.5));
  const chance = k.hold(m.select(isMinority, p, m.sub(constant(m, 1), p)));
  const put = (drawn: Scalar): void => store(m.select(isMinority, drawn, m.sub(count, drawn)));
  const draws = (step: number): BufferedDraws => new BufferedDraws(k, m, streamOf(k, m, stream, index, step));
  k.if(
    m.ge(m.mul(count, chance), 10),
    () => put(sampleByRejection(k, m, count, chance, draws(LARGE_STEP))),
    () => put(sampleByInversion(k, m, count, chance, draws(SMALL_STEP))),
  );
}

interface Parameters {
  readonly counts: number;
  readonly probs: number;
  readonly output: number;
}

const batchesOf = (counts: Dims, probs: Dims): Dims => tryBroadcast(counts, probs)!.shape as Dims;

function writeBinomial(k: KernelBuilder, m: ScalarMath, at: Parameters, stream: Stream): void {
  const inputs = [k.input(at.counts), k.input(at.probs)];
  const dims = batchesOf(inputs[0].shape, inputs[1].shape);
  const steps = inputs.map(({ shape }) => broadcastStrides(shape, dims));
  eachSample(k, m, k.output(at.output), elementCount(dims), (index, batch, store) => {
    const place = unravel(m, batch, dims);
    const [count, p] = inputs.map((input, i) =>
      k.hold(m.cast(k.load(input, position(m, place, steps[i])), "float64")),
    );
    k.if(
      m.or(m.le(count, 0), m.le(p, 0)),
      () => store(constant(m, 0)),
      () => {
        k.if(
          m.ge(p, 1),
          () => store(count),
          () => {
            const isNumber = m.and(m.eq(count, count), m.eq(p, p));
            const sample = (): void => sampleInside(k, m, stream, index, count, p, store);
            k.if(isNumber, sample, () => store(constant(m, Number.NaN)));
          },
        );
      },
    );
  });
}

function parameterShape(counts: Shape, probs: Shape): Shape {
  const both = tryBroadcast(counts, probs);
  if (both === null)
    throw invalidArgument(
      `counts and probs must have compatible batch dimensions: [${counts}] vs. [${probs}]`,
    );
  return both.shape;
}

const counted = ["float16", "float32", "float64", "int32", "int64"] as const;

export const StatelessRandomBinomial = op("StatelessRandomBinomial", {
  inputs: ["shape: S", "seed: Tseed", "counts: T", "probs: T"],
  outputs: ["output: dtype"],
  attrs: {
    S: type("int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64"),
    T: typeOr("float64", ...counted),
    dtype: typeOr("int64", ...counted),
  },
  shape: (x, node) => {
    checkSeed(x[1]);
    return endingShape(x, node, parameterShape(x[2], x[3]));
  },
  lower: routine((k, m) =>
    writeBinomial(k, m, { counts: 2, probs: 3, output: 0 }, statelessStream(k, m, k.input(1))),
  ),
  grad: none("counts do not change smoothly"),
});

export const StatefulRandomBinomial = op("StatefulRandomBinomial", {
  inputs: ["resource: resource", "algorithm: int64", "shape: S", "counts: T", "probs: T"],
  outputs: ["output: dtype"],
  attrs: {
    S: type("int32", "int64"),
    T: typeOr("float64", ...counted),
    dtype: typeOr("int64", ...counted),
  },
  stateful: true,
  shape: (x, node) => {
    checkAlgorithm(node, 1);
    parameterShape(x[3], x[4]);
    return [shapeInput(x, node, 2)];
  },
  lower: update({
    reads: [0],
    writes: [0],
    body: routine((k, m, node) => {
      const stream = readState(k, m, node);
      const batches = elementCount(batchesOf(node.inputs[3].shape, node.inputs[4].shape));
      const samples = k.output(1).count / Math.max(batches, 1);
      writeBinomial(k, m, { counts: 3, probs: 4, output: 1 }, stream);
      const outputs = Math.floor((batches * 200 * (samples + 3)) / 4);
      writeState(k, m, stream, distance(m, BigInt(outputs) * 256n));
    }),
  }),
  grad: missing("TensorFlow registers no gradient for StatefulRandomBinomial"),
});
