// tf.Graph, and the default graph of TensorFlow v1.
import {
  asDefault,
  defaultGraph,
  installGlobalGraph,
  disableEagerExecution as useGlobalGraph,
} from "../graph/default-graph.ts";
import { Graph as BaseGraph, type Operation, type SymbolicTensor } from "../graph/graph.ts";
import { graphToProto, stripDefaultAttrs } from "../graph/graphdef/export.ts";
import type { Scope } from "../graph/scoped.ts";
import { opTable } from "../ops/table.ts";
import type { GraphDef } from "../wire/proto/graph_pb.gen.ts";

export interface GraphDefOptions {
  /** Writes only nodes made since the graph had this version. */
  readonly fromVersion?: number;
  /** Writes the inferred shapes of outputs, as the attr `_output_shapes`. */
  readonly addShapes?: boolean;
  /** Leaves out attrs that have their default value. */
  readonly stripDefaults?: boolean;
}

/**
 * Operations and the tensors between them, to be run by a session.
 *
 * @example
 * const g = new tf.Graph();
 * const z = g.asDefault(() => tf.constant(2).mul(3));
 * new tf.compat.v1.Session({ graph: g }).run(z); // 6
 */
export class Graph extends BaseGraph {
  constructor() {
    super(opTable);
  }

  /** Makes this the default graph for a callback or a `using` declaration. */
  asDefault(): Scope<this>;
  asDefault<R>(body: (graph: this) => R): R;
  asDefault<R>(body?: (graph: this) => R): R | Scope<this> {
    return body === undefined ? asDefault<this>(this) : asDefault<this, R>(this, body);
  }

  /** The graph as TensorFlow's message. */
  asGraphDef({ stripDefaults = false, ...options }: GraphDefOptions = {}): GraphDef {
    const proto = graphToProto(this, options);
    return stripDefaults ? stripDefaultAttrs(this, proto) : proto;
  }
}

installGlobalGraph(() => new Graph());

/** The innermost graph around, or the global one. */
export const getDefaultGraph = (): BaseGraph => defaultGraph();

/** From now on ops become nodes of the default graph: TensorFlow v1's way. */
export const disableEagerExecution = (): void => useGlobalGraph();

export type { Operation, SymbolicTensor };
