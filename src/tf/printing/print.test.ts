// tf.print and tf.strings.format: layout of long structures, placeholders, streams, options, nodes of graphs.
import { describe, expect, it } from "vitest";
import { PythonTuple } from "../../base/format/python-repr.ts";
import { redirectPrint } from "../../engine/outside.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { constant } from "../creation/constant.ts";
import { Graph } from "../graph.ts";
import { format } from "../strings/strings.ts";
import { print } from "./print.ts";

const one = constant(1, { dtype: "int32" });

function printed(...inputs: unknown[]): [text: string, stream: string] {
  const parts: [string, string][] = [];
  const undo = redirectPrint((...part) => void parts.push(part));
  try {
    print(...inputs);
  } finally {
    undo();
  }
  return [parts.map(([text]) => text).join(""), parts[0][1]];
}

describe("print", () => {
  it("breaks long structures as pprint does", () => {
    const numbers = Array.from({ length: 30 }, (_, i) => i);
    const text = printed([
      { b: "hello world ".repeat(12), aa: numbers },
      new PythonTuple(["x".repeat(90)]),
    ])[0];
    const lines = text.split("\n");
    expect(lines[0]).toBe("[{'aa': [0,");
    expect(lines[1]).toBe("         1,");
    expect(lines.slice(29)).toEqual([
      "         29],",
      "  'b': 'hello world hello world hello world hello world hello world hello '",
      "       'world hello world hello world hello world hello world hello world '",
      "       'hello world '},",
      ` ('${"x".repeat(90)}',)]`,
      "",
    ]);
  });

  it("takes a placeholder that does not occur in what is printed", () => {
    expect(printed("{}", one, "{}9")[0]).toBe("{} 1 {}9\n");
    expect(printed(["{}", one])[0]).toBe("['{}', 1]\n");
  });

  it("tells options from what is printed by their names", () => {
    expect(printed(one, { sep: "-", x: 1 })[0]).toBe("1 {'sep': '-', 'x': 1}\n");
    expect(printed(one, {})[0]).toBe("1 {}\n");
    expect(printed(one, 2, { sep: "-", end: "!" })[0]).toBe("1-2!");
    expect(printed()[0]).toBe("\n");
  });

  it("goes to stderr, or where it is told", () => {
    expect(printed("a")[1]).toBe("stderr");
    expect(printed("a", { outputStream: "stdout" })[1]).toBe("stdout");
    expect(printed("a", { outputStream: { fd: 1 } })[1]).toBe("stdout");
    expect(printed("a", { outputStream: "warning" })[1]).toBe("log(warning)");
    expect(printed("a", { outputStream: "file:///tmp/x" })[1]).toBe("file:///tmp/x");
    expect(() => print("a", { outputStream: "nowhere" })).toThrow("Unsupported output stream");
  });

  it("prints one string as it is", () => {
    expect(printed(constant('say "hi"'))[0]).toBe('say "hi"\n');
    expect(printed(constant(['say "hi"']))[0]).toBe('["say \\"hi\\""]\n');
  });

  it("makes TensorFlow's nodes in a graph", () => {
    const graph = new Graph();
    const operation = graph.asDefault(() => {
      const x = constant(1, { dtype: "int32", name: "x" });
      print("x:", x, { name: "show" });
      return print(constant("text"));
    });
    expect(graph.getOperations().map((node) => `${node.name}: ${node.type}`)).toEqual([
      "x: Const",
      "show_format: StringFormat",
      "show: PrintV2",
      "Const: Const",
      "PrintV2: PrintV2",
    ]);
    expect(operation?.name).toBe("PrintV2");
    expect(graph.getOperationByName("show_format").attrs["template"]).toBe("x: {}");
  });
});

describe("format", () => {
  const text = (x: unknown): string =>
    new TextDecoder().decode((x as EagerTensor).toValue().data[0] as Uint8Array);

  it("puts tensors in places", () => {
    expect(text(format("x is {}", one))).toBe("x is 1");
    expect(text(format("{} and {}", [one, constant("s")]))).toBe('1 and "s"');
    expect(text(format("a%b", [constant([1, 2, 3])], { placeholder: "%", summarize: 1 }))).toBe(
      "a[1 ... 3]b",
    );
    expect(() => format("{}", [one, one])).toThrow("expects 1 tensors");
  });
});
