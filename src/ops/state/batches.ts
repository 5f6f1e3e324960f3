// Tensors stacked along a new first axis, and taken apart along it.
import { allocate, type DTypeName, dtypeInfo, type TensorData } from "../../base/dtypes.ts";
import { type Dims, elementCount, sameDims, strides } from "../../base/shape.ts";
import type { TensorValue } from "../../graph/types.ts";

type Writable = { [index: number]: unknown };

/** Positions of a smaller tensor's elements in one of shape `into`. */
function positionsIn(dims: Dims, into: Dims): number[] {
  const steps = strides(into);
  return dims.reduce<number[]>(
    (all, size, axis) =>
      all.flatMap((base) => Array.from({ length: size }, (_, i) => base + i * steps[axis])),
    [0],
  );
}

/** Stacks tensors; those smaller than `each` are filled up with zeros. */
export function stackPadded(dtype: DTypeName, parts: readonly TensorValue[], each: Dims): TensorValue {
  const { lanes, array } = dtypeInfo(dtype);
  const size = elementCount(each);
  const count = parts.length * size;
  const data = (
    array === null ? [...(allocate(dtype, count) as readonly Uint8Array[])] : allocate(dtype, count)
  ) as Writable;
  parts.forEach((part, i) => {
    const places = sameDims(part.shape, each) ? null : positionsIn(part.shape, each);
    for (let j = 0; j < elementCount(part.shape); j++)
      for (let lane = 0; lane < lanes; lane++)
        data[(i * size + (places === null ? j : places[j])) * lanes + lane] = part.data[j * lanes + lane];
  });
  return { dtype, shape: [parts.length, ...each], data: data as unknown as TensorData };
}

/** The rows of a tensor. */
export function rowsOf({ dtype, shape, data }: TensorValue): TensorValue[] {
  const rest = shape.slice(1);
  const size = elementCount(rest) * dtypeInfo(dtype).lanes;
  return Array.from({ length: shape[0] }, (_, i) => ({
    dtype,
    shape: rest,
    data: data.slice(i * size, (i + 1) * size) as TensorData,
  }));
}
