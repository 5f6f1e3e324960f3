// What identifies a node at run time, and what it keeps between runs.
import type { DTypeName } from "../base/dtypes.ts";
import type { Op } from "../graph/op.ts";
import type { Attrs, TensorValue } from "../graph/types.ts";

/** What identifies a node: the op with complete attrs, a name for messages and the dtypes of its outputs. */
export interface NodeSpec {
  readonly op: Op;
  readonly attrs: Attrs;
  readonly name: string;
  readonly outputTypes: readonly DTypeName[];
  /** The user's line that made the node, asked for when an error is reported. */
  readonly line?: () => string | undefined;
}

export interface NodeOwner {
  readonly spec: NodeSpec;
  /** Memory that kernels keep between runs, by position. */
  readonly states: Map<number, TensorValue>;
}
