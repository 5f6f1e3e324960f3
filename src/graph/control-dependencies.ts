// Control-dependency scopes, pruned as TensorFlow prunes them.
import type { NodeView } from "./views.ts";

/** One `control_dependencies` block: what it asks for and which nodes were made under it. */
class Controller<N extends NodeView> {
  readonly inputs: readonly N[];
  readonly seen = new Set<NodeView>();

  constructor(inputs: readonly N[]) {
    this.inputs = inputs;
  }
}

export class ControlDependencies<N extends NodeView> {
  #stack: readonly Controller<N>[] = [];

  /** Adds to what new nodes wait for; null forgets all. Returns what undoes it. */
  enter(inputs: readonly N[] | null): () => void {
    const before = this.#stack;
    if (inputs === null) this.#stack = [];
    else {
      const current = new Set(before.flatMap((controller) => controller.inputs));
      const added = [...new Set(inputs)].filter((input) => !current.has(input));
      this.#stack = [...before, new Controller(added)];
    }
    return () => {
      this.#stack = before;
    };
  }

  get isEmpty(): boolean {
    return this.#stack.length === 0;
  }

  /** What a node with these inputs must wait for: not what its inputs wait for already. */
  forInputs(inputs: readonly { readonly op: NodeView }[]): N[] {
    if (this.#stack.length === 0) return [];
    const ops = new Set<NodeView>(inputs.map((input) => input.op));
    return this.#stack
      .filter(({ seen }) => ![...ops].some((op) => seen.has(op)))
      .flatMap((controller) => controller.inputs.filter((input) => !ops.has(input)));
  }

  /** Notes a node made under the open blocks. */
  record(node: N): void {
    for (const controller of this.#stack) controller.seen.add(node);
  }
}
