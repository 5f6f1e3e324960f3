// The graph of a function while its JavaScript runs: captures are seen by tapes, variables that are read are
// noted.
import { RecordedStep } from "../autodiff/backward.ts";
import {
  allTapes,
  listenToVariables,
  openTapes,
  record,
  variableAccessed,
  withoutOuterTapes,
  withTapes,
} from "../autodiff/tape-stack.ts";
import type { Tape, Watchable } from "../autodiff/tape.ts";
import { ValueError } from "../base/errors.ts";
import { executingEagerly, outermostContext, withGraph } from "../graph/default-graph.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import { type Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { Scope } from "../graph/scoped.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { opTable } from "../ops/table.ts";
import { context } from "./context.ts";

export class TracingGraph extends FuncGraph {
  readonly #variables = new Set<Watchable>();
  readonly #outerTapes: readonly Tape[];
  readonly #waitedFor = new Set<Operation>();

  /** Do effects happen in the order of their making, whatever the edges say? */
  readonly keepsOrder: boolean;

  constructor(name: string, outerGraph: Graph | null, keepsOrder = true) {
    super(name, opTable, outerGraph);
    this.keepsOrder = keepsOrder;
    this.#outerTapes = allTapes();
    if (outerGraph === null && executingEagerly()) this.seed = context.seeds.global;
    this.mayBeConstant = (tensor) => !this.#outerTapes.some((tape) => tape.watchesAny([tensor]));
  }

  /** Variables that were read, in order. */
  get variables(): readonly Watchable[] {
    return [...this.#variables];
  }

  /** Nodes outside that control dependencies inside named: the whole function waits for them. */
  get controlCaptures(): readonly Operation[] {
    return [...this.#waitedFor];
  }

  /** Runs `body` in this graph. Tapes outside record the function as a whole, not its parts. */
  trace<T>(body: () => T): T {
    const note = (variable: Watchable): void => {
      this.#variables.add(variable);
    };
    const result = withGraph(this, () => withoutOuterTapes(() => listenToVariables(note, body)));
    for (const variable of this.#variables) variableAccessed(variable);
    return result;
  }

  override capture(tensor: Tensor, name?: string): SymbolicTensor {
    if (tensor instanceof SymbolicTensor && tensor.graph !== this && !this.#canSee(tensor.graph))
      throw outOfScope(tensor);
    const inner = super.capture(tensor, name);
    if (inner !== tensor && openTapes().length > 0)
      record(new RecordedStep([tensor], [inner], (_, dy) => dy));
    return inner;
  }

  /** Graphs around can be seen; what gradient functions can see, they know themselves. */
  #canSee(graph: Graph): boolean {
    for (let at = this.outerGraph; at !== null; at = at instanceof FuncGraph ? at.outerGraph : null) {
      const isGradient = at instanceof FuncGraph && !(at instanceof TracingGraph);
      if (at === graph || isGradient) return true;
    }
    return false;
  }

  override controlDependencies(inputs: readonly unknown[] | null): Scope<void>;
  override controlDependencies<R>(inputs: readonly unknown[] | null, body: () => R): R;
  override controlDependencies<R>(inputs: readonly unknown[] | null, body?: () => R): R | Scope<void> {
    const own = inputs === null ? null : inputs.flatMap((x) => this.#ownOperation(x));
    return body === undefined ? super.controlDependencies(own) : super.controlDependencies(own, body);
  }

  /** What is outside is waited for by the function as a whole; eager tensors are there already. */
  #ownOperation(x: unknown): Operation[] {
    const like = x as { asGraphElement?: () => unknown } | null;
    const element = typeof like?.asGraphElement === "function" ? like.asGraphElement() : x;
    const op = element instanceof SymbolicTensor ? element.op : element;
    if (!(op instanceof Operation)) return [];
    if (op.graph === this) return [op];
    this.#waitedFor.add(op);
    return [];
  }
}

const outOfScope = (tensor: SymbolicTensor): ValueError =>
  new ValueError(
    `${tensor.toString()} is out of scope and cannot be used here. Use return values, explicit JavaScript ` +
      "locals or TensorFlow collections to access it: expected a tensor of this function or of one " +
      "around it, received one of another. Please see " +
      "https://www.tensorflow.org/guide/function#all_outputs_of_a_tffunction_must_be_return_values " +
      "for more information.",
  );

/**
 * Runs `body` outside of all functions: where variables are made and things are set up once
 * (`tf.init_scope`).
 */
export function initScope<T>(body: () => T): T {
  const outside = outermostContext();
  return withGraph(outside, () =>
    outside === null ? withTapes([], body) : outside.controlDependencies(null, body),
  );
}
