// Which nodes lie between targets and sources, and how many uses each waits for: also across functions'
// borders.
import { type Graph, type Operation, SymbolicTensor } from "../graph/graph.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import { isTrainable } from "./trainable.ts";

/** The graph and, for a function's, those around it. */
function functionsAround(graph: Graph): FuncGraph[] {
  const found: FuncGraph[] = [];
  for (let at: Graph | null = graph; at instanceof FuncGraph; at = at.outerGraph) found.push(at);
  return found;
}

export class GraphWalk {
  readonly #functions: readonly FuncGraph[];
  readonly #outside = new Map<SymbolicTensor, SymbolicTensor>();
  readonly #sources: ReadonlySet<SymbolicTensor>;
  /** How many uses between targets and sources have not been visited yet. */
  readonly pending = new Map<Operation, number>();
  /** Targets' nodes that depend on a source. */
  readonly reachable: ReadonlySet<Operation>;

  constructor(graph: Graph, targets: readonly SymbolicTensor[], sources: readonly SymbolicTensor[]) {
    this.#functions = functionsAround(graph);
    this.#sources = new Set(sources);
    for (const fn of this.#functions)
      for (const [outer, inner] of fn.captureMap)
        if (outer instanceof SymbolicTensor) this.#outside.set(inner, outer);
    const reached = this.#reachedFrom(sources.map(({ op }) => op));
    const roots = targets.map(({ op }) => op);
    this.reachable = new Set(roots.filter((op) => reached.has(op)));
    this.#count(this.#between(roots, reached));
  }

  /** A node's inputs, as seen from outside where they are captures that are no sources themselves. */
  inputsOf(op: Operation): readonly SymbolicTensor[] {
    if (this.#outside.size === 0) return op.inputs;
    return op.inputs.map((input) => {
      let at = input;
      while (!this.#sources.has(at)) {
        const outer = this.#outside.get(at);
        if (outer === undefined) break;
        at = outer;
      }
      return at;
    });
  }

  /** One use of each of the node's inputs is done: gives the nodes that wait for no other. */
  visited(op: Operation): Operation[] {
    const ready: Operation[] = [];
    for (const input of this.inputsOf(op)) {
      const left = (this.pending.get(input.op) ?? 0) - 1;
      this.pending.set(input.op, left);
      if (left === 0) ready.push(input.op);
    }
    return ready;
  }

  isWaiting(op: Operation): boolean {
    return (this.pending.get(op) ?? 0) > 0;
  }

  #consumers(tensor: SymbolicTensor): Operation[] {
    const found = tensor.consumers();
    for (const fn of this.#functions) {
      const inner = fn.captureMap.get(tensor);
      if (inner !== undefined) found.push(...this.#consumers(inner));
    }
    return found;
  }

  #reachedFrom(roots: readonly Operation[]): Set<Operation> {
    const reached = new Set<Operation>();
    const queue = [...roots];
    for (let op = queue.pop(); op !== undefined; op = queue.pop()) {
      if (reached.has(op)) continue;
      reached.add(op);
      for (const output of op.outputs) if (isTrainable(output)) queue.push(...this.#consumers(output));
    }
    return reached;
  }

  #between(roots: readonly Operation[], reached: ReadonlySet<Operation>): Set<Operation> {
    const between = new Set<Operation>();
    const queue = [...roots];
    for (let i = 0; i < queue.length; i++) {
      const op = queue[i]!;
      if (!reached.has(op) || between.has(op)) continue;
      between.add(op);
      for (const input of this.inputsOf(op)) queue.push(input.op);
    }
    return between;
  }

  #count(between: ReadonlySet<Operation>): void {
    for (const op of between)
      for (const { op: input } of this.inputsOf(op))
        if (between.has(input)) this.pending.set(input, (this.pending.get(input) ?? 0) + 1);
  }
}
