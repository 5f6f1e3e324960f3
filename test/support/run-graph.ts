// Repeats a recorded graph: reads its GraphDef, then runs the steps as one session would.
import "../../src/engine/dispatch.ts";
import { fromBinary } from "@bufbuild/protobuf";
import { dtypeInfo } from "../../src/base/dtypes.ts";
import { OpError } from "../../src/base/errors.ts";
import { convert } from "../../src/engine/convert.ts";
import { type EagerTensor, fromValue } from "../../src/engine/eager-tensor.ts";
import { environmentFor } from "../../src/engine/environment.ts";
import { compile } from "../../src/engine/program.ts";
import { type Program, RunnerStore } from "../../src/engine/program-types.ts";
import { Step } from "../../src/engine/step.ts";
import { Graph, type Operation, SymbolicTensor } from "../../src/graph/graph.ts";
import { importGraphDef } from "../../src/graph/graphdef/import.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import { opTable } from "../../src/ops/table.ts";
import { GraphDefSchema } from "../../src/wire/proto/graph_pb.gen.ts";
import type { GraphCase, GraphStep, ProgramCase, Tolerance } from "../conformance/cases.ts";
import { tensorDifference } from "../conformance/compare.ts";

/** A graph with the state of one session. */
export class GraphRun {
  readonly graph = new Graph(opTable);
  readonly #environment = environmentFor(this.graph);
  readonly #runners = new RunnerStore();
  readonly #programs = new Map<string, Program>();

  constructor(graphDef: Uint8Array) {
    importGraphDef(this.graph, fromBinary(GraphDefSchema, graphDef), { name: "" });
  }

  /** The values of the fetches; null for operations. */
  run({ fetches, feeds, values: wanted }: GraphStep): (TensorValue | null)[] {
    const elements = fetches.map((name, i) => {
      const element = this.#element(name);
      return wanted?.[i] && !(element instanceof SymbolicTensor) ? this.#readAfter(element) : element;
    });
    const tensors = [...new Set(elements.filter((element) => element instanceof SymbolicTensor))];
    const targets = elements.filter((element): element is Operation => !(element instanceof SymbolicTensor));
    const fed = Object.keys(feeds).map((name) => this.#element(name) as SymbolicTensor);
    const key = `${fetches.join()}|${Object.keys(feeds).join()}`;
    let program = this.#programs.get(key);
    if (program === undefined) {
      program = compile({ graph: this.graph, feeds: fed, fetches: tensors, targets }, this.#runners);
      this.#programs.set(key, program);
    }
    const step = new Step(this.#environment);
    const given = Object.values(feeds).map((value, i) => feedOf(fed[i], value));
    const values = step.attempt(() => program.run(given, step));
    return elements.map((element) =>
      element instanceof SymbolicTensor ? values[tensors.indexOf(element)].toValue() : null,
    );
  }

  /** Recordings name the op that wrote a variable where TensorFlow fetched the read that waits for it. */
  #readAfter(write: Operation): SymbolicTensor | Operation {
    const reads = this.graph.getOperations().filter((op) => op.outputs.length === 1);
    return reads.find((op) => op.controlInputs.includes(write))?.outputs[0] ?? write;
  }

  #element(name: string): SymbolicTensor | Operation {
    const [opName, index] = name.split(":");
    const op = this.graph.getOperationByName(opName);
    return index === undefined ? op : op.outputs[Number(index)];
  }
}

/** Recorded feeds may have NumPy's dtype; a session feeds the placeholder's. */
function feedOf({ dtype }: SymbolicTensor, value: TensorValue): EagerTensor {
  return value.dtype === dtype
    ? fromValue(value)
    : convert(Array.from(value.data as ArrayLike<number>), dtype, value.shape);
}

/** What a case does not agree in; null if it agrees. */
export function graphDifference(item: GraphCase | ProgramCase): string | null {
  try {
    const run = new GraphRun(item.graphDef!);
    for (const [i, step] of item.steps.entries()) {
      if (step.special !== undefined) continue;
      const found = stepDifference(run, step, item.tolerance);
      if (found !== null) return `step ${i}: ${found}`;
    }
    return null;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `threw ${text.split("\n").slice(0, 8).join(" | ")}`;
  }
}

function stepDifference(run: GraphRun, step: GraphStep, tolerance: Tolerance): string | null {
  if (step.error !== undefined) return errorDifference(run, step);
  const values = run.run(step);
  for (const [i, wanted] of (step.values ?? []).entries()) {
    const got = values[i];
    if (wanted === null || got === null || !isComparable(got)) continue;
    const found = tensorDifference(got, wanted, tolerance);
    if (found !== null) return `${step.fetches[i]}: ${found}`;
  }
  return null;
}

const isComparable = ({ dtype }: TensorValue): boolean => dtypeInfo(dtype).kind !== "handle";

function errorDifference(run: GraphRun, step: GraphStep): string | null {
  const wanted = step.error!;
  try {
    run.run(step);
  } catch (error) {
    if (error instanceof OpError && error.code === wanted.code) return null;
    return `failed with ${error}, expected ${wanted.code}: ${wanted.message}`;
  }
  return `did not fail, expected ${wanted.code}: ${wanted.message}`;
}
