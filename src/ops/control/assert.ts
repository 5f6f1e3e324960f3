// Ops that end a step: failed assertions and aborts.
import { AbortedError, invalidArgument } from "../../base/errors.ts";
import { shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { bool, int, missing, none, op, string, typesAtLeast } from "../../graph/op.ts";
import { summary } from "../support/summary.ts";

export const Assert = op("Assert", {
  inputs: ["condition: bool", "data: T"],
  outputs: [],
  attrs: { T: typesAtLeast(1), summarize: int(3) },
  stateful: true,
  shape: () => [],
  lower: host((_, [condition, ...data], { attrs }) => {
    if (condition.shape.length > 0)
      throw invalidArgument(`In[0] should be a scalar: ${shapeText(condition.shape)}`);
    if (condition.data[0] === 1) return [];
    const texts = data.map((value) => `[${summary(value, Number(attrs["summarize"]))}]`);
    throw invalidArgument(`assertion failed: ${texts.join(" ")}`);
  }),
  grad: none("it has no outputs"),
});

export const Abort = op("Abort", {
  inputs: [],
  outputs: [],
  attrs: { error_msg: string(""), exit_without_error: bool(false) },
  shape: () => [],
  lower: host((_host, _x, { attrs }) => {
    if (attrs["exit_without_error"] === true) return [];
    throw new AbortedError(`Abort_op intentional failure; ${attrs["error_msg"]}`);
  }),
  grad: missing("TensorFlow registers no gradient for Abort"),
});
