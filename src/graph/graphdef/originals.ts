// What messages say beyond what graphs hold, kept so that writing gives back what was read.
import type { NodeDef } from "../../wire/proto/node_def_pb.gen.ts";
import type { TensorProto } from "../../wire/proto/tensor_pb.gen.ts";
import type { Operation } from "../graph.ts";
import type { AttrValue, TensorValue } from "../types.ts";

/** Raw bytes are written as they were read; up to this length the message is kept all the same. */
const SMALL_CONTENT = 64;

const tensors = new WeakMap<TensorValue, TensorProto>();
const nodes = new WeakMap<Operation, Pick<NodeDef, "experimentalDebugInfo" | "experimentalType">>();

/** Remembers the message that a constant came from, where others could stand for the same constant. */
export function keepTensor(value: TensorValue, proto: TensorProto): void {
  if (proto.tensorContent.length <= SMALL_CONTENT) tensors.set(value, proto);
}

export const keptTensor = (value: TensorValue): TensorProto | undefined => tensors.get(value);

export function keepNode(op: Operation, { experimentalDebugInfo, experimentalType }: NodeDef): void {
  if (experimentalDebugInfo !== undefined || experimentalType !== undefined)
    nodes.set(op, { experimentalDebugInfo, experimentalType });
}

export const keptNode = (op: Operation): Partial<NodeDef> => nodes.get(op) ?? {};

// An attr without a value, which tools leave behind, reads as an empty list of its own.
const unset = new WeakSet<readonly AttrValue[]>();

export function unsetAttr(): readonly AttrValue[] {
  const value: readonly AttrValue[] = [];
  unset.add(value);
  return value;
}

export const isUnsetAttr = (value: AttrValue): boolean => Array.isArray(value) && unset.has(value);
