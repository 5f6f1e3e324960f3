// A run in parts: feeds arrive and fetches are taken one after the other; nothing runs twice.
import { InvalidArgumentError } from "../base/errors.ts";
import type { Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import type { Feeds } from "./feeds.ts";
import type { FetchList } from "./fetches.ts";
import { prune } from "../optimize/prune.ts";
import { compile } from "./program.ts";
import type { RunnerStore } from "./program-types.ts";
import type { Step } from "./step.ts";

export class PartialRun {
  readonly #graph: Graph;
  readonly #runners: RunnerStore;
  readonly #step: Step;
  readonly #mayFetch: ReadonlySet<SymbolicTensor | Operation>;
  readonly #mayFeed: ReadonlySet<SymbolicTensor>;
  readonly #known = new Map<SymbolicTensor, EagerTensor>();
  readonly #done = new Set<Operation>();

  constructor(
    graph: Graph,
    fetches: FetchList,
    feeds: readonly SymbolicTensor[],
    runners: RunnerStore,
    step: Step,
  ) {
    this.#graph = graph;
    this.#runners = runners;
    this.#step = step;
    this.#mayFetch = new Set([...fetches.tensors, ...fetches.targets]);
    this.#mayFeed = new Set(feeds);
  }

  run(fetches: FetchList, feeds: Feeds): EagerTensor[] {
    this.#check(fetches, feeds);
    feeds.tensors.forEach((tensor, i) => {
      this.#known.set(tensor, feeds.values[i]!);
    });
    const known = [...this.#known.keys()];
    const targets = fetches.targets.filter((target) => !this.#done.has(target));
    const spec = { graph: this.#graph, feeds: known, fetches: fetches.tensors, targets };
    const ops = prune(spec).filter((op) => !this.#done.has(op));
    const fresh = ops.flatMap((op) => op.outputs).filter((tensor) => !this.#known.has(tensor));
    const program = compile({ graph: this.#graph, feeds: known, fetches: fresh, targets }, this.#runners);
    const values = this.#step.attempt(() => program.run([...this.#known.values()], this.#step));
    this.#step.journal.commit();
    fresh.forEach((tensor, i) => {
      this.#known.set(tensor, values[i]!);
    });
    for (const op of ops) this.#done.add(op);
    return fetches.tensors.map((tensor) => this.#known.get(tensor)!);
  }

  #check(fetches: FetchList, feeds: Feeds): void {
    for (const fetch of [...fetches.tensors, ...fetches.targets])
      if (!this.#mayFetch.has(fetch))
        throw new InvalidArgumentError(
          `Partial run: expected a fetch named in the set-up, received ${fetch.name}`,
        );
    for (const feed of feeds.tensors) {
      if (!this.#mayFeed.has(feed))
        throw new InvalidArgumentError(
          `Partial run: expected a feed named in the set-up, received ${feed.name}`,
        );
      if (this.#known.has(feed))
        throw new InvalidArgumentError(`The feed ${feed.name} has already been fed.`);
    }
  }
}
