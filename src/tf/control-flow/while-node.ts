// Loops in graphs: a While node whose condition and body are functions.
import { ValueError } from "../../base/errors.ts";
import { isCompatible, pythonShapeText, type Shape } from "../../base/shape.ts";
import { recordNode } from "../../autodiff/graph-gradients.ts";
import { type Parameter, traceBranch } from "../../engine/branch-trace.ts";
import { isMoreGeneral } from "../../engine/function-signature.ts";
import { assertSameStructure, flatten, isComposite, mapLeaves, packAs } from "../../engine/nest.ts";
import type { TracingGraph } from "../../engine/tracing-graph.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { branchName } from "../../graph/func-graph.ts";
import { addLoopNode } from "../../graph/functional/loop-node.ts";
import type { Graph, SymbolicTensor } from "../../graph/graph.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import { one } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import { type ShapeLike, TensorShape, toShape } from "../core/tensor-shape.ts";
import type { TensorInput } from "../core/types.ts";
import { scalar } from "./cond.ts";
import { asList, type Fn, type WhileLoopOptions } from "./while-options.ts";

/** Counter and bound, which gradients need, come before the caller's variables. */
const LEADING = 2;

export function buildWhile(
  graph: Graph,
  cond: Fn<TensorInput>,
  body: Fn<unknown>,
  loopVars: readonly unknown[],
  options: WhileLoopOptions & { parallelIterations: number },
): unknown[] {
  const variables = mapLeaves(loopVars, (leaf) => (isComposite(leaf) ? leaf : asTensor(leaf as TensorInput)));
  const flat = flatten(variables, true) as Tensor[];
  const shapes = invariantShapes(variables, options.shapeInvariants ?? null);
  const [loop, results] = graph.nameScope(options.name ?? "while", (scope) => {
    const names = [branchName(scope, "cond"), branchName(scope, "body")] as const;
    const maximum = options.maximumIterations ?? null;
    const bound = asTensor(maximum ?? -1, undefined, "maximum_iterations", "int32");
    const counter = literal(0, "int32", "loop_counter");
    const loop = new Loop(graph, variables as unknown[], [counter, bound, ...flat], [[], [], ...shapes]);
    const condition = loop.condition(names[0], cond, maximum !== null);
    const step = loop.body(names[1], body, condition);
    return [loop, loop.node(scope, condition, step, options.parallelIterations)] as const;
  });
  return loop.arguments(results);
}

class Loop {
  readonly #graph: Graph;
  /** The caller's structure. */
  readonly #form: unknown[];
  readonly #inputs: readonly Tensor[];
  readonly #shapes: readonly Shape[];

  constructor(graph: Graph, form: unknown[], inputs: readonly Tensor[], shapes: readonly Shape[]) {
    this.#graph = graph;
    this.#form = form;
    this.#inputs = inputs;
    this.#shapes = shapes;
  }

  get #parameters(): readonly Parameter[] {
    return this.#inputs.map((like, i) => {
      const shape = this.#shapes[i]!;
      return i < LEADING ? { like, shape, name: (like as SymbolicTensor).op.name } : { like, shape };
    });
  }

  /** Leaves in the caller's structure. */
  arguments(leaves: readonly Tensor[]): unknown[] {
    return packAs(this.#form, leaves, true) as unknown[];
  }

  condition(name: string, cond: Fn<TensorInput>, bounded: boolean): TracingGraph {
    const trace = (counter: Tensor, most: Tensor, ...leaves: Tensor[]): unknown => {
      const go = cond(...this.arguments(leaves));
      const test = go instanceof Tensor ? scalar(go) : go;
      return bounded ? one("LogicalAnd", [one("Less", [counter, most]), test]) : test;
    };
    return traceBranch(this.#graph, name, trace as never, { parameters: this.#parameters }).graph;
  }

  body(name: string, body: Fn<unknown>, condition: TracingGraph): TracingGraph {
    const traced = traceBranch(
      this.#graph,
      name,
      ((counter: SymbolicTensor, most: Tensor, ...leaves: Tensor[]): unknown => {
        // In the condition's order, so that both functions take the same inputs.
        const graph = counter.graph as TracingGraph;
        for (const outer of condition.externalCaptures) graph.capture(outer);
        const returned = asList(body(...this.arguments(leaves)));
        assertSameStructure(returned, this.#form, true);
        const results = mapLeaves(returned, (leaf, i) => this.#converted(leaf, i), true);
        return [counter.add(1), most, ...flatten(results, true)];
      }) as never,
      { parameters: this.#parameters },
    );
    const { graph } = traced;
    this.#check(graph);
    graph.outputs = [...graph.outputs, ...graph.captures.map(({ inner }) => inner)];
    return graph;
  }

  /** Literals that a body returns take the loop variable's dtype. */
  #converted(leaf: unknown, index: number): Tensor {
    return asTensor(leaf as TensorInput, undefined, undefined, this.#inputs[LEADING + index]!.dtype);
  }

  #check(body: TracingGraph): void {
    this.#inputs.forEach((input, i) => {
      if (i < LEADING) return;
      const output = body.outputs[i]!;
      const name = (input as Partial<SymbolicTensor>).name ?? String(input);
      if (output.dtype !== input.dtype)
        throw new TypeError(
          `Loop var ${name} enters the loop with type <dtype: '${input.dtype}'> but has type ` +
            `<dtype: '${output.dtype}'> after 1 iteration. ${name} type should remain constant.`,
        );
      if (isMoreGeneral(this.#shapes[i]!, output.shape)) return;
      throw new ValueError(
        `Input tensor \`${name}\` enters the loop with shape ${pythonShapeText(this.#shapes[i]!)}, ` +
          "but has shape " +
          `${pythonShapeText(output.shape)} after one iteration. To allow the shape to vary across ` +
          "iterations, use the " +
          "`shape_invariants` argument of tf.while_loop to specify a less-specific shape.",
      );
    });
  }

  node(scope: string, condition: TracingGraph, body: TracingGraph, parallelIterations: number): Tensor[] {
    const graph = this.#graph;
    matchCondition(condition, body);
    const waits = [...condition.controlCaptures, ...body.controlCaptures];
    const count = this.#inputs.length;
    const outputShapes = body.outputs.map((output, i) =>
      i >= LEADING && i < count ? this.#shapes[i]! : output.shape,
    );
    const inputs = [...this.#inputs, ...body.externalCaptures];
    const node = graph.controlDependencies(waits, () =>
      addLoopNode(graph, { condition, body, inputs, outputShapes, parallelIterations, name: scope }),
    );
    recordNode(node);
    // Fetching one result of a plain graph needs none of the others.
    const outputs = graph.isFunction ? node.outputs : node.outputs.map((output) => one("Identity", [output]));
    return outputs.slice(LEADING, count);
  }
}

/** The condition takes what only the body captures too, and ignores it. */
function matchCondition(condition: TracingGraph, body: TracingGraph): void {
  const extra = body.externalCaptures.slice(condition.externalCaptures.length);
  extra.forEach((outer, i) => {
    const unused = withGraph(condition, () =>
      condition.placeholder(outer.dtype, null, `${condition.name}___redundant_placeholder${i}`),
    );
    condition.addCapture(outer, unused);
  });
}

/** A shape for each flat loop variable: its own, or the invariant given for it. */
function invariantShapes(variables: unknown, invariants: unknown): Shape[] {
  if (invariants === null) return (flatten(variables, true) as Tensor[]).map(({ shape }) => shape);
  const found: Shape[] = [];
  const walk = (variable: unknown, invariant: unknown): void => {
    if (isComposite(variable)) found.push(...variable.toComponents().map(({ shape }) => shape));
    else if (variable instanceof Tensor) found.push(checkInvariant(variable, shapeFrom(invariant)));
    else {
      const parts = Array.isArray(variable)
        ? variable.map((_, i) => i)
        : Object.keys(variable as object).sort();
      for (const key of parts)
        walk(
          (variable as Record<string, unknown>)[key],
          (invariant as Record<string, unknown> | undefined)?.[key],
        );
    }
  };
  walk(variables, invariants);
  return found;
}

function shapeFrom(invariant: unknown): Shape {
  const spec = invariant as { staticShape?: Shape } | null | undefined;
  if (spec !== null && typeof spec === "object" && "staticShape" in spec) return spec.staticShape ?? null;
  return toShape(new TensorShape(invariant as ShapeLike));
}

function checkInvariant(variable: Tensor, shape: Shape): Shape {
  if (isCompatible(shape, variable.shape) && isMoreGeneral(shape, variable.shape)) return shape;
  throw new ValueError(
    `The shape invariant specified for ${(variable as Partial<SymbolicTensor>).name ?? String(variable)} ` +
      "is not " +
      "compatible with the initial shape of the loop variable. It enters the loop with shape " +
      `${pythonShapeText(variable.shape)}, but the specified shape invariant is ${pythonShapeText(shape)}.`,
  );
}
