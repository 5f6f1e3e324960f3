// tf.function: JavaScript functions that run as graphs.
import { type AnyFunction, type FunctionOptions, PolymorphicFunction } from "../engine/function.ts";

export type { ConcreteFunction } from "../engine/concrete-function.ts";
export type { FunctionOptions, PolymorphicFunction } from "../engine/function.ts";

/** What a decorator is told of the method that it decorates. */
interface MethodContext {
  readonly kind: "method";
  readonly name: string | symbol;
}

/**
 * Makes a function that runs as a graph. It is traced when it is called: once for each combination of dtypes
 * and
 * shapes of tensors, and of values of everything else. Inside, `tf.cond` and `tf.whileLoop` choose and repeat
 * by the
 * values of tensors; JavaScript's own `if` and `for` do so while tracing.
 *
 * @param fn Takes tensors, plain values and structures of them; returns tensors in any structure. It may use
 *   `this`
 *   (methods are traced for each object) and make variables, but only on the first call.
 * @param options `inputSignature`: specs (`tf.TensorSpec`) that all calls must fit, so that one trace serves
 *   them all;
 *   `reduceRetracing`: trace for unknown sizes once shapes differ; `name`. `autograph` and `jitCompile` are
 *   accepted.
 * @returns A function with `getConcreteFunction(...)`, which gives the trace for arguments or specs, and
 *   `experimentalGetTracingCount()`. Without `fn`, a decorator.
 * @throws TypeError if arguments do not fit the signature, or if `fn` returns a promise.
 * @throws ValueError if variables are made on a later call.
 * @example
 * const f = tf.function((x) => x.mul(x).add(1));
 * f(tf.constant(3));
 * // tf.Tensor(10.0, shape=(), dtype=float32)
 */
export function tfFunction<F extends AnyFunction>(
  fn: F,
  options?: FunctionOptions | MethodContext,
): PolymorphicFunction<F>;
export function tfFunction(
  options?: FunctionOptions | null,
): <F extends AnyFunction>(fn: F, context?: MethodContext) => PolymorphicFunction<F>;
export function tfFunction(
  first?: AnyFunction | FunctionOptions | null,
  second?: FunctionOptions | MethodContext,
): unknown {
  if (typeof first === "function") return make(first, second);
  return (fn: AnyFunction, context?: MethodContext) => make(fn, { ...first, ...nameOf(context) });
}

const isContext = (x: unknown): x is MethodContext =>
  (x as Partial<MethodContext> | undefined)?.kind === "method";

const nameOf = (context: MethodContext | undefined): FunctionOptions =>
  context === undefined ? {} : { name: String(context.name) };

function make(fn: AnyFunction, options: FunctionOptions | MethodContext | undefined): PolymorphicFunction {
  return new PolymorphicFunction(fn, isContext(options) ? nameOf(options) : options);
}
