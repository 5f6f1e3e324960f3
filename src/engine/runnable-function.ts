// A function's graph that can be called with eager tensors, or from other graphs; tapes see it as one step.
import { RecordedStep } from "../autodiff/backward.ts";
import { ForwardBackward, trainableOutputs } from "../autodiff/forward-backward.ts";
import { recordNode } from "../autodiff/graph-gradients.ts";
import { toDense } from "../autodiff/slices.ts";
import { gradientOrder, isRecording, record } from "../autodiff/tape-stack.ts";
import { packGradients } from "../autodiff/structured-gradients.ts";
import { currentGraph } from "../graph/default-graph.ts";
import type { FuncGraph } from "../graph/func-graph.ts";
import { addCallNode } from "../graph/functional/call-node.ts";
import { type FunctionBody, type Graph, SymbolicTensor } from "../graph/graph.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";
import { context } from "./context.ts";
import { EagerTensor } from "./eager-tensor.ts";
import { FunctionLibrary, compileBody } from "./functions.ts";
import type { Program } from "./program-types.ts";
import { raw } from "./raw.ts";
import { type Environment, Step } from "./step.ts";

export class RunnableFunction {
  readonly name: string;
  readonly body: FunctionBody;
  #program: Program | null = null;
  #environment: Environment | null = null;
  readonly #gradients = new Map<1 | 2, EagerGradient>();

  constructor(name: string, body: FunctionBody) {
    this.name = name;
    this.body = body;
  }

  /** Calls the function with a tensor for each input of its graph, captures included. */
  call(inputs: readonly Tensor[]): readonly Tensor[] {
    const graph = currentGraph() ?? graphOf(inputs);
    if (graph !== null) return this.#build(graph, inputs);
    if (!isRecording()) return this.run(inputs as readonly EagerTensor[]);
    const order = gradientOrder(inputs);
    if (order === 0) return this.run(inputs as readonly EagerTensor[]);
    return this.#gradient(order).call(inputs as readonly EagerTensor[]);
  }

  /** Runs the program, unseen by tapes. If it fails, every variable is as before. */
  run(inputs: readonly EagerTensor[]): EagerTensor[] {
    this.#program ??= compileBody(this.body);
    const step = new Step((this.#environment ??= environmentOf(this.body)));
    const program = this.#program;
    return step.attempt(() => program.run(inputs, step));
  }

  #build(graph: Graph, inputs: readonly Tensor[]): readonly SymbolicTensor[] {
    const node = addCallNode(graph, { name: this.name, body: this.body }, inputs);
    if (isRecording()) recordNode(node);
    return [...node.outputs];
  }

  #gradient(order: 1 | 2): EagerGradient {
    let gradient = this.#gradients.get(order);
    if (gradient === undefined) this.#gradients.set(order, (gradient = new EagerGradient(this, order)));
    return gradient;
  }
}

/** The eager world with the functions that a body calls. */
function environmentOf({ functions }: FunctionBody): Environment {
  const library = new FunctionLibrary({ functions });
  return { ...context.environment, runFunction: library.run };
}

function graphOf(inputs: readonly Tensor[]): Graph | null {
  for (const input of inputs) if (input instanceof SymbolicTensor) return input.graph;
  return null;
}

/** Calls that tapes record: the forward function runs, and the way back is a function too. */
class EagerGradient {
  readonly #pair: ForwardBackward;
  readonly #forward: RunnableFunction;
  readonly #outputs: number;
  readonly #backward = new Map<FunctionBody, RunnableFunction>();

  constructor({ name, body }: RunnableFunction, order: 1 | 2) {
    const title = name.replace(/^__(inference|forward|backward)_/, "").replace(/_\d+$/, "");
    this.#outputs = body.outputs.length;
    this.#pair = new ForwardBackward(raw, body as FuncGraph, title, order);
    this.#forward = new RunnableFunction(this.#pair.name, this.#pair.forward);
  }

  call(inputs: readonly EagerTensor[]): readonly Tensor[] {
    const outputs = distinct(this.#forward.run(inputs), inputs);
    record(new RecordedStep<Value>(inputs, outputs, (_, dy) => this.#wayBack(inputs, outputs, dy)));
    return outputs.length === this.#outputs ? outputs : outputs.slice(0, this.#outputs);
  }

  #wayBack(
    inputs: readonly Tensor[],
    outputs: readonly Tensor[],
    dy: readonly Gradient[],
  ): readonly Gradient[] {
    const { forward } = this.#pair;
    const trainable = trainableOutputs(forward);
    let wanted = trainable.filter((i) => (dy[i] ?? null) !== null);
    if (wanted.length === 0) return inputs.map(() => null);
    let derived = this.#pair.backward(wanted);
    if (derived === null) {
      wanted = trainable;
      derived = this.#pair.backward(wanted);
    }
    const upstream = wanted.map((i) => dense(dy[i] ?? null, outputs[i]!));
    const needs = derived!.needs.map((tensor) => {
      const input = forward.inputs.indexOf(tensor as SymbolicTensor);
      if (input >= 0) return inputs[input]!;
      const output = forward.outputs.indexOf(tensor as SymbolicTensor);
      return output >= 0 ? outputs[output]! : tensor;
    });
    let runnable = this.#backward.get(derived!.graph);
    if (runnable === undefined)
      this.#backward.set(
        derived!.graph,
        (runnable = new RunnableFunction(derived!.graph.name, derived!.graph)),
      );
    return packGradients(derived!.gradients, runnable.call([...upstream, ...needs]));
  }
}

/** Tapes tell tensors apart by identity: what is handed through is another tensor with the same data. */
function distinct(outputs: readonly EagerTensor[], inputs: readonly EagerTensor[]): EagerTensor[] {
  const known = new Set(inputs);
  return outputs.map((output) => {
    const { dtype, shape, buffer } = output;
    const own = known.has(output) ? new EagerTensor(dtype, shape, buffer) : output;
    known.add(own);
    return own;
  });
}

function dense(gradient: Gradient, output: Tensor): Tensor {
  if (gradient === null) return raw.ZerosLike(output) as Tensor;
  return (isIndexedSlices(gradient) ? toDense(raw, gradient) : gradient) as Tensor;
}
