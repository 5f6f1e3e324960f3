// Maps from tensors to tensors that never change: every write gives a new one.
import { dtypeInfo } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { missing, op, type } from "../../graph/op.ts";
import type { TensorValue } from "../../graph/types.ts";
import { joined, variantOf } from "./tensor-list.ts";

interface Entry {
  readonly key: TensorValue;
  readonly value: TensorValue;
}

class TensorMap {
  readonly entries: ReadonlyMap<string, Entry>;

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.entries = entries;
  }

  zerosLike(): TensorMap {
    return this;
  }
}

/** Equal keys have equal texts. */
function keyText({ dtype, shape, data }: TensorValue): string {
  const entries =
    dtypeInfo(dtype).array === null
      ? Array.from(data as readonly Uint8Array[], String)
      : Array.from(data as ArrayLike<unknown>, String);
  return `${dtype} ${shape} ${entries.join(";")}`;
}

function mapOf(handle: TensorValue): TensorMap {
  const held: unknown = handle.data[0];
  if (held instanceof TensorMap) return held;
  throw invalidArgument(`Input handle is not a map. Saw: '${typeof held}'`);
}

const number = (value: number): TensorValue => ({ dtype: "int32", shape: [], data: Int32Array.of(value) });

export const EmptyTensorMap = op("EmptyTensorMap", {
  inputs: [],
  outputs: ["handle: variant"],
  attrs: {},
  shape: () => [[]],
  lower: host(() => [variantOf([new TensorMap(new Map())])]),
  grad: missing("TensorFlow registers no gradient for EmptyTensorMap"),
});

export const TensorMapSize = op("TensorMapSize", {
  inputs: ["input_handle: variant"],
  outputs: ["size: int32"],
  attrs: {},
  shape: () => [[]],
  lower: host((_, [handle]) => [number(mapOf(handle).entries.size)]),
  grad: missing("TensorFlow registers no gradient for TensorMapSize"),
});

export const TensorMapInsert = op("TensorMapInsert", {
  inputs: ["input_handle: variant", "key: key_dtype", "value: value_dtype"],
  outputs: ["output_handle: variant"],
  attrs: { key_dtype: type(), value_dtype: type() },
  shape: () => [[]],
  lower: host((_, [handle, key, value]) => {
    const entries = new Map(mapOf(handle).entries);
    return [variantOf([new TensorMap(entries.set(keyText(key), { key, value }))])];
  }),
  grad: missing("TensorFlow registers no gradient for TensorMapInsert"),
});

const notThere = (name: string): Error => invalidArgument(`Trying to ${name} non-existent key.`);

export const TensorMapLookup = op("TensorMapLookup", {
  inputs: ["input_handle: variant", "key: key_dtype"],
  outputs: ["value: value_dtype"],
  attrs: { key_dtype: type(), value_dtype: type() },
  shape: () => [null],
  lower: host((_, [handle, key]) => {
    const found = mapOf(handle).entries.get(keyText(key));
    if (found === undefined) throw notThere("lookup");
    return [found.value];
  }),
  grad: missing("TensorFlow registers no gradient for TensorMapLookup"),
});

export const TensorMapErase = op("TensorMapErase", {
  inputs: ["input_handle: variant", "key: key_dtype"],
  outputs: ["output_handle: variant"],
  attrs: { key_dtype: type(), value_dtype: type() },
  shape: () => [[]],
  lower: host((_, [handle, key]) => {
    const entries = new Map(mapOf(handle).entries);
    if (!entries.delete(keyText(key))) throw notThere("erase");
    return [variantOf([new TensorMap(entries)])];
  }),
  grad: missing("TensorFlow registers no gradient for TensorMapErase"),
});

export const TensorMapHasKey = op("TensorMapHasKey", {
  inputs: ["input_handle: variant", "key: key_dtype"],
  outputs: ["has_key: bool"],
  attrs: { key_dtype: type() },
  shape: () => [[]],
  lower: host((_, [handle, key]) => {
    const isThere = mapOf(handle).entries.has(keyText(key));
    return [{ dtype: "bool", shape: [], data: Uint8Array.of(Number(isThere)) }];
  }),
  grad: missing("TensorFlow registers no gradient for TensorMapHasKey"),
});

export const TensorMapStackKeys = op("TensorMapStackKeys", {
  inputs: ["input_handle: variant"],
  outputs: ["keys: key_dtype"],
  attrs: { key_dtype: type() },
  shape: () => [null],
  lower: host((_, [handle]) => {
    const keys = [...mapOf(handle).entries.values()].map(({ key }) => key);
    if (keys.length === 0) throw invalidArgument("TensorMapStackKeys cannot be called on empty map.");
    return [joined(keys[0].dtype, keys, [keys.length, ...keys[0].shape])];
  }),
  grad: missing("TensorFlow registers no gradient for TensorMapStackKeys"),
});
