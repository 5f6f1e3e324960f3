// Random values as graph nodes, with TensorFlow v1's node names and seeds.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Dims } from "../../base/shape.ts";
import { convert } from "../../engine/convert.ts";
import { raw } from "../../engine/raw.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { Value } from "../../graph/types.ts";
import { seedAttrs } from "../random/seeds.ts";

interface Common {
  seed?: number | null;
  dtype: DTypeName;
}

const literal = (value: unknown, dtype: DTypeName, name: string): Value =>
  raw.Const({ value: convert(value, dtype).toValue(), dtype, name });

const shapeNode = (shape: Dims): Value => literal(Int32Array.from(shape), "int32", "shape");

export function randomUniform(shape: Dims, options: Common & { minval: number; maxval: number }): Value {
  const { dtype, minval, maxval } = options;
  return defaultGraph().nameScope("random_uniform", (scope) => {
    const size = shapeNode(shape);
    const low = literal(minval, dtype, "min");
    const high = literal(maxval, dtype, "max");
    const unit = raw.RandomUniform(size, { dtype, ...seedAttrs(options.seed) });
    const scaled = raw.Mul(unit, raw.Sub(high, low, { name: "sub" }), { name: "mul" });
    return raw.AddV2(scaled, low, { name: scope });
  });
}

type Normal = Common & { mean?: number; stddev?: number };

function normal(
  scopeName: string,
  op: "RandomStandardNormal" | "TruncatedNormal",
  shape: Dims,
  options: Normal,
): Value {
  const { dtype, mean = 0, stddev = 1 } = options;
  return defaultGraph().nameScope(scopeName, (scope) => {
    const size = shapeNode(shape);
    const center = literal(mean, dtype, "mean");
    const spread = literal(stddev, dtype, "stddev");
    const unit = raw[op](size, { dtype, ...seedAttrs(options.seed) });
    return raw.AddV2(raw.Mul(unit, spread, { name: "mul" }), center, { name: scope });
  });
}

export const randomNormal = (shape: Dims, options: Normal): Value =>
  normal("random_normal", "RandomStandardNormal", shape, options);
export const truncatedNormal = (shape: Dims, options: Normal): Value =>
  normal("truncated_normal", "TruncatedNormal", shape, options);
