// Shape inference of a node that is being built: asks its definition, with what is known of its inputs.
import { OpError, ValueError } from "../base/errors.ts";
import { type Shape, shapeText } from "../base/shape.ts";
import type { AttrType } from "./attr-types.ts";
import { constantShape, constantValue } from "./constant-value.ts";
import { nodeText, valuesText } from "./describe.ts";
import type { ShapeNode } from "./op.ts";
import type { FunctionRef, HandleType, TensorValue, Value } from "./types.ts";
import type { NodeView } from "./views.ts";

export interface Inferred {
  readonly shapes: readonly Shape[];
  /** What resource outputs point to, by output. */
  readonly handles: ReadonlyMap<number, HandleType>;
}

type Results = readonly Value[] | undefined;
type DescribedNode = NodeView & { attrType(name: string): AttrType | "placeholder" };

/** Answers a rule's questions and remembers them, for messages. */
class BuildingNode implements ShapeNode {
  readonly op: string;
  readonly name: string;
  readonly attrs: ShapeNode["attrs"];
  readonly dtypes: ShapeNode["dtypes"];
  readonly #node: DescribedNode;
  readonly #resultsOf: (fn: FunctionRef) => Results;
  readonly handles = new Map<number, HandleType>();
  readonly #askedValues = new Map<number, TensorValue>();
  readonly #askedShapes = new Map<number, Shape>();

  constructor(node: DescribedNode, resultsOf: (fn: FunctionRef) => Results) {
    this.op = node.type;
    this.name = node.name;
    this.attrs = node.attrs;
    this.dtypes = node.inputs.map((input) => input.dtype);
    this.#node = node;
    this.#resultsOf = resultsOf;
  }

  constant = (input: number): TensorValue | undefined => {
    const tensor = this.#node.inputs[input];
    const value = tensor === undefined ? undefined : constantValue(tensor);
    if (value !== undefined) this.#askedValues.set(input, value);
    return value;
  };

  constantShape = (input: number): Shape => {
    const tensor = this.#node.inputs[input];
    const shape = tensor === undefined ? null : constantShape(tensor);
    if (shape !== null) this.#askedShapes.set(input, shape);
    return shape;
  };

  handle = (input: number): HandleType | undefined => this.#node.inputs[input]?.handleType;

  outputsOf = (fn: FunctionRef): Results => this.#resultsOf(fn);

  setHandle = (output: number, type: HandleType): void => {
    this.handles.set(output, type);
  };

  /** Where a rule refused: the node, its input shapes and the values that were asked for. */
  situation(): string {
    const list = (asked: ReadonlyMap<number, unknown>, text: (each: never) => string): string =>
      [...asked]
        .sort(([a], [b]) => a - b)
        .map(([i, each]) => `input[${i}] = ${text(each as never)}`)
        .join(", ");
    const shapes = this.#node.inputs.map(({ shape }) => (shape === null ? "?" : shapeText(shape))).join(", ");
    const values = list(this.#askedValues, (value: TensorValue) => `<${valuesText(value)}>`);
    const partial = list(this.#askedShapes, (shape: Shape) => shapeText(shape));
    return (
      ` for '${nodeText(this.#node)}' with input shapes: ${shapes}` +
      (values === "" ? "" : ` and with computed input tensors: ${values}`) +
      (partial === "" ? "" : ` and with input tensors computed as partial shapes: ${partial}`) +
      "."
    );
  }
}

/** The shapes of a node's outputs. Shapes that cannot be are a ValueError, as in TensorFlow's Python. */
export function inferShapes(node: DescribedNode, resultsOf: (fn: FunctionRef) => Results): Inferred {
  const { definition } = node;
  if (definition === undefined) return { shapes: node.outputs.map(() => null), handles: new Map() };
  const building = new BuildingNode(node, resultsOf);
  try {
    const shapes = definition.shape(
      node.inputs.map((input) => input.shape),
      building,
    );
    return { shapes, handles: building.handles };
  } catch (error) {
    if (!(error instanceof OpError) || error.code !== "INVALID_ARGUMENT") throw error;
    throw new ValueError(error.detail + building.situation(), { cause: error });
  }
}
