// References to variables passed on.
import { host } from "../../graph/lowering.ts";
import { atLeast, missing, op, type } from "../../graph/op.ts";

export const RefIdentity = op("RefIdentity", {
  inputs: ["input: Ref(T)"],
  outputs: ["output: Ref(T)"],
  attrs: { T: type() },
  shape: ([x]) => [x],
  lower: host((_, [reference]) => [reference]),
  grad: (_, dy) => dy,
});

export const RefSelect = op("RefSelect", {
  inputs: ["index: int32", "inputs: N * Ref(T)"],
  outputs: ["output: Ref(T)"],
  attrs: { T: type(), N: atLeast(1) },
  shape: ([, first]) => [first],
  lower: host((_, [index, ...references]) => [references[Number(index.data[0])]]),
  grad: missing("TensorFlow registers no gradient for RefSelect"),
});
