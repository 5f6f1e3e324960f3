// Variables made while a function is traced: allowed once, on the first call.
import { ValueError } from "../base/errors.ts";

interface Trace {
  /** null: making one is an error. */
  readonly made: unknown[] | null;
  readonly message: string;
}

let traces: readonly Trace[] = [];

const SINGLETONS =
  "tf.function only supports singleton tf.Variables created on the first call. Make sure the tf.Variable " +
  "is only " +
  "created once or created outside tf.function. See " +
  "https://www.tensorflow.org/guide/function#creating_tfvariables for more information.";
const LATER = "Creating variables on a non-first call to a function decorated with tf.function.";

/** Every variable says this when it is made; inside functions that may not make any it is an error. */
export function variableCreated(variable: unknown): void {
  const trace = traces[traces.length - 1];
  if (trace === undefined) return;
  if (trace.made === null) throw new ValueError(trace.message);
  trace.made.push(variable);
}

function inside<T>(trace: Trace, body: () => T): T {
  const before = traces;
  traces = [...before, trace];
  try {
    return body();
  } finally {
    traces = before;
  }
}

/** Runs `body`, which may make variables; gives those that it made. */
export function collectVariables<T>(body: () => T): {
  readonly result: T;
  readonly made: readonly unknown[];
} {
  const made: unknown[] = [];
  const result = inside({ made, message: "" }, body);
  return { result, made };
}

/** Runs `body`, which may not make variables: it was run before, or had its chance. */
export const forbidVariables = <T>(afterFirst: boolean, body: () => T): T =>
  inside({ made: null, message: afterFirst ? SINGLETONS : LATER }, body);
