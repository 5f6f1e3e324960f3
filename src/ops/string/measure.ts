// Lengths of strings and parts of them, counted in bytes or in UTF-8 characters.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, sameDims, tryBroadcast } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { missing, oneOf, op, type } from "../../graph/op.ts";
import { broadcastPair, sameAsInput } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import { broadcastPositions, decode, stringsOf, stringTensor } from "./elements.ts";

const unit = { unit: oneOf(["BYTE", "UTF8_CHAR"], "BYTE") };

/** Bytes at which characters begin. */
function characterStarts(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  bytes.forEach((byte, i) => {
    if ((byte & 0xc0) !== 0x80) starts.push(i);
  });
  return starts;
}

export const StringLength = op("StringLength", {
  inputs: ["input: string"],
  outputs: ["output: int32"],
  attrs: unit,
  shape: sameAsInput,
  lower: host((_, [x], { attrs }) => {
    const length = (bytes: Uint8Array): number =>
      attrs["unit"] === "BYTE" ? bytes.length : characterStarts(bytes).length;
    return [{ dtype: "int32", shape: x.shape, data: Int32Array.from(stringsOf(x), length) }];
  }),
  grad: missing("TensorFlow registers no gradient for StringLength"),
});

const outOfRange = (position: number, bytes: Uint8Array, at: number): Error =>
  invalidArgument(`pos ${position} out of range for string b'${decode(bytes)}' at index ${at}`);

function part(bytes: Uint8Array, position: number, length: number, inBytes: boolean, at: number): Uint8Array {
  const starts = inBytes ? null : characterStarts(bytes);
  const count = starts === null ? bytes.length : starts.length;
  if (position > count || position < -count) throw outOfRange(position, bytes, at);
  const from = position < 0 ? position + count : position;
  const to = length < 0 ? count : Math.min(from + length, count);
  const byteAt = (i: number): number =>
    starts === null || i >= count ? (i >= count ? bytes.length : i) : starts[i];
  return bytes.slice(byteAt(from), byteAt(to));
}

export const Substr = op("Substr", {
  inputs: ["input: string", "pos: T", "len: T"],
  outputs: ["output: string"],
  attrs: { T: type("int32", "int64"), ...unit },
  shape: ([x, position, length], node) => {
    checkSame(position, length);
    return [broadcastPair(x, position, node)];
  },
  lower: host((_, [x, position, length], { attrs }) => {
    const { shape } = tryBroadcast(x.shape, position.shape)! as { shape: number[] };
    const strings = stringsOf(x);
    const [starts, lengths] = [integers(position), integers(length)];
    const from = broadcastPositions(x.shape, shape);
    const bounds = broadcastPositions(position.shape, shape);
    const inBytes = attrs["unit"] === "BYTE";
    const parts = from.map((at, i) => part(strings[at], starts[bounds[i]], lengths[bounds[i]], inBytes, at));
    return [stringTensor(parts, shape)];
  }),
  grad: missing("TensorFlow registers no gradient for Substr"),
});

function checkSame(position: Shape, length: Shape): void {
  if (position === null || length === null || position.includes(-1) || length.includes(-1)) return;
  if (!sameDims(position, length))
    throw invalidArgument(
      `pos and len should have the same shape, got: ${shapeText(position)} vs. ${shapeText(length)}`,
    );
}
