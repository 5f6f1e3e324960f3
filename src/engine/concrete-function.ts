// One trace of a function: a graph with inputs, outputs and what it captured, callable with tensors.
import { invalidArgument, ValueError } from "../base/errors.ts";
import { Callable } from "../base/callable.ts";
import { dtypeInfo } from "../base/dtypes.ts";
import { isCompatible, pythonShapeText, shapeText } from "../base/shape.ts";
import { variableAccessed } from "../autodiff/tape-stack.ts";
import type { Watchable } from "../autodiff/tape.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import { type Graph, SymbolicTensor } from "../graph/graph.ts";
import { addFunction } from "../graph/functional/library.ts";
import type { FunctionRef } from "../graph/types.ts";
import { Tensor } from "../graph/tensor-base.ts";
import { context } from "./context.ts";
import { toTensor } from "./convert.ts";
import { specText, type TensorArgument } from "./function-signature.ts";
import { flatten, mapLeaves } from "./nest.ts";
import { packReturned, type Returned } from "./returned.ts";
import { RunnableFunction } from "./runnable-function.ts";
import type { TracingGraph } from "./tracing-graph.ts";

export interface Trace {
  readonly name: string;
  readonly graph: TracingGraph;
  readonly returned: Returned;
  /** The arguments that were traced: placeholders where tensors stood. */
  readonly parameters: readonly unknown[];
  /** Placeholders of the arguments, in order; captures follow them. */
  readonly placeholders: readonly SymbolicTensor[];
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances are functions
export class ConcreteFunction extends Callable {
  readonly graph: TracingGraph;
  readonly #runnable: RunnableFunction;
  readonly #trace: Trace;
  readonly #pack: (values: readonly Tensor[]) => unknown;
  readonly #captured: readonly Tensor[];
  readonly #variables: readonly Watchable[];

  constructor(trace: Trace) {
    super();
    this.name = trace.name;
    this.graph = trace.graph;
    this.#trace = trace;
    this.#runnable = new RunnableFunction(trace.name, trace.graph);
    this.#pack = packReturned(trace.returned.structure);
    this.#captured = trace.graph.externalCaptures;
    this.#variables = trace.graph.variables;
  }

  /** Placeholders: arguments first, then captures. */
  get inputs(): readonly SymbolicTensor[] {
    return this.graph.inputs;
  }
  get outputs(): readonly SymbolicTensor[] {
    return this.graph.outputs;
  }
  /** Tensors and handles from outside that every call passes along. */
  get capturedInputs(): readonly Tensor[] {
    return this.#captured;
  }
  get variables(): readonly Watchable[] {
    return this.#variables;
  }
  get trainableVariables(): readonly Watchable[] {
    return this.#variables.filter(({ trainable }) => trainable);
  }
  /** The results' structure; tensors of the graph where results are tensors. */
  get structuredOutputs(): unknown {
    return this.#trace.returned.structure;
  }
  /** The arguments' structure: specs where tensors are expected, values elsewhere. */
  get structuredInputSignature(): readonly [readonly unknown[], Readonly<Record<string, unknown>>] {
    const spec = (leaf: unknown): unknown =>
      leaf instanceof Tensor ? this.#specs[this.#trace.placeholders.indexOf(leaf as SymbolicTensor)] : leaf;
    return [this.#trace.parameters.map((parameter) => mapLeaves(parameter, spec, true)), {}];
  }

  get #specs(): readonly (TensorArgument & { readonly name: string })[] {
    return this.#trace.placeholders.map(({ dtype, shape, op }) => ({ dtype, shape, name: op.name }));
  }

  /** Everything that was captured is there, whatever graph is being built. */
  get isFree(): boolean {
    return this.#captured.every((tensor) => !(tensor instanceof SymbolicTensor));
  }

  /** Can a graph (or eager execution) see what was captured? */
  isCallableIn(graph: Graph | null): boolean {
    return this.#captured.every(
      (tensor) => !(tensor instanceof SymbolicTensor) || isAround(tensor.graph, graph),
    );
  }

  /** A tensor for each placeholder of the arguments. */
  callFlat(tensors: readonly Tensor[]): unknown {
    for (const variable of this.#variables) variableAccessed(variable);
    const inputs = this.#captured.length === 0 ? tensors : [...tensors, ...this.#captured];
    return this.#pack(this.#runnable.call(inputs));
  }

  /** Arguments in the structure that was traced; only tensors count, other values are as they were. */
  protected override invoke(args: readonly unknown[]): unknown {
    return this.callFlat(this.#bind(args));
  }

  #bind(args: readonly unknown[]): Tensor[] {
    const { parameters, placeholders } = this.#trace;
    const given =
      args.length === placeholders.length && args.length < parameters.length ? args : this.#leavesOf(args);
    if (given.length !== placeholders.length)
      throw new TypeError(
        `Binding inputs to tf.function failed: ${this.name} expects ${placeholders.length} tensors ` +
          `(${this.#specs.map((spec) => specText(spec, spec.name)).join(", ")}), received ${given.length}`,
      );
    return given.map((value, i) => this.#checked(value, i));
  }

  /** The leaves that stand where tensors were traced. */
  #leavesOf(args: readonly unknown[]): unknown[] {
    const { parameters } = this.#trace;
    const found: unknown[] = [];
    args.forEach((arg, i) => {
      const traced = flatten(parameters[i], true);
      const leaves = traced.length === 1 ? [arg] : flatten(arg, true);
      leaves.forEach((leaf, k) => {
        if (traced[k] instanceof Tensor || i >= parameters.length) found.push(leaf);
      });
    });
    return found;
  }

  #checked(value: unknown, index: number): Tensor {
    const placeholder = this.#trace.placeholders[index]!;
    const tensor = value instanceof Tensor ? value : toTensor(value, placeholder.dtype);
    if (tensor.dtype !== placeholder.dtype)
      throw invalidArgument(
        `cannot compute ${this.name} as input #${index}(zero-based) was expected to be a ` +
          `${dtypeInfo(placeholder.dtype).cName} tensor but is a ${dtypeInfo(tensor.dtype).cName} tensor`,
        { op: this.name },
      );
    if (!isCompatible(tensor.shape, placeholder.shape))
      throw new ValueError(
        `Calling ${this.name}: expected argument ${placeholder.op.name} of shape ` +
          `${pythonShapeText(placeholder.shape)}, ` +
          `received shape ${shapeText(tensor.shape)}`,
      );
    return tensor;
  }

  /**
   * Adds the function to a graph's library, or to the eager world, and gives the reference that attrs hold.
   */
  addTo(graph: Graph | null): FunctionRef {
    const fn = { name: this.name, body: this.graph };
    if (graph !== null) return addFunction(graph, fn);
    context.functions.set(this.name, fn);
    for (const [name, inner] of this.graph.functions) context.functions.set(name, inner);
    return { name: this.name };
  }

  override toString(): string {
    const parameters = this.#specs.map((spec) => `${spec.name}: ${specText(spec, spec.name)}`).join(", ");
    return `<ConcreteFunction (${parameters})>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

function isAround(wanted: Graph, graph: Graph | null): boolean {
  for (let at = graph; at !== null; at = at instanceof FuncGraph ? at.outerGraph : null)
    if (at === wanted) return true;
  return false;
}

export interface ConcreteFunction {
  // biome-ignore lint/suspicious/noExplicitAny: results have the structure that the traced function returned
  (...args: readonly unknown[]): any;
  name: string;
}
