// Graphs to GraphDefs, as TensorFlow writes them.
import { create, equals } from "@bufbuild/protobuf";
import { AttrValueSchema } from "../../wire/proto/attr_value_pb.gen.ts";
import type { FunctionDef } from "../../wire/proto/function_pb.gen.ts";
import { type GraphDef, GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import { type NodeDef, NodeDefSchema } from "../../wire/proto/node_def_pb.gen.ts";
import type { Graph, GraphFunction, Operation } from "../graph.ts";
import { inputText } from "../views.ts";
import { attrToProto } from "./attr-value.ts";
import { writeAttrs } from "./attrs.ts";
import { functionToProto } from "./function-export.ts";
import { keptNode } from "./originals.ts";

export interface ExportOptions {
  /** Writes what is known of shapes as `_output_shapes`. */
  readonly addShapes?: boolean;
  /** Only nodes added since the graph had this version. */
  readonly fromVersion?: number;
}

/** GraphDefs with functions need a consumer of at least this version. */
const FUNCTION_CONSUMER = 12;

const byName = (a: Operation, b: Operation): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** A node as a message; control inputs come last, sorted by name. */
export function nodeToProto(op: Operation): NodeDef {
  const controls = [...op.controlInputs].sort(byName).map((input) => `^${input.name}`);
  return create(NodeDefSchema, {
    name: op.name,
    op: op.type,
    input: [...op.inputs.map(inputText), ...controls],
    device: op.device,
    attr: writeAttrs(op),
    ...keptNode(op),
  });
}

function withShapes(node: NodeDef, op: Operation): NodeDef {
  const shapes = op.outputs.map((output) => output.shape);
  if (shapes.length > 0) node.attr["_output_shapes"] = attrToProto("list(shape)", shapes);
  return node;
}

/** The functions of a graph and of its functions, each once. */
export function allFunctions(graph: Graph): GraphFunction[] {
  const found = new Map<string, GraphFunction>();
  const visit = (each: Graph): void => {
    for (const [name, fn] of each.functions) {
      if (found.has(name)) continue;
      found.set(name, fn);
      // What is still as it was read has its functions in the same library.
      if (fn.source === undefined) visit(fn.body);
    }
  };
  visit(graph);
  return [...found.values()];
}

const functionDef = (fn: GraphFunction): FunctionDef => fn.source ?? functionToProto(fn.name, fn.body);

/** The graph as a GraphDef. */
export function graphToProto(graph: Graph, options: ExportOptions = {}): GraphDef {
  const { addShapes = false, fromVersion = 0 } = options;
  const ops = graph.getOperations().filter((op) => op.id > fromVersion);
  const functions = allFunctions(graph).map(functionDef);
  const gradient = Array.from(graph.functionGradients, ([functionName, gradientFunc]) => ({
    functionName,
    gradientFunc,
  }));
  const { producer, minConsumer, badConsumers } = graph.versions;
  const least = functions.length > 0 ? FUNCTION_CONSUMER : 0;
  return create(GraphDefSchema, {
    node: ops.map((op) => (addShapes ? withShapes(nodeToProto(op), op) : nodeToProto(op))),
    versions: { producer, minConsumer: Math.max(minConsumer, least), badConsumers: [...badConsumers] },
    ...(functions.length + gradient.length > 0 ? { library: { function: functions, gradient } } : {}),
  });
}

/** Removes attrs that have their default, so that older TensorFlows can read the nodes. */
export function stripDefaultAttrs(graph: Graph, proto: GraphDef): GraphDef {
  const functions = proto.library?.function ?? [];
  const names = new Set(functions.map((each) => each.signature?.name));
  for (const node of [...proto.node, ...functions.flatMap((each) => each.nodeDef)]) {
    if (names.has(node.op)) continue;
    for (const { name, type, fallback } of graph.signature(node.op).attrs.values()) {
      const attr = node.attr[name];
      if (attr === undefined || fallback === undefined) continue;
      if (equals(AttrValueSchema, attr, attrToProto(type, fallback))) delete node.attr[name];
    }
  }
  return proto;
}
