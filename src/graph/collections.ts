// A graph's collections: lists of anything, by key.

/** Names that collections have by convention (`tf.compat.v1.GraphKeys`). */
export const GraphKeys = {
  GLOBAL_VARIABLES: "variables",
  LOCAL_VARIABLES: "local_variables",
  METRIC_VARIABLES: "metric_variables",
  MODEL_VARIABLES: "model_variables",
  TRAINABLE_VARIABLES: "trainable_variables",
  SUMMARIES: "summaries",
  QUEUE_RUNNERS: "queue_runners",
  TABLE_INITIALIZERS: "table_initializer",
  ASSET_FILEPATHS: "asset_filepaths",
  MOVING_AVERAGE_VARIABLES: "moving_average_variables",
  REGULARIZATION_LOSSES: "regularization_losses",
  CONCATENATED_VARIABLES: "concatenated_variables",
  SAVERS: "savers",
  WEIGHTS: "weights",
  BIASES: "biases",
  ACTIVATIONS: "activations",
  UPDATE_OPS: "update_ops",
  LOSSES: "losses",
  SAVEABLE_OBJECTS: "saveable_objects",
  RESOURCES: "resources",
  LOCAL_RESOURCES: "local_resources",
  INIT_OP: "init_op",
  LOCAL_INIT_OP: "local_init_op",
  READY_OP: "ready_op",
  READY_FOR_LOCAL_INIT_OP: "ready_for_local_init_op",
  SUMMARY_OP: "summary_op",
  GLOBAL_STEP: "global_step",
  EVAL_STEP: "eval_step",
  TRAIN_OP: "train_op",
  COND_CONTEXT: "cond_context",
  WHILE_CONTEXT: "while_context",
} as const;

export class Collections {
  readonly #lists = new Map<string, unknown[]>();

  add(name: string, value: unknown): void {
    this.ref(name).push(value);
  }

  /** The list itself, made if it is not there: changes are seen by everyone. */
  ref(name: string): unknown[] {
    let list = this.#lists.get(name);
    if (list === undefined) this.#lists.set(name, (list = []));
    return list;
  }

  /** A copy of the list; `scope`, a regular expression, keeps those whose name begins with a match. */
  get(name: string, scope?: string): unknown[] {
    const list = this.#lists.get(name) ?? [];
    if (scope === undefined || scope === "") return [...list];
    const pattern = new RegExp(`^(?:${scope})`);
    return list.filter((item) => {
      const { name: itemName } = item as { name?: unknown };
      return typeof itemName === "string" && pattern.test(itemName);
    });
  }

  clear(name: string): void {
    this.#lists.delete(name);
  }

  keys(): string[] {
    return [...this.#lists.keys()];
  }
}
