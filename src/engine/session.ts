// Sessions: run parts of a graph, with feeds and fetches of any structure.
// Ops that are written with other ops call them through the dispatcher.
import "./dispatch.ts";
import { dtypeInfo } from "../base/dtypes.ts";
import { RuntimeError } from "../base/errors.ts";
import { currentGraph } from "../graph/default-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import { locating } from "../graph/source-line.ts";
import { type EagerTensor, elementAt } from "./eager-tensor.ts";
import { environmentFor } from "./environment.ts";
import { type FeedDict, feedTensor, feedValue, resolveFeeds } from "./feeds.ts";
import { type Build, FetchList } from "./fetches.ts";
import { PartialRun } from "./partial-run.ts";
import { prune } from "../optimize/prune.ts";
import { compile } from "./program.ts";
import { type Program, RunnerStore } from "./program-types.ts";
import { type Environment, Step } from "./step.ts";

const MOST_PROGRAMS = 256;

interface Prepared {
  readonly program: Program;
  readonly build: Build;
}

const text = new TextDecoder();

/** What a run gives for a tensor: scalars as JavaScript values, the rest as eager tensors. */
export function fetched(tensor: EagerTensor): unknown {
  if (tensor.shape.length > 0 || dtypeInfo(tensor.dtype).kind === "handle") return tensor;
  const element = elementAt(tensor.toValue(), 0);
  return element instanceof Uint8Array ? text.decode(element) : element;
}

export class BaseSession {
  readonly graph: Graph;
  readonly target: string;
  readonly #runners = new RunnerStore();
  readonly #programs = new Map<string, Prepared>();
  readonly #environment: Environment;
  #closed = false;

  constructor(target = "", graph: Graph | null = null) {
    const chosen = graph ?? currentGraph();
    if (chosen === null)
      throw new RuntimeError(
        "The Session graph is empty: expected a default graph (use `g.asDefault()` " +
          "or pass `{ graph }`), received none",
      );
    this.graph = chosen;
    this.target = target;
    this.#environment = environmentFor(chosen);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /**
   * Runs what `fetches` need and gives their values in the same structure: scalars as number, bigint,
   * boolean or
   * string, other tensors as eager tensors, operations as null. If the run fails, every variable is as
   * before.
   */
  run(fetches: unknown, feedDict?: FeedDict | null): unknown {
    return locating(() => this.#run(fetches, feedDict));
  }

  #run(fetches: unknown, feedDict?: FeedDict | null): unknown {
    this.#check();
    const feeds = resolveFeeds(this.graph, feedDict);
    const { program, build } = this.#prepare(fetches, feeds.tensors);
    const step = new Step(this.#environment);
    const values = step.attempt(() => program.run(feeds.values, step));
    return build(values.map(fetched));
  }

  /** As `run`, for targets that cannot block. */
  async runAsync(fetches: unknown, feedDict?: FeedDict | null): Promise<unknown> {
    return this.run(fetches, feedDict);
  }

  #check(): void {
    if (this.#closed) throw new RuntimeError("Attempted to use a closed Session.");
    if (this.graph.version === 0)
      throw new RuntimeError("The Session graph is empty. Add operations to the graph before calling run().");
  }

  #prepare(fetches: unknown, feeds: readonly SymbolicTensor[]): Prepared {
    const list = new FetchList(this.graph);
    const build = list.add(fetches);
    const key = [list.tensors, list.targets, feeds]
      .map((group) => group.map((each) => each.name).join())
      .join("|");
    const known = this.#programs.get(key);
    if (known !== undefined) return { program: known.program, build };
    if (this.#programs.size >= MOST_PROGRAMS) this.#programs.delete(this.#programs.keys().next().value!);
    const spec = { graph: this.graph, feeds, fetches: list.tensors, targets: list.targets };
    const prepared = { program: compile(spec, this.#runners), build };
    this.#programs.set(key, prepared);
    return prepared;
  }

  /**
   * A function that runs the fetches with values for `feedList`, in order: `run` with the looking up done
   * once.
   */
  makeCallable(fetches: unknown, feedList: readonly unknown[] = []): (...values: unknown[]) => unknown {
    const feeds = locating(() => {
      this.#check();
      return feedList.map((key) => feedTensor(this.graph, key));
    });
    const { program, build } = locating(() => this.#prepare(fetches, feeds));
    const call = (values: readonly unknown[]): unknown => {
      this.#check();
      if (values.length !== feeds.length)
        throw new TypeError(`Calling a callable: expected ${feeds.length} values, received ${values.length}`);
      const fed = feeds.map((tensor, i) => feedValue(tensor, values[i]));
      const step = new Step(this.#environment);
      return build(step.attempt(() => program.run(fed, step)).map(fetched));
    };
    return (...values) => locating(() => call(values));
  }

  /** Begins a run in parts: names everything that will be fetched and fed. */
  partialRunSetup(fetches: readonly unknown[], feeds: readonly unknown[] = []): PartialRun {
    return locating(() => {
      this.#check();
      const list = new FetchList(this.graph);
      list.add(fetches);
      const fed = feeds.map((key) => feedTensor(this.graph, key));
      return new PartialRun(this.graph, list, fed, this.#runners, new Step(this.#environment));
    });
  }

  /** Goes on with a run in parts; what ran before does not run again. */
  partialRun(handle: PartialRun, fetches: unknown, feedDict?: FeedDict | null): unknown {
    return locating(() => {
      this.#check();
      const list = new FetchList(this.graph);
      const build = list.add(fetches);
      return build(handle.run(list, resolveFeeds(this.graph, feedDict)).map(fetched));
    });
  }

  /** The operations that a run of these fetches would execute, in order. */
  operationsOf(fetches: unknown, feedDict?: FeedDict | null): Operation[] {
    const list = new FetchList(this.graph);
    list.add(fetches);
    const feeds = resolveFeeds(this.graph, feedDict).tensors;
    return prune({ feeds, fetches: list.tensors, targets: list.targets });
  }

  /** Ends the session and lets go of its variables. */
  close(): void {
    this.#closed = true;
    this.#environment.resources.clear();
    this.#programs.clear();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
