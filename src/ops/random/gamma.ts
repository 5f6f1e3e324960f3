// Gamma-distributed numbers: RandomGamma, StatelessRandomGammaV2 and V3. Law: base/random/gamma.ts.
import type { Shape } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, int, op, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { concatenate, elementOf, rangeOf, rankOf, shapeOf } from "../support/functions.ts";
import { BufferedDraws } from "./buffered-ir.ts";
import { moveBy, type Stream } from "./philox-ir.ts";
import { appendedShape, eachSample, endingShape } from "./sampled.ts";
import { checkKeyCounter, checkSeed } from "./shapes.ts";
import { blocksFor, keyedStream, type SeedAttrs, seededStream, statelessStream } from "./streams.ts";

/** Marsaglia and Tsang's rejection for d = alpha - 1/3 (+ 1 for alpha < 1). */
function sampleByRejection(k: KernelBuilder, m: ScalarMath, d: Scalar, draws: BufferedDraws): Scalar {
  const c = k.hold(m.div(m.constant("float64", 1 / 3), m.sqrt(d)));
  const result = k.cell("float64", Number.NaN);
  const isDone = k.cell("bool", 0);
  // A shape that is no number would never be accepted.
  k.if(m.not(m.gt(d, 0)), () => isDone.set(1));
  k.while(m.not(isDone.get()), () => {
    const x = draws.normal();
    const base = k.hold(m.add(m.mul(c, x), 1));
    k.if(m.gt(base, 0), () => {
      const v = k.hold(m.mul(m.mul(base, base), base));
      const u = draws.uniform();
      const square = k.hold(m.mul(x, x));
      const isNear = m.lt(u, m.sub(m.constant("float64", 1), m.mul(m.mul(square, 0.0331), square)));
      const bound = m.add(m.mul(square, 0.5), m.mul(d, m.add(m.sub(m.constant("float64", 1), v), m.log(v))));
      k.if(m.or(isNear, m.lt(m.log(u), bound)), () => {
        result.set(m.mul(d, v));
        isDone.set(1);
      });
    });
  });
  return result.get();
}

function writeGamma(k: KernelBuilder, m: ScalarMath, alphaInput: number, stream: Stream): void {
  const alphas = k.input(alphaInput);
  eachSample(k, m, k.output(0), alphas.count, (index, batch, store) => {
    const alpha = k.hold(m.cast(k.load(alphas, batch), "float64"));
    const draws = new BufferedDraws(k, m, moveBy(k, m, stream, index, 8));
    const exponential = (): void => store(m.neg(m.log1p(m.neg(draws.uniform()))));
    k.if(m.eq(alpha, 1), exponential, () => {
      const isSmall = k.hold(m.lt(alpha, 1));
      const d = k.hold(m.add(alpha, m.select(isSmall, m.constant("float64", 2 / 3), -1 / 3)));
      const sample = k.hold(sampleByRejection(k, m, d, draws));
      k.if(
        isSmall,
        () => store(m.mul(sample, m.pow(draws.uniform(), m.div(m.constant("float64", 1), alpha)))),
        () => store(sample),
      );
    });
  });
}

/** alpha with leading axes of size 1, so that it broadcasts against its samples. */
function withLeadingAxes(t: GradientBuilder, x: Value, count: Value): Value {
  const sizes = t.Fill(t.Pack([count], { name: "ones/packed" }), t.literal(1, "int32", "ones/Const"), {
    name: "ones",
  });
  return t.Reshape(x, concatenate(t, [sizes, shapeOf(t, x)], 0));
}

/** d sample / d alpha by implicit differentiation, summed over the samples. */
function alphaGradient(t: GradientBuilder, dy: Value, alpha: Value, sample: Value, sampleAxes: Value): Value {
  const partial = t.RandomGammaGrad(withLeadingAxes(t, alpha, sampleAxes), sample);
  return t.Sum(t.Mul(dy, partial, { name: "mul" }), rangeOf(t, 0, sampleAxes));
}

const statelessAxes = (t: GradientBuilder, shape: Value, alpha: Value): Value =>
  t.Sub(elementOf(t, shapeOf(t, shape), 0), rankOf(t, alpha), { name: "sub" });

const gammaTypes = ["float16", "float32", "float64"] as const;

export const RandomGamma = op("RandomGamma", {
  inputs: ["shape: S", "alpha: T"],
  outputs: ["output: T"],
  attrs: { seed: int(0), seed2: int(0), S: type("int32", "int64"), T: type(...gammaTypes) },
  stateful: true,
  shape: (x, node) => appendedShape(x, node, 1),
  lower: routine<SeedAttrs>((k, m, node) => {
    writeGamma(k, m, 1, seededStream(k, m, node.attrs, blocksFor(k.output(0).count)));
  }),
  grad: (t, [dy], [shape, alpha], [sample]) => [
    null,
    alphaGradient(t, dy!, alpha, sample, elementOf(t, shapeOf(t, shape), 0)),
  ],
});

export const StatelessRandomGammaV2 = op("StatelessRandomGammaV2", {
  inputs: ["shape: T", "seed: Tseed", "alpha: dtype"],
  outputs: ["output: dtype"],
  attrs: { dtype: type(...gammaTypes), T: type("int32", "int64"), Tseed: typeOr("int64", "int32", "int64") },
  shape: (x, node) => {
    checkSeed(x[1]);
    return endingShape(x, node, x[2]);
  },
  lower: routine((k, m) => writeGamma(k, m, 2, statelessStream(k, m, k.input(1)))),
  grad: (t, [dy], [shape, , alpha], [sample]) => [
    null,
    null,
    alphaGradient(t, dy!, alpha, sample, statelessAxes(t, shape, alpha)),
  ],
});

export const StatelessRandomGammaV3 = op("StatelessRandomGammaV3", {
  inputs: ["shape: shape_dtype", "key: uint64", "counter: uint64", "alg: int32", "alpha: dtype"],
  outputs: ["output: dtype"],
  attrs: { dtype: type(...gammaTypes), shape_dtype: typeOr("int32", "int32", "int64") },
  shape: (x: Shape[], node) => {
    checkKeyCounter(x, node, 1);
    return endingShape(x, node, x[4]);
  },
  lower: routine((k, m) => writeGamma(k, m, 4, keyedStream(k, m, k.input(1), k.input(2)))),
  grad: (t, [dy], [shape, , , , alpha], [sample]) => [
    null,
    null,
    null,
    null,
    alphaGradient(t, dy!, alpha, sample, statelessAxes(t, shape, alpha)),
  ],
});
