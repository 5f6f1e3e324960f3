// tf.compat.v1: what TensorFlow 2 has too, and what is of version 1 alone (these names come first).
export * from "../namespaces/common.ts";
export * as bitwise from "../namespaces/bitwise.ts";
export * as config from "../namespaces/config.ts";
export * as debugging from "../namespaces/debugging.ts";
export * as dtypes from "../namespaces/dtypes.ts";
export * as errors from "../namespaces/errors.ts";
export * as io from "../namespaces/io.ts";
export * as linalg from "../namespaces/linalg.ts";
export * as math from "../namespaces/math.ts";
export * as random from "../namespaces/random.ts";
export * as strings from "../namespaces/strings.ts";
export { onesLikeV1 as onesLike } from "../creation/filled.ts";
export { executingEagerly as executingEagerlyOutsideFunctions } from "../../graph/default-graph.ts";
export { enableEagerExecution, resetDefaultGraph } from "../../graph/default-graph.ts";
export { GraphKeys } from "../../graph/collections.ts";
export { disableEagerExecution, getDefaultGraph, Graph } from "../graph.ts";
export { getSeed, setSeed as setRandomSeed } from "../random/seeds.ts";
export {
  disableControlFlowV2,
  disableResourceVariables,
  disableV2Behavior,
  enableControlFlowV2,
  enableResourceVariables,
  enableV2Behavior,
} from "./behavior.ts";
export { addToCollection, addToCollections, getCollection, getCollectionRef } from "./collections.ts";
export * as nn from "./nn.ts";
export { identity, noOp } from "../array/identity.ts";
export { importGraphDef } from "./import-graph-def.ts";
export { where } from "./where.ts";
export { group, tuple } from "../control-flow/group.ts";
export { caseOf as case } from "../control-flow/case.ts";
export { cond } from "../control-flow/cond.ts";
export { whileLoop } from "../control-flow/while-loop.ts";
export { gradients } from "./gradients.ts";
export { GraphVariable } from "./graph-variable.ts";
export * from "./initializers.ts";
export { placeholder, placeholderWithDefault } from "./placeholders.ts";
export { InteractiveSession, Session } from "./session.ts";
export { getDefaultSession } from "./session-stack.ts";
export * as train from "./train/namespace.ts";
export { AUTO_REUSE, getVariable, getVariableScope, VariableScope, variableScope } from "./variable-scope.ts";
export { Variable } from "./variable.ts";
export * from "./variables.ts";
