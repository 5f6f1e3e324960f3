// Functions of strings: bytes, in UTF-8 unless said otherwise.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";

export interface FormatOptions extends Named {
  /** What stands for a tensor in the template; default "{}". */
  readonly placeholder?: string;
  /** How many elements to show at each end of each dimension; -1 for all; default 3. */
  readonly summarize?: number;
}

/**
 * A template with tensors put in the place of placeholders, as `tf.print` writes them.
 *
 * @param template Text with one placeholder for each tensor.
 * @param inputs A tensor or a list of tensors.
 * @param rest `placeholder`, `summarize` and `name`, by position or as options.
 * @throws ValueError if there are more or fewer placeholders than tensors.
 * @example
 * tf.strings.format("a {} b {}", [tf.constant([1, 2]), tf.constant("x")]).item();
 * // 'a [1 2] b "x"'
 */
export function format(
  template: string,
  inputs: TensorInput | readonly TensorInput[],
  ...rest: Trailing<[placeholder: string, summarize: number], FormatOptions>
): Tensor {
  const {
    placeholder = "{}",
    summarize = 3,
    name,
  } = trailing<FormatOptions>(["placeholder", "summarize"], rest);
  const list = Array.isArray(inputs) ? (inputs as readonly TensorInput[]) : [inputs as TensorInput];
  const found = template.split(placeholder).length - 1;
  if (found !== list.length)
    throw new ValueError(
      `The template expects ${found} tensors, but the inputs only has ${list.length}. ` +
        "Please ensure the number of placeholders in template matches inputs length.",
    );
  return one(
    "StringFormat",
    [list.map((input) => asTensor(input))],
    { template, placeholder, summarize },
    name,
  );
}

export interface JoinOptions extends Named {
  /** Put between; default nothing. */
  readonly separator?: string;
}

/**
 * Strings of several tensors joined element by element.
 *
 * @param inputs Tensors of strings; scalars are broadcast.
 * @param rest `separator` and `name`, by position or as options.
 * @throws InvalidArgumentError if shapes differ.
 * @example
 * tf.strings.join([["a", "b"], "c"], "-");
 * // tf.Tensor([b'a-c' b'b-c'], shape=(2,), dtype=string)
 */
export function join(
  inputs: readonly TensorInput[],
  ...rest: Trailing<[separator: string], JoinOptions>
): Tensor {
  const { separator = "", name } = trailing<JoinOptions>(["separator"], rest);
  return one("StringJoin", [inputs], { separator }, name);
}

export interface ReduceJoinOptions extends JoinOptions {
  /** The axes to join along; default all, from the last to the first. */
  readonly axis?: AxisInput | null;
  readonly keepdims?: boolean;
}

/**
 * Strings joined along axes.
 *
 * @param inputs A tensor of strings.
 * @param rest `axis`, `keepdims`, `separator` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.strings.reduceJoin([["a", "b"], ["c", "d"]], 1);
 * // tf.Tensor([b'ab' b'cd'], shape=(2,), dtype=string)
 */
export function reduceJoin(
  inputs: TensorInput,
  ...rest: Trailing<[axis: AxisInput | null, keepdims: boolean, separator: string], ReduceJoinOptions>
): Tensor {
  const options = trailing<ReduceJoinOptions>(["axis", "keepdims", "separator"], rest);
  const { axis, keepdims = false, separator = "", name } = options;
  return scoped(name, "ReduceJoin", [inputs], () => {
    const tensor = asTensor(inputs);
    const all = (tensor.shape ?? []).map((_, i, { length }) => length - 1 - i);
    const axes = axis === undefined || axis === null ? literal(all, "int32") : axis;
    return one("ReduceJoin", [tensor, axes], { keep_dims: keepdims, separator });
  });
}

export interface UnitOptions extends Named {
  /** What counts as one: "BYTE" (default) or "UTF8_CHAR". */
  readonly unit?: "BYTE" | "UTF8_CHAR";
}

/**
 * Lengths of strings.
 *
 * @param input A tensor of strings.
 * @param rest `unit` and `name`, by position or as options.
 * @returns int32 of the same shape.
 * @example
 * tf.strings.length(["a", "hé"], "UTF8_CHAR");
 * // tf.Tensor([1 2], shape=(2,), dtype=int32)
 */
export function length(
  input: TensorInput,
  ...rest: Trailing<[unit: "BYTE" | "UTF8_CHAR"], UnitOptions>
): Tensor {
  const { unit = "BYTE", name } = trailing<UnitOptions>(["unit"], rest);
  return one("StringLength", [input], { unit }, name);
}

/**
 * Parts of strings.
 *
 * @param input A tensor of strings.
 * @param pos Where parts begin; negative ones count from the end.
 * @param len How long parts are; shorter where the string ends.
 * @param rest `unit` and `name`, by position or as options.
 * @throws InvalidArgumentError for a position outside of a string.
 * @example
 * tf.strings.substr(["hello", "world"], 1, 3);
 * // tf.Tensor([b'ell' b'orl'], shape=(2,), dtype=string)
 */
export function substr(
  input: TensorInput,
  pos: TensorInput,
  len: TensorInput,
  ...rest: Trailing<[unit: "BYTE" | "UTF8_CHAR"], UnitOptions>
): Tensor {
  const { unit = "BYTE", name } = trailing<UnitOptions>(["unit"], rest);
  return one("Substr", [input, pos, len], { unit }, name);
}

export interface AsStringOptions extends Named {
  /** Digits after the point, for floats; -1 (default) for six. */
  readonly precision?: number;
  /** Always with an exponent. */
  readonly scientific?: boolean;
  /** With an exponent where that is shorter. */
  readonly shortest?: boolean;
  /** At least this many characters. */
  readonly width?: number;
  /** What fills up to the width; default blanks. */
  readonly fill?: string;
}

/**
 * Numbers and booleans as text.
 *
 * @param input Any tensor but of handles.
 * @param options `precision`, `scientific`, `shortest`, `width`, `fill` and `name`.
 * @throws InvalidArgumentError for options that do not go together.
 * @example
 * tf.strings.asString([1.5, -2], { precision: 2 });
 * // tf.Tensor([b'1.50' b'-2.00'], shape=(2,), dtype=string)
 */
export function asString(input: TensorInput, options: AsStringOptions = {}): Tensor {
  const { name, ...attrs } = options;
  return one("AsString", [input], attrs, name);
}

export interface EncodingOptions extends Named {
  /** "" (default) for ASCII letters only, or "utf-8". */
  readonly encoding?: "" | "utf-8";
}

/**
 * Strings in lower case.
 *
 * @param input A tensor of strings.
 * @param rest `encoding` and `name`, by position or as options.
 * @example
 * tf.strings.lower("Ab").item();
 * // 'ab'
 */
export function lower(
  input: TensorInput,
  ...rest: Trailing<[encoding: "" | "utf-8"], EncodingOptions>
): Tensor {
  const { encoding = "", name } = trailing<EncodingOptions>(["encoding"], rest);
  return one("StringLower", [input], { encoding }, name);
}

/**
 * Strings in upper case.
 *
 * @param input A tensor of strings.
 * @param rest `encoding` and `name`, by position or as options.
 * @example
 * tf.strings.upper("Ab").item();
 * // 'AB'
 */
export function upper(
  input: TensorInput,
  ...rest: Trailing<[encoding: "" | "utf-8"], EncodingOptions>
): Tensor {
  const { encoding = "", name } = trailing<EncodingOptions>(["encoding"], rest);
  return one("StringUpper", [input], { encoding }, name);
}

/**
 * Strings without white space at either end.
 *
 * @param input A tensor of strings.
 * @param options `name`.
 * @example
 * tf.strings.strip(" a b ").item();
 * // 'a b'
 */
export const strip = (input: TensorInput, options: Named = {}): Tensor =>
  one("StringStrip", [input], undefined, options.name);

export interface ToNumberOptions extends Named {
  /** float32 (default), float64, int32 or int64. */
  readonly outType?: DTypeLike;
}

/**
 * Numbers that strings show.
 *
 * @param input A tensor of strings.
 * @param rest `outType` and `name`, by position or as options.
 * @throws InvalidArgumentError for a string that is no number.
 * @example
 * tf.strings.toNumber(["1.5", "-2"]);
 * // tf.Tensor([ 1.5 -2. ], shape=(2,), dtype=float32)
 */
export function toNumber(
  input: TensorInput,
  ...rest: Trailing<[outType: DTypeLike], ToNumberOptions>
): Tensor {
  const { outType = "float32", name } = trailing<ToNumberOptions>(["outType"], rest);
  return one("StringToNumber", [input], { out_type: dtypeName(outType) }, name);
}

/**
 * Strings of each segment joined; negative ids are left out.
 *
 * @param inputs A tensor of strings.
 * @param segmentIds For each string its segment.
 * @param numSegments How many segments.
 * @param rest `separator` and `name`, by position or as options.
 * @throws InvalidArgumentError for an id out of range.
 * @example
 * tf.strings.unsortedSegmentJoin(["a", "b", "c"], [0, 1, 0], 2, "-");
 * // tf.Tensor([b'a-c' b'b'], shape=(2,), dtype=string)
 */
export function unsortedSegmentJoin(
  inputs: TensorInput,
  segmentIds: TensorInput,
  numSegments: TensorInput,
  ...rest: Trailing<[separator: string], JoinOptions>
): Tensor {
  const { separator = "", name } = trailing<JoinOptions>(["separator"], rest);
  return one("UnsortedSegmentJoin", [inputs, segmentIds, numSegments], { separator }, name);
}
