// What it costs to call: eager ops, a session run, a function; kernels are interpreted.
import * as tf from "../src/index.ts";
import type { Case } from "./harness.ts";

function eagerAdd(shape: number[]): Case {
  const a = tf.ones(shape);
  const b = tf.ones(shape);
  return {
    case: `eager add [${shape}]`,
    run: () => tf.add(a, b),
    check: (sum) => (sum as tf.Tensor).data().every((x: unknown) => x === 2),
    ...(shape.length === 2 && shape[0] === 2 ? { limit: 2 } : {}),
  };
}

function session(): Case {
  const g = new tf.Graph();
  const [a, b, c, z] = g.asDefault(() => {
    const [a, b, c] = ["a", "b", "c"].map((name) =>
      tf.compat.v1.placeholder(tf.int32, { name: `tf_${name}` }),
    );
    return [a!, b!, c!, tf.expr`2 * (${a!} - ${b!}) + ${c!}`];
  });
  const sess = new tf.compat.v1.Session({ graph: g });
  const feeds = new Map([
    [a, 1],
    [b, 2],
    [c, 3],
  ]);
  return {
    case: "sess.run of the placeholder example",
    run: () => sess.run(z, feeds),
    check: (value) => value === 1,
    limit: 10,
  };
}

function compiledFunction(): Case {
  const f = tf.function((x: tf.Tensor) => tf.add(tf.multiply(x, 2), 1));
  const x = tf.ones([2, 4]);
  return {
    case: "tf.function of two ops [2,4]",
    run: () => f(x),
    check: (y) => (y as tf.Tensor).data().every((value: unknown) => value === 3),
  };
}

export const cases = (): Case[] => [eagerAdd([2, 4]), eagerAdd([64, 64]), session(), compiledFunction()];
