// tf.expr: precedence, literals, subscripts, node names and errors.
import { describe, expect, it } from "vitest";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { constant } from "../creation/constant.ts";
import { Graph } from "../graph.ts";
import { installMethods } from "../methods.ts";
import { expr } from "./expr.ts";

installMethods();

const numbers = (x: unknown): number[] =>
  Array.from((x as EagerTensor).toValue().data as ArrayLike<number>, Number);
const [a, b, c] = [1, 2, 3].map((value) => constant(value, { dtype: "int32" }));
const v = constant([1, 2, 3, 4]);
const m = constant([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("arithmetic", () => {
  it("follows Python's precedence", () => {
    expect(numbers(expr`2 * (${a} - ${b}) + ${c}`)).toEqual([1]);
    expect(numbers(expr`${a} + ${b} * ${c}`)).toEqual([7]);
    expect(numbers(expr`-${b} ** 2`)).toEqual([-4]);
    expect(numbers(expr`2 ** ${c} ** 2`)).toEqual([512]);
    expect(numbers(expr`${v} ** -1`)[1]).toBe(0.5);
    expect(numbers(expr`${c} - ${b} - ${a}`)).toEqual([0]);
    expect(numbers(expr`${a} - (${b} - ${c})`)).toEqual([2]);
    expect(numbers(expr`-7 // ${b} + -7 % ${b}`)).toEqual([-3]);
    expect(numbers(expr`${m} @ ${m}[:, :, None][0]`)).toEqual([14, 32]);
  });

  it("divides integers as floats", () => {
    const quotient = expr`${a} / ${b}`;
    expect(quotient.dtype).toBe("float64");
    expect(numbers(quotient)).toEqual([0.5]);
  });

  it("computes plain numbers as Python does", () => {
    expect(numbers(expr`7 // 2 + 2 ** 3 * 1`)).toEqual([11]);
    expect(numbers(expr`${v} * (1 / 2)`)).toEqual([0.5, 1, 1.5, 2]);
    expect(() => expr`${a} * (2 / 2)`).toThrow(TypeError);
    expect(() => expr`1 // 0`).toThrow(RangeError);
  });

  it("gives literals the other operand's dtype, never a fraction's an integer's", () => {
    expect(expr`${a} + 1`.dtype).toBe("int32");
    expect(expr`1e3 * ${v}`.dtype).toBe("float32");
    expect(() => expr`${a} + 1.0`).toThrow("Cannot convert 1.0 to EagerTensor of dtype int32");
    expect(numbers(expr`${v} + [1, 2, 3, 4]`)).toEqual([2, 4, 6, 8]);
    expect(numbers(expr`${v} * ${2}`)).toEqual([2, 4, 6, 8]);
    expect(numbers(expr`${constant(0n)} + 9007199254740993`)).toEqual([Number(9007199254740993n)]);
  });
});

describe("comparison and logic", () => {
  it("binds less than arithmetic, and logic more than comparison", () => {
    expect(numbers(expr`${v} + 1 > 3`)).toEqual([0, 0, 1, 1]);
    expect(numbers(expr`(${v} > 1) & (${v} < 4) | (${v} == 1)`)).toEqual([1, 1, 1, 0]);
    expect(numbers(expr`~(${v} >= 2) ^ (${v} != 3)`)).toEqual([0, 1, 0, 1]);
    expect(numbers(expr`2 < ${v}`)).toEqual([0, 0, 1, 1]);
    expect(numbers(expr`${b} & 3 | 4`)).toEqual([6]);
    expect(numbers(expr`~${a}`)).toEqual([-2]);
  });
});

describe("subscripts", () => {
  it("slice, index, reverse and add axes", () => {
    expect(numbers(expr`${v}[1:3]`)).toEqual([2, 3]);
    expect(numbers(expr`${v}[::-1]`)).toEqual([4, 3, 2, 1]);
    expect(numbers(expr`${v}[-1]`)).toEqual([4]);
    expect(numbers(expr`${m}[..., 1]`)).toEqual([2, 5]);
    expect(numbers(expr`${m}[1:, 0]`)).toEqual([4]);
    expect(expr`${m}[:, None, ..., tf.newaxis]`.shape).toEqual([2, 1, 3, 1]);
    expect(numbers(expr`${v}[${a}:${c} + 1]`)).toEqual([2, 3, 4]);
    expect(numbers(expr`${v}[${v} > 2]`)).toEqual([3, 4]);
    expect(numbers(expr`${m}[0][1] * 2`)).toEqual([4]);
  });
});

describe("in a graph", () => {
  it("names nodes as TensorFlow's operators do", () => {
    const graph = new Graph();
    graph.asDefault(() => {
      const [x, y, z] = ["a", "b", "c"].map((name, i) => constant(i + 1, { dtype: "int32", name }));
      expr`2 * (${x} - ${y}) + ${z}`;
      expr`${x} < 2`;
      expr`3 < ${x}`;
      expr`${x} // ${y} % 2`;
      expr`-${x} ** 2`;
      expr`(${x} > 0) & (${y} > 0)`;
    });
    const names = graph.getOperations().map((operation) => operation.name);
    expect(names.slice(3, 7)).toEqual(["sub", "mul/x", "mul", "add"]);
    expect(names.slice(7)).toEqual([
      "Less/y",
      "Less",
      "Greater/y",
      "Greater",
      "floordiv",
      "mod/y",
      "mod",
      "pow/y",
      "pow",
      "Neg",
      "Greater_1/y",
      "Greater_1",
      "Greater_2/y",
      "Greater_2",
      "and",
    ]);
  });
});

describe("text that is no expression", () => {
  const message = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof SyntaxError ? error.message : `no SyntaxError: ${error}`;
    }
    return "nothing was thrown";
  };

  it("is a SyntaxError with the position", () => {
    expect(message(() => expr`${a} +`)).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the message shows the template
      "tf.expr: expected a number, a value, ( or [, received the end at position 6 of `${0} +`",
    );
    expect(message(() => expr`${a} ${b}`)).toContain(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the message shows the template
      "expected an operator or the end, received ${1} at position 5",
    );
    expect(message(() => expr`(${a}`)).toContain("expected ), received the end");
    expect(message(() => expr`${a} ? 1`)).toContain('received "?" at position 5');
    expect(message(() => expr`1 < ${a} < 3`)).toContain("one comparison");
    expect(message(() => expr`not ${a}`)).toContain("`~`");
    expect(message(() => expr`${v}[1:2`)).toContain("], received the end");
    expect(message(() => expr`${v}[]+`)).toContain("received the end");
    expect(message(() => expr``)).toContain("at position 0");
  });
});
