// ParameterizedTruncatedNormal and its stateless form: normals between bounds, batch after batch.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, shapeText, tryBroadcast } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { int, none, op, type, typeOr } from "../../graph/op.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { position, unravel } from "../support/loops.ts";
import { floatTypes } from "../support/type-lists.ts";
import { broadcastStrides } from "../support/views.ts";
import {
  type Bounds,
  offerExponentials,
  offerNormals,
  offerUniforms,
  roundingTo,
  type Sampler,
} from "./bounded-normal-ir.ts";
import { boundedNormalGradient } from "./parameterized-gradient.ts";
import type { Stream } from "./philox-ir.ts";
import { endingShape } from "./sampled.ts";
import { checkSeed, shapeInput } from "./shapes.ts";
import { type SeedAttrs, seededStream, statelessStream } from "./streams.ts";

const STDDEVS_FOR_NORMAL = 1.3;
const MAX_ITERATIONS = 1000;

interface Plan {
  readonly batches: number;
  readonly samples: number;
  /** Loads parameter `which` (mean, stddev, minval, maxval) of a batch. */
  readonly parameter: (which: number, batch: Scalar) => Scalar;
  /** Where a sample goes; samples from `limit` on are drawn but not kept. */
  readonly place: (batch: Scalar, sample: Scalar) => Scalar;
  readonly limit: number;
}

interface Batch extends Bounds {
  readonly mean: Scalar;
  readonly stddev: Scalar;
}

/** Checks the parameters and turns the bounds around where the mean lies beyond them. */
function readBatch({ k, m, round }: Sampler, plan: Plan, batch: Scalar): Batch {
  const [mean, scale, minval, maxval] = [0, 1, 2, 3].map((which) => k.hold(plan.parameter(which, batch)));
  const isFinite = (x: Scalar): Scalar => m.lt(m.abs(x), Number.POSITIVE_INFINITY);
  const isUsable = m.and(
    m.and(m.gt(scale, 0), m.lt(minval, maxval)),
    m.or(isFinite(minval), isFinite(maxval)),
  );
  k.check(isUsable, "INVALID_ARGUMENT", "Invalid parameters");
  const isSwapped = k.hold(m.or(m.eq(minval, Number.NEGATIVE_INFINITY), m.lt(maxval, mean)));
  const stddev = k.hold(m.select(isSwapped, m.neg(scale), scale));
  const standard = (bound: Scalar): Scalar => round(m.div(round(m.sub(bound, mean)), stddev));
  const low = standard(m.select(isSwapped, maxval, minval));
  const high = standard(m.select(isSwapped, minval, maxval));
  return { mean, stddev, low, high };
}

interface Progress {
  readonly filled: Cell;
  readonly rejected: Cell;
}

function fillBatch(
  sampler: Sampler,
  plan: Plan,
  batch: Scalar,
  store: (at: Scalar, x: Scalar) => void,
): void {
  const { k, m, round } = sampler;
  const values = readBatch(sampler, plan, batch);
  const { mean, stddev, low, high } = values;
  const progress: Progress = { filled: k.cell("int32", 0), rejected: k.cell("int32", 0) };
  const { filled, rejected } = progress;
  const offer = (isAccepted: Scalar, x: Scalar): void =>
    k.if(m.lt(filled.get(), plan.samples), () => {
      const take = (): void => {
        rejected.set(0);
        const at = k.hold(plan.place(batch, filled.get()));
        const value = round(m.add(round(m.mul(x, stddev)), mean));
        k.if(m.lt(at, plan.limit), () => store(at, value));
        filled.set(m.add(filled.get(), 1));
      };
      k.if(isAccepted, take, () => {
        rejected.set(m.add(rejected.get(), 1));
        k.check(
          m.le(rejected.get(), MAX_ITERATIONS),
          "INTERNAL",
          "TruncatedNormal rejection sampler found no sample",
        );
      });
    });
  const repeat = (draw: () => void): void => k.while(m.lt(filled.get(), plan.samples), draw);
  const edge = m.constant(mean.dtype, STDDEVS_FOR_NORMAL);
  const limit = round(edge);
  const crosses = m.or(m.and(m.lt(low, m.neg(limit)), m.ge(high, 0)), m.and(m.gt(high, limit), m.le(low, 0)));
  k.if(
    crosses,
    () => repeat(() => offerNormals(sampler, values, offer)),
    () => {
      const root = round(m.sqrt(round(m.add(round(m.mul(low, low)), 4))));
      const quarter = round(m.mul(round(m.mul(low, round(m.sub(low, root)))), 0.25));
      const cutoff = round(
        m.div(round(m.mul(round(m.exp(round(m.add(quarter, 0.5)))), 2)), round(m.add(low, root))),
      );
      const difference = round(m.sub(high, low));
      k.if(
        m.lt(difference, cutoff),
        () => repeat(() => offerUniforms(sampler, values, difference, offer)),
        () => repeat(() => offerExponentials(sampler, values, root, offer)),
      );
    },
  );
}

function writeBounded(k: KernelBuilder, m: ScalarMath, stream: Stream, plan: Plan): void {
  const output = k.output(0);
  if (output.count === 0) return;
  const { dtype } = output;
  const round = roundingTo(k, dtype);
  const sampler: Sampler = { k, m, dtype, stream, drawn: k.cell("int32", 0), round };
  k.serial(plan.batches, (batch) => {
    fillBatch(sampler, plan, batch, (at, x) => k.store(output, at, x));
  });
}

/** Scalar parameters make TensorFlow work in batches of this many samples. */
const DESIRED_BATCH = 100;

/** One batch a row; parameters are scalars or one to a row. */
function statefulPlan(k: KernelBuilder, m: ScalarMath, shape: Dims, parameters: readonly Dims[]): Plan {
  const count = elementCount(shape);
  const isScalar = parameters.every((own) => own.length === 0);
  const samples = isScalar ? DESIRED_BATCH : elementCount(shape.slice(1));
  const batches = isScalar ? Math.ceil(count / DESIRED_BATCH) : shape[0];
  return {
    batches,
    samples,
    limit: count,
    parameter: (which, batch) => {
      const buffer = k.input(which + 1);
      return k.load(buffer, buffer.count === 1 ? 0 : batch);
    },
    place: (batch, sample) => m.add(m.mul(batch, samples), sample),
  };
}

function checkParameter(shape: Shape, rows: number | undefined, name: string): void {
  if (shape === null) return;
  const fits =
    shape.length === 0 ||
    (shape.length === 1 && (shape[0] === 1 || rows === undefined || rows < 0 || shape[0] === rows));
  if (!fits)
    throw invalidArgument(`Input ${name} should have length 1 or shape[0], got shape: ${shapeText(shape)}`);
}

const PARAMETERS = ["means", "stdevs", "minvals", "maxvals"];

export const ParameterizedTruncatedNormal = op("ParameterizedTruncatedNormal", {
  inputs: ["shape: T", "means: dtype", "stdevs: dtype", "minvals: dtype", "maxvals: dtype"],
  outputs: ["output: dtype"],
  attrs: { seed: int(0), seed2: int(0), dtype: type(...floatTypes), T: type("int32", "int64") },
  stateful: true,
  shape: (x, node) => {
    const shape = shapeInput(x, node);
    if (node.running && shape?.length === 0)
      throw invalidArgument(`Shape tensor must not be empty, got ${shapeText(shape)}`);
    for (const [i, name] of PARAMETERS.entries()) checkParameter(x[i + 1], shape?.[0], name);
    return [shape];
  },
  lower: routine<SeedAttrs>((k, m, node) => {
    const plan = statefulPlan(
      k,
      m,
      node.outputs[0].shape,
      node.inputs.slice(1).map(({ shape }) => shape),
    );
    const blocks = (BigInt(plan.batches) * 2000n * BigInt(plan.samples + 3)) / 4n;
    writeBounded(k, m, seededStream(k, m, node.attrs, blocks), plan);
  }),
  grad: none("TensorFlow gives none"),
});

const broadcastAll = (shapes: readonly Shape[]): Shape =>
  shapes.reduce((all, shape) => {
    const both = tryBroadcast(all, shape);
    if (both === null) throw invalidArgument("Shape passed in must end with broadcasted shape.");
    return both.shape;
  }, []);

/** One batch for each entry of the broadcast parameters, laid out [samples, batches]. */
function statelessPlan(k: KernelBuilder, m: ScalarMath, shape: Dims, parameters: readonly Dims[]): Plan {
  const dims = broadcastAll(parameters) as Dims;
  const batches = elementCount(dims);
  const samples = elementCount(shape) / Math.max(batches, 1);
  const steps = parameters.map((own) => broadcastStrides(own, dims));
  return {
    batches,
    samples,
    limit: elementCount(shape),
    parameter: (which, batch) =>
      k.load(k.input(which + 2), position(m, unravel(m, batch, dims), steps[which])),
    place: (batch, sample) => m.add(m.mul(sample, batches), batch),
  };
}

export const StatelessParameterizedTruncatedNormal = op("StatelessParameterizedTruncatedNormal", {
  inputs: ["shape: S", "seed: Tseed", "means: dtype", "stddevs: dtype", "minvals: dtype", "maxvals: dtype"],
  outputs: ["output: dtype"],
  attrs: {
    S: type("int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64"),
    dtype: type("float16", "float32", "float64"),
  },
  shape: (x, node) => {
    checkSeed(x[1]);
    return endingShape(x, node, broadcastAll(x.slice(2)));
  },
  lower: routine((k, m, node) => {
    const plan = statelessPlan(
      k,
      m,
      node.outputs[0].shape,
      node.inputs.slice(2).map(({ shape }) => shape),
    );
    writeBounded(k, m, statelessStream(k, m, k.input(1)), plan);
  }),
  grad: (t, [dy], x, [sample]) => [null, null, ...boundedNormalGradient(t, dy!, x, sample)],
});
