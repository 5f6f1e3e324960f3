// Variables themselves: their handles and references, and what can be asked of them.
import { dtypeInfo } from "../../base/dtypes.ts";
import { invalidArgument, NotFoundError } from "../../base/errors.ts";
import { compose, host, update, variable } from "../../graph/lowering.ts";
import {
  bool,
  missing,
  none,
  op,
  shape,
  type ShapeNode,
  string,
  strings,
  type,
  typeOr,
} from "../../graph/op.ts";
import type { DTypeName, Shape, TensorValue } from "../../graph/types.ts";

/** The name by which TensorFlow marks variables that nobody shares. */
const ANONYMOUS = "cd2c89b7-88b7-44c8-ad83-06c2a9158347";

interface Shared {
  readonly attrs: { readonly container: string; readonly shared_name: string };
  readonly name: string;
}

function sharedAs({ attrs, name }: Shared): { container: string; name: string } {
  const chosen = attrs.shared_name === ANONYMOUS ? "" : attrs.shared_name || name;
  return { container: attrs.container, name: chosen };
}

/** What a handle holds, as far as these ops look into it. */
interface Held {
  value: { toValue(): TensorValue } | null;
  read(): { toValue(): TensorValue };
}

export const heldBy = (handle: TensorValue): Held => handle.data[0] as unknown as Held;

const truth = (value: boolean): TensorValue => ({
  dtype: "bool",
  shape: [],
  data: Uint8Array.of(Number(value)),
});
const isInitialized = host((_, [handle]) => [truth(heldBy(handle).value !== null)]);

export const VarHandleOp = op("VarHandleOp", {
  inputs: [],
  outputs: ["resource: resource"],
  attrs: {
    container: string(""),
    shared_name: string(""),
    debug_name: string(""),
    dtype: type(),
    shape: shape(),
    allowed_devices: strings([]),
  },
  stateful: true,
  shape: (_, node) => {
    node.setHandle(0, { dtype: node.attrs.dtype, shape: node.attrs.shape });
    return [[]];
  },
  lower: variable("handle", sharedAs),
  grad: missing("a handle has no gradient"),
});

const reference = {
  inputs: [],
  outputs: ["ref: Ref(dtype)"],
  attrs: { shape: shape(), dtype: type(), container: string(""), shared_name: string("") },
  stateful: true,
  lower: variable("reference", sharedAs),
  grad: missing("a variable has no inputs"),
} as const;

/** The old op cannot say that a shape is unknown: a scalar one counts as unknown. */
export const Variable = op("Variable", {
  ...reference,
  shape: (_, { attrs }) => [attrs.shape === null || attrs.shape.length === 0 ? null : attrs.shape],
});

export const VariableV2 = op("VariableV2", { ...reference, shape: (_, { attrs }) => [attrs.shape] });

export const TemporaryVariable = op("TemporaryVariable", {
  inputs: [],
  outputs: ["ref: Ref(dtype)"],
  attrs: { shape: shape(), dtype: type(), var_name: string("") },
  stateful: true,
  shape: (_, { attrs }) => [attrs.shape],
  lower: variable("reference", ({ attrs, name }) => ({
    container: "temporary",
    name: attrs.var_name || name,
  })),
  grad: missing("a variable has no inputs"),
});

export const DestroyTemporaryVariable = op("DestroyTemporaryVariable", {
  inputs: ["ref: Ref(T)"],
  outputs: ["value: T"],
  attrs: { T: type(), var_name: string() },
  shape: ([x]) => [x],
  lower: host((world, [handle]) => {
    const value = heldBy(handle).read().toValue();
    world.release(handle.data[0] as object);
    return [value];
  }),
  grad: missing("TensorFlow registers no gradient for DestroyTemporaryVariable"),
});

/** The shape that a handle's variable is known to have, once its dtype is what the op expects. */
export function variableShape(node: ShapeNode<{ dtype: DTypeName }>): Shape {
  const handle = node.handle(0);
  if (handle === undefined) return null;
  if (handle.dtype !== node.attrs.dtype) throw wrongType(node.attrs.dtype, handle.dtype);
  return handle.shape;
}

const wrongType = (expected: DTypeName, received: DTypeName): Error => {
  const [wanted, got] = [dtypeInfo(expected).cName, dtypeInfo(received).cName];
  return invalidArgument(`Trying to read variable with wrong dtype. Expected ${wanted} got ${got}`);
};

export const ReadVariableOp = op("ReadVariableOp", {
  inputs: ["resource: resource"],
  outputs: ["value: dtype"],
  attrs: { dtype: type() },
  stateful: true,
  shape: (_, node) => [variableShape(node)],
  // The value passes through; its dtype is the variable's, which the attr may contradict.
  lower: update({
    reads: [0],
    writes: [],
    body: host((_, [value], { attrs }) => {
      if (value.dtype !== attrs["dtype"]) throw wrongType(attrs["dtype"] as DTypeName, value.dtype);
      return [value];
    }),
  }),
  grad: (_, dy) => dy,
});

export const VariableShape = op("VariableShape", {
  inputs: ["input: resource"],
  outputs: ["output: out_type"],
  attrs: { out_type: typeOr("int32", "int32", "int64") },
  stateful: true,
  shape: (_, node) => {
    const known = node.handle(0)?.shape;
    return [[known ? known.length : -1]];
  },
  lower: update({
    reads: [0],
    writes: [],
    body: compose((t, [value], { attrs }) => t.Shape(value, { out_type: attrs["out_type"] as DTypeName })),
  }),
  grad: none("it counts"),
});

export const VarIsInitializedOp = op("VarIsInitializedOp", {
  inputs: ["resource: resource"],
  outputs: ["is_initialized: bool"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: isInitialized,
  grad: none("it asks"),
});

export const IsVariableInitialized = op("IsVariableInitialized", {
  inputs: ["ref: Ref(dtype)"],
  outputs: ["is_initialized: bool"],
  attrs: { dtype: type() },
  shape: () => [[]],
  lower: isInitialized,
  grad: missing("TensorFlow registers no gradient for IsVariableInitialized"),
});

export const DestroyResourceOp = op("DestroyResourceOp", {
  inputs: ["resource: resource"],
  outputs: [],
  attrs: { ignore_lookup_error: bool(true) },
  stateful: true,
  shape: () => [],
  lower: host((world, [handle], { attrs }) => {
    const resource = handle.data[0] as object;
    const wasThere = world.release(resource) || heldBy(handle).value !== null;
    if (!wasThere && attrs["ignore_lookup_error"] === false)
      throw new NotFoundError(
        "Destroying a resource: expected one that exists, received a handle of one that does not",
      );
    if ("value" in resource) heldBy(handle).value = null;
    return [];
  }),
  grad: missing("TensorFlow registers no gradient for DestroyResourceOp"),
});
