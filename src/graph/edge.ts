// What tensors of a graph are, whatever graph: outputs of nodes with a dtype, a shape and consumers.
import type { DTypeName } from "../base/dtypes.ts";
import { ValueError } from "../base/errors.ts";
import { mergeShapes, pythonShapeText, type Shape } from "../base/shape.ts";
import { graphChanged } from "./constant-value.ts";
import { located } from "./source-line.ts";
import { dispatcher, Tensor } from "./tensor-base.ts";
import type { HandleType } from "./types.ts";
import type { NodeView, TensorView } from "./views.ts";

const NO_SYMBOLIC =
  "If you are running in Graph mode, use Eager execution mode or wrap the code in tf.function; to choose " +
  "or repeat by a tensor's value use tf.cond or tf.while_loop; to print it use tf.print or toString().";

/** An output of a node `N`: a value that will be computed. */
export abstract class Edge<N extends NodeView> extends Tensor implements TensorView {
  readonly op: N;
  readonly index: number;
  override readonly dtype: DTypeName;
  readonly #isRef: boolean;
  #shape: Shape = null;
  handleType: HandleType | undefined = undefined;
  /** One entry for each use as an input. */
  readonly uses: N[] = [];

  constructor(op: N, index: number, dtype: DTypeName, isRef: boolean) {
    super();
    this.op = op;
    this.index = index;
    this.dtype = dtype;
    this.#isRef = isRef;
  }

  get name(): string {
    return `${this.op.name}:${this.index}`;
  }
  override get isRef(): boolean {
    return this.#isRef;
  }
  override get shape(): Shape {
    return this.#shape;
  }
  get device(): string {
    return this.op.device;
  }

  /** Adds what is known of the shape; raises ValueError if it contradicts what was known. */
  setShape(shape: Shape): void {
    try {
      this.#shape = mergeShapes(this.#shape, shape);
    } catch (error) {
      const texts = [this.#shape, shape].map(pythonShapeText);
      throw new ValueError(`Tensor's shape ${texts[0]} is not compatible with supplied shape ${texts[1]}.`, {
        cause: error,
      });
    }
    graphChanged();
  }

  /** Replaces the shape, as shape inference does when it starts anew. */
  overrideShape(shape: Shape): void {
    this.#shape = shape;
  }

  /** The operations that take this tensor. */
  consumers(): N[] {
    return [...new Set(this.uses)];
  }

  /** The value in a session: the default one, or `{ session }`; with what to feed as `{ feedDict }`. */
  eval(options: { readonly feedDict?: unknown; readonly session?: unknown } = {}): unknown {
    return dispatcher().method("eval", this, [options]);
  }

  override toString(): string {
    const shape = this.#shape === null ? "" : `, shape=${pythonShapeText(this.#shape)}`;
    return `Tensor("${this.name}"${shape}, dtype=${this.dtypeText})`;
  }

  /** "float32", or "float32_ref" for a reference. */
  get dtypeText(): string {
    return this.#isRef ? `${this.dtype}_ref` : this.dtype;
  }

  [Symbol.toPrimitive](hint: string): never {
    const use = hint === "number" ? "a number" : hint === "string" ? "text" : "an operand";
    const error = new TypeError(
      `Using a symbolic \`tf.Tensor\` (${this.name}) as ${use} is not allowed: its value is not known yet. ` +
        "Write a.add(b), a.less(b), … or the template tf.expr instead of a + b, a < b. " +
        NO_SYMBOLIC,
    );
    throw located(error);
  }
}
