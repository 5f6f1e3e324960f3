// Control flow by functions: branches, loops and calls.
import { relaxShapes, type Shape } from "../../base/shape.ts";
import { branch, call, loop } from "../../graph/lowering.ts";
import {
  func,
  funcs,
  int,
  missing,
  op,
  shapes,
  type ShapeNode,
  string,
  type,
  types,
} from "../../graph/op.ts";
import type { FunctionRef, HandleType } from "../../graph/types.ts";

const byStructure = missing("the gradient of functions follows from their graphs");

interface Result {
  readonly shape: Shape;
  readonly handleType?: HandleType;
}

/** What is known of the results of whichever function is called. */
// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function resultShapes(node: ShapeNode<any>, callees: readonly FunctionRef[]): Shape[] {
  const given: readonly Shape[] = node.attrs.output_shapes ?? [];
  const known = callees.map((fn) => node.outputsOf(fn) as readonly Result[] | undefined);
  return (node.attrs.Tout as readonly unknown[]).map((_, i) => {
    const results = known.map((outputs) => outputs?.[i]);
    const handle = results[0]?.handleType;
    if (handle !== undefined) node.setHandle(i, handle);
    if (given.length > 0) return given[i];
    return results.map((result) => result?.shape ?? null).reduce(relaxShapes);
  });
}

const conditional = {
  inputs: ["cond: Tcond", "input: Tin"],
  outputs: ["output: Tout"],
  attrs: {
    Tcond: type(),
    Tin: types(),
    Tout: types(),
    then_branch: func(),
    else_branch: func(),
    output_shapes: shapes([]),
  },
  lower: branch("condition", ({ attrs }) => [attrs.then_branch, attrs.else_branch]),
  grad: byStructure,
} as const;

export const If = op("If", {
  ...conditional,
  stateful: true,
  shape: (_, node) => resultShapes(node, [node.attrs.then_branch, node.attrs.else_branch]),
});

export const StatelessIf = op("StatelessIf", {
  ...conditional,
  shape: (_, node) => resultShapes(node, [node.attrs.then_branch, node.attrs.else_branch]),
});

const cases = {
  inputs: ["branch_index: int32", "input: Tin"],
  outputs: ["output: Tout"],
  attrs: { Tin: types(), Tout: types(), branches: { ...funcs(), minimum: 1 }, output_shapes: shapes([]) },
  lower: branch("index", ({ attrs }) => attrs.branches),
  grad: byStructure,
} as const;

export const Case = op("Case", {
  ...cases,
  stateful: true,
  shape: (_, node) => resultShapes(node, node.attrs.branches),
});

export const StatelessCase = op("StatelessCase", {
  ...cases,
  shape: (_, node) => resultShapes(node, node.attrs.branches),
});

/** Loop variables keep their shapes unless the node says what is left of them. */
function loopShapes(x: Shape[], node: ShapeNode<{ output_shapes: readonly Shape[] }>): readonly Shape[] {
  x.forEach((_, i) => {
    const handle = node.handle(i);
    if (handle !== undefined) node.setHandle(i, handle);
  });
  return node.attrs.output_shapes.length > 0 ? node.attrs.output_shapes : x;
}

const looping = {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: types(), cond: func(), body: func(), output_shapes: shapes([]), parallel_iterations: int(10) },
  lower: loop(
    ({ attrs }) => attrs.cond,
    ({ attrs }) => attrs.body,
  ),
  grad: byStructure,
} as const;

export const While = op("While", { ...looping, stateful: true, shape: loopShapes });
export const StatelessWhile = op("StatelessWhile", { ...looping, shape: loopShapes });

const calling = {
  inputs: ["args: Tin"],
  outputs: ["output: Tout"],
  attrs: {
    Tin: types(),
    Tout: types(),
    f: func(),
    config: string(""),
    config_proto: string(""),
    executor_type: string(""),
  },
  lower: call(({ attrs }) => attrs.f),
  grad: byStructure,
} as const;

export const PartitionedCall = op("PartitionedCall", {
  ...calling,
  shape: (_, node) => resultShapes(node, [node.attrs.f]),
});

export const StatefulPartitionedCall = op("StatefulPartitionedCall", {
  ...calling,
  stateful: true,
  shape: (_, node) => resultShapes(node, [node.attrs.f]),
});
