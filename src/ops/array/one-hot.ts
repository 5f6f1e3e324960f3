// OneHot: indices as rows with one entry set.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { routine } from "../../graph/lowering.ts";
import { int, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { unravel } from "../support/loops.ts";
import { knownInteger, reject } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function oneHotShape([indices, depthShape, on, off]: Shape[], node: ShapeNode<any>): Shape[] {
  for (const [name, shape] of [
    ["depth", depthShape],
    ["on_value", on],
    ["off_value", off],
  ] as const)
    if (shape !== null && shape.length !== 0)
      reject(
        node,
        `${name} must be a scalar, but got: ${shapeText(shape)}`,
        `Shape must be rank 0 but is rank ${shape.length}`,
      );
  const depth = knownInteger(node, 1) ?? UNKNOWN;
  if (depth < 0 && node.constant(1) !== undefined)
    throw invalidArgument(`depth must be non-negative, got: ${depth}`);
  if (indices === null) return [null];
  const axis = Number(node.attrs.axis);
  const rank = indices.length + 1;
  if (axis < -1 || axis >= rank)
    throw invalidArgument(`Expected axis to be -1 or between [0, ${rank}).  But received: ${axis}`);
  return [indices.toSpliced(axis === -1 ? rank - 1 : axis, 0, depth)];
}

export const OneHot = op("OneHot", {
  inputs: ["indices: TI", "depth: int32", "on_value: T", "off_value: T"],
  outputs: ["output: T"],
  attrs: { axis: int(-1), T: type(), TI: typeOr("int64", "uint8", "int8", "int32", "int64") },
  shape: oneHotShape,
  // y[before, d, after] = on where indices[before, after] is d, else off
  lower: movingObjects(
    routine((k, m, { inputs: [{ shape, dtype }], outputs: [{ shape: out }], attrs }) => {
      const given = Number(attrs.axis);
      const axis = given === -1 ? shape.length : given;
      const loops = [elementCount(shape.slice(0, axis)), out[axis], elementCount(shape.slice(axis))];
      const indices = k.input(0);
      const on = k.hold(k.load(k.input(2), 0));
      const off = k.hold(k.load(k.input(3), 0));
      const y = k.output(0);
      const wide = dtype === "int64" ? "int64" : "int32";
      k.parallel(y.count, (i) => {
        const [before, d, after] = unravel(m, i, loops);
        const index = k.load(indices, m.add(m.mul(before, loops[2]), after));
        k.store(y, i, m.select(m.eq(m.cast(index, wide), m.cast(d, wide)), on, off));
      });
    }),
  ),
  grad: none("indices carry no gradient"),
});
