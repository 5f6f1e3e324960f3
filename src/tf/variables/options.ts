// What variables are made with.
import type { Tensor } from "../../graph/tensor.ts";
import type { DTypeLike } from "../core/dtype-name.ts";
import type { ShapeLike } from "../core/tensor-shape.ts";

/** When a distributed variable is synchronized. */
export const VariableSynchronization = { AUTO: 0, NONE: 1, ON_WRITE: 2, ON_READ: 3 } as const;
/** How a distributed variable's copies become one value. */
export const VariableAggregation = { NONE: 0, SUM: 1, MEAN: 2, ONLY_FIRST_REPLICA: 3 } as const;

export interface VariableOptions {
  /** The first value, as creators see it. */
  readonly initialValue?: unknown;
  /** Whether tapes watch the variable by themselves (default true). */
  readonly trainable?: boolean | null;
  /** Whether the initial value's shape binds later ones (default true). */
  readonly validateShape?: boolean;
  readonly name?: string | null;
  readonly dtype?: DTypeLike | null;
  /** Applied to the value by optimizers after each update. */
  readonly constraint?: ((value: Tensor) => Tensor) | null;
  readonly synchronization?: number;
  readonly aggregation?: number;
  /** What later values must fit; sizes may be null. */
  readonly shape?: ShapeLike;
}
