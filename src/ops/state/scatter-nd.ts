// Slices of variables, written at indices of several axes; computed as the same write of a tensor.
import type { Shape } from "../../base/shape.ts";
import { compose, update } from "../../graph/lowering.ts";
import { bool, missing, none, type Op, op, string, type } from "../../graph/op.ts";
import type { RawOps } from "../../graph/raw-ops.gen.ts";
import type { DTypeName, Value } from "../../graph/types.ts";
import { numberTypes } from "../support/type-lists.ts";

interface Policy {
  readonly bad_indices_policy: string;
}
type Write = (t: RawOps, x: Value, indices: Value, updates: Value, policy: Policy) => Value;

const written = (write: Write) =>
  update({
    reads: [0],
    writes: [0],
    body: compose((t, [x, indices, updates], { attrs }) =>
      write(t, x, indices, updates, { bad_indices_policy: attrs["bad_indices_policy"] as string }),
    ),
  });

const indexTypes = { Tindices: type("int32", "int64") };

function resourceScatter(name: string, write: Write): Op {
  return op(name, {
    inputs: ["ref: resource", "indices: Tindices", "updates: T"],
    outputs: [],
    attrs: { T: type(), ...indexTypes, use_locking: bool(true), bad_indices_policy: string("") },
    stateful: true,
    shape: () => [],
    lower: written(write),
    grad: missing(`TensorFlow registers no gradient for ${name}`),
  });
}

const add: Write = (t, x, indices, updates, policy) => t.TensorScatterAdd(x, indices, updates, policy);
const subtract: Write = (t, x, indices, updates, policy) => t.TensorScatterSub(x, indices, updates, policy);
const replace: Write = (t, x, indices, updates, policy) => t.TensorScatterUpdate(x, indices, updates, policy);
const bound: Write = (t, x, indices, updates, policy) => t.TensorScatterMin(x, indices, updates, policy);
const raise: Write = (t, x, indices, updates, policy) => t.TensorScatterMax(x, indices, updates, policy);

export const ResourceScatterNdUpdate = resourceScatter("ResourceScatterNdUpdate", replace);
export const ResourceScatterNdAdd = resourceScatter("ResourceScatterNdAdd", add);
export const ResourceScatterNdSub = resourceScatter("ResourceScatterNdSub", subtract);
export const ResourceScatterNdMin = resourceScatter("ResourceScatterNdMin", bound);
export const ResourceScatterNdMax = resourceScatter("ResourceScatterNdMax", raise);

interface ReferenceRule {
  readonly write: Write;
  readonly types: readonly DTypeName[];
  readonly locks: boolean;
  readonly isSilent: boolean;
}

function referenceScatter(name: string, { write, types, locks, isSilent }: ReferenceRule): Op {
  return op(name, {
    inputs: ["ref: Ref(T)", "indices: Tindices", "updates: T"],
    outputs: ["output_ref: Ref(T)"],
    attrs: { T: type(...types), ...indexTypes, use_locking: bool(locks), bad_indices_policy: string("") },
    shape: ([x]: Shape[]) => [x],
    lower: written(write),
    grad: isSilent ? none("it writes") : missing(`TensorFlow registers no gradient for ${name}`),
  });
}

const numbers = { types: numberTypes, locks: false };

export const ScatterNdUpdate = referenceScatter("ScatterNdUpdate", {
  write: replace,
  types: [],
  locks: true,
  isSilent: true,
});
export const ScatterNdAdd = referenceScatter("ScatterNdAdd", { ...numbers, write: add, isSilent: true });
export const ScatterNdSub = referenceScatter("ScatterNdSub", { ...numbers, write: subtract, isSilent: true });
export const ScatterNdMin = referenceScatter("ScatterNdMin", { ...numbers, write: bound, isSilent: false });
export const ScatterNdMax = referenceScatter("ScatterNdMax", { ...numbers, write: raise, isSilent: false });
