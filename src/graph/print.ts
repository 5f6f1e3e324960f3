// Graphs as text, one line a node: `sum: float32[2] = Sum(x, sum/axis) keep_dims=true`.
import { shapeText } from "../base/shape.ts";
import { attrText } from "./describe.ts";
import type { FunctionBody, Graph, Operation, SymbolicTensor } from "./graph.ts";
import { typeAttrOf } from "./op-signature.ts";
import { inputText } from "./views.ts";

function tensorType({ dtype, shape, isRef }: SymbolicTensor): string {
  return `${dtype}${isRef ? "&" : ""}${shape === null ? "[...]" : shapeText(shape)}`;
}

/** Attrs that inputs tell anyway: dtypes and lengths. */
function impliedAttrs(op: Operation): Set<string> {
  const implied = new Set<string>();
  for (const arg of op.signature.inputs) {
    const attr = typeAttrOf(arg);
    if (attr !== undefined) implied.add(attr);
    if (arg.count !== null) implied.add(arg.count);
  }
  return implied;
}

function attrsText(op: Operation): string {
  const implied = impliedAttrs(op);
  let text = "";
  for (const name of Object.keys(op.attrs).sort()) {
    if (implied.has(name)) continue;
    const type = op.attrType(name);
    const value = attrText(type, op.attrs[name]);
    const fallback = op.signature.attrs.get(name)?.fallback;
    if (fallback === undefined || type === "placeholder" || attrText(type, fallback) !== value)
      text += ` ${name}=${value}`;
  }
  return text;
}

/** One node. */
export function printOperation(op: Operation): string {
  const types = op.outputs.map(tensorType);
  const result = types.length === 0 ? "" : `: ${types.length === 1 ? types[0] : `(${types.join(", ")})`}`;
  const inputs = [...op.inputs.map(inputText), ...op.controlInputs.map((input) => `^${input.name}`)];
  const device = op.device === "" ? "" : ` on ${op.device}`;
  return `${op.name}${result} = ${op.type}(${inputs.join(", ")})${attrsText(op)}${device}`;
}

const isBody = (graph: Graph): graph is FunctionBody => graph.isFunction;

function bodyLines(graph: Graph, indent: string): string[] {
  const lines = graph.getOperations().map((op) => indent + printOperation(op));
  if (isBody(graph)) {
    const results = [...graph.outputs.map(inputText), ...graph.controlOutputs.map((op) => `^${op.name}`)];
    lines.push(`${indent}return ${results.join(", ")}`);
  }
  return lines;
}

/** The graph and the functions of its library. */
export function printGraph(graph: Graph): string {
  const lines = bodyLines(graph, "");
  for (const [name, { body }] of graph.functions) {
    const inputs = body.inputs.map((input) => `${input.op.name}: ${tensorType(input)}`);
    lines.push("", `function ${name}(${inputs.join(", ")})`, ...bodyLines(body, "  "));
  }
  return `${lines.join("\n")}\n`;
}
