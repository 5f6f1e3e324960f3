// GraphDefs into graphs: TensorFlow's import_graph_def.
import { equals, isMessage } from "@bufbuild/protobuf";
import { ValueError } from "../../base/errors.ts";
import { FunctionDefSchema } from "../../wire/proto/function_pb.gen.ts";
import { type GraphDef, GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import type { NodeDef } from "../../wire/proto/node_def_pb.gen.ts";
import type { Graph, Operation, SymbolicTensor } from "../graph.ts";
import type { Signature } from "../op-signature.ts";
import { functionToProto } from "./function-export.ts";
import { ImportedFunction } from "./function-import.ts";
import { readNodes, type Source } from "./read-nodes.ts";

export interface ImportOptions {
  /** Tensors (and, as "^a", operations) to take instead of those of the GraphDef: "x", "x:0", "^a". */
  readonly inputMap?: Readonly<Record<string, SymbolicTensor | Operation>>;
  /** Names of what to return: "y" an operation, "y:0" a tensor. */
  readonly returnElements?: readonly string[];
  /** Scope of the new names, made unique; "" for none. */
  readonly name?: string;
  /** Ops as the writer of the GraphDef knew them: newer attrs with their default are left out. */
  readonly producerOps?: (op: string) => Signature | undefined;
}

/** Adds a GraphDef's nodes and functions to a graph; gives the `returnElements`, or null without them. */
export function importGraphDef(
  graph: Graph,
  graphDef: GraphDef,
  options: ImportOptions = {},
): (Operation | SymbolicTensor)[] | null {
  if (!isMessage(graphDef, GraphDefSchema))
    throw new TypeError("Argument `graph_def` must be a GraphDef proto.");
  const before = graph.names.current;
  const scope = graph.names.open(options.name ?? "import");
  try {
    return new Importer(graph, scope, options).run(graphDef);
  } finally {
    graph.names.current = before;
  }
}

class Importer {
  readonly #graph: Graph;
  readonly #scope: string;
  readonly #options: ImportOptions;
  readonly #unused: Set<string>;
  readonly #names = new Map<string, string>();

  constructor(graph: Graph, scope: string, options: ImportOptions) {
    this.#graph = graph;
    this.#scope = scope;
    this.#options = options;
    this.#unused = new Set(Object.keys(options.inputMap ?? {}));
  }

  run(graphDef: GraphDef): (Operation | SymbolicTensor)[] | null {
    const { producerOps, returnElements } = this.#options;
    importFunctions(this.#graph, graphDef);
    const nodes =
      producerOps === undefined ? graphDef.node : this.#withoutNewDefaults(graphDef.node, producerOps);
    const made = readNodes({
      graph: this.#graph,
      nodes,
      given: {},
      rename: (name) => this.#rename(name),
      resolve: (input, node, known) => this.#resolve(input, node, known),
    });
    if (this.#unused.size > 0)
      throw new ValueError(
        `Attempted to map inputs that were not found in graph_def: [${[...this.#unused].join(", ")}]`,
      );
    for (const op of made.values()) this.#finish(op);
    this.#mergeVersions(graphDef);
    return returnElements?.map((name) => returnElement(name, made)) ?? null;
  }

  #rename(name: string): string {
    let renamed = this.#names.get(name);
    if (renamed !== undefined) return renamed;
    renamed = this.#scope === "" ? this.#free(name) : this.#scope + name;
    this.#names.set(name, renamed);
    return renamed;
  }

  /** Without a scope, names that are taken get a number. */
  #free(name: string): string {
    let candidate = name;
    for (let i = 1; this.#graph.names.isUsed(candidate); i++) candidate = `${name}_${i}`;
    return candidate;
  }

  #resolve(input: string, node: NodeDef, made: ReadonlyMap<string, Operation>): Source {
    const [name, index] = splitInput(input);
    const mapped = this.#mapped(name, index);
    if (mapped !== undefined) return mapped;
    const op = made.get(name);
    if (op === undefined)
      throw new ValueError(`Node '${node.name}': Unknown input node '${input.replace(/^\^/, "")}'`);
    if (index < 0) return { control: op };
    const tensor = op.outputs[index];
    if (tensor === undefined)
      throw new ValueError(
        `Node '${node.name}': Connecting to invalid output ${index} of source node ${name} which has ` +
          `${op.outputs.length} outputs.`,
      );
    return { tensor };
  }

  #mapped(name: string, index: number): Source | undefined {
    const { inputMap } = this.#options;
    if (inputMap === undefined) return undefined;
    const keys = index < 0 ? [`^${name}`] : index === 0 ? [`${name}:0`, name] : [`${name}:${index}`];
    const key = keys.find((each) => inputMap[each] !== undefined);
    if (key === undefined) return undefined;
    this.#unused.delete(key);
    const target = inputMap[key];
    if (index < 0) return { control: "op" in target ? target.op : target };
    if ("op" in target) return { tensor: target };
    throw new TypeError(`Input map of '${key}': expected a tensor, received the operation ${target.name}`);
  }

  #withoutNewDefaults(
    nodes: readonly NodeDef[],
    producerOps: (op: string) => Signature | undefined,
  ): NodeDef[] {
    return nodes.map((node) => {
      const producer = producerOps(node.op);
      const known = this.#graph.signature(node.op).attrs;
      if (producer === undefined) return node;
      const extra = Object.keys(node.attr).filter((name) => {
        return !known.has(name) && !name.startsWith("_") && producer.attrs.get(name)?.fallback !== undefined;
      });
      if (extra.length === 0) return node;
      const attr = Object.fromEntries(Object.entries(node.attr).filter(([name]) => !extra.includes(name)));
      return { ...node, attr };
    });
  }

  #finish(op: Operation): void {
    this.#graph.applyDevices(op);
    this.#graph.controlFlowContext?.addOp(op);
  }

  #mergeVersions({ versions }: GraphDef): void {
    const before = this.#graph.versions;
    this.#graph.versions = {
      producer: Math.min(before.producer, versions?.producer ?? 0),
      minConsumer: Math.max(before.minConsumer, versions?.minConsumer ?? 0),
      badConsumers: [...new Set([...before.badConsumers, ...(versions?.badConsumers ?? [])])],
    };
  }
}

/** "a" is ["a", 0], "a:2" is ["a", 2], "^a" is ["a", -1]. */
function splitInput(input: string): [name: string, index: number] {
  if (input.startsWith("^")) return [input.slice(1), -1];
  const match = /^(.*):(\d+)$/.exec(input);
  return match === null ? [input, 0] : [match[1], Number(match[2])];
}

function returnElement(name: string, made: ReadonlyMap<string, Operation>): Operation | SymbolicTensor {
  if (!name.includes(":")) {
    const op = made.get(name);
    if (op !== undefined) return op;
    throw new ValueError(`Requested return node '${name}' not found in graph def`);
  }
  const [node, index] = splitInput(name);
  const tensor = made.get(node)?.outputs[index];
  if (tensor === undefined) throw new ValueError(`Requested return tensor '${name}' not found in graph def`);
  return tensor;
}

/** Adds the functions of a GraphDef's library; their bodies are read when they are first needed. */
export function importFunctions(graph: Graph, { library }: GraphDef): void {
  for (const definition of library?.function ?? []) {
    const name = definition.signature?.name ?? "";
    const known = graph.functions.get(name);
    const source = known === undefined ? undefined : (known.source ?? functionToProto(name, known.body));
    if (source !== undefined && !equals(FunctionDefSchema, source, definition))
      throw new ValueError(
        `Cannot add function '${name}' because a different function with the same name already exists.`,
      );
    if (known === undefined) graph.functions.set(name, new ImportedFunction(definition, graph));
  }
  for (const { functionName, gradientFunc } of library?.gradient ?? [])
    graph.functionGradients.set(functionName, gradientFunc);
}
