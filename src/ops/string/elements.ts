// String tensors element by element: as bytes, as text, and as binary text with one character for each byte.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, shapeText } from "../../base/shape.ts";
import { host, type HostLowering } from "../../graph/lowering.ts";
import type { Attrs, TensorValue } from "../../graph/types.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const encode = (text: string): Uint8Array => encoder.encode(text);
export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

/** One character for each byte, so that bytes that are no UTF-8 come through. */
export function toBinary(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]);
  return text;
}

export const fromBinary = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

export const stringsOf = (value: TensorValue): readonly Uint8Array[] => value.data as readonly Uint8Array[];

export const stringTensor = (data: readonly Uint8Array[], shape: Dims): TensorValue => ({
  dtype: "string",
  shape,
  data,
});

/** A string attr, which holds bytes where they are no UTF-8. */
export const attrBytes = (attr: Attrs[string]): Uint8Array =>
  attr instanceof Uint8Array ? attr : encode(String(attr ?? ""));

/** The lowering of ops that change each string on its own. */
export const eachString = (change: (bytes: Uint8Array, attrs: Attrs) => Uint8Array): HostLowering<Attrs> =>
  host((_, [x], { attrs }) => [
    stringTensor(
      stringsOf(x).map((bytes) => change(bytes, attrs)),
      x.shape,
    ),
  ]);

/** The one string of a scalar input. */
export function scalarString(value: TensorValue, name: string): Uint8Array {
  if (value.shape.length > 0)
    throw invalidArgument(`${name} must be a scalar, but received ${shapeText(value.shape)}`);
  return stringsOf(value)[0];
}

/** Where the elements of a broadcast input lie, for each element of the result. */
export function broadcastPositions(dims: Dims, shape: Dims): number[] {
  const extra = shape.length - dims.length;
  return Array.from({ length: elementCount(shape) }, (_, flat) => {
    let rest = flat;
    let position = 0;
    let step = 1;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = axis < extra ? 1 : dims[axis - extra];
      if (size > 1) position += (rest % shape[axis]) * step;
      step *= size;
      rest = Math.floor(rest / shape[axis]);
    }
    return position;
  });
}
