// Tensor data as users get it: nested arrays, typed arrays of their own, single values.
import { type DTypeName, dtypeInfo, type NumericArray, type TensorData } from "../base/dtypes.ts";
import { ValueError } from "../base/errors.ts";
import { realElement } from "../base/format/elements.ts";
import { elementCount, pythonShapeText } from "../base/shape.ts";
import type { TensorValue } from "../graph/types.ts";

/** A complex number is `[re, im]`; text that is not UTF-8 stays bytes. */
export type Single = number | bigint | boolean | string | Uint8Array | readonly [number, number] | object;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function text(bytes: Uint8Array): string | Uint8Array {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.slice();
  }
}

/** Element `i` as a JavaScript value. */
function single({ dtype, data }: TensorValue, i: number): Single {
  if (dtype === "string") return text(data[i] as Uint8Array);
  const { lanes, kind } = dtypeInfo(dtype);
  if (lanes === 2) return [data[2 * i] as number, data[2 * i + 1] as number];
  if (dtype === "bool") return data[i] === 1;
  return kind === "handle" ? (data[i] as object) : realElement(dtype, data, i);
}

/** Arrays inside arrays, as many as there are axes; a scalar is a single value. */
export function nestedArray(value: TensorValue): unknown {
  const { shape } = value;
  const build = (axis: number, start: number): unknown => {
    if (axis === shape.length) return single(value, start);
    const step = elementCount(shape.slice(axis + 1));
    return Array.from({ length: shape[axis]! }, (_, i) => build(axis + 1, start + i * step));
  };
  return build(0, 0);
}

/** The value of a tensor of one element. */
export function onlyElement(value: TensorValue): Single {
  if (elementCount(value.shape) === 1) return single(value, 0);
  throw new ValueError(
    "can only convert an array of size 1 to a Python scalar: expected one element, " +
      `received shape ${pythonShapeText(value.shape)}`,
  );
}

const needsDecoding = (dtype: DTypeName): boolean =>
  dtypeInfo(dtype).kind === "float" && dtypeInfo(dtype).size < 4;

/** A copy of all elements in order: a typed array (halves widened to float32), or a list of byte strings. */
export function privateCopy({ dtype, data }: TensorValue): TensorData {
  if (dtype === "string") return (data as readonly Uint8Array[]).map((bytes) => bytes.slice());
  if (needsDecoding(dtype))
    return Float32Array.from(data as NumericArray as Uint16Array, (_, i) =>
      Number(realElement(dtype, data, i)),
    );
  return data.slice() as TensorData;
}
