// Reads the cases of an ops folder: one JSON object a line, in `<family>.jsonl.gz`.
import { inflateSync } from "node:zlib";
import type { Code } from "../../src/base/errors.ts";
import type {
  ApiCase,
  Case,
  CaseInput,
  Comparison,
  ExpectedGradient,
  ExpectedOutput,
  ExpectedSecondGradient,
  GraphCase,
  GraphStep,
  OpCase,
  Tolerance,
} from "./cases.ts";
import { decodeAttrs, decodeTensor, type TensorJson } from "./decode.ts";

type ToleranceJson = "exact" | "none" | null | undefined | [number, number];
type OutputJson = TensorJson & { ignore?: true };
type InputJson = TensorJson | { dtype: "resource"; variable: TensorJson };
type GradientJson = {
  upstream: (TensorJson | null)[];
  wrt: number[];
  grads: (TensorJson | null)[];
  tol: ToleranceJson;
};
type SecondGradientJson = { v: (TensorJson | null)[]; grads: (TensorJson | null)[]; tol: ToleranceJson };
type ErrorJson = { code: Code; message: string };
type StepJson = {
  run: string[];
  feed?: Record<string, TensorJson>;
  values?: (TensorJson | null)[];
  error?: ErrorJson;
};

export interface CaseJson {
  id: string;
  op: string;
  tol?: ToleranceJson;
  cmp?: string;
  tags?: string[];
  note?: string;
  attrs?: Record<string, Record<string, unknown>>;
  inputs?: InputJson[];
  outputs?: OutputJson[];
  error?: ErrorJson;
  grad?: GradientJson;
  grad2?: SecondGradientJson;
  runs?: OutputJson[][];
  state_after?: TensorJson[];
  graphdef?: string;
  ops?: string[];
  steps?: StepJson[];
}

export const tolerance = (json: ToleranceJson): Tolerance =>
  Array.isArray(json) ? { relative: json[0], absolute: json[1] } : "exact";

const orNull = (json: TensorJson | null): ReturnType<typeof decodeTensor> | null =>
  json && decodeTensor(json);

function output(json: OutputJson): ExpectedOutput {
  return json.ignore ? { dtype: json.dtype as ExpectedOutput["dtype"], ignored: true } : decodeTensor(json);
}

const input = (json: InputJson): CaseInput =>
  "variable" in json ? { variable: decodeTensor(json.variable) } : { tensor: decodeTensor(json) };

function gradient(json: GradientJson | undefined): { gradient?: ExpectedGradient } {
  if (json === undefined) return {};
  const { upstream, wrt, grads, tol } = json;
  return {
    gradient: {
      upstream: upstream.map(orNull),
      wrt,
      gradients: grads.map(orNull),
      tolerance: tolerance(tol),
    },
  };
}

function secondGradient(json: SecondGradientJson | undefined): { secondGradient?: ExpectedSecondGradient } {
  if (json === undefined) return {};
  const { v, grads, tol } = json;
  return {
    secondGradient: { vectors: v.map(orNull), gradients: grads.map(orNull), tolerance: tolerance(tol) },
  };
}

/** What all kinds of cases have. */
export function caseBase(json: CaseJson, family: string) {
  const { id, op, tol, cmp, tags, note } = json;
  return {
    id,
    family,
    op,
    tolerance: tolerance(tol),
    comparison: (cmp ?? "elements") as Comparison,
    tags: tags ?? [],
    ...(note === undefined ? {} : { note }),
  };
}

function opCase(json: CaseJson, family: string): OpCase {
  return {
    ...caseBase(json, family),
    kind: "op",
    attrs: decodeAttrs(json.attrs ?? {}),
    inputs: (json.inputs ?? []).map(input),
    outputs: (json.outputs ?? []).map(output),
    ...(json.error ? { error: json.error } : {}),
    ...gradient(json.grad),
    ...secondGradient(json.grad2),
    ...(json.runs ? { runs: json.runs.map((run) => run.map(output)) } : {}),
    ...(json.state_after ? { stateAfter: json.state_after.map(decodeTensor) } : {}),
  };
}

export function decodeFeeds(feeds: Record<string, TensorJson> | null | undefined): GraphStep["feeds"] {
  return Object.fromEntries(Object.entries(feeds ?? {}).map(([name, json]) => [name, decodeTensor(json)]));
}

const step = ({ run, feed, values, error }: StepJson): GraphStep => ({
  fetches: run,
  feeds: decodeFeeds(feed),
  ...(values ? { values: values.map(orNull) } : {}),
  ...(error ? { error } : {}),
});

function graphCase(json: CaseJson, family: string): GraphCase {
  return {
    ...caseBase(json, family),
    kind: "graph",
    ops: json.ops ?? [],
    graphDef: Uint8Array.from(inflateSync(Buffer.from(json.graphdef!, "base64"))),
    steps: json.steps!.map(step),
  };
}

const apiCase = (json: CaseJson, family: string): ApiCase => ({
  ...caseBase(json, family),
  kind: "api",
  body: json as unknown as Record<string, unknown>,
});

export function decodeCase(json: CaseJson, family: string): Case {
  if (json.op.startsWith("@graph:")) return graphCase(json, family);
  return json.op.startsWith("@") ? apiCase(json, family) : opCase(json, family);
}
