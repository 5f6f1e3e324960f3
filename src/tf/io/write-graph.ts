// tf.io.writeGraph: a graph as a file that TensorFlow reads.
import { joinPath, writeFile } from "#platform/files";
import { Graph } from "../../graph/graph.ts";
import { graphFileContent } from "../../graph/graphdef/bytes.ts";
import { graphToProto } from "../../graph/graphdef/export.ts";
import type { GraphDef } from "../../wire/proto/graph_pb.gen.ts";

/**
 * Writes a graph as a GraphDef file and gives the file's path.
 *
 * @param graph A graph, or its GraphDef.
 * @param logdir The folder; made if it is not there.
 * @param name The file's name in it.
 * @param asText Protocol buffer text (".pbtxt") rather than binary.
 */
export function writeGraph(graph: Graph | GraphDef, logdir: string, name: string, asText = true): string {
  const graphDef = graph instanceof Graph ? graphToProto(graph) : graph;
  const path = joinPath(logdir, name);
  writeFile(path, graphFileContent(graphDef, asText));
  return path;
}
