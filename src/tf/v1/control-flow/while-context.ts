// A loop of TensorFlow v1 as nodes are made in it: what comes in from outside passes an Enter.
import type { Graph, Operation, SymbolicTensor } from "../../../graph/graph.ts";
import { dataflowRole } from "../../../graph/dataflow-role.ts";
import { raw } from "../../../engine/raw.ts";
import { BaseContext, unconditioned } from "./context.ts";

export class WhileContext extends BaseContext {
  readonly name: string;
  readonly parallelIterations: number;
  /** Nodes of the condition wait for this, those of the body for `bodyPivot`. */
  conditionPivot: SymbolicTensor | null = null;
  bodyPivot: SymbolicTensor | null = null;

  constructor(graph: Graph, name: string, parallelIterations: number) {
    super(graph);
    this.name = name;
    this.parallelIterations = parallelIterations;
  }

  override get pivot(): SymbolicTensor {
    return (this.bodyPivot ?? this.conditionPivot)!;
  }

  /** Brings a tensor into the loop's frame; constants keep their value in all iterations. */
  enter(tensor: SymbolicTensor, isConstant: boolean): SymbolicTensor {
    const attrs = {
      frame_name: this.name,
      is_constant: isConstant,
      parallel_iterations: this.parallelIterations,
    };
    const made = unconditioned(this.graph, () =>
      this.outside(() =>
        withoutContext(this.graph, () =>
          tensor.isRef ? raw.RefEnter(tensor, attrs) : raw.Enter(tensor, attrs),
        ),
      ),
    ) as SymbolicTensor;
    made.op.controlFlowContext = this;
    this.graph.preventFeeding(made);
    return made;
  }

  override addValue(tensor: SymbolicTensor): SymbolicTensor {
    if (this.values.has(tensor) || tensor.op.controlFlowContext === this)
      return this.external.get(tensor) ?? tensor;
    this.values.add(tensor);
    const seen = this.outerContext === null ? tensor : this.outerContext.addValue(tensor);
    const entered = this.enter(seen, true);
    if (seen.shape !== null) entered.overrideShape(seen.shape);
    this.values.add(entered);
    this.external.set(tensor, entered);
    return entered;
  }

  override addOp(op: Operation): void {
    const outside = op.inputs.length === 0 ? this.#addSource(op) : this.#addUser(op);
    this.#pullControl(op, outside);
    this.know(op.outputs);
    // What leaves the outermost loop can be fetched.
    if (this.outerContext === null && dataflowRole(op) === "exit") return;
    this.graph.preventFetching(op);
    for (const output of op.outputs) this.graph.preventFeeding(output);
  }

  #addSource(op: Operation): Operation[] {
    const outside = this.dropExternalControl(op);
    if (op.controlInputs.length === 0) op.addControlInputs([this.pivot.op]);
    return outside;
  }

  #addUser(op: Operation): Operation[] {
    op.inputs.forEach((input, i) => {
      const seen = this.addValue(input);
      if (seen !== input) op.updateInput(i, seen);
    });
    const outside = this.dropExternalControl(op);
    // What depends on constants of the loop alone would run though the loop does not.
    if (op.controlInputs.length === 0 && op.inputs.every(isConstantEnter))
      op.addControlInputs([this.pivot.op]);
    return outside;
  }

  /** Control inputs from outside come in as data, through Enter. */
  #pullControl(op: Operation, outside: readonly Operation[]): void {
    const withOutputs = outside.filter((each) => each.outputs.length > 0);
    if (withOutputs.length === 0) return;
    const pulled = unconditioned(this.graph, () =>
      withOutputs.map((each) => raw.Identity(each.outputs[0]!) as SymbolicTensor),
    );
    op.addControlInputs(pulled.map((each) => each.op));
  }
}

const isConstantEnter = ({ op }: SymbolicTensor): boolean =>
  dataflowRole(op) === "enter" && op.attrs.is_constant === true;

function withoutContext<T>(graph: Graph, body: () => T): T {
  const before = graph.controlFlowContext;
  graph.controlFlowContext = null;
  try {
    return body();
  } finally {
    graph.controlFlowContext = before;
  }
}
