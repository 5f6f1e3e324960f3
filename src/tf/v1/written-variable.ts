// What writing a resource variable in a graph gives: the write as an operation, on demand the value after it.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Shape } from "../../base/shape.ts";
import { raw } from "../../engine/raw.ts";
import type { Graph, Operation, SymbolicTensor } from "../../graph/graph.ts";
import { VariableOperators } from "./variable-operators.ts";

export class WrittenVariable extends VariableOperators {
  /** The write. */
  readonly op: Operation;
  readonly handle: SymbolicTensor;
  readonly dtype: DTypeName;
  readonly #element: SymbolicTensor;

  constructor(handle: SymbolicTensor, dtype: DTypeName, write: Operation) {
    super();
    this.handle = handle;
    this.dtype = dtype;
    this.op = write;
    this.#element = this.#read();
  }

  get graph(): Graph {
    return this.op.graph;
  }
  get shape(): Shape {
    return this.#element.shape;
  }
  get name(): string {
    return this.handle.name;
  }

  #read(): SymbolicTensor {
    const read = (): SymbolicTensor =>
      raw.ReadVariableOp(this.handle, { dtype: this.dtype }) as SymbolicTensor;
    return this.graph.controlDependencies([this.op], read);
  }

  /** The value, read after the write. */
  value(): SymbolicTensor {
    return this.#read();
  }

  override toTensor(): SymbolicTensor {
    return this.#read();
  }

  asGraphElement(): SymbolicTensor {
    return this.#element;
  }

  /** What waits for this waits for the write, and reads nothing. */
  asControlInput(): Operation {
    return this.op;
  }

  override toString(): string {
    return `<tf.Variable '${this.name}' written by '${this.op.name}'>`;
  }
}
