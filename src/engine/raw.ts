// The raw-op builders: every op of TensorFlow as a method, over the graph that is being built or eager.
import type { DTypeName } from "../base/dtypes.ts";
import { currentGraph } from "../graph/default-graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { dispatcher } from "../graph/tensor-base.ts";
import { signatureOf } from "../graph/signature.ts";
import type { RawOps } from "../graph/raw-ops.gen.ts";
import type { Value } from "../graph/types.ts";
import { opTable } from "../ops/table.ts";
import { convert } from "./convert.ts";

type Method = (...args: unknown[]) => unknown;

function makeMethod(name: string): Method {
  const count = signatureOf(name, opTable).inputs.length;
  return (...args) => {
    const options = args[count] as Record<string, unknown> | undefined;
    if (options === undefined) return dispatcher().op(name, args.slice(0, count));
    const { name: nodeName, ...attrs } = options;
    return dispatcher().op(name, args.slice(0, count), attrs, nodeName as string | undefined);
  };
}

const extras = {
  literal(value: unknown, dtype: DTypeName, name = "Const"): Value {
    return raw.Const({ value: convert(value, dtype).toValue(), dtype, name });
  },
  scope<T>(name: string, body: () => T): T {
    const graph = currentGraph();
    return graph === null ? body() : graph.nameScope(name, body);
  },
  after<T>(values: readonly Value[], body: () => T): T {
    const graph = currentGraph();
    return graph === null ? body() : graph.controlDependencies(values, body);
  },
};

// Methods are made when first used: there are as many as TensorFlow has ops.
const methods = new Proxy(extras as Record<string, unknown>, {
  get(target, name) {
    if (typeof name !== "string") return undefined;
    target[name] ??= makeMethod(name);
    return target[name];
  },
});

/** Every op of TensorFlow: `raw.MatMul(a, b, { transpose_b: true, name: "product" })`. */
export const raw: RawOps & GradientBuilder = methods as unknown as RawOps & GradientBuilder;
