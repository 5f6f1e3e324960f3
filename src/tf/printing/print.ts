// tf.print: values of tensors and other things as text, now or whenever the graph runs.
import { ValueError } from "../../base/errors.ts";
import { DEFAULT_SUMMARIZE } from "../../base/format/print-tensor.ts";
import { buildNode, callOp } from "../../engine/dispatch.ts";
import type { Operation } from "../../graph/graph.ts";
import { Tensor } from "../../graph/tensor.ts";
import { isOptions, type Named } from "../core/arguments.ts";
import { graphFor, isTensorObject, one } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import { makeTemplate } from "./template.ts";

export interface PrintOptions extends Named {
  /** "stderr" (default), "stdout", "info", "warning", "error", "file://…" or `process.stdout`. */
  readonly outputStream?: string | { readonly fd: number };
  /** How many elements are shown at each end of each dimension (default 3); -1 for all. */
  readonly summarize?: number;
  /** Stands between inputs; default a blank. */
  readonly sep?: string;
  /** Stands at the end; default a newline. */
  readonly end?: string;
}

const OPTIONS = ["outputStream", "summarize", "sep", "end", "name"];
const STREAMS: Readonly<Record<string, string>> = {
  stdout: "stdout",
  stderr: "stderr",
  info: "log(info)",
  warning: "log(warning)",
  warn: "log(warning)",
  error: "log(error)",
  "log(info)": "log(info)",
  "log(warning)": "log(warning)",
  "log(error)": "log(error)",
};

function streamName(stream: NonNullable<PrintOptions["outputStream"]>): string {
  if (typeof stream === "string" && stream.startsWith("file://")) return stream;
  const name = typeof stream === "string" ? stream : stream.fd === 1 ? "stdout" : "stderr";
  const known = Object.hasOwn(STREAMS, name) ? STREAMS[name] : undefined;
  if (known !== undefined) return known;
  throw new ValueError(
    "Unsupported output stream, logging level, or file. " +
      `Expected one of ${Object.keys(STREAMS).join(", ")}, or file://…, received ${name}`,
  );
}

/** The last argument is options if it has nothing but their names; any other object is printed. */
function splitOptions(inputs: readonly unknown[]): [unknown[], PrintOptions] {
  const last = inputs.at(-1);
  const keys = isOptions(last) && !isTensorObject(last) ? Object.keys(last) : [];
  if (keys.length === 0 || !keys.every((key) => OPTIONS.includes(key))) return [[...inputs], {}];
  return [inputs.slice(0, -1), last as PrintOptions];
}

const isScalarString = (x: unknown): boolean =>
  isTensorObject(x) && x instanceof Tensor && x.dtype === "string" && x.shape?.length === 0;

/** The text as a scalar: one string is printed as it is, anything else is put into a template. */
function printed(inputs: readonly unknown[], options: PrintOptions): Tensor {
  const [first] = inputs;
  if (inputs.length === 1 && isScalarString(first)) return asTensor(first as Tensor);
  const { template, placeholder, tensors } = makeTemplate(inputs, options.sep ?? " ");
  const attrs = { template, placeholder, summarize: options.summarize ?? DEFAULT_SUMMARIZE };
  return one(
    "StringFormat",
    [tensors],
    attrs,
    options.name === undefined ? undefined : `${options.name}_format`,
  );
}

/**
 * Prints tensors, variables and anything else, nested or not, as TensorFlow prints them.
 *
 * In a function or graph the values are printed each time it runs. Texts are printed as they are at the top
 * level and quoted inside of structures; long tensors are shortened in the middle.
 *
 * @param inputs What to print; at the end maybe options: `outputStream`, `summarize`, `sep`, `end`, `name`.
 * @returns The operation in a graph; undefined otherwise.
 * @throws ValueError for an unknown stream.
 * @example
 * tf.print("x:", tf.range(10), { k: tf.constant([1.5, 2]) }, { outputStream: "stdout" });
 * // x: [0 1 2 ... 7 8 9] {'k': [1.5 2]}
 */
export function print(...inputs: unknown[]): Operation | undefined {
  const [values, options] = splitOptions(inputs);
  const attrs = { output_stream: streamName(options.outputStream ?? "stderr"), end: options.end ?? "\n" };
  const text = printed(values, options);
  const graph = graphFor([text]);
  if (graph !== null) return buildNode(graph, "PrintV2", [text], attrs, options.name);
  callOp("PrintV2", [text], attrs);
  return undefined;
}
