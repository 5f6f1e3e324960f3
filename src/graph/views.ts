// What helpers of this room may see of nodes and edges: `Operation` and `SymbolicTensor` without their graph.
import type { Op } from "./op.ts";
import type { Attrs, HandleType, Value } from "./types.ts";

export interface TensorView extends Value {
  readonly op: NodeView;
  /** Which of the op's outputs this is. */
  readonly index: number;
  readonly name: string;
  readonly isRef: boolean;
  /** What a resource points to, if known. */
  readonly handleType: HandleType | undefined;
}

export interface NodeView {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly device: string;
  readonly attrs: Attrs;
  readonly inputs: readonly TensorView[];
  readonly controlInputs: readonly NodeView[];
  readonly outputs: readonly TensorView[];
  /** Undefined where only TensorFlow's OpDef is known, or a function is called by its name. */
  readonly definition: Op | undefined;
}

/** As an input of a NodeDef: "a" for the first output, "a:1" for another. */
export const inputText = (tensor: TensorView): string =>
  tensor.index === 0 ? tensor.op.name : `${tensor.op.name}:${tensor.index}`;
