// Rows replaced or changed; and the copy that debuggers put between ops.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText } from "../../base/shape.ts";
import { alias, routine, type ScalarMath } from "../../graph/lowering.ts";
import { missing, op, string, strings, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { copyAll } from "../support/loops.ts";
import { sameAsInput } from "../support/shapes.ts";

function inplaceShape([x, i, v]: Shape[]): Shape[] {
  if (x === null || i === null || v === null) return [x];
  if (i.length > 1) throw invalidArgument(`i must be a vector. ${shapeText(i)}`);
  if (x.length !== v.length)
    throw invalidArgument(`x and v shape doesn't match (ranks differ): ${shapeText(x)} vs. ${shapeText(v)}`);
  const differing = x.findIndex((size, axis) => axis > 0 && size >= 0 && v[axis] >= 0 && size !== v[axis]);
  if (differing > 0)
    throw invalidArgument(
      `x and v shape doesn't match at index ${differing} : ${shapeText(x)} vs. ${shapeText(v)}`,
    );
  if (i.length === 1 && i[0] >= 0 && v[0] >= 0 && i[0] !== v[0])
    throw invalidArgument(`i and x shape doesn't match at index 0: ${shapeText(i)} vs. ${shapeText(v)}`);
  return [x];
}

/** Row i[n] of x is combined with row n of v; indices wrap around. */
function changeRows(combine: (m: ScalarMath, old: Scalar, change: Scalar) => Scalar) {
  return routine((k, m, { inputs: [{ shape }, , { shape: changes }] }) => {
    const rows = shape[0];
    const inner = elementCount(shape.slice(1));
    const indices = k.input(1);
    const v = k.input(2);
    const y = k.output(0);
    copyAll(k, m, k.input(0), y);
    if (rows === 0) return;
    k.serial(changes[0], (n) => {
      const row = m.rem(m.add(m.rem(k.load(indices, n), rows), rows), rows);
      const base = k.hold(m.mul(row, inner));
      k.parallel(inner, (j) => {
        const at = k.hold(m.add(base, j));
        k.store(y, at, combine(m, k.load(y, at, true), k.load(v, m.add(m.mul(n, inner), j))), true);
      });
    });
  });
}

const noGradient = missing("TensorFlow registers no gradient for it");
const signature = { inputs: ["x: T", "i: int32", "v: T"], outputs: ["y: T"], attrs: { T: type() } };

export const InplaceUpdate = op("InplaceUpdate", {
  ...signature,
  shape: inplaceShape,
  lower: changeRows((_, __, change) => change),
  grad: noGradient,
});

export const InplaceAdd = op("InplaceAdd", {
  ...signature,
  shape: inplaceShape,
  lower: changeRows((m, old, change) => m.add(old, change)),
  grad: noGradient,
});

export const InplaceSub = op("InplaceSub", {
  ...signature,
  shape: inplaceShape,
  lower: changeRows((m, old, change) => m.sub(old, change)),
  grad: noGradient,
});

export const Copy = op("Copy", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type(), tensor_name: string(""), debug_ops_spec: strings([]) },
  shape: sameAsInput,
  lower: alias(),
  grad: missing("TensorFlow registers no gradient for Copy"),
});
