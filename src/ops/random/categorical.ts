// Classes drawn by log-probabilities: Multinomial, StatelessMultinomial. Law: base/random/categorical.ts.
import { invalidArgument } from "../../base/errors.ts";
import { categoricalReserve } from "../../base/random/categorical.ts";
import { type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { int, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { knownInteger } from "../support/shapes.ts";
import { realNumberTypes } from "../support/type-lists.ts";
import { uniform64 } from "./distributions.ts";
import { blockAt, type Stream } from "./philox-ir.ts";
import type { Shaped } from "./sampled.ts";
import { checkSeed } from "./shapes.ts";
import { blocksFor, type SeedAttrs, seededStream, statelessStream } from "./streams.ts";

function categoricalShape([logits, count]: Shape[], node: ShapeNode): Shape[] {
  if (logits !== null && logits.length !== 2)
    throw invalidArgument(`logits should be a matrix, got shape ${shapeText(logits)}`);
  if (count !== null && count.length !== 0)
    throw invalidArgument(`num_samples should be a scalar, got shape ${shapeText(count)}`);
  const samples = knownInteger(node, 1) ?? UNKNOWN;
  if (samples < 0 && node.constant(1) !== undefined)
    throw invalidArgument(`num_samples should be nonnegative, got ${samples}`);
  if (logits !== null && logits[1] === 0 && logits[0] > 0)
    throw invalidArgument(`num_classes should be positive, got ${logits[1]}`);
  return [[logits?.[0] ?? UNKNOWN, samples]];
}

const isFinite = (m: ScalarMath, x: Scalar): Scalar => m.lt(m.abs(x), Number.POSITIVE_INFINITY);

/** Sums of exp(logit - largest) up to each class, one row after the other. */
function cumulativeWeights(k: KernelBuilder, m: ScalarMath, logits: Buffer): Buffer {
  const [rows, classes] = logits.shape;
  const sums = k.temporary("float64", rows * classes);
  k.parallel(rows, (row) => {
    const start = k.hold(m.mul(row, classes));
    const logit = (j: Scalar): Scalar => k.hold(m.cast(k.load(logits, m.add(start, j)), "float64"));
    const largest = k.cell("float64", Number.NEGATIVE_INFINITY);
    k.serial(classes, (j) => {
      const x = logit(j);
      k.if(m.and(isFinite(m, x), m.gt(x, largest.get())), () => largest.set(x));
    });
    const total = k.cell("float64", 0);
    k.serial(classes, (j) => {
      const x = logit(j);
      k.if(isFinite(m, x), () => total.set(m.add(total.get(), m.exp(m.sub(x, largest.get())))));
      k.store(sums, m.add(start, j), total.get());
    });
  });
  return sums;
}

/** The number of the row's sums that are not above the target, by halving. */
function upperBound(
  k: KernelBuilder,
  m: ScalarMath,
  sums: Buffer,
  start: Scalar,
  classes: number,
  target: Scalar,
): Scalar {
  const low = k.cell("int32", 0);
  const high = k.cell("int32", classes);
  k.while(m.lt(low.get(), high.get()), () => {
    const middle = k.hold(m.shr(m.add(low.get(), high.get()), 1));
    const isBelow = m.le(k.load(sums, m.add(start, middle), true), target);
    k.if(
      isBelow,
      () => low.set(m.add(middle, 1)),
      () => high.set(middle),
    );
  });
  return low.get();
}

function writeCategorical(k: KernelBuilder, m: ScalarMath, node: Shaped, stream: Stream): void {
  const logits = k.input(0);
  const output = k.output(0);
  const classes = node.inputs[0].shape[1];
  const samples = node.outputs[0].shape[1];
  if (output.count === 0) return;
  const sums = cumulativeWeights(k, m, logits);
  k.parallel(output.count, (i) => {
    const start = k.hold(m.mul(m.div(i, samples), classes));
    const words = blockAt(k, m, stream, m.shr(i, 1));
    const isFirst = m.eq(m.and(i, 1), 0);
    const u = uniform64(m, m.select(isFirst, words[0], words[2]), m.select(isFirst, words[1], words[3]));
    const target = k.hold(m.mul(u, k.load(sums, m.add(start, classes - 1))));
    k.store(output, i, m.cast(upperBound(k, m, sums, start, classes, target), output.dtype));
  });
}

const noGradient = none("classes do not change smoothly");
const classesOut = { T: type(...realNumberTypes), output_dtype: typeOr("int64", "int32", "int64") };

export const Multinomial = op("Multinomial", {
  inputs: ["logits: T", "num_samples: int32"],
  outputs: ["output: output_dtype"],
  attrs: { seed: int(0), seed2: int(0), ...classesOut },
  stateful: true,
  shape: categoricalShape,
  lower: routine<SeedAttrs>((k, m, node) => {
    const [batch, samples] = node.outputs[0].shape;
    const blocks = blocksFor(categoricalReserve(batch, samples));
    writeCategorical(k, m, node, seededStream(k, m, node.attrs, blocks));
  }),
  grad: noGradient,
});

export const StatelessMultinomial = op("StatelessMultinomial", {
  inputs: ["logits: T", "num_samples: int32", "seed: Tseed"],
  outputs: ["output: output_dtype"],
  attrs: { ...classesOut, Tseed: typeOr("int64", "int32", "int64") },
  shape: (x, node) => {
    checkSeed(x[2]);
    return categoricalShape(x, node);
  },
  lower: routine((k, m, node) => writeCategorical(k, m, node, statelessStream(k, m, k.input(2)))),
  grad: noGradient,
});
