// Poisson counts: RandomPoisson, RandomPoissonV2, StatelessRandomPoisson. Law: base/random/poisson.ts.
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { int, missing, none, op, type, typeOr } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { BufferedDraws } from "./buffered-ir.ts";
import { logGamma } from "./log-gamma-ir.ts";
import { moveBy, type Stream } from "./philox-ir.ts";
import { appendedShape, eachSample, endingShape } from "./sampled.ts";
import { checkSeed } from "./shapes.ts";
import { blocksFor, type SeedAttrs, seededStream, statelessStream } from "./streams.ts";

/** Knuth: how many uniforms can be multiplied before the product is at most exp(-rate). */
function sampleSmall(k: KernelBuilder, m: ScalarMath, rate: Scalar, draws: BufferedDraws): Scalar {
  const limit = k.hold(m.exp(m.neg(rate)));
  const product = k.cell("float64", draws.uniform());
  const count = k.cell("float64", 0);
  k.while(m.gt(product.get(), limit), () => {
    product.set(m.mul(product.get(), draws.uniform()));
    count.set(m.add(count.get(), 1));
  });
  return count.get();
}

const constant = (m: ScalarMath, value: number): Scalar => m.constant("float64", value);

/** Hormann's transformed rejection (PTRS). */
function sampleLarge(k: KernelBuilder, m: ScalarMath, rate: Scalar, draws: BufferedDraws): Scalar {
  const b = k.hold(m.add(m.mul(m.sqrt(rate), 2.53), 0.931));
  const a = k.hold(m.add(m.mul(b, 0.02483), -0.059));
  const inverseAlpha = k.hold(m.add(m.div(constant(m, 1.1328), m.sub(b, 3.4)), 1.1239));
  const squeeze = k.hold(m.sub(constant(m, 0.9277), m.div(constant(m, 3.6224), m.sub(b, 2))));
  const result = k.cell("float64", 0);
  const isDone = k.cell("bool", 0);
  const accept = (count: Scalar): void => {
    result.set(count);
    isDone.set(1);
  };
  k.while(m.not(isDone.get()), () => {
    const u = k.hold(m.sub(draws.uniform(), 0.5));
    const v = draws.uniform();
    const shifted = k.hold(m.sub(constant(m, 0.5), m.abs(u)));
    const scaled = m.mul(m.add(m.div(m.mul(a, 2), shifted), b), u);
    const count = k.hold(m.floor(m.add(m.add(scaled, rate), 0.43)));
    const isInside = m.and(m.ge(shifted, 0.07), m.le(v, squeeze));
    const isOutside = m.or(m.lt(count, 0), m.and(m.lt(shifted, 0.013), m.gt(v, shifted)));
    k.if(
      isInside,
      () => accept(count),
      () => {
        k.if(m.not(isOutside), () => {
          const ratio = m.div(m.mul(v, inverseAlpha), m.add(m.div(a, m.mul(shifted, shifted)), b));
          const factorial = logGamma(k, m, m.add(count, 1));
          const bound = m.sub(m.sub(m.mul(count, m.log(rate)), rate), factorial);
          k.if(m.le(m.log(ratio), bound), () => accept(count));
        });
      },
    );
  });
  return result.get();
}

function writePoisson(k: KernelBuilder, m: ScalarMath, rateInput: number, stream: Stream): void {
  const rates = k.input(rateInput);
  eachSample(k, m, k.output(0), rates.count, (index, batch, store) => {
    const rate = k.hold(m.cast(k.load(rates, batch), "float64"));
    const draws = new BufferedDraws(k, m, moveBy(k, m, stream, index, 8));
    const isFinite = m.lt(m.abs(rate), Number.POSITIVE_INFINITY);
    const small = (): void => store(sampleSmall(k, m, rate, draws));
    const large = (): void => store(sampleLarge(k, m, rate, draws));
    k.if(
      isFinite,
      () => k.if(m.lt(rate, 10), small, large),
      () => store(rate),
    );
  });
}

const counted = ["float16", "float32", "float64", "int32", "int64"] as const;
const seeds = { seed: int(0), seed2: int(0), S: type("int32", "int64") };

const lowerSeeded = routine<SeedAttrs>((k, m, node) => {
  writePoisson(k, m, 1, seededStream(k, m, node.attrs, blocksFor(k.output(0).count)));
});

export const RandomPoisson = op("RandomPoisson", {
  inputs: ["shape: S", "rate: dtype"],
  outputs: ["output: dtype"],
  attrs: { ...seeds, dtype: type("float16", "float32", "float64") },
  stateful: true,
  shape: (x, node) => appendedShape(x, node, 1),
  lower: lowerSeeded,
  grad: missing("TensorFlow registers no gradient for RandomPoisson"),
});

export const RandomPoissonV2 = op("RandomPoissonV2", {
  inputs: ["shape: S", "rate: R"],
  outputs: ["output: dtype"],
  attrs: { ...seeds, R: typeOr("float64", ...counted), dtype: typeOr("int64", ...counted) },
  stateful: true,
  shape: (x, node) => appendedShape(x, node, 1),
  lower: lowerSeeded,
  grad: missing("TensorFlow registers no gradient for RandomPoissonV2"),
});

export const StatelessRandomPoisson = op("StatelessRandomPoisson", {
  inputs: ["shape: T", "seed: Tseed", "lam: Rtype"],
  outputs: ["output: dtype"],
  attrs: {
    Rtype: type(...counted),
    dtype: type(...counted),
    T: type("int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64"),
  },
  shape: (x, node) => {
    checkSeed(x[1]);
    return endingShape(x, node, x[2]);
  },
  lower: routine((k, m) => writePoisson(k, m, 2, statelessStream(k, m, k.input(1)))),
  grad: none("counts do not change smoothly"),
});
