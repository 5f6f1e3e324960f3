// Repeating single elements.
import { ValueError } from "../../base/errors.ts";
import { elementCount } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { sequenceMask } from "../creation/ranges.ts";
import { concat, tile } from "./join.ts";
import { booleanMask } from "./select.ts";
import { broadcastTo, expandDims, reshape, shape } from "./shape.ts";
import { getItem } from "./slices.ts";

export interface RepeatOptions extends Named {
  /** The axis along which to repeat; default: the flattened tensor. */
  readonly axis?: number | null;
}

/**
 * Repeats each element, all as often or each by its own number.
 *
 * @param input The tensor.
 * @param repeats How often: one number, or one for each element along `axis`.
 * @param rest `axis` and `name`, by position or as options.
 * @throws ValueError if the rank is not known, or the numbers do not fit the axis.
 * @example
 * tf.repeat([1, 2, 3], [2, 0, 1]);
 * // tf.Tensor([1. 1. 3.], shape=(3,), dtype=float32)
 */
export function repeat(
  input: TensorInput,
  repeats: TensorInput,
  ...rest: Trailing<[axis: number | null], RepeatOptions>
): Tensor {
  const { axis, name } = trailing<RepeatOptions>(["axis"], rest);
  if (axis === undefined || axis === null) return repeatAlong(reshape(input, [-1]), repeats, 0, name);
  return repeatAlong(input, repeats, axis, name);
}

function repeatAlong(
  input: TensorInput,
  repeats: TensorInput,
  axis: number,
  name: string | undefined,
): Tensor {
  return scoped(name, "Repeat", [input, repeats], () => {
    const given = asTensor(input, undefined, "data");
    const times = one("Cast", [asTensor(repeats, undefined, "repeats", "int32")], { DstT: "int32" });
    const data = given.shape?.length === 0 ? reshape(given, [1]) : given;
    if (data.shape === null)
      throw new ValueError("Repeating: expected a tensor of known rank, received one of unknown rank");
    const at = axis < 0 ? axis + data.shape.length : axis;
    if (at < 0 || at >= data.shape.length)
      throw new ValueError(
        `axis=${axis} out of bounds: expected ${-data.shape.length}<=axis<${data.shape.length}`,
      );
    return elementCount(times.shape) === 1 ? repeatAll(data, times, at) : repeatEach(data, times, at);
  });
}

/** Every element as often: tile a new axis and merge it. */
function repeatAll(data: Tensor, times: Tensor, axis: number): Tensor {
  const sizes = shape(data);
  const count = asScalar(times);
  const tiled = tileAxis(expandDims(data, axis + 1), axis + 1, count);
  const before = getItem(sizes, [null, axis]);
  const along = one("Mul", [count, getItem(sizes, axis)], undefined, "mul");
  return reshape(tiled, concat([before, [along], getItem(sizes, [axis + 1, null])], 0));
}

/** TensorFlow first takes the empty shape for floats; that constant stays in its graphs. */
function asScalar(times: Tensor): Tensor {
  return scoped(undefined, "Reshape", [times], (scope) => {
    if (scope !== undefined) literal([], "float32", "shape");
    return one("Reshape", [times, literal([], "int32", "shape")], undefined, scope);
  });
}

/** Each by its own number: tile to the greatest and keep what a mask says. */
function repeatEach(data: Tensor, times: Tensor, axis: number): Tensor {
  const sizes = shape(data);
  if (
    times.shape?.length === 1 &&
    times.shape[0]! >= 0 &&
    data.shape![axis]! >= 0 &&
    times.shape[0] !== data.shape![axis]
  )
    throw new ValueError(`Dimensions ${data.shape![axis]} and ${times.shape[0]} are not compatible`);
  let counts = broadcastTo(times, [getItem(sizes, axis)]);
  if (axis > 0) counts = broadcastTo(counts, getItem(sizes, [null, axis + 1]));
  const axes = literal(
    (counts.shape ?? [0]).map((_, i) => i),
    "int32",
  );
  const greatest = one("Max", [counts, axes]);
  const most = one("Maximum", [literal(0, "int32", "zero"), greatest]);
  const mask = sequenceMask(counts, most);
  const tiled = tileAxis(expandDims(data, axis + 1), axis + 1, most);
  return axis === 0 ? booleanMask(tiled, mask) : regroup(tiled, mask, data, axis);
}

/** With an inner axis all rows must come out with one length, which the numbers say. */
function regroup(tiled: Tensor, mask: Tensor, data: Tensor, axis: number): Tensor {
  const sizes = shape(data);
  const kept = booleanMask(tiled, mask);
  return reshape(kept, concat([getItem(sizes, [null, axis]), [-1], getItem(sizes, [axis + 1, null])], 0));
}

function tileAxis(data: Tensor, axis: number, count: Tensor): Tensor {
  return tile(
    data,
    data.shape!.map((_, i) => (i === axis ? count : 1)),
  );
}
