// The kinds of recorded cases, decoded: what a runner is asked to repeat and what TensorFlow gave.
import type { Code } from "../../src/base/errors.ts";
import type { DTypeName } from "../../src/base/dtypes.ts";
import type { TypedAttr } from "../../src/graph/attr-types.ts";
import type { TensorValue } from "../../src/graph/types.ts";

export type Tolerance = "exact" | { readonly relative: number; readonly absolute: number };

/** How outputs are compared; see compare.ts. */
export type Comparison =
  | "elements"
  | "set"
  | "lsb"
  | "decoded"
  | "eig"
  | "qr"
  | "svd"
  | "tensorproto"
  | `proto:${string}`;

/** An output that TensorFlow leaves undefined: only its dtype counts. */
export interface IgnoredOutput {
  readonly dtype: DTypeName;
  readonly ignored: true;
}
export type ExpectedOutput = TensorValue | IgnoredOutput;

/** A tensor, or a resource variable that holds one before the op runs. */
export type CaseInput = { readonly tensor: TensorValue } | { readonly variable: TensorValue };

export interface ExpectedError {
  readonly code: Code;
  readonly message: string;
}

/** Reverse mode: cotangents of the outputs (null: unused) give gradients of the inputs `wrt` (null: none). */
export interface ExpectedGradient {
  readonly upstream: readonly (TensorValue | null)[];
  readonly wrt: readonly number[];
  readonly gradients: readonly (TensorValue | null)[];
  readonly tolerance: Tolerance;
}

/** Gradients of `sum_j <vectors_j, gradients_j(x)>` by the same inputs, the first cotangents constant. */
export interface ExpectedSecondGradient {
  readonly vectors: readonly (TensorValue | null)[];
  readonly gradients: readonly (TensorValue | null)[];
  readonly tolerance: Tolerance;
}

interface CaseBase {
  readonly id: string;
  /** The file it stands in, without its endings. */
  readonly family: string;
  /** Op name, or "@…" for what is not one op. */
  readonly op: string;
  readonly tolerance: Tolerance;
  readonly comparison: Comparison;
  readonly tags: readonly string[];
  readonly note?: string;
}

/** One op, with flat inputs and outputs. */
export interface OpCase extends CaseBase {
  readonly kind: "op";
  readonly attrs: Readonly<Record<string, TypedAttr>>;
  readonly inputs: readonly CaseInput[];
  readonly outputs: readonly ExpectedOutput[];
  readonly error?: ExpectedError;
  readonly gradient?: ExpectedGradient;
  readonly secondGradient?: ExpectedSecondGradient;
  /** Outputs of successive executions of the same node; the first is `outputs`. */
  readonly runs?: readonly (readonly ExpectedOutput[])[];
  /** The variables afterwards, in input order. */
  readonly stateAfter?: readonly TensorValue[];
}

export interface GraphStep {
  /** Names: "add:0" is a tensor, "init" an operation. */
  readonly fetches: readonly string[];
  readonly feeds: Readonly<Record<string, TensorValue>>;
  /** One for each fetch; null is not compared. */
  readonly values?: readonly (TensorValue | null)[];
  readonly error?: ExpectedError;
  /** A step that is no run of the graph (a Python-side save or restore, a parsed summary), as recorded. */
  readonly special?: Readonly<Record<string, unknown>>;
}

/** A whole GraphDef and what one session gives for it, step by step. */
export interface GraphCase extends CaseBase {
  readonly kind: "graph";
  /** The ops inside. */
  readonly ops: readonly string[];
  readonly graphDef: Uint8Array;
  readonly steps: readonly GraphStep[];
}

type NodeRow = readonly [name: string, op: string, inputs: readonly string[]];

/** A program of the v1 API: the Python text, the names that came out, and what a session gives. */
export interface ProgramCase extends CaseBase {
  readonly kind: "program";
  readonly build: string;
  readonly ops: readonly string[];
  readonly steps: readonly GraphStep[];
  /** Absent where the graph is large; then the program has to be built to be run. */
  readonly graphDef?: Uint8Array;
  /** All nodes in order of creation; of large graphs only the names are recorded. */
  readonly nodes?: readonly NodeRow[];
  readonly nodeNames: readonly string[];
  readonly tensors: Readonly<Record<string, readonly [dtype: string, shape: number[] | null]>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Something of the API that is not one op (`@tf.print`, `@repr`, `@error`, `@random.…`), as recorded. */
export interface ApiCase extends CaseBase {
  readonly kind: "api";
  readonly body: Readonly<Record<string, unknown>>;
}

export type Case = OpCase | GraphCase | ProgramCase | ApiCase;

/** The ops that must exist for the case to run. */
export const opsOf = (item: Case): readonly string[] => ("ops" in item ? item.ops : [item.op]);
