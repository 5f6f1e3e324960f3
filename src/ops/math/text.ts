// Strings joined element by element: what `+` means for them.
import { elementCount, strides } from "../../base/shape.ts";
import type { Dims } from "../../base/shape.ts";
import { host, type Lowering } from "../../graph/lowering.ts";
import type { TensorValue } from "../../graph/types.ts";

/** The position in a smaller tensor that belongs to a row-major position in the shape it is broadcast to. */
function sourceOf(position: number, shape: Dims, source: Dims): number {
  const steps = strides(source);
  let rest = position;
  let at = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const own = axis - shape.length + source.length;
    if (own >= 0 && source[own] !== 1) at += (rest % shape[axis]) * steps[own];
    rest = Math.floor(rest / shape[axis]);
  }
  return at;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

const textAt = ({ data, shape }: TensorValue, position: number, within: Dims): Uint8Array =>
  (data as readonly Uint8Array[])[sourceOf(position, within, shape)];

/** Joins two tensors of strings. */
export function joinText<A>(): Lowering<A> {
  return host((_world, [x, y], node) => {
    const { shape } = node.outputs[0];
    const data = Array.from({ length: elementCount(shape) }, (_, i) =>
      joined(textAt(x, i, shape), textAt(y, i, shape)),
    );
    return [{ dtype: "string", shape, data }];
  });
}
