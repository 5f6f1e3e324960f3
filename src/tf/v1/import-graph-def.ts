// tf.graphUtil.importGraphDef: a GraphDef's nodes in the graph that is being built.
import { defaultGraph } from "../../graph/default-graph.ts";
import type { Operation, SymbolicTensor } from "../../graph/graph.ts";
import { type ImportOptions, importGraphDef as addNodes } from "../../graph/graphdef/import.ts";
import type { GraphDef } from "../../wire/proto/graph_pb.gen.ts";

/**
 * Adds a GraphDef's nodes and functions to the default graph; gives the `returnElements`, or null.
 *
 * @example
 * const source = new tf.Graph();
 * source.asDefault(() => tf.constant(3, { name: "c" }));
 * const g = new tf.Graph();
 * const options = { returnElements: ["c:0"] };
 * const [c] = g.asDefault(() => tf.graphUtil.importGraphDef(source.asGraphDef(), options));
 * new tf.compat.v1.Session({ graph: g }).run(c); // 3
 */
export const importGraphDef = (
  graphDef: GraphDef,
  options: ImportOptions = {},
): (Operation | SymbolicTensor)[] | null => addNodes(defaultGraph(), graphDef, options);
