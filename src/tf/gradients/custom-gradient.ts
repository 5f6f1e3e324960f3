// Functions with a gradient of their own.
import { RecordedStep } from "../../autodiff/backward.ts";
import { overrideGradient } from "../../autodiff/overrides.ts";
import { isRecording, listenToVariables, record, withTapes } from "../../autodiff/tape-stack.ts";
import type { Watchable } from "../../autodiff/tape.ts";
import { ValueError } from "../../base/errors.ts";
import { buildNode, callOp } from "../../engine/dispatch.ts";
import { flatten, packAs } from "../../engine/nest.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Gradient, isIndexedSlices, type Value } from "../../graph/types.ts";
import { graphFor, one } from "../core/call.ts";
import { wrapSlices } from "../core/indexed-slices.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { GradientTape } from "./tape.ts";

// biome-ignore lint/suspicious/noExplicitAny: functions of any arguments can have a gradient of their own
type AnyFunction = (...args: any[]) => any;

interface Call {
  readonly args: readonly Tensor[];
  readonly result: unknown;
  readonly results: readonly Tensor[];
  readonly variables: readonly Watchable[];
  readonly grad: AnyFunction;
}

/**
 * Gives a function a gradient of its own.
 *
 * @param f Takes tensors and returns `[result, grad]`: `grad` gets one gradient for each result and returns
 * one
 * for each argument. If `f` reads variables, `grad` also gets them (last) and returns `[gradients,
 * forVariables]`.
 * @returns A function like `f` that returns only the result.
 * @throws ValueError if `grad` returns another number of gradients.
 * @example
 * const clip = tf.customGradient((x) => [x, (dy) => tf.clipByValue(dy, -0.1, 0.1)]);
 * const x = tf.constant([1, 2]);
 * tf.gradientTape((tape) => {
 *   tape.watch(x);
 *   return tape.gradient(clip(x).mul(5), x);
 * });
 * // tf.Tensor([0.1 0.1], shape=(2,), dtype=float32)
 */
export function customGradient(f: AnyFunction): AnyFunction {
  return (...given: readonly unknown[]) => {
    const args = given.map((arg) => asTensor(arg as TensorInput));
    const call = callOnce(f, args);
    const graph = graphFor(call.results);
    return packAs(call.result, graph === null ? eagerResults(call) : graphResults(call));
  };
}

function callOnce(f: AnyFunction, args: readonly Tensor[]): Call {
  const read = new Set<Watchable>();
  const pair = listenToVariables(
    (variable) => read.add(variable),
    () => f(...args),
  );
  if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[1] !== "function")
    throw new TypeError(
      "customGradient: expected a function that returns [result, gradient " +
        "function], received another result",
    );
  const [result, grad] = pair as [unknown, AnyFunction];
  const results = flatten(result).map((each) => asTensor(each as TensorInput));
  const variables = [...read].filter(({ trainable }) => trainable);
  return { args, result, results, variables, grad };
}

/** What flows back: gradients of arguments, then of variables. */
function backwardOf({ args, variables, grad }: Call): (dy: readonly Gradient[]) => Gradient[] {
  return (dy) => {
    const upstream = dy.map((each) => (isIndexedSlices(each) ? wrapSlices(each) : each));
    const given = variables.length === 0 ? grad(...upstream) : grad(...upstream, variables);
    const [forArgs, forVariables] = variables.length === 0 ? [given, []] : (given as [unknown, unknown[]]);
    const gradients = Array.isArray(forArgs) ? forArgs : [forArgs];
    if (gradients.length !== args.length)
      throw new ValueError(
        `customGradient: expected ${args.length} gradients, one for each ` +
          `argument, received ${gradients.length}`,
      );
    return [...gradients, ...forVariables].map((each) => (each ?? null) as Gradient);
  };
}

/** Copies of the results, which only the given gradient leads back from. */
function eagerResults(call: Call): readonly Tensor[] {
  const copies = withTapes([], () => call.results.map((result) => one("Identity", [result])));
  const inputs = [...call.args, ...call.variables.map(({ handle }) => handle as Tensor)];
  const back = backwardOf(call);
  if (isRecording()) record(new RecordedStep<Value>(inputs, copies, (_, dy) => back(dy)));
  return copies;
}

/** One node for all results and arguments, with the given gradient instead of its op's. */
function graphResults(call: Call): readonly Tensor[] {
  const graph = graphFor(call.results)!;
  const handles = call.variables.map(({ handle }) => handle as Tensor);
  const op = withTapes([], () => {
    // TensorFlow copies the results too, though nothing uses the copies.
    for (const result of call.results) callOp("Identity", [result]);
    return buildNode(graph, "IdentityN", [[...call.results, ...call.args, ...handles]]);
  });
  const back = backwardOf(call);
  const count = call.results.length;
  overrideGradient(op, (_, dy): Gradient[] => [...call.results.map(() => null), ...back(dy.slice(0, count))]);
  const outputs = op.outputs.slice(0, count);
  if (isRecording())
    record(new RecordedStep<Value>([...call.args, ...handles], outputs, (_, dy) => back(dy)));
  return outputs;
}

/**
 * A function whose intermediate results are not kept for the gradient but computed again.
 *
 * @param f Takes and returns tensors.
 * @returns A function with the same results and gradients.
 * @example
 * const f = tf.recomputeGrad((x) => tf.exp(x).mul(x));
 * f(tf.constant(1));
 * // tf.Tensor(2.7182817, shape=(), dtype=float32)
 */
export function recomputeGrad(f: AnyFunction): AnyFunction {
  return customGradient((...args: Tensor[]) => {
    const result = withTapes([], () => f(...args));
    const grad = (...dy: unknown[]): unknown => {
      const variables = Array.isArray(dy.at(-1)) ? (dy.pop() as Watchable[]) : [];
      const tape = new GradientTape();
      const again = tape.run(() => {
        tape.watch(args);
        return f(...args);
      });
      const gradients = tape.gradient(again, [...args, ...variables], { outputGradients: packAs(again, dy) });
      if (variables.length === 0) return gradients;
      return [gradients.slice(0, args.length), gradients.slice(args.length)];
    };
    return [result, grad];
  });
}

/**
 * A function that hands gradients on as they are, whatever it does.
 *
 * @param f Takes one tensor.
 * @example
 * const round = tf.gradPassThrough(tf.round);
 * const x = tf.constant(1.4);
 * tf.gradientTape((tape) => {
 *   tape.watch(x);
 *   return tape.gradient(round(x).mul(3), x);
 * });
 * // tf.Tensor(3.0, shape=(), dtype=float32)
 */
export const gradPassThrough = (f: AnyFunction): AnyFunction =>
  customGradient((x: Tensor) => [f(x), (...dy: Tensor[]) => dy[0]]);
