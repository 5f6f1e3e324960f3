// What a variable's handle or reference points to: a current value, replaced as a whole by every write.
import type { DTypeName } from "../base/dtypes.ts";
import { FailedPreconditionError } from "../base/errors.ts";
import type { Shape } from "../base/shape.ts";
import type { EagerTensor } from "./eager-tensor.ts";

export class VariableResource {
  readonly name: string;
  readonly dtype: DTypeName;
  /** What the variable was declared with; a value may know more. */
  readonly shape: Shape;
  /** Resource variables have handles, TensorFlow v1's have references. */
  readonly hold: "handle" | "reference";
  value: EagerTensor | null = null;

  constructor(name: string, dtype: DTypeName, shape: Shape, hold: "handle" | "reference" = "handle") {
    this.name = name;
    this.hold = hold;
    this.dtype = dtype;
    this.shape = shape;
  }

  /** The current value: a snapshot that later writes leave alone. */
  read(): EagerTensor {
    if (this.value !== null) return this.value;
    if (this.hold === "reference")
      throw new FailedPreconditionError(`Attempting to use uninitialized value ${this.name}`);
    throw new FailedPreconditionError(
      `Could not find variable ${this.name}. This could mean that the variable has been deleted. ` +
        `In TF1, it can also mean the variable is uninitialized.`,
    );
  }
}

/** Remembers what variables held before a step first wrote them, so that a failed step changes nothing. */
export class Journal {
  readonly #before = new Map<VariableResource, EagerTensor | null>();

  write(variable: VariableResource, value: EagerTensor | null): void {
    if (!this.#before.has(variable)) this.#before.set(variable, variable.value);
    variable.value = value;
  }

  /** Makes what was written so far stay. */
  commit(): void {
    this.#before.clear();
  }

  rollBack(): void {
    for (const [variable, value] of this.#before) variable.value = value;
    this.#before.clear();
  }
}
