// The traces of one function: found again by what the arguments are.
import { currentGraph } from "../graph/default-graph.ts";
import type { ConcreteFunction } from "./concrete-function.ts";
import { EagerTensor } from "./eager-tensor.ts";
import {
  type Arguments,
  fitsExactly,
  fitsLoosely,
  relaxed,
  specOf,
  type TensorArgument,
} from "./function-signature.ts";

export interface CachedTrace {
  readonly specs: readonly TensorArgument[];
  readonly concrete: ConcreteFunction;
}

/** The last call's arguments, if they were plain: found again without looking at structure. */
interface Recent {
  readonly args: readonly unknown[];
  readonly concrete: ConcreteFunction;
}

export class FunctionCache {
  readonly #byKey = new Map<string, CachedTrace[]>();
  #recent: Recent | null = null;
  #count = 0;

  /** How many traces there are. */
  get size(): number {
    return this.#count;
  }

  get all(): readonly ConcreteFunction[] {
    return [...this.#byKey.values()].flat().map(({ concrete }) => concrete);
  }

  /** The short way: eager tensors and plain values, just like last time. */
  recent(args: readonly unknown[]): ConcreteFunction | null {
    const recent = this.#recent;
    if (recent === null || recent.args.length !== args.length) return null;
    for (let i = 0; i < args.length; i++) if (!alike(recent.args[i], args[i])) return null;
    return recent.concrete;
  }

  remember(args: readonly unknown[], concrete: ConcreteFunction): void {
    this.#recent = args.every(isPlain) && concrete.isFree ? { args: args.map(outline), concrete } : null;
  }

  find({ key, tensors }: Arguments): CachedTrace | undefined {
    const traces = this.#byKey.get(key)?.filter(({ concrete }) => concrete.isCallableIn(currentGraph()));
    return (
      traces?.find(({ specs }) => fitsExactly(specs, tensors)) ??
      traces?.find(({ specs }) => fitsLoosely(specs, tensors))
    );
  }

  /** The specs to trace for: the tensors' own, or shapes that take those traced before too. */
  specsFor({ key, tensors }: Arguments, reduceRetracing: boolean): readonly TensorArgument[] {
    const traces = this.#byKey.get(key);
    if (!reduceRetracing || traces === undefined) return tensors.map(specOf);
    return relaxed(traces[traces.length - 1]!.specs, tensors);
  }

  add(key: string, trace: CachedTrace): void {
    const traces = this.#byKey.get(key);
    if (traces === undefined) this.#byKey.set(key, [trace]);
    else traces.push(trace);
    this.#count++;
  }
}

/** A tensor's dtype and shape, kept without its data. */
class Outline {
  readonly dtype: string;
  readonly shape: readonly number[];

  constructor({ dtype, shape }: EagerTensor) {
    this.dtype = dtype;
    this.shape = shape;
  }
}

const isPlain = (x: unknown): boolean =>
  x instanceof EagerTensor || (typeof x !== "object" && typeof x !== "function");
const outline = (x: unknown): unknown => (x instanceof EagerTensor ? new Outline(x) : x);

function alike(known: unknown, x: unknown): boolean {
  if (!(known instanceof Outline)) return Object.is(known, x);
  if (!(x instanceof EagerTensor) || x.dtype !== known.dtype) return false;
  const { shape } = known;
  if (shape === x.shape) return true;
  if (shape.length !== x.shape.length) return false;
  for (let i = 0; i < shape.length; i++) if (shape[i] !== x.shape[i]) return false;
  return true;
}
