// Strings and handles in ops that only move or compare elements: kernels see int32 numbers in their place.
import { type DTypeName, isObjectType } from "../../base/dtypes.ts";
import { host, type Lowering, type LowerNode } from "../../graph/lowering.ts";
import type { TensorValue } from "../../graph/types.ts";

type Objects = readonly (object | Uint8Array)[];

/** Numbers objects so that equal strings get one number; the empty string, which fills new storage, is 0. */
class ObjectNumbers {
  readonly #byKey = new Map<unknown, number>([["", 0]]);
  readonly #objects: (object | Uint8Array)[] = [new Uint8Array(0)];

  #number(entry: object | Uint8Array): number {
    const key = entry instanceof Uint8Array ? keyOf(entry) : entry;
    let number = this.#byKey.get(key);
    if (number === undefined) {
      number = this.#objects.push(entry) - 1;
      this.#byKey.set(key, number);
    }
    return number;
  }

  encode(value: TensorValue): TensorValue {
    if (!isObjectType(value.dtype)) return value;
    const data = Int32Array.from(value.data as Objects, (entry) => this.#number(entry));
    return { dtype: "int32", shape: value.shape, data };
  }

  decode(value: TensorValue, dtype: DTypeName): TensorValue {
    if (!isObjectType(dtype)) return value;
    const data = Array.from(value.data as Int32Array, (number) => this.#objects[number]);
    return { dtype, shape: value.shape, data };
  }
}

function keyOf(bytes: Uint8Array): string {
  let key = "";
  for (let i = 0; i < bytes.length; i++) key += String.fromCharCode(bytes[i]);
  return key;
}

type Spec = LowerNode["inputs"][number];
const asNumbers = (spec: Spec): Spec =>
  isObjectType(spec.dtype) ? { dtype: "int32", shape: spec.shape } : spec;

/** The lowering of an op that moves or compares elements, for strings and handles too. */
export function movingObjects<A>(
  numeric: Lowering<A> | ((node: LowerNode<A>) => Lowering<A>),
): (node: LowerNode<A>) => Lowering<A> {
  return (node) => {
    const hasObjects = [...node.inputs, ...node.outputs].some(({ dtype }) => isObjectType(dtype));
    const standIn = hasObjects
      ? { ...node, inputs: node.inputs.map(asNumbers), outputs: node.outputs.map(asNumbers) }
      : node;
    const lowering = typeof numeric === "function" ? numeric(standIn) : numeric;
    // The ops of a composition take objects themselves.
    if (!hasObjects || lowering.kind === "compose") return lowering;
    return host((world, x) => {
      const numbers = new ObjectNumbers();
      const results = world.compute(
        lowering as Lowering,
        standIn as LowerNode,
        x.map((value) => numbers.encode(value)),
      );
      return results.map((result, i) => numbers.decode(result, node.outputs[i].dtype));
    });
  };
}
