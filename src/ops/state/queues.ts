// Queues of tuples of tensors.
import type { TensorData } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { PhiloxRandom, SingleSamples } from "../../base/random/philox.ts";
import type { Shape } from "../../base/shape.ts";
import { type Host, host } from "../../graph/lowering.ts";
import { bool, int, missing, op, shapes, type ShapeNode, string, typesAtLeast } from "../../graph/op.ts";
import type { Attrs, DTypeName, TensorValue } from "../../graph/types.ts";
import { joinShapes } from "../support/shapes.ts";
import { rowsOf, stackPadded } from "./batches.ts";
import {
  commonShape,
  first,
  mostUrgent,
  type Pick,
  type QueueRule,
  queueOf,
  TensorQueue,
  type Tuple,
} from "./queue-object.ts";

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);
const number = (attr: unknown): number => Number(attr);

function makeQueue(
  world: Host,
  name: string,
  attrs: Attrs,
  rule: Partial<QueueRule> & { kind: string },
): TensorValue[] {
  const own = (attrs["shared_name"] as string) || name;
  const complete: QueueRule = {
    types: attrs["component_types"] as readonly DTypeName[],
    shapes: attrs["shapes"] as readonly Shape[],
    capacity: number(attrs["capacity"]),
    reserve: 0,
    pads: false,
    pick: first,
    ...rule,
  };
  const make = (): TensorQueue => new TensorQueue(own, complete);
  const queue = world.resource(attrs["container"] as string, own, rule.kind, make);
  return [{ dtype: "resource", shape: [], data: [queue] as unknown as TensorData }];
}

const named = { container: string(""), shared_name: string("") };
const plain = { component_types: typesAtLeast(1), shapes: shapes([]), capacity: int(-1), ...named };
const made = { inputs: [], outputs: ["handle: resource"], stateful: true, shape: () => [[]] } as const;

export const FIFOQueueV2 = op("FIFOQueueV2", {
  ...made,
  attrs: plain,
  lower: host((world, _, { name, attrs }) => makeQueue(world, name, attrs, { kind: "FIFOQueue" })),
  grad: noGradient("FIFOQueueV2"),
});

export const PaddingFIFOQueueV2 = op("PaddingFIFOQueueV2", {
  ...made,
  attrs: plain,
  lower: host((world, _, { name, attrs }) =>
    makeQueue(world, name, attrs, { kind: "PaddingFIFOQueue", pads: true }),
  ),
  grad: noGradient("PaddingFIFOQueueV2"),
});

export const PriorityQueueV2 = op("PriorityQueueV2", {
  ...made,
  attrs: { component_types: typesAtLeast(0, []), shapes: shapes(), capacity: int(-1), ...named },
  lower: host((world, _, { name, attrs }) =>
    makeQueue(world, name, attrs, {
      kind: "PriorityQueue",
      types: ["int64", ...(attrs["component_types"] as DTypeName[])],
      shapes: [[], ...(attrs["shapes"] as Shape[])],
      pick: mostUrgent,
    }),
  ),
  grad: noGradient("PriorityQueueV2"),
});

/** Any tuple, the last one taking its place; from TensorFlow's stream if there is a seed. */
function randomPick(seed: number, seed2: number, world: Host): Pick {
  const isSeeded = seed !== 0 || seed2 !== 0;
  const [key, start] = isSeeded ? [seed, seed2] : [world.entropy(), world.entropy()];
  const samples = new SingleSamples(PhiloxRandom.fromSeeds(key, start));
  return (items) => {
    const i = samples.next() % items.length;
    const taken = items[i];
    items[i] = items[items.length - 1];
    items.pop();
    return taken;
  };
}

export const RandomShuffleQueueV2 = op("RandomShuffleQueueV2", {
  ...made,
  attrs: { ...plain, min_after_dequeue: int(0), seed: int(0), seed2: int(0) },
  lower: host((world, _, { name, attrs }) =>
    makeQueue(world, name, attrs, {
      kind: "RandomShuffleQueue",
      reserve: number(attrs["min_after_dequeue"]),
      pick: randomPick(number(attrs["seed"]), number(attrs["seed2"]), world),
    }),
  ),
  grad: noGradient("RandomShuffleQueueV2"),
});

export const QueueEnqueueV2 = op("QueueEnqueueV2", {
  inputs: ["handle: resource", "components: Tcomponents"],
  outputs: [],
  attrs: { Tcomponents: typesAtLeast(1), timeout_ms: int(-1) },
  stateful: true,
  shape: () => [],
  lower: host((_, [handle, ...components]) => {
    queueOf(handle).enqueue([components]);
    return [];
  }),
  grad: noGradient("QueueEnqueueV2"),
});

export const QueueEnqueueManyV2 = op("QueueEnqueueManyV2", {
  inputs: ["handle: resource", "components: Tcomponents"],
  outputs: [],
  attrs: { Tcomponents: typesAtLeast(1), timeout_ms: int(-1) },
  stateful: true,
  shape: () => [],
  lower: host((_, [handle, ...components]) => {
    const count = components[0].shape[0];
    if (components.some(({ shape }) => shape.length === 0 || shape[0] !== count))
      throw invalidArgument("All input tensors must have the same size in the 0th dimension.");
    const columns = components.map(rowsOf);
    queueOf(handle).enqueue(
      Array.from({ length: count }, (_unused, i) => columns.map((column) => column[i])),
    );
    return [];
  }),
  grad: noGradient("QueueEnqueueManyV2"),
});

const dequeued = { component_types: typesAtLeast(1), timeout_ms: int(-1) };

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
const unknownShapes = (node: ShapeNode<any>, leading: Shape): Shape[] =>
  (node.attrs.component_types as readonly unknown[]).map(() => joinShapes(leading, null));

export const QueueDequeueV2 = op("QueueDequeueV2", {
  inputs: ["handle: resource"],
  outputs: ["components: component_types"],
  attrs: dequeued,
  stateful: true,
  shape: (_, node) => unknownShapes(node, []),
  lower: host((_, [handle]) => queueOf(handle).dequeue(1, false)[0]),
  grad: noGradient("QueueDequeueV2"),
});

function batch(handle: TensorValue, n: TensorValue, upTo: boolean): TensorValue[] {
  const queue = queueOf(handle);
  const count = number(n.data[0]);
  if (count < 0)
    throw invalidArgument(`${upTo ? "DequeueUpTo" : "DequeueMany"} requested ${count} < 0 elements`);
  queue.checkBatches(`received ${queue.rule.shapes.length} shapes for ${queue.rule.types.length} components`);
  return stackTuples(queue, queue.dequeue(count, upTo));
}

function stackTuples({ rule }: TensorQueue, tuples: readonly Tuple[]): TensorValue[] {
  return rule.types.map((dtype, i) => {
    const parts = tuples.map((tuple) => tuple[i]);
    const empty = rule.shapes[i]!.map((size) => Math.max(size, 0));
    return stackPadded(dtype, parts, parts.length === 0 ? empty : commonShape(parts));
  });
}

export const QueueDequeueManyV2 = op("QueueDequeueManyV2", {
  inputs: ["handle: resource", "n: int32"],
  outputs: ["components: component_types"],
  attrs: dequeued,
  stateful: true,
  shape: (_, node) => unknownShapes(node, [-1]),
  lower: host((_, [handle, n]) => batch(handle, n, false)),
  grad: noGradient("QueueDequeueManyV2"),
});

export const QueueDequeueUpToV2 = op("QueueDequeueUpToV2", {
  inputs: ["handle: resource", "n: int32"],
  outputs: ["components: component_types"],
  attrs: dequeued,
  stateful: true,
  shape: (_, node) => unknownShapes(node, [-1]),
  lower: host((_, [handle, n]) => batch(handle, n, true)),
  grad: noGradient("QueueDequeueUpToV2"),
});

export const QueueCloseV2 = op("QueueCloseV2", {
  inputs: ["handle: resource"],
  outputs: [],
  attrs: { cancel_pending_enqueues: bool(false) },
  stateful: true,
  shape: () => [],
  lower: host((_, [handle]) => {
    const queue = queueOf(handle);
    queue.isClosed = true;
    return [];
  }),
  grad: noGradient("QueueCloseV2"),
});

export const QueueIsClosedV2 = op("QueueIsClosedV2", {
  inputs: ["handle: resource"],
  outputs: ["is_closed: bool"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: host((_, [handle]) => [
    { dtype: "bool", shape: [], data: Uint8Array.of(Number(queueOf(handle).isClosed)) },
  ]),
  grad: noGradient("QueueIsClosedV2"),
});

export const QueueSizeV2 = op("QueueSizeV2", {
  inputs: ["handle: resource"],
  outputs: ["size: int32"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: host((_, [handle]) => [{ dtype: "int32", shape: [], data: Int32Array.of(queueOf(handle).size) }]),
  grad: noGradient("QueueSizeV2"),
});
