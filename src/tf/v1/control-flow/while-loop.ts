// tf.while_loop of TensorFlow v1: Enter, Merge, LoopCond, Switch, NextIteration and Exit around the body.
import { ValueError } from "../../../base/errors.ts";
import { pythonShapeText, relaxShapes, sameShape, type Shape } from "../../../base/shape.ts";
import { raw } from "../../../engine/raw.ts";
import { defaultGraph } from "../../../graph/default-graph.ts";
import type { Graph, SymbolicTensor } from "../../../graph/graph.ts";
import { type ShapeLike, toShape } from "../../core/tensor-shape.ts";
import { convertInGraph } from "../convert.ts";
import { switchOn } from "./cond.ts";
import { flatten, type Structure, unflatten } from "./structure.ts";
import { WhileContext } from "./while-context.ts";

export interface WhileLoopOptions {
  /** Shapes that the loop variables keep; needed where they change. */
  shapeInvariants?: readonly ShapeLike[];
  parallelIterations?: number;
  maximumIterations?: number | null;
  name?: string;
}

type Condition = (...variables: never[]) => unknown;
type Body = (...variables: never[]) => Structure;

/** Repeats `body` while `condition` holds; gives the loop variables after the last iteration. */
export function whileLoopV1(
  condition: Condition,
  body: Body,
  loopVars: readonly unknown[],
  options: WhileLoopOptions = {},
): Structure[] {
  const graph = defaultGraph();
  return graph.nameScope(options.name ?? "while", (scope) => {
    const bounded = bound(condition, body, loopVars, options.maximumIterations ?? null);
    const name = `${scope}while_context`;
    const results = build(graph, name, bounded, options) as Structure[];
    return bounded.counts ? results.slice(1) : results;
  });
}

interface Loop {
  readonly condition: (...variables: unknown[]) => unknown;
  readonly body: (...variables: unknown[]) => Structure;
  readonly variables: readonly unknown[];
  readonly counts: boolean;
}

function bound(condition: Condition, body: Body, variables: readonly unknown[], most: number | null): Loop {
  const test = condition as unknown as Loop["condition"];
  const step = body as unknown as Loop["body"];
  if (most === null) return { condition: test, body: step, variables, counts: false };
  const limit = convertInGraph(most, "int32", "maximum_iterations");
  const counter = convertInGraph(0, "int32", "iteration_counter");
  return {
    condition: (i, ...rest) =>
      raw.LogicalAnd(raw.Less(i as SymbolicTensor, limit), convertInGraph(test(...rest))),
    body: (i, ...rest) => [raw.AddV2(i as SymbolicTensor, 1, { name: "add" }), ...asList(step(...rest))],
    variables: [counter, ...variables],
    counts: true,
  };
}

const asList = (result: Structure): unknown[] => (Array.isArray(result) ? result : [result]);

function build(graph: Graph, name: string, loop: Loop, options: WhileLoopOptions): Structure {
  const given = flatten(loop.variables).map((value) => convertInGraph(value));
  const context = new WhileContext(graph, name, options.parallelIterations ?? 10);
  const outer = graph.controlFlowContext;
  const entering = given.map((each) => (outer === null ? each : outer.addValue(each)));
  const enters = entering.map((each) => context.enter(each, false));
  enters.forEach((each, i) => {
    setEnterShape(each, entering[i]!, options.shapeInvariants?.[i]);
  });
  return context.within(() => {
    const frame = makeFrame(context, enters, loop);
    const next = loop.body(...asList(unflatten(loop.variables, frame.inside)));
    const results = flatten(loop.variables.length === 1 && !Array.isArray(next) ? [next] : next).map(
      (value) => convertInGraph(value),
    );
    closeLoop(frame, results, given, options);
    const exits = frame.switches.map(([whenFalse]) => exit(context, whenFalse));
    return unflatten(loop.variables, exits);
  });
}

function setEnterShape(
  enter: SymbolicTensor,
  source: SymbolicTensor,
  invariant: ShapeLike | undefined,
): void {
  enter.overrideShape(invariant === undefined ? source.shape : toShape(invariant));
}

interface Frame {
  readonly merges: readonly SymbolicTensor[];
  readonly switches: readonly (readonly [SymbolicTensor, SymbolicTensor])[];
  /** The loop variables as the body sees them. */
  readonly inside: readonly SymbolicTensor[];
}

function makeFrame(context: WhileContext, enters: readonly SymbolicTensor[], loop: Loop): Frame {
  for (const each of enters) context.values.add(each);
  const merges = enters.map((each) => {
    const [merge] = (each.isRef
      ? raw.RefMerge([each, each], { name: "Merge" })
      : raw.Merge([each, each])) as unknown as SymbolicTensor[];
    merge!.overrideShape(each.shape);
    return merge!;
  });
  context.conditionPivot = merges[0]!;
  const test = convertInGraph(loop.condition(...asList(unflatten(loop.variables, merges))));
  const go = raw.LoopCond(test, { name: "LoopCond" }) as SymbolicTensor;
  const switches = merges.map((merge) => switchOn(merge, go));
  const inside = switches.map(([, whenTrue]) => raw.Identity(whenTrue) as SymbolicTensor);
  context.bodyPivot = inside[0]!;
  return { merges, switches, inside };
}

function closeLoop(
  frame: Frame,
  results: readonly SymbolicTensor[],
  given: readonly SymbolicTensor[],
  options: WhileLoopOptions,
): void {
  if (results.length !== given.length)
    throw new ValueError(
      `The two structures don't have the same nested structure: expected ${given.length} loop variables ` +
        `from the body, received ${results.length}`,
    );
  frame.merges.forEach((merge, i) => {
    const result = results[i]!;
    if (result.dtype !== merge.dtype)
      throw new TypeError(
        `Loop variable ${given[i]!.name}: expected dtype ${merge.dtype} after one iteration, ` +
          `received ${result.dtype}`,
      );
    enforceShape(merge, result, given[i]!, options.shapeInvariants !== undefined);
    const next = (
      result.isRef ? raw.RefNextIteration(result, { name: "NextIteration" }) : raw.NextIteration(result)
    ) as SymbolicTensor;
    merge.op.updateInput(1, next);
  });
}

function enforceShape(
  merge: SymbolicTensor,
  next: SymbolicTensor,
  given: SymbolicTensor,
  hasInvariants: boolean,
): void {
  const kept: Shape = relaxShapes(merge.shape, next.shape);
  if (sameShape(kept, merge.shape)) return;
  throw new ValueError(
    hasInvariants
      ? `The shape invariant specified for ${given.name} is not compatible with the shape after one ` +
          `iteration: expected ${pythonShapeText(merge.shape)}, received ${pythonShapeText(next.shape)}`
      : `Input tensor '${given.name}' enters the loop with shape ${pythonShapeText(merge.shape)}, but has ` +
          `shape ${pythonShapeText(next.shape)} after one iteration. To allow the shape to vary ` +
          "across iterations, use the `shapeInvariants` argument of tf.whileLoop to specify a " +
          "less-specific shape.",
  );
}

function exit(context: WhileContext, whenFalse: SymbolicTensor): SymbolicTensor {
  const made = (
    whenFalse.isRef ? raw.RefExit(whenFalse, { name: "Exit" }) : raw.Exit(whenFalse)
  ) as SymbolicTensor;
  // Exit belongs to the loop, its output to what is around it.
  for (let outer = context.outerContext; outer !== null; outer = outer.outerContext)
    if ("values" in outer) (outer as WhileContext).values.add(made);
  return made;
}
