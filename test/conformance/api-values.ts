// Python values as the recordings of API calls write them: each tagged with its kind.
import { PythonFloat, PythonTuple } from "../../src/base/format/python-repr.ts";
import { fromValue } from "../../src/engine/eager-tensor.ts";
import { asDtype } from "../../src/tf/core/dtype.ts";
import { TensorShape } from "../../src/tf/core/tensor-shape.ts";
import { Variable } from "../../src/tf/variables/variable.ts";
import { decodeTensor, type TensorJson } from "./decode.ts";

export type Tagged = Readonly<Record<string, unknown>>;

/** Kinds of values that are not there yet. */
const ABSENT: Readonly<Record<string, string>> = {
  sparse: "SparseTensor is not implemented",
  ragged: "RaggedTensor is not implemented",
};

/** Why a recorded value cannot be made; null if it can. */
export function absence(json: unknown): string | null {
  if (Array.isArray(json)) return json.map(absence).find((reason) => reason !== null) ?? null;
  if (typeof json !== "object" || json === null) return null;
  for (const [tag, inner] of Object.entries(json)) {
    const found = ABSENT[tag] ?? (["list", "tuple", "dict"].includes(tag) ? absence(inner) : null);
    if (found !== null) return found;
  }
  return null;
}

const DECODERS: Readonly<Record<string, (json: never, name: string) => unknown>> = {
  tensor: (json: TensorJson) => fromValue(decodeTensor(json)),
  variable: (json: TensorJson, name) => new Variable(fromValue(decodeTensor(json)), { name }),
  str: (json: string) => json,
  int: (json: number) => json,
  float: (json: number) => new PythonFloat(json),
  bool: (json: boolean) => json,
  none: () => null,
  list: (json: Tagged[], name) => json.map((item) => decodeValue(item, name)),
  tuple: (json: Tagged[], name) => new PythonTuple(json.map((item) => decodeValue(item, name))),
  dict: (json: [string, Tagged][], name) =>
    new Map(json.map(([key, item]) => [key, decodeValue(item, name)])),
  TensorShape: (json: (number | null)[] | null) => new TensorShape(json),
  dtype: (json: string) => asDtype(json as never),
};

/** The value; `name` is what a variable among them is called. */
export function decodeValue(json: Tagged, name = "Variable"): unknown {
  const [[tag, inner]] = Object.entries(json) as [[string, never]];
  const decode = DECODERS[tag];
  if (decode === undefined) throw new RangeError(`A recorded value: expected a known kind, received ${tag}`);
  return decode(inner, name);
}
