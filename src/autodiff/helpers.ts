// Small pieces of graphs that gradients are made of, with TensorFlow's names.
import { allocate, type DTypeName } from "../base/dtypes.ts";
import { isFullyDefined } from "../base/shape.ts";
import { currentGraph } from "../graph/default-graph.ts";
import { SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { HandleType, TensorValue, Value } from "../graph/types.ts";

/** `tf.shape(x)`: a constant where the shape is known. */
export function shapeOf(t: GradientBuilder, x: Value): Value {
  if (!isFullyDefined(x.shape)) return t.Shape(x);
  return t.literal(
    { dtype: "int32", shape: [x.shape.length], data: Int32Array.from(x.shape) },
    "int32",
    "Shape",
  );
}

const one = (dtype: DTypeName): TensorValue => {
  const data = allocate(dtype, 1) as { [index: number]: number | bigint };
  const [bits] = [dtype === "float16" ? 0x3c00 : dtype === "bfloat16" ? 0x3f80 : 1];
  data[0] = typeof data[0] === "bigint" ? BigInt(bits) : bits;
  return { dtype, shape: [], data: data as TensorValue["data"] };
};

/** Ones of a tensor's shape: what flows into a target unless something else is said. */
export function onesLike(t: GradientBuilder, x: Value, name: string): Value {
  const shape = shapeOf(t, x);
  const graph = currentGraph();
  const filled = (scope: string): Value =>
    t.Fill(shape, t.literal(one(x.dtype), x.dtype, "Const"), { name: scope });
  return graph === null ? filled(name) : graph.nameScope(name, filled);
}

/** Zeros like a tensor, or like the variable behind a handle. */
export function zerosLike(t: GradientBuilder, x: Value): Value {
  if (x.dtype !== "resource") return t.ZerosLike(x, { name: "zeros_like" });
  const dtype = (x as { handleType?: HandleType }).handleType?.dtype ?? "float32";
  return t.Fill(t.VariableShape(x), t.literal({ dtype, shape: [], data: allocate(dtype, 1) }, dtype), {
    name: "zeros",
  });
}

/** Runs `body`, whose nodes stand where `x` stands. */
export function colocated<T>(x: Value, body: () => T): T {
  const graph = currentGraph();
  if (graph === null || !(x instanceof SymbolicTensor) || x.graph !== graph) return body();
  return graph.colocateWith(x.op, true, body);
}
