// The ScatterNd family: slices written into, added to or compared with places named by index tuples.
import { isObjectType } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientRule, op, type ShapeNode, string, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { castTo, shapeOf, zerosLike } from "../support/functions.ts";
import { copyAll } from "../support/loops.ts";
import { reject, shapeFromInput, withRankAtLeast } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { numberTypes } from "../support/type-lists.ts";
import { checkTuple, ignoresBadIndices, intoShape, tuplePlan, tupleSlice } from "./indexing-nd.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;
type Attrs = { bad_indices_policy: string };

const differs = (a: readonly number[], b: readonly number[]): boolean =>
  a.length !== b.length || a.some((size, i) => size >= 0 && b[i] >= 0 && size !== b[i]);

/** Updates must have the shape of the places, followed by that of the slices. */
function checkUpdates(shape: Shape, indices: Shape, updates: Shape, scatterNd: boolean): void {
  if (shape === null || indices === null || updates === null || indices.includes(-1)) return;
  const depth = indices[indices.length - 1];
  const outer = indices.length - 1;
  const inner = shape.length - depth;
  if (inner < 0)
    throw invalidArgument(
      "Index innermost dimension length must be <= the rank of the output: " +
        `received ${depth} vs. ${shape.length}`,
    );
  const from = shapeText(indices);
  const to = shapeText(updates);
  if (differs(indices.slice(0, -1), updates.slice(0, outer)))
    throw invalidArgument(
      scatterNd
        ? `Dimensions [0,${outer}) of indices[shape=${from}] must match dimensions [0,${outer}) of ` +
            `updates[shape=${to}]`
        : `The outer ${outer} dimensions of indices.shape=${from} must match the outer ${outer} ` +
            `dimensions of updates.shape=${to}`,
    );
  if (!differs(shape.slice(depth), updates.slice(outer))) return;
  throw invalidArgument(
    scatterNd
      ? `Dimensions [${depth},${shape.length}) of input[shape=${shapeText(shape)}] must match dimensions ` +
          `[${outer},${updates.length}) of updates[shape=${to}]`
      : `The inner ${inner} dimensions of output.shape=${shapeText(shape)} must match the inner ${inner} ` +
          `dimensions of updates.shape=${to}`,
  );
}

type Combine = (m: ScalarMath, old: Scalar, update: Scalar) => Scalar;
const assign: Combine = (_, __, update) => update;
const plus: Combine = (m, old, update) => (old.dtype === "bool" ? m.or(old, update) : m.add(old, update));

/** Where each op of the family has its indices, its updates and the tensor it starts from. */
interface Inputs {
  readonly base: number | null;
  readonly indices: number;
  readonly updates: number;
}

/** Updates are taken in the order in which they stand, so that duplicates give one result. */
function scattering({ base, indices, updates }: Inputs, combine: Combine) {
  return routine((k, m, node: LowerNode<Attrs>) => {
    const y = k.output(0);
    const plan = tuplePlan(node.outputs[0].shape, node.inputs[indices].shape);
    if (base !== null) copyAll(k, m, k.input(base), y);
    const into = intoShape(node.outputs[0].shape);
    if (!ignoresBadIndices(node)) k.serial(plan.count, (i) => checkTuple(k, m, plan, indices, i, into));
    if (y.count === 0 || elementCount(node.inputs[updates].shape) === 0) return;
    const source = k.input(updates);
    k.serial(plan.count, (i) => {
      const { start, inside } = tupleSlice(k, m, plan, indices, i);
      k.if(inside, () => {
        k.parallel(plan.inner, (j) => {
          const at = k.hold(m.add(start, j));
          const update = k.load(source, m.add(m.mul(i, plan.inner), j));
          k.store(y, at, combine(m, k.load(y, at, true), update), true);
        });
      });
    });
  });
}

export const ScatterNd = op("ScatterNd", {
  inputs: ["indices: Tindices", "updates: T", "shape: Tindices"],
  outputs: ["output: T"],
  attrs: { T: type(), Tindices: type("int16", "int32", "int64"), bad_indices_policy: string("") },
  shape: ([indices, updates, sizes], node) => {
    withRankAtLeast(indices, 1);
    if (sizes !== null && sizes.length !== 1)
      reject(
        node,
        `Shape must be a vector: received ${shapeText(sizes)}`,
        `Shape must be rank 1 but is rank ${sizes.length}`,
      );
    const shape = shapeFromInput(node, 2, sizes);
    if (node.running) checkFilled(shape!, indices!, updates!, node);
    checkUpdates(shape, indices, updates, true);
    return [shape];
  },
  // Strings are added to empty ones: the last of several is kept.
  lower: (node) =>
    movingObjects(
      scattering({ base: null, indices: 0, updates: 1 }, isObjectType(node.inputs[1].dtype) ? assign : plus),
    )(node),
  // dupdates = dy where the tuples point
  grad: (t, [dy], [indices]) => [null, t.GatherNd(dy!, indices), null],
});

function checkFilled(
  shape: readonly number[],
  indices: readonly number[],
  updates: readonly number[],
  node: AnyNode,
): void {
  const negative = shape.find((size) => size < 0);
  if (negative !== undefined) reject(node, `Dimension ${negative} must be >= 0`);
  if (elementCount(shape) === 0 && (elementCount(indices) > 0 || elementCount(updates) > 0))
    reject(node, "Indices and updates specified for empty output");
}

const scatterAttrs = { T: type(), Tindices: type("int32", "int64"), bad_indices_policy: string("") };

function scatteredShape([x, indices, updates]: Shape[]): Shape[] {
  withRankAtLeast(indices, 1);
  checkUpdates(x, indices, updates, false);
  return [x];
}

const onTensor: Inputs = { base: 0, indices: 1, updates: 2 };

export const TensorScatterUpdate = op("TensorScatterUpdate", {
  inputs: ["tensor: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: { ...scatterAttrs, Tindices: type("int16", "int32", "int64", "uint16") },
  shape: scatteredShape,
  lower: movingObjects(scattering(onTensor, assign)),
  // dtensor = dy with zeros where updates went, dupdates = dy there
  grad: (t, [dy], [, indices, updates]) => {
    const dupdates = t.GatherNd(dy!, indices);
    const dtensor = t.TensorScatterUpdate(t.Identity(dy!), indices, zerosLike(t, updates, dy!.dtype));
    return [dtensor, null, dupdates];
  },
});

export const TensorScatterAdd = op("TensorScatterAdd", {
  inputs: ["tensor: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: scatterAttrs,
  shape: scatteredShape,
  lower: scattering(onTensor, plus),
  // dtensor = dy, dupdates = dy where the tuples point
  grad: (t, [dy], [, indices]) => {
    const dupdates = t.GatherNd(dy!, indices);
    return [t.Identity(dy!), null, dupdates];
  },
});

export const TensorScatterSub = op("TensorScatterSub", {
  inputs: ["tensor: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: scatterAttrs,
  shape: scatteredShape,
  lower: scattering(onTensor, (m, old, update) => m.sub(old, update)),
  // dtensor = dy, dupdates = -dy where the tuples point
  grad: (t, [dy], [, indices]) => {
    const dupdates = t.GatherNd(dy!, indices);
    return [t.Identity(dy!), null, t.Neg(dupdates)];
  },
});

// dy goes to whichever elements equal the result, in equal parts
const extremeGradient: GradientRule<unknown> = (t, [dy], [x, indices, updates], [y]) => {
  const ownWins = castTo(t, t.Equal(x, y), dy!.dtype);
  const result = t.GatherNd(y, indices);
  const updateWins = castTo(t, t.Equal(updates, result), dy!.dtype);
  const winners = t.AddV2(ownWins, t.ScatterNd(indices, updateWins, shapeOf(t, x, indices.dtype)), {
    name: "add",
  });
  const dx = t.RealDiv(t.Mul(dy!, ownWins, { name: "mul" }), winners, { name: "truediv" });
  const shared = t.GatherNd(t.RealDiv(dy!, winners, { name: "truediv" }), indices);
  return [dx, null, t.Mul(shared, updateWins, { name: "mul" })];
};

export const TensorScatterMin = op("TensorScatterMin", {
  inputs: ["tensor: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: scatterAttrs,
  shape: scatteredShape,
  lower: scattering(onTensor, (m, old, update) => m.min(old, update)),
  grad: extremeGradient,
});

export const TensorScatterMax = op("TensorScatterMax", {
  inputs: ["tensor: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: scatterAttrs,
  shape: scatteredShape,
  lower: scattering(onTensor, (m, old, update) => m.max(old, update)),
  grad: extremeGradient,
});

export const ScatterNdNonAliasingAdd = op("ScatterNdNonAliasingAdd", {
  inputs: ["input: T", "indices: Tindices", "updates: T"],
  outputs: ["output: T"],
  attrs: {
    T: type(...numberTypes, "bool"),
    Tindices: type("int32", "int64"),
    bad_indices_policy: string(""),
  },
  shape: scatteredShape,
  lower: scattering(onTensor, plus),
  // dinput = dy, dupdates = dy where the tuples point
  grad: (t, [dy], [, indices]) => [dy, null, t.GatherNd(dy!, indices)],
});
