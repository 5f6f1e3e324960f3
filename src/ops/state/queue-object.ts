// What a queue's handle points to: tuples of tensors that go in and come out by the queue's own rule.
import {
  CancelledError,
  DeadlineExceededError,
  invalidArgument,
  OutOfRangeError,
} from "../../base/errors.ts";
import { type Dims, isCompatible, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";

export type Tuple = readonly TensorValue[];

/** Takes the next tuple out of a list that is not empty. */
export type Pick = (items: Tuple[]) => Tuple;

export interface QueueRule {
  readonly kind: string;
  readonly types: readonly DTypeName[];
  /** Empty if nothing is known of the shapes. */
  readonly shapes: readonly Shape[];
  /** Negative for no limit. */
  readonly capacity: number;
  /** How many must remain while the queue is open. */
  readonly reserve: number;
  /** Elements of a batch may differ in size: they are filled up with zeros. */
  readonly pads: boolean;
  readonly pick: Pick;
}

export class TensorQueue {
  readonly name: string;
  readonly rule: QueueRule;
  readonly #items: Tuple[] = [];
  isClosed = false;

  constructor(name: string, rule: QueueRule) {
    this.name = name;
    this.rule = rule;
  }

  get size(): number {
    return this.#items.length;
  }

  /** Takes all tuples or none. */
  enqueue(tuples: readonly Tuple[]): void {
    for (const tuple of tuples) this.#check(tuple);
    if (this.isClosed) throw new CancelledError(`${this.rule.kind} '${this.name}' is closed.`);
    const { capacity } = this.rule;
    if (capacity >= 0 && this.size + tuples.length > capacity)
      throw this.#blocked(
        `room for ${tuples.length} elements, received a queue with ${this.size} of ${capacity}`,
      );
    this.#items.push(...tuples);
  }

  #check(tuple: Tuple): void {
    const { types, shapes } = this.rule;
    if (tuple.length !== types.length)
      throw invalidArgument(
        `Wrong number of components in tuple. Expected ${types.length}, got ${tuple.length}`,
      );
    tuple.forEach(({ dtype, shape }, i) => {
      if (dtype !== types[i])
        throw invalidArgument(`Type mismatch in tuple component ${i}. Expected ${types[i]}, got ${dtype}`);
      if (shapes.length > 0 && !isCompatible(shapes[i], shape))
        throw invalidArgument(
          `Shape mismatch in tuple component ${i}. Expected ${shapeText(shapes[i])}, got ${shapeText(shape)}`,
        );
    });
  }

  /** Takes `count` tuples out; fewer from a closed queue if `upTo` allows it. */
  dequeue(count: number, upTo: boolean): Tuple[] {
    const available = this.isClosed ? this.size : this.size - this.rule.reserve;
    const taken = upTo && this.isClosed && available > 0 ? Math.min(count, available) : count;
    if (available < taken) throw this.#lacking(count);
    return Array.from({ length: taken }, () => this.rule.pick(this.#items));
  }

  #lacking(count: number): Error {
    if (!this.isClosed) return this.#blocked(`${count} elements, received a queue with ${this.size}`);
    return new OutOfRangeError(
      `${this.rule.kind} '${this.name}' is closed and has insufficient elements ` +
        `(requested ${count}, current size ${this.size})`,
    );
  }

  // Nothing else runs meanwhile, so waiting would never end.
  #blocked(what: string): Error {
    return new DeadlineExceededError(`Waiting for ${this.rule.kind} '${this.name}': expected ${what}`);
  }

  checkBatches(what: string): void {
    const { shapes, pads, kind } = this.rule;
    const isKnown =
      shapes.length > 0 && shapes.every((shape) => shape !== null && (pads || !shape.includes(-1)));
    if (!isKnown)
      throw invalidArgument(
        `${kind}'s DequeueMany and DequeueUpTo require the components to have specified shapes: ${what}`,
      );
  }
}

/** The first in is the first out. */
export const first: Pick = (items) => items.shift()!;

/** The least priority, the first component, comes first. */
export const mostUrgent: Pick = (items) => {
  const priorityOf = ([priority]: Tuple): bigint => priority.data[0] as bigint;
  const best = items.reduce((found, item, i) => (priorityOf(item) < priorityOf(items[found]) ? i : found), 0);
  return items.splice(best, 1)[0];
};

/** The queue that a handle points to. */
export function queueOf(handle: TensorValue): TensorQueue {
  const held: unknown = handle.data[0];
  if (held instanceof TensorQueue) return held;
  throw invalidArgument("A queue op: expected the handle of a queue, received another resource");
}

/** The largest size along each axis. */
export const commonShape = (parts: readonly TensorValue[]): Dims =>
  parts
    .map(({ shape }) => shape)
    .reduce((a, b) => (sameDims(a, b) ? a : a.map((size, i) => Math.max(size, b[i]))));
