// Text to the outside: tf.print's and TensorFlow v1's.
import { invalidArgument } from "../../base/errors.ts";
import { shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { int, missing, none, op, string, type, types } from "../../graph/op.ts";
import { summary } from "../support/summary.ts";

const utf8 = new TextDecoder();

export const PrintV2 = op("PrintV2", {
  inputs: ["input: string"],
  outputs: [],
  attrs: { output_stream: string("stderr"), end: string("\n") },
  stateful: true,
  shape: ([x]) => {
    if (x !== null && x.length > 0)
      throw invalidArgument(`Input is expected to be scalar, but got ${shapeText(x)}`);
    return [];
  },
  lower: host((world, [text], { attrs }) => {
    world.print(
      utf8.decode(text.data[0] as Uint8Array) + (attrs["end"] as string),
      attrs["output_stream"] as string,
    );
    return [];
  }),
  grad: missing("TensorFlow registers no gradient for PrintV2"),
});

/** Counts how often each node has printed. */
const printed = new WeakMap<object, number>();

export const Print = op("Print", {
  inputs: ["input: T", "data: U"],
  outputs: ["output: T"],
  attrs: { T: type(), U: types(), message: string(""), first_n: int(-1), summarize: int(3) },
  stateful: true,
  shape: ([x]) => [x],
  lower: host((world, [input, ...data], { attrs }) => {
    const times = (printed.get(attrs) ?? 0) + 1;
    printed.set(attrs, times);
    const most = Number(attrs["first_n"]);
    if (most >= 0 && times > most) return [input];
    const texts = data.map((value) => `[${summary(value, Number(attrs["summarize"]))}]`);
    world.print(`${attrs["message"]}${texts.join("")}\n`, "stderr");
    return [input];
  }),
  grad: (_t, [dy], x) => [dy, ...x.slice(1).map(() => null)],
});

export const Timestamp = op("Timestamp", {
  inputs: [],
  outputs: ["ts: float64"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: host(() => [{ dtype: "float64", shape: [], data: Float64Array.of(Date.now() / 1000) }]),
  grad: none("it reads the clock"),
});
