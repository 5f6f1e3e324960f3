// A loop node that is being differentiated: its functions with the lists that they must fill for the
// gradient.
import { elementCount, type Shape } from "../base/shape.ts";
import { withGraph } from "../graph/default-graph.ts";
import { addFunction, bodyOf, rewrittenName } from "../graph/functional/library.ts";
import type { FunctionBody, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { LoopLowering } from "../graph/lowering.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { noRule } from "./backward.ts";
import { asLowerNode, outputTypesAttr, withFunctions } from "./forward-tensors.ts";
import { FunctionView, sourceOf } from "./function-view.ts";
import { addOutputs, setAttrs, shapesOf } from "./rewrite.ts";

/** The list, as it leaves an iteration, that a tensor of a body was put into. */
const accumulators = new WeakMap<SymbolicTensor, SymbolicTensor>();

export class ForwardLoop {
  readonly op: Operation;
  readonly body: FunctionBody;
  readonly #condition: FunctionBody;
  /** Lists that the loop must begin with, empty. */
  readonly #lists: SymbolicTensor[] = [];
  readonly #bodyInputs: SymbolicTensor[] = [];
  readonly #bodyOutputs: SymbolicTensor[] = [];
  readonly #conditionInputs: SymbolicTensor[] = [];

  constructor(op: Operation) {
    const lowering = op.definition!.lower as LoopLowering<Operation["attrs"]>;
    this.op = op;
    this.body = functionOf(op, lowering.body(asLowerNode(op)).name);
    this.#condition = functionOf(op, lowering.condition(asLowerNode(op)).name);
  }

  get conditionName(): string {
    return (this.op.definition!.lower as LoopLowering<Operation["attrs"]>).condition(asLowerNode(this.op))
      .name;
  }

  get bodyName(): string {
    return (this.op.definition!.lower as LoopLowering<Operation["attrs"]>).body(asLowerNode(this.op)).name;
  }

  /** The tensor is the same in every iteration. */
  isInvariant(tensor: SymbolicTensor): boolean {
    const { inputs, outputs } = this.body;
    return inputs.some((input, i) => input === tensor && outputs[i] === tensor);
  }

  isAccumulated(tensor: SymbolicTensor): boolean {
    const list = accumulators.get(tensor);
    return list !== undefined && this.#outputs.includes(list);
  }

  get #outputs(): readonly SymbolicTensor[] {
    return [...this.body.outputs, ...this.#bodyOutputs];
  }

  /** What the node gives for an output (or an invariant) of the body. */
  outputOf(tensor: SymbolicTensor): SymbolicTensor {
    const index = this.#outputs.indexOf(tensor);
    return this.op.outputs[index >= 0 ? index : this.body.inputs.indexOf(tensor)]!;
  }

  /** Puts the tensor of every iteration into a list, which the body then gives. */
  accumulate(tensor: SymbolicTensor, t: GradientBuilder): SymbolicTensor {
    const known = accumulators.get(tensor);
    if (known !== undefined && this.#outputs.includes(known)) return known;
    const list = this.#emptyList(tensor, t);
    const source = sourceOf(this.body);
    const pushed = withGraph(source, () =>
      source.nameScope("TensorListPushBack", (scope) => {
        const before = placeholderFor(list, source);
        this.#bodyInputs.push(before);
        return t.TensorListPushBack(before, tensor, { name: scope }) as SymbolicTensor;
      }),
    );
    this.#bodyOutputs.push(pushed);
    this.#lists.push(list);
    const condition = sourceOf(this.#condition);
    this.#conditionInputs.push(withGraph(condition, () => placeholderFor(list, condition)));
    accumulators.set(tensor, pushed);
    return pushed;
  }

  /** Made outside of the loop; it must not wait for what comes after the loop. */
  #emptyList(tensor: SymbolicTensor, t: GradientBuilder): SymbolicTensor {
    const { graph, inputs } = this.op;
    return withGraph(graph, () =>
      graph.controlDependencies(null, () =>
        t.EmptyTensorList(elementShape(tensor.shape, t), inputs[1]!, {
          element_dtype: tensor.dtype,
          name: `${tensor.name.replace(":", "_")}/accumulator`,
        }),
      ),
    ) as SymbolicTensor;
  }

  /** Changes the node to run the functions with the lists, if any were added. */
  rewrite(): void {
    const { op } = this;
    if (this.#lists.length > 0) {
      const replaced = [this.#view(this.conditionName, this.#condition, this.#conditionInputs, [])];
      replaced.push(this.#view(this.bodyName, this.body, this.#bodyInputs, this.#bodyOutputs));
      const outputs = this.#outputs;
      setAttrs(op, {
        ...withFunctions(op, replaced),
        [outputTypesAttr(op)]: outputs.map(({ dtype }) => dtype),
        output_shapes: shapesOf(outputs),
      });
      for (const list of this.#lists) op.addInput(list);
      addOutputs(op, this.#bodyOutputs);
    }
    op.setAttr("_num_original_outputs", op.outputs.length, "int");
  }

  #view(
    name: string,
    forward: FunctionBody,
    inputs: readonly SymbolicTensor[],
    outputs: readonly SymbolicTensor[],
  ): { readonly from: string; readonly to: { readonly name: string } } {
    const { graph } = this.op;
    const body = new FunctionView(
      sourceOf(forward),
      rewrittenName(graph, name),
      [...forward.inputs, ...inputs],
      [...forward.outputs, ...outputs],
    );
    return { from: name, to: addFunction(graph, { name: body.name, body }) };
  }
}

function functionOf(op: Operation, name: string): FunctionBody {
  const body = bodyOf(op, { name });
  if (body === undefined)
    throw noRule(op.type, op.name, `its function ${name} is not in the graph's library`);
  return body;
}

function placeholderFor(list: SymbolicTensor, graph: ReturnType<typeof sourceOf>): SymbolicTensor {
  const placeholder = graph.placeholder("variant", list.shape, list.op.name);
  placeholder.op.setAttr("_user_specified_name", list.op.name, "string");
  placeholder.handleType = list.handleType;
  return placeholder;
}

/** As list ops take shapes: scalars' is a node of its own in TensorFlow. */
function elementShape(shape: Shape, t: GradientBuilder): Parameters<GradientBuilder["EmptyTensorList"]>[0] {
  if (shape === null) return -1;
  if (shape.length > 0) return shape;
  return t.literal({ dtype: "int32", shape: [0], data: new Int32Array(elementCount([0])) }, "int32");
}
