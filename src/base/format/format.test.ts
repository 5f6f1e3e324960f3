// Replays the recorded texts of tensors: repr, str, tf.print and StringFormat.
import { describe, expect, it } from "vitest";
import { type RecordedTensor, readVectors, tensorData } from "../../../test/vectors/base-vectors.ts";
import type { TensorData } from "../dtypes.ts";
import { tensorRepr, tensorString, variableRepr } from "./numpy-array.ts";
import { fillTemplate, formatTensor, formatTensorBytes } from "./print-tensor.ts";
import { PythonTuple, pythonRepr } from "./python-repr.ts";

type Argument = Record<string, unknown> & { tensor?: RecordedTensor; variable?: RecordedTensor };
interface TextCase {
  id: string;
  args: Argument[];
  str: string;
  repr: string;
  output: string;
  kwargs: { summarize?: number; sep?: string; end?: string };
}
type Parts = [RecordedTensor["dtype"], number[], TensorData];

const parts = (tensor: RecordedTensor): Parts => [tensor.dtype, tensor.shape, tensorData(tensor)];

describe("str and repr", () => {
  const cases = readVectors<TextCase[]>("format/repr.json.gz");
  const plain = cases.filter(({ args }) => args[0].tensor);
  it.each(plain.map((c) => [c.id, c] as const))("%s", (_, { args, str, repr }) => {
    expect(tensorString(...parts(args[0].tensor!))).toBe(str);
    expect(tensorRepr(...parts(args[0].tensor!))).toBe(repr);
  });

  const variables = cases.filter(({ args }) => args[0].variable);
  it.each(variables.map((c) => [c.id, c] as const))("%s", (_, { args, repr }) => {
    const name = repr.split("'")[1];
    expect(variableRepr(name, ...parts(args[0].variable!))).toBe(repr);
  });
});

/** tf.print's text of one argument; a string tensor on its own has no quotes. */
function printed(argument: Argument, summarize: number | undefined, nested = false): string {
  const tensor = argument.tensor ?? argument.variable;
  if (tensor) {
    return formatTensor(...parts(tensor), summarize);
  }
  if ("str" in argument && !nested) return argument["str"] as string;
  return pythonRepr(plainValue(argument), (value) => {
    const held = value instanceof Held ? value.argument : undefined;
    return held && printed(held, summarize, true);
  });
}

class Held {
  readonly argument: Argument;
  constructor(argument: Argument) {
    this.argument = argument;
  }
}

function plainValue(argument: Argument): unknown {
  if (argument.tensor ?? argument.variable) return new Held(argument);
  if ("none" in argument) return null;
  if ("list" in argument) return (argument["list"] as Argument[]).map(plainValue);
  if ("tuple" in argument) return new PythonTuple((argument["tuple"] as Argument[]).map(plainValue));
  if (!("dict" in argument)) return Object.values(argument)[0];
  const entries = argument["dict"] as [string, Argument][];
  return new Map(
    entries.map(([key, item]) => [key, plainValue(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe("tf.print", () => {
  const made = /sparse|ragged|TensorShape/;
  const cases = readVectors<TextCase[]>("format/print.json.gz").filter(
    ({ args }) => !made.test(JSON.stringify(args)),
  );
  it.each(cases.map((c) => [c.id, c] as const))("%s", (_, { args, kwargs, output }) => {
    const { summarize, sep = " ", end = "\n" } = kwargs;
    const alone =
      args.length === 1 && args[0].tensor?.dtype === "string" && args[0].tensor.shape.length === 0;
    const texts = args.map((argument) => printed(argument, summarize));
    if (alone) texts[0] = new TextDecoder().decode((tensorData(args[0].tensor!) as Uint8Array[])[0]);
    expect(texts.join(sep) + end).toBe(output);
  });
});

interface FormatCase {
  id: string;
  attrs: { template: { s: string }; placeholder: { s: string }; summarize: { i: number } };
  inputs: RecordedTensor[];
  outputs?: RecordedTensor[];
}

describe("StringFormat", () => {
  const cases = readVectors<FormatCase[]>("format/string-format.json.gz").filter((c) => c.outputs);
  it.each(cases.map((c) => [c.id, c] as const))("%s", (_, { attrs, inputs, outputs }) => {
    const texts = inputs.map((tensor) => formatTensor(...parts(tensor), attrs.summarize.i));
    const text = fillTemplate(attrs.template.s, attrs.placeholder.s, texts);
    expect(text).toBe(new TextDecoder().decode((tensorData(outputs![0]) as Uint8Array[])[0]));
  });

  it("passes bytes that are not UTF-8 through", () => {
    const bytes = formatTensorBytes("string", [1], [Uint8Array.of(0xff, 0x01, 0x41)]);
    expect([...bytes]).toEqual(
      [...'["'].map((c) => c.charCodeAt(0)).concat(0xff, 0x5c, 0x30, 0x30, 0x31, 0x41, 0x22, 0x5d),
    );
  });
});
