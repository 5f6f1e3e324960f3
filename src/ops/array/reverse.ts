// Reversal of axes: whole ones, or of each sequence of a batch up to its length.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, type Shape, shapeText, strides } from "../../base/shape.ts";
import { routine, type ViewPiece, view } from "../../graph/lowering.ts";
import { int, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { position, unravel } from "../support/loops.ts";
import { fromFront, knownIntegers, reject, withRank } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { readPiece } from "../support/views.ts";

function reversed(shape: Dims, isReversed: (axis: number) => boolean): ViewPiece[] {
  if (shape.includes(0)) return [];
  const own = strides(shape);
  const steps = own.map((step, axis) => (isReversed(axis) ? -step : step));
  const offset = own.reduce((sum, step, axis) => sum + (isReversed(axis) ? step * (shape[axis] - 1) : 0), 0);
  return [readPiece(shape, steps, offset)];
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function reversedShape([x, axes]: Shape[], node: ShapeNode<any>): Shape[] {
  if (axes !== null && axes.length !== 1)
    reject(
      node,
      `'axis' must be a vector: received ${shapeText(axes)}`,
      `Shape must be rank 1 but is rank ${axes.length}`,
    );
  const rank = x?.length ?? -1;
  const seen = new Set<number>();
  knownIntegers(node, 1)?.forEach((given, i) => {
    if (rank < 0) return;
    const axis = fromFront(given, rank);
    if (axis < 0 || axis >= rank)
      throw invalidArgument(`'axis'[${i}] = ${given} is out of valid range [0, ${rank - 1}`);
    if (seen.has(axis)) throw invalidArgument(`axis ${axis} specified more than once.`);
    seen.add(axis);
  });
  return [x];
}

export const ReverseV2 = op("ReverseV2", {
  inputs: ["tensor: T", "axis: Tidx"],
  outputs: ["output: T"],
  attrs: {
    Tidx: typeOr("int32", "int32", "int64"),
    T: type(
      "uint8",
      "int8",
      "uint16",
      "int16",
      "int32",
      "uint32",
      "int64",
      "uint64",
      "bool",
      "bfloat16",
      "float16",
      "float32",
      "float64",
      "complex64",
      "complex128",
      "string",
    ),
  },
  shape: reversedShape,
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[0];
      const axes = new Set(integers(node.value(1)).map((axis) => fromFront(axis, shape.length)));
      return { pieces: reversed(shape, (axis) => axes.has(axis)) };
    }),
  ),
  // dx = dy reversed
  grad: (t, [dy], [, axis]) => [t.ReverseV2(dy!, axis), null],
});

export const Reverse = op("Reverse", {
  inputs: ["tensor: T", "dims: bool"],
  outputs: ["output: T"],
  attrs: {
    T: type(
      "uint8",
      "int8",
      "uint16",
      "int16",
      "uint32",
      "int32",
      "uint64",
      "int64",
      "bool",
      "bfloat16",
      "float16",
      "float32",
      "float64",
      "complex64",
      "complex128",
      "string",
    ),
  },
  shape: ([x, dims]) => {
    withRank(dims, 1);
    if (x !== null && dims !== null && dims[0] >= 0 && dims[0] !== x.length)
      throw invalidArgument(
        `'dims' must have length ${x.length}, the rank of the input: received length ${dims[0]}`,
      );
    return [x];
  },
  lower: movingObjects(
    view((node) => {
      const flags = integers(node.value(1));
      return { pieces: reversed(node.inputs[0].shape, (axis) => flags[axis] !== 0) };
    }),
  ),
  // dx = dy reversed
  grad: (t, [dy], [, dims]) => [t.Reverse(dy!, dims), null],
});

interface SequenceAttrs {
  readonly seq_dim: number;
  readonly batch_dim: number;
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function sequenceShape([x, lengths]: Shape[], { attrs }: ShapeNode<any>): Shape[] {
  const [count] = withRank(lengths, 1);
  if (x === null) return [x];
  const { seq_dim, batch_dim } = axesOf(attrs, x.length);
  if (seq_dim === batch_dim) throw invalidArgument(`batch_dim == seq_dim == ${seq_dim}`);
  if (seq_dim >= x.length)
    throw invalidArgument(`seq_dim must be < input rank ( ${seq_dim} vs. ${x.length})`);
  if (batch_dim >= x.length)
    throw invalidArgument(`batch_dim must be < input rank ( ${batch_dim} vs. ${x.length})`);
  const batch = x[batch_dim];
  if (count >= 0 && batch >= 0 && count !== batch)
    throw invalidArgument(`Length of seq_lengths != input.dims(${batch_dim}), (${count} vs. ${batch})`);
  return [x];
}

const axesOf = ({ seq_dim, batch_dim }: SequenceAttrs, rank: number): SequenceAttrs => ({
  seq_dim: fromFront(Number(seq_dim), rank),
  batch_dim: fromFront(Number(batch_dim), rank),
});

export const ReverseSequence = op("ReverseSequence", {
  inputs: ["input: T", "seq_lengths: Tlen"],
  outputs: ["output: T"],
  attrs: { seq_dim: int(), batch_dim: int(0), T: type(), Tlen: typeOr("int64", "int32", "int64") },
  shape: sequenceShape,
  // y[b, t] = x[b, length[b] - 1 - t] for t < length[b], else x[b, t]
  lower: movingObjects(
    routine((k, m, { inputs: [{ shape }], attrs }) => {
      const { seq_dim, batch_dim } = axesOf(attrs, shape.length);
      const x = k.input(0);
      const lengths = k.input(1);
      const y = k.output(0);
      const steps = strides(shape);
      k.serial(lengths.count, (b) => {
        const length = k.load(lengths, b);
        k.check(m.ge(length, 0), "INVALID_ARGUMENT", "seq_lens(%0) < 0", [b]);
        const most = m.constant(lengths.dtype, shape[seq_dim]);
        k.check(m.le(length, most), "INVALID_ARGUMENT", `seq_lens(%0) > input.dims(${seq_dim})`, [b]);
      });
      k.parallel(y.count, (i) => {
        const index = unravel(m, i, shape);
        const length = k.hold(m.cast(k.load(lengths, index[batch_dim]), "int32"));
        const at = index[seq_dim];
        const from = m.select(m.lt(at, length), m.sub(m.sub(length, 1), at), at);
        k.store(y, i, k.load(x, position(m, index.with(seq_dim, from), steps), true));
      });
    }),
  ),
  // dx = dy with the same sequences reversed
  grad: (t, [dy], [, lengths], _y, { attrs: { seq_dim, batch_dim } }) => [
    t.ReverseSequence(dy!, lengths, { seq_dim, batch_dim }),
    null,
  ],
});
