// tf.compat.v1.Session and InteractiveSession.
import { BaseSession } from "../../engine/session.ts";
import type { FeedDict } from "../../engine/feeds.ts";
import type { Graph } from "../../graph/graph.ts";
import { type Scope, scope } from "../../graph/scoped.ts";
import { asDefault } from "../../graph/default-graph.ts";
import { enterSession } from "./session-stack.ts";

export interface SessionOptions {
  /** The execution engine; "" is this process. */
  target?: string;
  /** The graph to run; the default graph if left out. */
  graph?: Graph;
  config?: unknown;
}

export interface RunOptions {
  /** Tensors (or names) with values: a Map, pairs, or an object by name. */
  feedDict?: FeedDict | null;
}

function isRunOptions(feeds: FeedDict | RunOptions | null | undefined): feeds is RunOptions {
  return (
    typeof feeds === "object" &&
    feeds !== null &&
    !(feeds instanceof Map) &&
    !Array.isArray(feeds) &&
    "feedDict" in feeds
  );
}

function enterBoth(session: BaseSession): () => void {
  const graph = asDefault(session.graph);
  const leave = enterSession(session);
  return () => {
    leave();
    graph[Symbol.dispose]();
  };
}

/**
 * Runs the operations of a graph.
 *
 * @example
 * const g = new tf.Graph();
 * const z = g.asDefault(() => tf.constant(2).mul(3));
 * using sess = new tf.compat.v1.Session({ graph: g });
 * sess.run(z) // 6
 */
export class Session extends BaseSession {
  constructor(options: SessionOptions | string = {}) {
    const { target = "", graph } =
      typeof options === "string" ? { target: options, graph: undefined } : options;
    super(target, graph ?? null);
  }

  /**
   * Runs `fetches` (tensors, operations, variables, names, or arrays and objects of them) and gives values in
   * the same structure: scalars as number, bigint, boolean or string, other tensors as eager tensors,
   * operations as null.
   */
  override run(fetches: unknown, feeds?: FeedDict | RunOptions | null): unknown {
    return super.run(fetches, isRunOptions(feeds) ? feeds.feedDict : feeds);
  }

  /** Makes this the default session, and its graph the default graph, for a callback or a `using` block. */
  asDefault(): Scope<this>;
  asDefault<R>(body: (session: this) => R): R;
  asDefault<R>(body?: (session: this) => R): R | Scope<this> {
    return scope(this as this, enterBoth(this), body);
  }
}

/** A session that is the default one as soon as it is made, until it is closed. */
export class InteractiveSession extends Session {
  readonly #exit: () => void;

  constructor(options: SessionOptions | string = {}) {
    super(options);
    this.#exit = enterBoth(this);
  }

  override close(): void {
    if (!this.isClosed) this.#exit();
    super.close();
  }
}
