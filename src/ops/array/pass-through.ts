// Ops that hand on what they get: constants, placeholders, identities and their guards.
import { invalidArgument, LookupError } from "../../base/errors.ts";
import { isCompatible, mergeShapes, type Shape, shapeText } from "../../base/shape.ts";
import { alias, compose, feed, literal, routine } from "../../graph/lowering.ts";
import { missing, none, op, shape, string, tensor, type, typesAtLeast } from "../../graph/op.ts";
import type { LowerNode, ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { sameAsInput } from "../support/shapes.ts";
import { sameEntries } from "./partial-values.ts";

export const Const = op("Const", {
  inputs: [],
  outputs: ["output: dtype"],
  attrs: { value: tensor(), dtype: type() },
  shape: (_, { attrs }) => [attrs.value.shape],
  lower: literal(({ attrs }) => [attrs.value]),
  grad: none("constants have no inputs"),
});

export const Placeholder = op("Placeholder", {
  inputs: [],
  outputs: ["output: dtype"],
  attrs: { dtype: type(), shape: shape(null) },
  shape: (_, { attrs }) => [attrs.shape],
  lower: feed(),
  grad: missing("placeholders have no inputs"),
});

export const PlaceholderV2 = op("PlaceholderV2", {
  inputs: [],
  outputs: ["output: dtype"],
  attrs: { dtype: type(), shape: shape() },
  shape: (_, { attrs }) => [attrs.shape],
  lower: feed(),
  grad: missing("placeholders have no inputs"),
});

export const PlaceholderWithDefault = op("PlaceholderWithDefault", {
  inputs: ["input: dtype"],
  outputs: ["output: dtype"],
  attrs: { dtype: type(), shape: shape() },
  shape: ([x], { attrs, running }) => {
    if (!isCompatible(x, attrs.shape))
      throw invalidArgument(
        `Shapes must be compatible: ${shapeText(x)} is not compatible with ${shapeText(attrs.shape)}`,
      );
    return [running ? x : attrs.shape];
  },
  lower: alias(),
  grad: (_, dy) => dy,
});

export const Identity = op("Identity", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: sameAsInput,
  partialValue: sameEntries,
  lower: alias(),
  grad: (_, dy) => dy,
});

export const IdentityN = op("IdentityN", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: typesAtLeast(1) },
  shape: (x) => x,
  lower: compose((t, x) => x.map((one) => t.Identity(one))),
  grad: (_, dy) => dy,
});

export const Snapshot = op("Snapshot", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: sameAsInput,
  lower: alias(),
  grad: missing("TensorFlow registers no gradient for Snapshot"),
});

export const StopGradient = op("StopGradient", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: sameAsInput,
  partialValue: sameEntries,
  lower: alias(),
  grad: none("stopping gradients is what it is for"),
});

export const PreventGradient = op("PreventGradient", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type(), message: string("") },
  shape: sameAsInput,
  lower: alias(),
  grad: (_t, _dy, _x, _y, { attrs }) => {
    throw new LookupError(`Gradient explicitly disabled. Reason: ${attrs.message}`);
  },
});

export const GuaranteeConst = op("GuaranteeConst", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  stateful: true,
  shape: sameAsInput,
  lower: alias(),
  grad: missing("TensorFlow registers no gradient for GuaranteeConst"),
});

export const DeepCopy = op("DeepCopy", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: type() },
  stateful: true,
  shape: sameAsInput,
  lower: alias(),
  grad: missing("TensorFlow registers no gradient for DeepCopy"),
});

export const NoOp = op("NoOp", {
  inputs: [],
  outputs: [],
  attrs: {},
  shape: () => [],
  lower: literal(() => []),
  grad: none("it has no inputs"),
});

export const EnsureShape = op("EnsureShape", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { shape: shape(), T: type() },
  shape: ([x], { attrs }) => {
    if (!isCompatible(x, attrs.shape))
      throw invalidArgument(
        `Shape of tensor input ${shapeText(x)} is not compatible with expected ` +
          `shape ${shapeText(attrs.shape)}.`,
      );
    return [mergeShapes(x, attrs.shape) as Shape];
  },
  partialValue: sameEntries,
  lower: alias(),
  grad: (_, dy) => dy,
});

const floats = ["bfloat16", "float16", "float32", "float64"] as const;

/** Fails with the message if any element is not finite; what was found is told by `words`. */
function checkFinite(
  words: (
    m: ScalarMath,
    k: KernelBuilder,
    found: { nan: Scalar; positive: Scalar; negative: Scalar },
  ) => void,
) {
  return routine<{ message: string }>((k, m, node) => {
    const x = k.input(0);
    const y = k.output(0);
    const [nan, positive, negative] = [0, 1, 2].map(() => k.cell("bool", 0));
    k.serial(x.count, (i) => {
      const value = k.hold(k.load(x, i));
      k.if(m.isNan(value), () => nan.set(1));
      k.if(m.eq(value, m.constant(node.inputs[0].dtype, Number.POSITIVE_INFINITY)), () => positive.set(1));
      k.if(m.eq(value, m.constant(node.inputs[0].dtype, Number.NEGATIVE_INFINITY)), () => negative.set(1));
      k.store(y, i, value);
    });
    words(m, k, { nan: nan.get(), positive: positive.get(), negative: negative.get() });
  });
}

const refuse = (k: KernelBuilder, m: ScalarMath, found: Scalar, message: string): void =>
  k.check(m.not(found), "INVALID_ARGUMENT", message);

export const CheckNumerics = op("CheckNumerics", {
  inputs: ["tensor: T"],
  outputs: ["output: T"],
  attrs: { T: type(...floats), message: string() },
  stateful: true,
  shape: sameAsInput,
  lower: (node: LowerNode<{ T: string; message: string }>) =>
    checkFinite((m, k, { nan, positive, negative }) => {
      const infinite = m.or(positive, negative);
      const { message } = node.attrs;
      refuse(k, m, m.and(nan, infinite), `${message} : Tensor had Inf and NaN values`);
      refuse(k, m, nan, `${message} : Tensor had NaN values`);
      refuse(k, m, infinite, `${message} : Tensor had Inf values`);
    }),
  grad: (t, [dy], _x, _y, { attrs }) => [
    t.CheckNumerics(dy!, {
      message: `Not a number (NaN) or infinity (Inf) values detected in gradient. b'${attrs.message}'`,
    }),
  ],
});

export const CheckNumericsV2 = op("CheckNumericsV2", {
  inputs: ["tensor: T"],
  outputs: ["output: T"],
  attrs: { T: type(...floats), message: string() },
  stateful: true,
  shape: sameAsInput,
  lower: (node: LowerNode<{ T: string; message: string }>) =>
    checkFinite((m, k, { nan, positive, negative }) => {
      const { message } = node.attrs;
      for (const parts of [7, 6, 5, 3, 4, 2, 1]) {
        const found = [negative, positive, nan].filter((_, i) => parts & (4 >> i));
        const names = ["-Inf", "+Inf", "NaN"].filter((_, i) => parts & (4 >> i));
        const list = names.length < 3 ? names.join(" and ") : `${names[0]}, ${names[1]}, and ${names[2]}`;
        refuse(
          k,
          m,
          found.reduce((a, b) => m.and(a, b)),
          `${message} : Tensor had ${list} values`,
        );
      }
    }),
  grad: (t, [dy], _x, _y, { attrs }) => [
    t.CheckNumericsV2(dy!, {
      message: `Not a number (NaN) or infinity (Inf) values detected in gradient. ${attrs.message}`,
    }),
  ],
});
