// Rows in random order: RandomShuffle and StatelessShuffle. The law is in base/random/shuffle.ts.
import { isObjectType } from "../../base/dtypes.ts";
import { elementCount } from "../../base/shape.ts";
import {
  alias,
  compose,
  type Lowering,
  type LowerNode,
  routine,
  type ScalarMath,
} from "../../graph/lowering.ts";
import { int, missing, none, op, type } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import { movingObjects } from "../support/strings.ts";
import { sameAsInput } from "../support/shapes.ts";
import { blockAt, type Stream } from "./philox-ir.ts";
import type { Shaped } from "./sampled.ts";
import { checkKeyCounter } from "./shapes.ts";
import { keyedStream, type SeedAttrs, seededStream } from "./streams.ts";

/** Fisher-Yates from the front: row i changes places with one of those from i on. */
function shuffledOrder(k: KernelBuilder, m: ScalarMath, stream: Stream, rows: number): Buffer {
  const order = k.temporary("int32", rows);
  k.parallel(rows, (i) => k.store(order, i, i));
  const words = [0, 1, 2, 3].map(() => k.cell("uint32", 0));
  k.serial(rows - 1, (i) => {
    const lane = k.hold(m.and(i, 3));
    k.if(m.eq(lane, 0), () => {
      const block = blockAt(k, m, stream, m.shr(i, 2));
      for (const [at, cell] of words.entries()) cell.set(block[at]);
    });
    const word = words
      .slice(0, 3)
      .reduceRight((rest, cell, at) => m.select(m.eq(lane, at), cell.get(), rest), words[3].get());
    const left = m.cast(m.sub(m.constant("int32", rows), i), "uint32");
    const j = k.hold(m.add(i, m.cast(m.rem(word, left), "int32")));
    const moved = k.hold(k.load(order, i));
    k.store(order, i, k.load(order, j, true));
    k.store(order, j, moved, true);
  });
  return order;
}

function writeShuffled(k: KernelBuilder, m: ScalarMath, node: Shaped, stream: Stream): void {
  const [rows, ...rest] = node.inputs[0].shape;
  const inner = elementCount(rest);
  const order = shuffledOrder(k, m, stream, rows);
  const [input, output] = [k.input(0), k.output(0)];
  k.parallel(rows, (row) => {
    const from = k.hold(m.mul(k.load(order, row), inner));
    k.parallel(inner, (column) => {
      k.store(output, m.add(m.mul(row, inner), column), k.load(input, m.add(from, column), true));
    });
  });
}

/** Scalars and single rows have one order, and take nothing from the stream. */
const hasOneOrder = ({ inputs: [{ shape }] }: Pick<Shaped, "inputs">): boolean => (shape[0] ?? 1) <= 1;

function shuffleLowering(node: LowerNode<SeedAttrs>): Lowering<SeedAttrs> {
  if (hasOneOrder(node)) return alias();
  const rows = node.inputs[0].shape[0];
  const { seed, seed2 } = node.attrs;
  // Kernels hold numbers: strings follow shuffled row numbers.
  if (isObjectType(node.inputs[0].dtype))
    return compose((t, [x]) => t.GatherV2(x, t.RandomShuffle(t.Range(0, rows, 1), { seed, seed2 }), 0));
  const blocks = BigInt(Math.ceil((rows - 1) / 4));
  return routine<SeedAttrs>((k, m, own) => writeShuffled(k, m, own, seededStream(k, m, own.attrs, blocks)));
}

export const RandomShuffle = op("RandomShuffle", {
  inputs: ["value: T"],
  outputs: ["output: T"],
  attrs: { seed: int(0), seed2: int(0), T: type() },
  stateful: true,
  shape: sameAsInput,
  lower: shuffleLowering,
  grad: none("TensorFlow gives none, though rows only move"),
});

export const StatelessShuffle = op("StatelessShuffle", {
  inputs: ["value: T", "key: uint64", "counter: uint64", "alg: int32"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: (x, node) => {
    checkKeyCounter(x, node, 1);
    return [x[0]];
  },
  lower: movingObjects((node) => {
    if (hasOneOrder(node)) return alias();
    return routine((k, m, own) => writeShuffled(k, m, own, keyedStream(k, m, k.input(1), k.input(2))));
  }),
  grad: missing("TensorFlow registers no gradient for StatelessShuffle"),
});
