// Gradients of graphs: walks back from targets to sources and adds the nodes that compute the gradients.
import { isComplex, isFloating, isInteger } from "../base/dtypes.ts";
import { LookupError, RuntimeError, ValueError } from "../base/errors.ts";
import { pythonShapeText } from "../base/shape.ts";
import { currentGraph } from "../graph/default-graph.ts";
import { type Graph, type Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";
import { joinSlices, type Present } from "./accumulate.ts";
import { zerosFor } from "./condition-gradient.ts";
import { gateGradients } from "./gate.ts";
import { GraphWalk } from "./graph-walk.ts";
import { colocated, onesLike, zerosLike } from "./helpers.ts";
import type { Differentiator } from "./differentiate.ts";
import { nodeGradient } from "./node-gradient.ts";
import { RecordedNode } from "./recorded-node.ts";
import { toDense } from "./slices.ts";
import { isRecording, record } from "./tape-stack.ts";
import { isTrainable } from "./trainable.ts";

export interface GradientsOptions {
  /** What flows into the targets; ones where it is left out. */
  readonly gradYs?: readonly (Gradient | undefined)[] | null;
  /** The name scope; "gradients" by default. */
  readonly name?: string | null;
  /** Tensors that are constants for these gradients. */
  readonly stopGradients?: readonly SymbolicTensor[];
  /** What sources get that nothing connects with the targets. */
  readonly unconnected?: "none" | "zero";
  /** Sum gradients two by two instead of all at once. */
  readonly sumPairwise?: boolean;
  /** Gradients of one node wait for each other. */
  readonly gate?: boolean;
  /** Gradients stand where the nodes they belong to stand. */
  readonly colocate?: boolean;
}

/**
 * Adds nodes for the gradients of the sum of `ys` with respect to each of `xs`; null where nothing connects
 * them.
 */
export function graphGradients(
  t: GradientBuilder,
  source: Graph,
  ys: readonly SymbolicTensor[],
  xs: readonly SymbolicTensor[],
  options: GradientsOptions = {},
): Gradient[] {
  const graph = currentGraph();
  if (graph === null)
    throw new RuntimeError(
      "tf.gradients is not supported when eager execution is enabled. Use tf.GradientTape instead.",
    );
  return graph.nameScope(options.name ?? "gradients", () => {
    graph.uniqueName("uid");
    return new Backward(t, source, ys, xs, options).run();
  });
}

/** Gradients of graphs, for nodes that call functions. */
export const differentiator: Differentiator = {
  gradients: graphGradients,
  recorded: (op, outputs) => {
    if (isRecording() && outputs.length > 0) record(new RecordedNode(op, outputs, differentiator));
  },
};

/** Tells tapes of a node that was added to a graph. */
export const recordNode = (op: Operation): void => differentiator.recorded(op, op.outputs);

class Backward {
  readonly #t: GradientBuilder;
  readonly #ys: readonly SymbolicTensor[];
  readonly #xs: readonly SymbolicTensor[];
  readonly #options: GradientsOptions;
  readonly #walk: GraphWalk;
  /** What has arrived at each output of a node. */
  readonly #arrived = new Map<Operation, Present[][]>();

  constructor(
    t: GradientBuilder,
    source: Graph,
    ys: readonly SymbolicTensor[],
    xs: readonly SymbolicTensor[],
    options: GradientsOptions,
  ) {
    this.#t = t;
    this.#ys = ys;
    this.#xs = xs;
    this.#options = options;
    this.#walk = new GraphWalk(source, ys, xs);
  }

  run(): Gradient[] {
    const upstream = initialGradients(this.#t, this.#ys, this.#options.gradYs ?? []);
    this.#ys.forEach((y, i) => {
      if (upstream[i] !== null) this.#arrive(y, upstream[i]!);
    });
    const queue = new Set<Operation>();
    for (const { op } of this.#ys)
      if (!this.#walk.isWaiting(op) && this.#walk.reachable.has(op)) queue.add(op);
    const stops = this.#stops();
    for (const op of queue) {
      this.#visit(op, stops);
      for (const ready of this.#walk.visited(op)) queue.add(ready);
    }
    this.#checkAllVisited();
    return this.#xs.map((x) => this.#result(x));
  }

  /** A target that still waits stands in a circle: a TensorFlow v1 loop, seen from inside. */
  #checkAllVisited(): void {
    for (const op of this.#walk.reachable)
      if (this.#walk.isWaiting(op))
        throw new LookupError(
          `No gradient defined for operation '${op.name}' (op type: ${op.type}): expected a target ` +
            "outside of loops of TensorFlow v1, received one that a loop's next iteration uses",
        );
  }

  /** Sources that do not depend on other sources, and what the caller named. */
  #stops(): Set<Operation> {
    const stops = new Set((this.#options.stopGradients ?? []).map(({ op }) => op));
    for (const { op } of this.#xs)
      if (!this.#walk.inputsOf(op).some((input) => this.#walk.isWaiting(input.op))) stops.add(op);
    return stops;
  }

  #visit(op: Operation, stops: ReadonlySet<Operation>): void {
    const dy = this.#sums(op);
    if (stops.has(op) || dy.every((gradient) => gradient === null)) return;
    const place = this.#options.colocate
      ? <T>(body: () => T): T => colocated(op.outputs[0]!, body)
      : undefined;
    const gradients = place === undefined ? this.#gradients(op, dy) : place(() => this.#gradients(op, dy));
    this.#walk.inputsOf(op).forEach((input, i) => {
      const gradient = gradients[i] ?? null;
      if (gradient === null) return;
      checkShape(op, input, i, gradient);
      this.#arrive(input, gradient);
    });
  }

  #gradients(op: Operation, dy: readonly Gradient[]): readonly Gradient[] {
    const t = this.#t;
    const complete = dy.map((gradient, i) => {
      const output = op.outputs[i]!;
      return gradient === null && isTrainable(output) ? zerosFor(t, op, i) : gradient;
    });
    return t.scope(`${op.name}_grad`, () => {
      const gradients = nodeGradient(t, op, complete, differentiator);
      return this.#options.gate ? gateGradients(t, gradients) : gradients;
    });
  }

  #arrive(tensor: SymbolicTensor, gradient: Present): void {
    let lists = this.#arrived.get(tensor.op);
    if (lists === undefined) this.#arrived.set(tensor.op, (lists = tensor.op.outputs.map(() => [])));
    (lists[tensor.index] ??= []).push(gradient);
  }

  /** One gradient for each output; the sum stands for its parts from then on. */
  #sums(op: Operation): Gradient[] {
    const lists = this.#arrived.get(op) ?? [];
    return op.outputs.map((_, i) => {
      const list = lists[i] ?? [];
      const sum = this.#sum(op, list);
      if (sum !== null) lists[i] = [sum];
      return sum;
    });
  }

  #sum(op: Operation, parts: readonly Present[]): Gradient {
    if (parts.length < 2) return parts[0] ?? null;
    const t = this.#t;
    if (parts.every(isIndexedSlices)) return joinSlices(t, parts);
    const tensors = parts.map((part) => (isIndexedSlices(part) ? toDense(t, part) : part));
    if (!this.#options.sumPairwise) return colocated(tensors[0]!, () => t.AddN(tensors));
    return t.scope(`${op.name}_gradient_sum`, () => tensors.reduce((sum, next) => t.AddN([sum, next])));
  }

  #result(x: SymbolicTensor): Gradient {
    const found = this.#sum(x.op, this.#arrived.get(x.op)?.[x.index] ?? []);
    if (found !== null) return found;
    return this.#options.unconnected === "zero" ? zerosLike(this.#t, x) : null;
  }
}

/** What flows into the targets: ones, or what the caller gives, under names of their own. */
function initialGradients(
  t: GradientBuilder,
  ys: readonly SymbolicTensor[],
  given: readonly (Gradient | undefined)[],
): Gradient[] {
  return ys.map((y, i) => {
    const gradient = given[i] ?? null;
    if (gradient === null) return ones(t, y, i);
    checkGiven(y, isIndexedSlices(gradient) ? gradient.values : gradient);
    const named = (value: Value, name: string): Value => t.Identity(value, { name });
    if (!isIndexedSlices(gradient)) return named(gradient, `grad_ys_${i}`);
    return {
      values: named(gradient.values, `grad_ys_${i}_values`),
      indices: named(gradient.indices, `grad_ys_${i}_indices`),
      denseShape: gradient.denseShape === null ? null : named(gradient.denseShape, `grad_ys_${i}_shape`),
    };
  });
}

function ones(t: GradientBuilder, y: SymbolicTensor, i: number): Value {
  if (isComplex(y.dtype))
    throw new TypeError(`Gradients of complex tensors (${y}) must set grad_ys (y.dtype = ${y.dtype})`);
  return onesLike(t, y, `grad_ys_${i}`);
}

const isReal = ({ dtype }: Value): boolean => isFloating(dtype) || isInteger(dtype);

function checkGiven(y: SymbolicTensor, gradient: Value): void {
  if (isReal(y) && !isReal(gradient))
    throw new TypeError(
      `Gradient type ${gradient.dtype} generated for real or integer-valued tensor ${y} with type ` +
        `${y.dtype} ` +
        "must be real or integer",
    );
  if (isComplex(y.dtype) && !isComplex(gradient.dtype))
    throw new TypeError(
      `Gradient type ${gradient.dtype} generated for complex-valued tensor ${y} with type ${y.dtype} must ` +
        "be complex",
    );
}

/** A gradient has the shape of what it is the gradient of. */
function checkShape(op: Operation, input: SymbolicTensor, index: number, gradient: Gradient): void {
  if (!(gradient instanceof SymbolicTensor) || input.dtype === "resource") return;
  const calculated = gradient.shape;
  try {
    gradient.setShape(input.shape);
  } catch (error) {
    throw new ValueError(
      `Incompatible shapes between op input and calculated input gradient. Forward operation: ${op.name}. ` +
        `Input index: ${index}. Original input shape: ${pythonShapeText(input.shape)}. ` +
        `Calculated input gradient shape: ${pythonShapeText(calculated)}`,
      { cause: error },
    );
  }
}
