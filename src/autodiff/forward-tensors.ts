// Tensors of a function that its gradient needs: how they reach the gradient function from outside.
import { InternalError } from "../base/errors.ts";
import { isFullyDefined, sameDims } from "../base/shape.ts";
import { isLiteralNode } from "../graph/functional/library.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import { type FunctionBody, type Graph, type Operation, SymbolicTensor } from "../graph/graph.ts";
import type { LowerNode } from "../graph/lowering.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import type { AttrValue, FunctionRef, TensorValue } from "../graph/types.ts";
import { sourceOf } from "./function-view.ts";

/** The graph of a gradient function: tensors of the forward function are brought in as the subclass says. */
export abstract class GradientFunctionGraph extends FuncGraph {
  protected readonly source: FuncGraph;
  readonly #constants = new Map<SymbolicTensor, SymbolicTensor>();

  constructor(name: string, forward: FunctionBody, outerGraph: Graph | null) {
    super(name, forward.ops, outerGraph);
    this.source = sourceOf(forward);
  }

  override capture(tensor: Tensor, name?: string): SymbolicTensor {
    if (!this.isForward(tensor)) return super.capture(tensor, name);
    return this.#literal(tensor) ?? this.captureForward(tensor, name);
  }

  /** Brings in a tensor of the forward function that is no literal. */
  protected abstract captureForward(tensor: SymbolicTensor, name?: string): SymbolicTensor;

  protected isForward(tensor: Tensor): tensor is SymbolicTensor {
    return tensor instanceof SymbolicTensor && tensor.graph === this.source;
  }

  /** As any tensor from outside: who calls the gradient function passes it. */
  protected captureAsIs(tensor: SymbolicTensor, name?: string): SymbolicTensor {
    return super.capture(tensor, name);
  }

  protected override visibleOutside(tensor: Tensor): Tensor {
    return this.isForward(tensor) ? tensor : super.visibleOutside(tensor);
  }

  /** Literals are written again instead of being passed. */
  #literal(tensor: SymbolicTensor): SymbolicTensor | undefined {
    if (!isLiteralNode(tensor.op)) return undefined;
    let made = this.#constants.get(tensor);
    if (made === undefined) {
      made = this.controlDependencies(null, () => this.constant(tensor.op.attrs.value as TensorValue));
      this.#constants.set(tensor, made);
    }
    return made;
  }
}

/** A node as lowerings see it, before anything but its attrs is known. */
export const asLowerNode = (op: Operation): LowerNode => ({
  op: op.type,
  name: op.name,
  attrs: op.attrs,
  inputs: op.inputs as unknown as LowerNode["inputs"],
  outputs: op.outputs as unknown as LowerNode["outputs"],
  value: () => {
    throw new InternalError(
      `Gradient of ${op.name}: expected functions named by attrs, received a question for values`,
    );
  },
});

/** A handle inside a function, followed back to the input that it came in by. */
export function inputOfHandle(handle: SymbolicTensor, inputs: readonly SymbolicTensor[]): number {
  for (let at = handle; ; ) {
    const index = inputs.indexOf(at);
    if (index >= 0) return index;
    const { op } = at;
    const next =
      op.inputs.length === op.outputs.length
        ? op.inputs[at.index]
        : op.inputs.find((x) => x.dtype === at.dtype);
    if (next === undefined)
      throw new InternalError(
        `Gradient through ${handle.name}: expected a handle given as an input, received one made inside`,
      );
    at = next;
  }
}

/** The tensor that a node merely hands on; itself if the node computes something. */
export function originOf(tensor: SymbolicTensor): SymbolicTensor {
  let at = tensor;
  for (;;) {
    const { op } = at;
    const lower = op.definition?.lower;
    const [input] = op.inputs;
    if (
      typeof lower !== "object" ||
      lower.kind !== "alias" ||
      op.inputs.length !== 1 ||
      input!.graph !== tensor.graph
    )
      return at;
    if (!isFullyDefined(at.shape) || !isFullyDefined(input!.shape) || !sameDims(at.shape, input!.shape))
      return at;
    if (input!.dtype !== at.dtype) return at;
    at = input!;
  }
}

/** The attrs with other functions for those named, in order. */
export function withFunctions(
  op: Operation,
  replaced: readonly { readonly from: string; readonly to: FunctionRef }[],
): Record<string, AttrValue> {
  const left = [...replaced];
  const take = (value: AttrValue): AttrValue => {
    const at = left.findIndex(({ from }) => from === (value as Partial<FunctionRef> | null)?.name);
    return at < 0 ? value : left.splice(at, 1)[0]!.to;
  };
  const changed: Record<string, AttrValue> = {};
  for (const { name, type } of op.signature.attrs.values()) {
    const value = op.attrs[name]!;
    if (type === "func") changed[name] = take(value);
    else if (type === "list(func)") changed[name] = (value as readonly AttrValue[]).map(take);
  }
  return changed;
}

/** The attr that lists the dtypes of a node's outputs. */
export function outputTypesAttr(op: Operation): string {
  const { type } = op.signature.outputs[0]!;
  if ("attr" in type) return type.attr;
  throw new InternalError(
    `Gradient of ${op.name}: expected outputs typed by an attr, received a fixed dtype`,
  );
}
