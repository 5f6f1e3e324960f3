// Public functions against real TensorFlow: values at once, and the nodes that a graph gets.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { flatten } from "../../src/engine/nest.ts";

interface Refusal {
  readonly error: string;
}

interface Value {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly unknown[];
}

interface Recorded {
  readonly python: string;
  readonly call: string;
  readonly values: readonly Value[] | Refusal;
  readonly nodes: readonly (readonly [op: string, name: string, inputs: readonly string[]])[] | Refusal;
}

const file = new URL("../vectors/functions/recorded.json.gz", import.meta.url);
const cases: Recorded[] = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));

const operands = (): Record<string, tf.Tensor> => ({
  x: tf.constant(
    [
      [1, 2],
      [3, 4],
    ],
    { name: "x" },
  ),
  i: tf.constant([4, 1, 2, 1], { dtype: tf.int32, name: "i" }),
  b: tf.constant([true, false], { name: "b" }),
  c: tf.constant({ dtype: "complex64", shape: [2], data: Float32Array.of(1, 2, 0, -3) }, { name: "c" }),
});

function call(code: string, scope: Record<string, tf.Tensor>): unknown {
  const names = Object.keys(scope);
  return new Function("tf", ...names, `return (${code});`)(tf, ...names.map((name) => scope[name]));
}

/** Tensors in the result, in order; results with names are lists too. */
function tensorsOf(result: unknown): tf.Tensor[] {
  if (result instanceof tf.Tensor) return [result];
  if (result === undefined) return [];
  return flatten(Array.isArray(result) ? [...result] : result) as tf.Tensor[];
}

function close(actual: unknown, expected: unknown): boolean {
  const want =
    typeof expected === "string" && /^-?(nan|inf)$/.test(expected)
      ? Number(expected.replace("inf", "Infinity").replace("nan", "NaN"))
      : expected;
  if (typeof want !== "number") return Object.is(actual, want);
  const got = Number(actual);
  return (
    Object.is(got, want) ||
    Math.abs(got - want) <= 1e-6 + 3e-6 * Math.abs(want) ||
    (Number.isNaN(got) && Number.isNaN(want))
  );
}

/** What is left of an eager error's text without the parts about devices and ops. */
const plain = (message: string): string =>
  message
    .replace(/^\{\{function_node [^}]*\}\} /, "")
    .replace(/ \[Op:\w+\]( name: .*)?(\n\t at .*)?$/, "")
    .replace(/\n\t at .*$/, "");

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return plain((error as Error).message);
  }
  return "nothing was refused";
}

describe("values", () => {
  for (const { call: code, values } of cases)
    it(code, () => {
      tf.random.setSeed(1);
      const p = tf.constant([
        [1, -2],
        [3, 4],
        [5, 6],
      ]);
      const run = (): unknown => call(code, { ...operands(), p, u: p });
      if ("error" in values) {
        expect(refusal(run)).toBe(plain(values.error));
        return;
      }
      const results = tensorsOf(run()) as tf.EagerTensor[];
      expect(results.map(({ dtype, shape }) => ({ dtype, shape: [...shape] }))).toEqual(
        values.map(({ dtype, shape }) => ({ dtype, shape })),
      );
      results.forEach((result, k) => {
        const data = [result.array()].flat(Number.POSITIVE_INFINITY);
        const wrong = values[k]!.data.findIndex((want, at) => !close(data[at], want));
        if (wrong >= 0) expect(data).toEqual(values[k]!.data);
      });
    });
});

describe("nodes", () => {
  for (const { call: code, nodes } of cases)
    it(code, () => {
      const graph = new tf.Graph();
      let given = 0;
      const run = (): void =>
        graph.asDefault(() => {
          const p = tf.compat.v1.placeholder(tf.float32, [null, 2], { name: "p" });
          const u = tf.compat.v1.placeholder(tf.float32, { name: "u" });
          const scope = { ...operands(), p, u };
          given = graph.getOperations().length;
          call(code, scope);
        });
      if ("error" in nodes) {
        expect(refusal(run)).toBe(plain(nodes.error));
        return;
      }
      run();
      const made = graph.getOperations().slice(given);
      const text = (name: string): string => name.replace(/:0$/, "");
      expect(made.map((op) => [op.type, op.name, op.inputs.map((input) => text(input.name))])).toEqual(nodes);
    });
});
