// The gradient function of a loop's body: what it needs from inside an iteration is kept in lists on the way
// forward and taken back, last first, on the way back.
import type { Convert } from "../graph/bind-slow.ts";
import { withGraph } from "../graph/default-graph.ts";
import { type Graph, type Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { GradientFunctionGraph, inputOfHandle, originOf } from "./forward-tensors.ts";
import type { ForwardLoop } from "./forward-loop.ts";
import { isTrainable } from "./trainable.ts";

/** Questions that were moved into a forward graph: every gradient asks the same ones. */
const moved = new WeakMap<Graph, Map<string, Operation>>();

export class LoopGradientGraph extends GradientFunctionGraph {
  readonly #loop: ForwardLoop;
  readonly #t: GradientBuilder;
  /** The lists that are left, by the placeholder that a list came in by. */
  readonly #popped = new Map<SymbolicTensor, SymbolicTensor>();
  readonly #taken = new Map<SymbolicTensor, SymbolicTensor>();

  constructor(name: string, loop: ForwardLoop, outerGraph: Graph | null, t: GradientBuilder) {
    super(name, loop.body, outerGraph);
    this.#loop = loop;
    this.#t = t;
  }

  /** What follows the gradients among the outputs: lists shorter by one, and whatever stays the same. */
  get passedOn(): readonly SymbolicTensor[] {
    return this.captures.map(({ inner }) => this.#popped.get(inner) ?? inner);
  }

  /** What comes in for the captures when the loop begins. */
  get passedIn(): readonly Tensor[] {
    return this.externalCaptures.map((outer) => (this.isForward(outer) ? this.#loop.outputOf(outer) : outer));
  }

  protected override captureForward(tensor: SymbolicTensor, name?: string): SymbolicTensor {
    const origin = originOf(tensor);
    if (origin !== tensor) return this.capture(origin, name);
    const known = this.#taken.get(tensor);
    if (known !== undefined) return known;
    const taken = this.#take(tensor, name ?? tensor.op.name);
    this.#taken.set(tensor, taken);
    return taken;
  }

  #take(tensor: SymbolicTensor, name: string): SymbolicTensor {
    if (this.#loop.isInvariant(tensor)) return this.captureAsIs(tensor, name);
    if (tensor.dtype === "resource") {
      const { inputs } = this.#loop.body;
      return this.captureAsIs(inputs[inputOfHandle(tensor, inputs)]!, name);
    }
    const list = this.captureAsIs(this.#loop.accumulate(tensor, this.#t), name);
    // A gradient function inside of this one may be the current graph.
    const popped = withGraph(this, () =>
      this.#t.TensorListPopBack(list, -1, { element_dtype: tensor.dtype }),
    );
    const [rest, value] = popped as readonly unknown[] as readonly SymbolicTensor[];
    value!.setShape(tensor.shape);
    value!.handleType = tensor.handleType;
    this.#popped.set(list, rest!);
    return value!;
  }

  /**
   * What merely asks tensors of an iteration for their sizes is asked on the way forward: keeping a size is
   * cheaper
   * than keeping the tensor.
   */
  override call(
    op: string,
    args: readonly unknown[],
    attrs: Readonly<Record<string, unknown>>,
    name: string | undefined,
    convert: (literal: unknown) => ReturnType<Convert>,
  ): Operation {
    if (!this.#asksForSizes(op, args)) return super.call(op, args, attrs, name, convert);
    const key = `${op} ${args.map((arg) => (arg as SymbolicTensor).name).join()} ${JSON.stringify(attrs)}`;
    const known = moved.get(this.source) ?? new Map<string, Operation>();
    moved.set(this.source, known);
    let made = known.get(key);
    if (made === undefined) {
      const scope = this.names.current;
      const title = scope === "" ? (name ?? op) : `${scope}/${name ?? op}`;
      made = withGraph(this.source, () => this.source.call(op, args, attrs, title, convert));
      known.set(key, made);
    }
    return made;
  }

  #asksForSizes(op: string, args: readonly unknown[]): boolean {
    const isForward = (arg: unknown): boolean =>
      arg instanceof SymbolicTensor &&
      this.isForward(arg) &&
      isTrainable(arg) &&
      !this.#loop.isAccumulated(arg);
    if (args.length === 0 || !args.every(isForward)) return false;
    const { isStateful, outputs, attrs } = this.signature(op);
    if (isStateful || outputs.length !== 1) return false;
    const { type } = outputs[0]!;
    if ("fixed" in type) return type.fixed === "int32";
    const allowed = attrs.get(type.attr)?.allowed ?? [];
    return allowed.length > 0 && allowed.every((dtype) => dtype === "int32" || dtype === "int64");
  }
}
