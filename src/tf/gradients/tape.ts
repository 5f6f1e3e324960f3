// tf.GradientTape: records what is computed from watched tensors and gives gradients of it.
import { isComplex, isFloating } from "../../base/dtypes.ts";
import { RuntimeError, ValueError } from "../../base/errors.ts";
import { elementCount, isFullyDefined } from "../../base/shape.ts";
import { flatten, packAs } from "../../engine/nest.ts";
import { raw } from "../../engine/raw.ts";
import { Tape, type Watchable } from "../../autodiff/tape.ts";
import { openTapes, popTape, pushTape, withTapes } from "../../autodiff/tape-stack.ts";
import { type Scope, scope } from "../../graph/scoped.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Gradient, isIndexedSlices } from "../../graph/types.ts";
import { isOptions, type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import { type IndexedSlices, wrapSlices } from "../core/indexed-slices.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { reshape } from "../array/shape.ts";
import { onesLike, zerosLike } from "../creation/filled.ts";

/** What gradients of unconnected sources are: nothing, or zeros. */
export const UnconnectedGradients = { NONE: "none", ZERO: "zero" } as const;
export type UnconnectedGradientsName = "none" | "zero";

export interface TapeOptions {
  /** Keeps the records, so that gradients can be asked for more than once. */
  readonly persistent?: boolean;
  /** Watches trainable variables that are read (default). */
  readonly watchAccessedVariables?: boolean;
}

export interface TapeGradientOptions {
  /** What flows into each target; default ones. */
  readonly outputGradients?: unknown;
  readonly unconnectedGradients?: UnconnectedGradientsName;
}

/** A variable, as far as tapes know them. */
type Source = Tensor | Watchable;

const isWatchable = (x: unknown): x is Watchable =>
  (typeof x === "object" || typeof x === "function") && x !== null && "handle" in x && "trainable" in x;

/** What a gradient is: a tensor, rows of one, or nothing. */
export type TapeGradient = Tensor | IndexedSlices | null;

// biome-ignore lint/suspicious/noExplicitAny: results have the structure of the sources
type Structured = any;

/**
 * Records ops on watched tensors and trainable variables, and gives gradients.
 *
 * `tape.run(() => …)` records while the callback runs; `using tape = tf.gradientTape()` records until the
 * block
 * ends or, unless it is persistent, until a gradient is asked for.
 *
 * @example
 * const x = tf.constant(3);
 * const tape = new tf.GradientTape();
 * const y = tape.run(() => {
 *   tape.watch(x);
 *   return x.mul(x);
 * });
 * tape.gradient(y, x);
 * // tf.Tensor(6.0, shape=(), dtype=float32)
 */
export class GradientTape implements Disposable {
  readonly #options: Required<TapeOptions>;
  #tape: Tape;
  #recording = false;
  #used = false;

  constructor(options: TapeOptions = {}) {
    const { persistent = false, watchAccessedVariables = true } = options;
    this.#options = { persistent, watchAccessedVariables };
    this.#tape = new Tape(persistent, watchAccessedVariables);
  }

  /** Records while `body` runs, and gives its result. Tapes may record inside each other. */
  run<R>(body: (tape: this) => R): R {
    this.enter();
    return scope(this, () => this.exit(), body) as R;
  }

  /** Begins to record; `exit` (or the end of a `using` block) ends it. */
  enter(): this {
    if (this.#recording)
      throw new ValueError(
        "Tape is still recording, This can happen if you try " + "to re-enter an already-active tape.",
      );
    // What was recorded before counts no more, as in TensorFlow.
    if (this.#used) this.#tape = new Tape(this.#options.persistent, this.#options.watchAccessedVariables);
    this.#used = true;
    pushTape(this.#tape);
    this.#recording = true;
    return this;
  }

  exit(): void {
    if (!this.#recording) return;
    popTape(this.#tape);
    this.#recording = false;
  }

  [Symbol.dispose](): void {
    this.exit();
  }

  /** Traces what is computed from a tensor (or several, in any structure) from now on. */
  watch(tensor: unknown): void {
    for (const leaf of flatten(tensor)) {
      if (isWatchable(leaf)) this.#tape.watch(leaf.handle);
      else {
        const value = asTensor(leaf as TensorInput);
        if (!isFloating(value.dtype) && !isComplex(value.dtype))
          console.warn(
            "The dtype of the watched tensor must be floating (e.g. " + `tf.float32), got tf.${value.dtype}`,
          );
        this.#tape.watch(value);
      }
    }
  }

  /** Variables that were read or watched, in order. */
  watchedVariables(): readonly Watchable[] {
    return this.#tape.variables;
  }

  /** Forgets everything so far. */
  reset(): void {
    this.#tape.reset();
  }

  /** Records nothing while `body` runs (or until the end of a `using` block). */
  stopRecording(): Scope<void>;
  stopRecording<R>(body: () => R): R;
  stopRecording<R>(body?: () => R): R | Scope<void> {
    if (!this.#recording) throw new RuntimeError("Trying to stop recording a tape which is not recording.");
    const tape = this.#tape;
    popTape(tape);
    return scope(undefined, () => pushTape(tape), body);
  }

  /**
   * Gradients of targets with respect to sources.
   *
   * @param target A tensor, or several in any structure: their gradients are added.
   * @param sources Tensors or variables in any structure.
   * @param rest `outputGradients` and `unconnectedGradients`, by position or as options.
   * @returns In the structure of `sources`: tensors, IndexedSlices for rows of variables, null if
   * unconnected.
   * @throws RuntimeError if a tape that is not persistent is asked twice.
   */
  gradient(
    target: unknown,
    sources: unknown,
    ...rest: Trailing<
      [outputGradients: unknown, unconnectedGradients: UnconnectedGradientsName],
      TapeGradientOptions
    >
  ): Structured {
    const { outputGradients, unconnectedGradients = "none" } = gradientOptions(rest);
    checkUnconnected(unconnectedGradients);
    this.#finish();
    const targets = flatten(target).map((leaf) => this.#recorded(leaf as TensorInput));
    const given = outputGradients === undefined || outputGradients === null ? [] : flatten(outputGradients);
    const upstream = targets.map((each, i) => upstreamOf(each, given[i]));
    const from = flatten(sources) as Source[];
    const gradients = this.#tape.gradient(raw, targets, from.map(valueOf), upstream);
    return packAs(
      sources,
      gradients.map((gradient, i) => finished(gradient, from[i]!, unconnectedGradients)),
    );
  }

  /**
   * All derivatives of a target's elements with respect to sources' elements.
   *
   * @param target A tensor.
   * @param sources Tensors or variables in any structure.
   * @param options `unconnectedGradients`.
   * @returns For each source a tensor of the target's shape followed by the source's.
   * @throws ValueError if the target's shape is not known.
   */
  jacobian(
    target: TensorInput,
    sources: unknown,
    options: Omit<TapeGradientOptions, "outputGradients"> = {},
  ): Structured {
    const { unconnectedGradients = "none" } = options;
    checkUnconnected(unconnectedGradients);
    this.#finish();
    const y = this.#recorded(target);
    if (!isFullyDefined(y.shape))
      throw new ValueError(`jacobian: expected a target of known shape, received ${y.toString()}`);
    const shape = y.shape;
    const count = elementCount(shape);
    const from = flatten(sources) as Source[];
    const upstreams = Array.from({ length: count }, (_, i) => [unit(y, shape, [i])]);
    const rows = this.#tape.gradients(raw, [y], from.map(valueOf), upstreams);
    const columns = from.map((source, k) => {
      const parts = rows.map((row) => finished(row[k] ?? null, source, unconnectedGradients));
      if (parts.length === 0 || parts.some((part) => part === null)) return null;
      const stacked = one("Pack", [parts.map((part) => asTensor(part as unknown as TensorInput))]);
      return reshape(stacked, [...shape, ...(stacked.shape as readonly number[]).slice(1)]);
    });
    return packAs(sources, columns);
  }

  /**
   * For each example of a batch the Jacobian of its own target with respect to its own source.
   *
   * @param target Shape `[batch, ...]`.
   * @param source Shape `[batch, ...]`; targets depend on their own example only.
   * @param options `unconnectedGradients`.
   * @returns Shape `[batch, target's rest, source's rest]`.
   * @throws ValueError if shapes are not known or batches differ.
   */
  batchJacobian(
    target: TensorInput,
    source: Source,
    options: Omit<TapeGradientOptions, "outputGradients"> = {},
  ): Tensor | null {
    const { unconnectedGradients = "none" } = options;
    this.#finish();
    const y = this.#recorded(target);
    const x = valueOf(source);
    const sourceShape = (source as { shape?: Tensor["shape"] }).shape ?? x.shape;
    if (
      !isFullyDefined(y.shape) ||
      y.shape.length === 0 ||
      sourceShape === null ||
      y.shape[0] !== sourceShape[0]
    )
      throw new ValueError(
        `Need first dimension of target shape (${y.shape}) and source shape (${sourceShape}) to match.`,
      );
    const [batch, ...inner] = y.shape as [number, ...number[]];
    const size = elementCount(inner);
    const upstreams = Array.from({ length: size }, (_, k) => [
      unit(
        y,
        y.shape as readonly number[],
        Array.from({ length: batch }, (_, b) => b * size + k),
      ),
    ]);
    const rows = this.#tape
      .gradients(raw, [y], [x], upstreams)
      .map(([row]) => finished(row ?? null, source, unconnectedGradients));
    if (rows.length === 0 || rows.some((row) => row === null)) return null;
    const stacked = one("Pack", [rows.map((row) => asTensor(row as unknown as TensorInput))], { axis: 1 });
    return reshape(stacked, [batch, ...inner, ...sourceShape.slice(1)]);
  }

  /** Asking ends recording, unless more may be asked. */
  #finish(): void {
    if (this.#recording && !this.#options.persistent) this.exit();
  }

  /** A target as a tensor; reading a variable is recorded by this tape only. */
  #recorded(target: TensorInput): Tensor {
    const listening = openTapes();
    return withTapes(listening.includes(this.#tape) ? listening : [...listening, this.#tape], () =>
      asTensor(target),
    );
  }
}

function gradientOptions(rest: readonly unknown[]): TapeGradientOptions {
  const [first] = rest;
  // Output gradients may be a structure of tensors themselves.
  const isStructure =
    isOptions(first) &&
    !("outputGradients" in first) &&
    !("unconnectedGradients" in first) &&
    Object.keys(first).length > 0;
  if (isStructure) return { outputGradients: first, ...(rest[1] as TapeGradientOptions | undefined) };
  return trailing<TapeGradientOptions>(["outputGradients", "unconnectedGradients"], rest);
}

function checkUnconnected(name: string): void {
  if (name === "none" || name === "zero") return;
  throw new ValueError(`'${name}' is not a valid UnconnectedGradients`);
}

const valueOf = (source: Source): Tensor =>
  isWatchable(source) ? (source.handle as Tensor) : asTensor(source as TensorInput);

function upstreamOf(target: Tensor, given: unknown): Tensor {
  if (given === undefined || given === null) return withTapes([], () => onesLike(target));
  return asTensor(given as TensorInput, undefined, undefined, target.dtype);
}

function finished(gradient: Gradient, source: Source, unconnected: UnconnectedGradientsName): TapeGradient {
  if (gradient === null) return unconnected === "zero" ? zerosLike(source as unknown as TensorInput) : null;
  return isIndexedSlices(gradient) ? wrapSlices(gradient) : (gradient as Tensor);
}

/** A tensor like `y`, one at some flat positions and zero elsewhere. */
function unit(y: Tensor, shape: readonly number[], positions: readonly number[]): Tensor {
  const values = new Array<number>(elementCount(shape)).fill(0);
  for (const position of positions) values[position] = 1;
  return withTapes([], () => literal(values, y.dtype, "Const", shape));
}

/**
 * A tape that records already: until the end of a `using` block, or while a callback runs.
 *
 * @param args Options (`persistent`, `watchAccessedVariables`), and a callback that gets the tape.
 * @returns The tape, or the callback's result.
 * @example
 * const x = tf.constant(3);
 * tf.gradientTape((tape) => {
 *   tape.watch(x);
 *   return tape.gradient(x.mul(x), x);
 * });
 * // tf.Tensor(6.0, shape=(), dtype=float32)
 */
export function gradientTape(options?: TapeOptions): GradientTape;
export function gradientTape<R>(body: (tape: GradientTape) => R): R;
export function gradientTape<R>(options: TapeOptions, body: (tape: GradientTape) => R): R;
export function gradientTape<R>(
  first: TapeOptions | ((tape: GradientTape) => R) = {},
  second?: (tape: GradientTape) => R,
): R | GradientTape {
  const [options, body] = typeof first === "function" ? [{}, first] : [first, second];
  const tape = new GradientTape(options);
  return body === undefined ? tape.enter() : tape.run(body);
}
