// Random ops with seed attrs, whose streams go on from run to run: uniforms, normals, integers.
import type { Shape } from "../../base/shape.ts";
import { routine, type Routine } from "../../graph/lowering.ts";
import { int, missing, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { floatTypes } from "../support/type-lists.ts";
import { boundedInt, type Distribution, fullInt, normal, truncatedNormal, uniform } from "./fills.ts";
import { checkLimits, shapeInput } from "./shapes.ts";
import { blocksFor, type SeedAttrs, seededStream } from "./streams.ts";

/** `limits` names the inputs that bound integers. */
function seeded(distribution: Distribution, limits: readonly number[] = []): Routine<SeedAttrs> {
  return routine<SeedAttrs>((k, m, node) => {
    const output = k.output(0);
    const stream = seededStream(k, m, node.attrs, blocksFor(output.count));
    distribution.philox(
      k,
      m,
      stream,
      output,
      limits.map((input) => k.input(input)),
    );
  });
}

const seeds = { seed: int(0), seed2: int(0) };
const noGradient = none("random numbers do not depend on the shape smoothly");

const floats = {
  inputs: ["shape: T"],
  outputs: ["output: dtype"],
  attrs: { ...seeds, dtype: type(...floatTypes), T: type("int32", "int64") },
  stateful: true,
  shape: (x: Shape[], node: ShapeNode): Shape[] => [shapeInput(x, node)],
  grad: noGradient,
} as const;

export const RandomUniform = op("RandomUniform", { ...floats, lower: seeded(uniform) });
export const RandomStandardNormal = op("RandomStandardNormal", { ...floats, lower: seeded(normal) });
export const TruncatedNormal = op("TruncatedNormal", { ...floats, lower: seeded(truncatedNormal) });

export const RandomUniformInt = op("RandomUniformInt", {
  inputs: ["shape: T", "minval: Tout", "maxval: Tout"],
  outputs: ["output: Tout"],
  attrs: { ...seeds, Tout: type("int32", "int64"), T: type("int32", "int64") },
  stateful: true,
  shape: (x, node) => {
    checkLimits(x.slice(1));
    return [shapeInput(x, node)];
  },
  lower: seeded(boundedInt, [1, 2]),
  grad: missing("TensorFlow registers no gradient for RandomUniformInt"),
});

export const NonDeterministicInts = op("NonDeterministicInts", {
  inputs: ["shape: shape_dtype"],
  outputs: ["output: dtype"],
  attrs: { dtype: typeOr("int64"), shape_dtype: typeOr("int64") },
  stateful: true,
  shape: (x, node) => [shapeInput(x, node)],
  lower: routine((k, m) => {
    const output = k.output(0);
    const stream = seededStream(k, m, { seed: 0, seed2: 0 }, blocksFor(output.count));
    fullInt.philox(k, m, stream, output, []);
  }),
  grad: missing("TensorFlow registers no gradient for NonDeterministicInts"),
});
