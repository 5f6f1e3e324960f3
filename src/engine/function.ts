// tf.function: JavaScript functions that run as graphs, traced once for each kind of arguments.
import { Callable } from "../base/callable.ts";
import { currentGraph } from "../graph/default-graph.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { ConcreteFunction } from "./concrete-function.ts";
import { context } from "./context.ts";
import { FunctionCache } from "./function-cache.ts";
import { type Arguments, argumentsOf } from "./function-signature.ts";
import { InputSignature, isSpec, SpecTensor, type SpecLike } from "./input-signature.ts";
import { mapLeaves } from "./nest.ts";
import { type ParameterNames, parametersOf } from "./parameters.ts";
import { RetracingDetector } from "./retracing.ts";
import { traceFunction } from "./trace-function.ts";
import { collectVariables, forbidVariables } from "./variable-creation.ts";

export interface FunctionOptions {
  /** Specs that all calls must fit: one trace serves them all. */
  readonly inputSignature?: readonly unknown[] | null;
  /** Accepted for TensorFlow's sake: JavaScript is not rewritten. */
  readonly autograph?: boolean;
  /** Accepted for TensorFlow's sake: everything is compiled when it is hot. */
  readonly jitCompile?: boolean | null;
  /** Trace for unknown sizes once a second shape is met. */
  readonly reduceRetracing?: boolean;
  readonly experimentalImplements?: string | null;
  readonly experimentalAutographOptions?: unknown;
  readonly experimentalAttributes?: unknown;
  readonly experimentalFollowTypeHints?: boolean | null;
  /** The function's name in graphs; its own by default. */
  readonly name?: string;
}

/**
 * What depends on the object that a method is called on: its traces, and whether it has made its variables.
 */
class Instance {
  cache = new FunctionCache();
  /** Variables were made on the first call; none may be made any more. */
  madeVariables = false;
  isFirst = true;
}

// biome-ignore lint/suspicious/noExplicitAny: functions of any type
export type AnyFunction = (...args: any[]) => any;

export interface PolymorphicFunction<F extends AnyFunction = AnyFunction> {
  (...args: Parameters<F>): ReturnType<F>;
  name: string;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances are functions
export class PolymorphicFunction<F extends AnyFunction = AnyFunction> extends Callable {
  /** The function that is traced. */
  readonly pythonFunction: F;
  readonly #parameters: ParameterNames;
  readonly #signature: InputSignature | null;
  readonly #reduceRetracing: boolean;
  readonly #detector: RetracingDetector;
  readonly #alone = new Instance();
  #traced = 0;
  #byReceiver: WeakMap<object, Instance> | null = null;

  constructor(fn: F, options: FunctionOptions = {}) {
    super();
    if (typeof fn !== "function")
      throw new TypeError(`tf.function: expected a function, received ${typeof fn}`);
    this.pythonFunction = fn;
    this.name = options.name ?? (fn.name === "" ? "lambda" : fn.name);
    this.#parameters = parametersOf(fn);
    const { inputSignature = null } = options;
    this.#signature = inputSignature === null ? null : new InputSignature(inputSignature, this.#parameters);
    this.#reduceRetracing = options.reduceRetracing ?? false;
    this.#detector = new RetracingDetector(`<function ${this.name}>`);
  }

  protected override invoke(args: readonly unknown[], receiver: unknown): unknown {
    if (context.runFunctionsEagerly)
      return Reflect.apply(this.pythonFunction, receiver, [...args]) as unknown;
    const instance = this.#instance(receiver);
    if (this.#signature === null && currentGraph() === null && !instance.isFirst) {
      const recent = instance.cache.recent(args);
      if (recent !== null) {
        this.#detector.calledWithoutTracing();
        return recent.callFlat(args.filter(isTensor));
      }
    }
    return this.#call(instance, args, receiver);
  }

  #call(instance: Instance, args: readonly unknown[], receiver: unknown): unknown {
    const bound = argumentsOf(this.#signature === null ? args : this.#signature.bind(args));
    const before = this.#traced;
    const concrete = this.#concrete(instance, bound, receiver);
    if (this.#traced === before) this.#detector.calledWithoutTracing();
    else this.#detector.calledWithTracing();
    if (this.#signature === null && bound.leaves.length === args.length)
      instance.cache.remember(args, concrete);
    return concrete.callFlat(bound.tensors);
  }

  /** Arrow functions and functions without `this` have one set of traces, methods one for each object. */
  #instance(receiver: unknown): Instance {
    const isObject = (typeof receiver === "object" && receiver !== null) || typeof receiver === "function";
    if (!this.#parameters.usesThis || !isObject || receiver === this) return this.#alone;
    this.#byReceiver ??= new WeakMap();
    let instance = this.#byReceiver.get(receiver);
    if (instance === undefined) this.#byReceiver.set(receiver, (instance = new Instance()));
    return instance;
  }

  /**
   * The trace for these arguments. The first call may make variables; it is traced again without making any.
   */
  #concrete(instance: Instance, args: Arguments, receiver: unknown): ConcreteFunction {
    const found = instance.cache.find(args);
    if (found !== undefined) return found.concrete;
    if (!instance.isFirst)
      return forbidVariables(instance.madeVariables, () => this.#trace(instance, args, receiver));
    const { result, made } = collectVariables(() => this.#trace(instance, args, receiver));
    instance.isFirst = false;
    if (made.length === 0) return result;
    instance.madeVariables = true;
    instance.cache = new FunctionCache();
    return forbidVariables(true, () => this.#trace(instance, args, receiver));
  }

  #trace(instance: Instance, args: Arguments, receiver: unknown): ConcreteFunction {
    const specs =
      this.#signature === null
        ? instance.cache.specsFor(args, this.#reduceRetracing)
        : argumentsOf(this.#signature.parameters).tensors.map(({ dtype, shape }) => ({ dtype, shape }));
    this.#traced++;
    const trace = traceFunction({
      fn: this.pythonFunction,
      receiver,
      title: this.name,
      parameters: this.#parameters,
      args,
      specs,
      names: this.#names(args),
    });
    const concrete = new ConcreteFunction(trace);
    instance.cache.add(args.key, { specs, concrete });
    return concrete;
  }

  /** Specs may name the placeholders. */
  #names(args: Arguments): (string | null)[] {
    const named = this.#signature === null ? args.tensors : argumentsOf(this.#signature.parameters).tensors;
    return named.map((tensor) => (tensor instanceof SpecTensor ? tensor.name : null));
  }

  /** The trace for arguments, or for the specs of arguments; without any, for the input signature. */
  getConcreteFunction(...args: readonly unknown[]): ConcreteFunction {
    return this.concreteFor(this, args);
  }

  /** As `getConcreteFunction`, for the method of an object. */
  concreteFor(receiver: unknown, args: readonly unknown[]): ConcreteFunction {
    const instance = this.#instance(receiver);
    const given = args.map((arg) => mapLeaves(arg, specTensor));
    const values =
      this.#signature === null
        ? given
        : given.length === 0
          ? this.#signature.parameters
          : this.#signature.bind(given);
    return this.#concrete(instance, argumentsOf(values), receiver === this ? undefined : receiver);
  }

  /** How often the function was traced. */
  experimentalGetTracingCount(): number {
    return this.#traced;
  }

  /** All traces so far: what a SavedModel keeps. */
  concreteFunctions(receiver?: object): readonly ConcreteFunction[] {
    return this.#instance(receiver).cache.all;
  }

  override toString(): string {
    return `<tf.function ${this.name}>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

const isTensor = (x: unknown): x is Tensor => typeof x === "object" && x !== null;
const specTensor = (leaf: unknown): unknown => (isSpec(leaf) ? new SpecTensor(leaf as SpecLike) : leaf);
