// Random ops of tf.random.Generator: the stream stands in a resource variable and is moved by every op.
import { invalidArgument, UnimplementedError } from "../../base/errors.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import { routine, type ScalarMath, type Update, update } from "../../graph/lowering.ts";
import { missing, op, type ShapeNode, typeOr } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import { knownInteger } from "../support/shapes.ts";
import { boundedInt, type Distribution, fullInt, normal, truncatedNormal, uniform } from "./fills.ts";
import { join64, moveCounter, type Stream, wordsOf64 } from "./philox-ir.ts";
import type { Shaped } from "./sampled.ts";
import { algorithmOf, checkLimits, PHILOX, shapeInput, THREEFRY } from "./shapes.ts";
import { blocksFor, type Distance, distance, stateStream } from "./streams.ts";

/** Reads the state of a Generator, and checks that it is one. */
export function readState(k: KernelBuilder, m: ScalarMath, { inputs: [state] }: Shaped): Stream {
  if (state.dtype !== "int64")
    throw invalidArgument(`dtype of RNG state variable must be int64, not ${state.dtype}`);
  if (state.shape.length !== 1)
    throw invalidArgument(`RNG state must have one and only one dimension, not ${state.shape.length}`);
  if (state.shape[0] < 3)
    throw invalidArgument(
      `For the Philox algorithm, the size of state must be at least 3; got ${state.shape[0]}`,
    );
  return stateStream(k, m, k.input(0));
}

/** Writes the state moved on; whatever follows the counter stays. */
export function writeState(k: KernelBuilder, m: ScalarMath, { counter }: Stream, by: Distance): void {
  const [before, after] = [k.input(0), k.output(0)];
  const moved = moveCounter(k, m, counter, ...by);
  k.parallel(before.count, (i) => k.store(after, i, k.load(before, i)));
  k.store(after, 0, m.cast(join64(m, moved[0], moved[1]), "int64"));
  k.store(after, 1, m.cast(join64(m, moved[2], moved[3]), "int64"));
}

export function checkAlgorithm(node: ShapeNode, input: number): void {
  const given = knownInteger(node, input);
  if (given === undefined) return;
  const algorithm = algorithmOf(given);
  if (algorithm === THREEFRY)
    throw new UnimplementedError(
      "Generators on this machine: expected the Philox algorithm, received ThreeFry",
    );
  if (algorithm !== PHILOX) throw invalidArgument(`Unsupported algorithm id: ${given}`);
}

/** Draws the numbers of output 1 from the state of input 0; output 0 is the new state. */
const drawn = (distribution: Distribution, limits: readonly number[] = []): Update<unknown> =>
  update({
    reads: [0],
    writes: [0],
    body: routine((k, m, node) => {
      const stream = readState(k, m, node);
      const output = k.output(1);
      distribution.philox(
        k,
        m,
        stream,
        output,
        limits.map((input) => k.input(input)),
      );
      writeState(k, m, stream, distance(m, blocksFor(output.count)));
    }),
  });

function drawnShape(x: Shape[], node: ShapeNode): Shape[] {
  if (x[1] !== null && x[1].length !== 0)
    throw invalidArgument(`algorithm must be of shape [], not ${shapeText(x[1])}`);
  checkAlgorithm(node, 1);
  checkLimits(x.slice(3));
  return [shapeInput(x, node, 2)];
}

const generator = {
  inputs: ["resource: resource", "algorithm: int64", "shape: shape_dtype"],
  outputs: ["output: dtype"],
  stateful: true,
  shape: drawnShape,
  grad: missing("TensorFlow registers no gradient for ops of Generators"),
} as const;
const floats = { ...generator, attrs: { dtype: typeOr("float32"), shape_dtype: typeOr("int64") } } as const;

export const StatefulUniform = op("StatefulUniform", { ...floats, lower: drawn(uniform) });
export const StatefulStandardNormalV2 = op("StatefulStandardNormalV2", { ...floats, lower: drawn(normal) });
export const StatefulTruncatedNormal = op("StatefulTruncatedNormal", {
  ...floats,
  lower: drawn(truncatedNormal),
});

export const StatefulUniformFullInt = op("StatefulUniformFullInt", {
  ...generator,
  attrs: { dtype: typeOr("uint64"), shape_dtype: typeOr("int64") },
  lower: drawn(fullInt),
});

export const StatefulUniformInt = op("StatefulUniformInt", {
  ...generator,
  inputs: ["resource: resource", "algorithm: int64", "shape: shape_dtype", "minval: dtype", "maxval: dtype"],
  attrs: { dtype: typeOr("int64"), shape_dtype: typeOr("int64") },
  lower: drawn(boundedInt, [3, 4]),
});

/** What moving by `delta` means: room for `delta` outputs. */
function skipDistance(k: KernelBuilder, m: ScalarMath): Distance {
  const delta = k.hold(m.cast(k.load(k.input(2), 0), "uint64"));
  return wordsOf64(k, m, m.shl(delta, 8n));
}

const skipShape = (x: Shape[], node: ShapeNode): void => {
  checkAlgorithm(node, 1);
  for (const [i, name] of [
    [1, "algorithm"],
    [2, "delta"],
  ] as const)
    if (x[i] !== null && x[i].length !== 0)
      throw invalidArgument(`${name} must be of shape [], not ${shapeText(x[i])}`);
};

export const RngSkip = op("RngSkip", {
  inputs: ["resource: resource", "algorithm: int64", "delta: int64"],
  outputs: [],
  attrs: {},
  stateful: true,
  shape: (x, node) => {
    skipShape(x, node);
    return [];
  },
  lower: update({
    reads: [0],
    writes: [0],
    body: routine((k, m, node) => writeState(k, m, readState(k, m, node), skipDistance(k, m))),
  }),
  grad: missing("TensorFlow registers no gradient for RngSkip"),
});

/** The largest state of TensorFlow's algorithms: two integers of counter and one of key. */
const STATE_SIZE = 3;

export const RngReadAndSkip = op("RngReadAndSkip", {
  inputs: ["resource: resource", "alg: int32", "delta: uint64"],
  outputs: ["value: int64"],
  attrs: {},
  stateful: true,
  shape: (x, node) => {
    skipShape(x, node);
    return [[STATE_SIZE]];
  },
  lower: update({
    reads: [0],
    writes: [0],
    body: routine((k, m, node) => {
      const stream = readState(k, m, node);
      const [before, value] = [k.input(0), k.output(1)];
      k.parallel(STATE_SIZE, (i) => k.store(value, i, k.load(before, i)));
      writeState(k, m, stream, skipDistance(k, m));
    }),
  }),
  grad: missing("TensorFlow registers no gradient for RngReadAndSkip"),
});
