// Ops that change a tensor's shape and leave its elements where they are.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { alias } from "../../graph/lowering.ts";
import { ints, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { reshapeLike } from "../support/functions.ts";
import {
  fromFront,
  knownInteger,
  knownIntegers,
  reject,
  shapeFromInput,
  unknownSizes,
} from "../support/shapes.ts";
import { sameEntries } from "./partial-values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

/** The product of the known sizes, and where the only unknown one is; null if there are several. */
function knownPart(shape: readonly number[]): { product: number; open: number } | null {
  let product = 1;
  let open = -1;
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] >= 0) product *= shape[i];
    else if (open >= 0) return null;
    else open = i;
  }
  return { product, open };
}

function checkRequest(sizes: readonly number[]): void {
  let open = -1;
  sizes.forEach((size, i) => {
    if (size < -1) throw invalidArgument(`Size ${i} must be non-negative, not ${size}`);
    if (size >= 0) return;
    if (open >= 0) throw invalidArgument(`Only one input size may be -1, not both ${open} and ${i}`);
    open = i;
  });
}

const productOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** The shape asked for, with -1 replaced by what is left of the elements; zeros leave each other out. */
function reshapeNow(x: readonly number[], sizes: readonly number[]): Shape {
  checkRequest(sizes);
  const count = elementCount(x);
  const from = "Input to reshape is a tensor with";
  const open = sizes.indexOf(-1);
  let shape = sizes;
  if (open >= 0) {
    const hasZero = sizes.includes(0);
    const product = productOf(sizes.filter((size) => size > 0));
    const available = productOf(hasZero ? x.filter((size) => size > 0) : x);
    if (available % product !== 0)
      throw invalidArgument(
        `${from} ${available} values, but the requested shape requires a multiple of ${product}`,
      );
    shape = sizes.with(open, available / product);
  }
  if (elementCount(shape) !== count)
    throw invalidArgument(`${from} ${count} values, but the requested shape has ${elementCount(shape)}`);
  return shape;
}

/** As TensorFlow's SetOutputShapeForReshape: -1 is unknown here, and filled in where the input tells it. */
function reshapeLater(x: Shape, out: Shape): Shape {
  if (x === null || out === null) return out;
  const want = knownPart(out);
  const have = knownPart(x);
  if (want === null || have === null) return out;
  if (have.open >= 0) return out;
  if (want.open < 0) {
    if (have.product === want.product) return out;
    throw invalidArgument(
      `Cannot reshape a tensor with ${have.product} elements to ` +
        `shape ${shapeText(out)} (${want.product} elements)`,
    );
  }
  if (want.product === 0) return out;
  if (have.product % want.product !== 0)
    throw invalidArgument(
      `Dimension size must be evenly divisible by ${want.product} but is ${have.product}`,
    );
  return out.with(want.open, have.product / want.product);
}

export const Reshape = op("Reshape", {
  inputs: ["tensor: T", "shape: Tshape"],
  outputs: ["output: T"],
  attrs: { T: type(), Tshape: typeOr("int32", "int32", "int64") },
  shape: ([x, sizes], node) => {
    if (sizes !== null && sizes.length !== 1)
      reject(
        node,
        `sizes input must be 1-D, not ${shapeText(sizes)}`,
        `Shape must be rank 1 but is rank ${sizes.length}`,
      );
    if (node.running) return [reshapeNow(x!, knownIntegers(node, 1)!)];
    return [reshapeLater(x, shapeFromInput(node, 1, sizes))];
  },
  partialValue: sameEntries,
  lower: alias(),
  // dx = reshape(dy, shape(x)); one unknown size can be left to Reshape
  grad: (t, [dy], [x]) => {
    const open = x.shape?.filter((size) => size === UNKNOWN).length;
    return [open === 1 ? t.Reshape(dy!, x.shape!) : reshapeLike(t, dy!, x), null];
  },
});

function expand(x: Shape, axis: number | undefined, node: AnyNode): Shape {
  if (x === null) return null;
  if (axis === undefined) return unknownSizes(x.length + 1);
  const rank = x.length;
  if (axis < -rank - 1 || axis > rank)
    reject(
      node,
      `Tried to expand dim index ${axis} for tensor with ${rank} dimensions.`,
      `dim ${axis} not in the interval [${-rank - 1}, ${rank}].`,
    );
  return x.toSpliced(fromFront(axis, rank + 1), 0, 1);
}

export const ExpandDims = op("ExpandDims", {
  inputs: ["input: T", "dim: Tdim"],
  outputs: ["output: T"],
  attrs: { T: type(), Tdim: typeOr("int32", "int32", "int64") },
  shape: ([x, dim], node) => {
    if (dim !== null && elementCount(dim) >= 0 && elementCount(dim) !== 1)
      throw invalidArgument("'dim' must be a tensor with a single value");
    return [expand(x, knownInteger(node, 1), node)];
  },
  partialValue: sameEntries,
  lower: alias(),
  // dx = reshape(dy, shape(x))
  grad: (t, [dy], [x]) => [reshapeLike(t, dy!, x), null],
});

function squeeze(x: Shape, axes: readonly number[], node: AnyNode): Shape {
  if (x === null) return null;
  if (axes.length === 0) return x.includes(UNKNOWN) ? null : x.filter((size) => size !== 1);
  const rank = x.length;
  const removed = new Set<number>();
  for (const axis of axes) {
    if (axis < -rank || axis >= rank)
      reject(
        node,
        `Tried to squeeze dim index ${axis} for tensor with ${rank} dimensions.`,
        `squeeze_dims[${axes.indexOf(axis)}] not in [${-rank},${rank}).`,
      );
    const at = fromFront(axis, rank);
    if (x[at] !== 1 && x[at] !== UNKNOWN)
      throw invalidArgument(`Can not squeeze dim[${at}], expected a dimension of 1, got ${x[at]}`);
    removed.add(at);
  }
  return x.filter((_, at) => !removed.has(at));
}

export const Squeeze = op("Squeeze", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type(), squeeze_dims: ints([]) },
  shape: ([x], node) => [squeeze(x, node.attrs.squeeze_dims.map(Number), node)],
  partialValue: sameEntries,
  lower: alias(),
  // dx = reshape(dy, shape(x))
  grad: (t, [dy], [x]) => [reshapeLike(t, dy!, x)],
});
