// The ways an op can be computed. A definition picks one; nothing else decides how an op runs.
import type { DTypeName } from "../base/dtypes.ts";
import type { Dims } from "../base/shape.ts";
import type { KernelBuilder } from "../ir/builder.ts";
import type { math } from "../ir/math.ts";
import type { Scalar } from "../ir/scalar.ts";
import type { RawOps } from "./raw-ops.gen.ts";
import type { Attrs, FunctionRef, TensorValue, Value } from "./types.ts";

export type ScalarMath = typeof math;

/** A node about to be lowered: all shapes are known, except data-sized outputs (-1 in `outputs[i].shape`). */
export interface LowerNode<A = Attrs> {
  readonly op: string;
  readonly name: string;
  readonly attrs: A;
  readonly inputs: readonly { readonly dtype: DTypeName; readonly shape: Dims }[];
  readonly outputs: readonly { readonly dtype: DTypeName; readonly shape: Dims }[];
  /** The data of an input. The lowering then holds for these values only: for small integer inputs. */
  value(input: number): TensorValue;
}

/** One scalar expression for each output element; inputs are broadcast against each other. */
export interface Pointwise<A> {
  readonly kind: "pointwise";
  readonly body: (m: ScalarMath, x: Scalar[], node: LowerNode<A>) => Scalar | readonly Scalar[];
}

/**
 * Copies `shape` elements from `input` at `inputOffset + sum(inputStrides[i] * index[i])` to `output`
 * likewise.
 */
export interface ViewPiece {
  readonly input: number;
  readonly output: number;
  readonly shape: Dims;
  readonly inputOffset: number;
  readonly inputStrides: readonly number[];
  readonly outputOffset: number;
  readonly outputStrides: readonly number[];
}
/** Elements moved, none computed. What no piece covers holds `fill` (a scalar input), else zero. */
export interface View<A> {
  readonly kind: "view";
  readonly pieces: (node: LowerNode<A>) => {
    readonly pieces: readonly ViewPiece[];
    readonly fill?: { readonly input: number };
  };
}

/** The output has the input's elements in the same order; only the shape (or nothing) changes. */
export interface Alias {
  readonly kind: "alias";
  readonly input: number;
}

/** Reduces input 0 over `axes`. Sums of floats are accumulated in float64 lanes; see compiler/reduce.ts. */
export interface Reduce<A> {
  readonly kind: "reduce";
  readonly axes: (node: LowerNode<A>) => readonly number[];
  readonly combine: "sum" | "prod" | "min" | "max" | "and" | "or";
  /** Applied to each element first. */
  readonly map?: (m: ScalarMath, x: Scalar, node: LowerNode<A>) => Scalar;
  /** Applied to the result, with the number of elements that went into it. */
  readonly finish?: (m: ScalarMath, x: Scalar, count: number, node: LowerNode<A>) => Scalar;
}

/** One operand's axes, in order, each a list of `[loop label, coefficient]` plus an offset. */
export interface ContractOperand {
  readonly input: number;
  readonly axes: readonly {
    readonly terms: readonly (readonly [label: string, coefficient: number])[];
    readonly offset?: number;
    readonly bounded?: boolean;
  }[];
  readonly conjugate?: boolean;
}
/** An einsum-like sum of products; labels are loops, output labels in output order. */
export interface ContractPlan {
  readonly extents: Readonly<Record<string, number>>;
  readonly output: readonly string[];
  readonly operands: readonly ContractOperand[];
}
export interface ContractLowering<A> {
  readonly kind: "contract";
  readonly plan: (node: LowerNode<A>) => ContractPlan;
}

/** Other ops. */
export interface Compose<A> {
  readonly kind: "compose";
  readonly body: (t: RawOps, x: Value[], node: LowerNode<A>) => Value | readonly Value[];
}

/** Loops written in kernel IR. */
export interface Routine<A> {
  readonly kind: "routine";
  readonly body: (k: KernelBuilder, m: ScalarMath, node: LowerNode<A>) => void;
}

/** Outputs known without computing: literals. */
export interface ConstantLowering<A> {
  readonly kind: "constant";
  readonly values: (node: LowerNode<A>) => readonly TensorValue[];
}

/** The value comes from a feed; running it unfed is an error. */
export interface Feed {
  readonly kind: "feed";
}

/**
 * Reads and writes variables behind handles or references. `body` computes with each handle input replaced by
 * the variable's value (absent ones in `writes` but not in `reads` are not to be touched); its first outputs
 * are the new values of `writes`, in that order, then the op's own non-reference outputs.
 */
export interface Update<A> {
  readonly kind: "update";
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly body: Lowering<A>;
  /** May the write change the variable's shape (`validate_shape=false`)? Checked by the engine otherwise. */
  readonly reshapes?: (node: LowerNode<A>) => boolean;
}

/** What the world outside kernels offers to host ops; implemented by the engine. */
export interface Host {
  /** Writes text where `tf.print` and friends write: "stderr", "stdout", "log(info)"…, "file://…". */
  print(text: string, stream: string): void;
  /** The resource of this container and name, made on first use; an anonymous one if the name is empty. */
  resource<T extends object>(container: string, name: string, kind: string, make: () => T): T;
  /** Forgets a resource; false if there was none. */
  release(resource: object): boolean;
  /** Runs a function of the library now. */
  call(fn: FunctionRef, inputs: readonly HostValue[]): HostValue[];
  /**
   * Runs a kernel now, for a node that the caller made up: strings are moved as numbers that stand for
   * them.
   */
  compute(lowering: Lowering, node: LowerNode, inputs: readonly HostValue[]): HostValue[];
  /** Identity of the step that runs: changes with every session run or function call. */
  readonly stepId: number;
  /** Objects that live as long as the step (TensorArrays, stacks), by name. */
  readonly step: Map<string, object>;
  /** 64 random bits that no seed decides. */
  entropy(): bigint;
}

/** A runtime tensor as host ops see it: numbers in typed arrays, strings as bytes, handles as objects. */
export type HostValue = TensorValue;

/** Only where an input or output is string, resource or variant, or the op touches the outside world. */
export interface HostLowering<A> {
  readonly kind: "host";
  readonly run: (host: Host, x: readonly HostValue[], node: LowerNode<A>) => readonly HostValue[];
}

/** Functions called by structure, driven by the engine and, in compiled programs, by the module itself. */
export interface Branch<A> {
  readonly kind: "branch";
  /** Input 0 picks: a condition (then, else) or an index. */
  readonly branches: (node: LowerNode<A>) => readonly FunctionRef[];
  readonly select: "condition" | "index";
}
export interface LoopLowering<A> {
  readonly kind: "loop";
  readonly condition: (node: LowerNode<A>) => FunctionRef;
  readonly body: (node: LowerNode<A>) => FunctionRef;
}
export interface Call<A> {
  readonly kind: "call";
  readonly callee: (node: LowerNode<A>) => FunctionRef;
}

/** TensorFlow v1 control flow: values carry the frame they live in, dead ones flow too. */
export interface Dataflow {
  readonly kind: "dataflow";
  readonly role: "switch" | "merge" | "enter" | "exit" | "nextIteration" | "loopCondition" | "trigger";
}

/** A variable's own node: gives a handle or a reference; the engine keeps the variable. */
export interface VariableLowering<A> {
  readonly kind: "variable";
  readonly hold: "handle" | "reference";
  readonly shared: (node: LowerNode<A>) => { readonly container: string; readonly name: string };
}

/** Cannot run here; a TensorFlow server can. */
export interface RemoteOnly {
  readonly kind: "remote";
  readonly reason: string;
}

export type Lowering<A = Attrs> =
  | Pointwise<A>
  | View<A>
  | Alias
  | Reduce<A>
  | ContractLowering<A>
  | Compose<A>
  | Routine<A>
  | ConstantLowering<A>
  | Feed
  | Update<A>
  | HostLowering<A>
  | Branch<A>
  | LoopLowering<A>
  | Call<A>
  | Dataflow
  | VariableLowering<A>
  | RemoteOnly;

// biome-ignore lint/suspicious/noExplicitAny: a rule's attrs are typed where the definition puts it together
type Any = any;

export const pointwise = <A = Any>(body: Pointwise<A>["body"]): Pointwise<A> => ({ kind: "pointwise", body });
export const view = <A = Any>(pieces: View<A>["pieces"]): View<A> => ({ kind: "view", pieces });
export const alias = (input = 0): Alias => ({ kind: "alias", input });
export const reduce = <A = Any>(rule: Omit<Reduce<A>, "kind">): Reduce<A> => ({ kind: "reduce", ...rule });
export const contract = <A = Any>(plan: ContractLowering<A>["plan"]): ContractLowering<A> => ({
  kind: "contract",
  plan,
});
export const compose = <A = Any>(body: Compose<A>["body"]): Compose<A> => ({ kind: "compose", body });
export const routine = <A = Any>(body: Routine<A>["body"]): Routine<A> => ({ kind: "routine", body });
export const literal = <A = Any>(values: ConstantLowering<A>["values"]): ConstantLowering<A> => ({
  kind: "constant",
  values,
});
export const feed = (): Feed => ({ kind: "feed" });
export const host = <A = Any>(run: HostLowering<A>["run"]): HostLowering<A> => ({ kind: "host", run });
export const update = <A = Any>(rule: Omit<Update<A>, "kind">): Update<A> => ({ kind: "update", ...rule });
export const branch = <A = Any>(select: Branch<A>["select"], branches: Branch<A>["branches"]): Branch<A> => ({
  kind: "branch",
  select,
  branches,
});
export const loop = <A = Any>(
  condition: LoopLowering<A>["condition"],
  body: LoopLowering<A>["body"],
): LoopLowering<A> => ({ kind: "loop", condition, body });
export const call = <A = Any>(callee: Call<A>["callee"]): Call<A> => ({ kind: "call", callee });
export const dataflow = (role: Dataflow["role"]): Dataflow => ({ kind: "dataflow", role });
export const variable = <A = Any>(
  hold: VariableLowering<A>["hold"],
  shared: VariableLowering<A>["shared"],
): VariableLowering<A> => ({ kind: "variable", hold, shared });
export const remoteOnly = (reason: string): RemoteOnly => ({ kind: "remote", reason });

/** The kinds that compute outputs from inputs alone: nothing outside is touched. */
export function computesFromInputs(lowering: Lowering): boolean {
  switch (lowering.kind) {
    case "pointwise":
    case "view":
    case "alias":
    case "reduce":
    case "contract":
    case "compose":
    case "routine":
      return true;
    default:
      return false;
  }
}
