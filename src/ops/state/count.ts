// Variables that count up to a limit.
import { routine, update } from "../../graph/lowering.ts";
import { int, missing, op, type } from "../../graph/op.ts";

/** Gives the value before the count; at the limit the variable stays as it is. */
const counting = update({
  reads: [0],
  writes: [0],
  body: routine((k, m, { attrs }) => {
    const x = k.hold(k.load(k.input(0), 0));
    k.check(m.lt(x, attrs["limit"] as number), "OUT_OF_RANGE", `Reached limit of ${attrs["limit"]}`);
    k.store(k.output(0), 0, m.add(x, 1));
    k.store(k.output(1), 0, x);
  }),
});

const attrs = { limit: int(), T: type("int32", "int64") };

export const CountUpTo = op("CountUpTo", {
  inputs: ["ref: Ref(T)"],
  outputs: ["output: T"],
  attrs,
  shape: () => [[]],
  lower: counting,
  grad: missing("TensorFlow registers no gradient for CountUpTo"),
});

export const ResourceCountUpTo = op("ResourceCountUpTo", {
  inputs: ["resource: resource"],
  outputs: ["output: T"],
  attrs,
  stateful: true,
  shape: () => [[]],
  lower: counting,
  grad: missing("TensorFlow registers no gradient for ResourceCountUpTo"),
});
