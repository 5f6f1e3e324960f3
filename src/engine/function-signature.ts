// What one trace of a function is for: arguments by what they are (tensors) or by their value (everything
// else).
import type { DTypeName } from "../base/dtypes.ts";
import { isCompatible, pythonShapeText, relaxShapes, type Shape } from "../base/shape.ts";
import { SymbolicTensor } from "../graph/graph.ts";
import { Tensor } from "../graph/tensor-base.ts";
import { toTensor } from "./convert.ts";
import { flatten, formText } from "./nest.ts";

/** A tensor argument as a trace sees it. */
export interface TensorArgument {
  readonly dtype: DTypeName;
  readonly shape: Shape;
}

/** Arguments as leaves: those that are tensors, and a text that says all about the others. */
export interface Arguments {
  readonly values: readonly unknown[];
  /** Leaves of all arguments, composites opened; typed arrays are tensors by now. */
  readonly leaves: readonly unknown[];
  readonly tensors: readonly Tensor[];
  /** The same for arguments that differ in nothing but the shapes and values of tensors. */
  readonly key: string;
}

let objects = 0;
const numbers = new WeakMap<object, number>();

/** Objects that are no data count by identity. */
function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = ++objects));
  return number;
}

function leafKey(leaf: unknown): string {
  if (leaf instanceof Tensor) return `tensor ${leaf.dtype}`;
  switch (typeof leaf) {
    case "object":
      return leaf === null ? "null" : `object ${numberOf(leaf)}`;
    case "function":
      return `function ${numberOf(leaf)}`;
    case "number":
      return Object.is(leaf, -0) ? "-0" : String(leaf);
    case "string":
      return JSON.stringify(leaf);
    case "bigint":
      return `${leaf}n`;
    default:
      return String(leaf);
  }
}

/** Sorts arguments into tensors and the rest. */
export function argumentsOf(values: readonly unknown[]): Arguments {
  const leaves = flatten(values, true).map((leaf) => (isTensorData(leaf) ? toTensor(leaf) : leaf));
  const tensors = leaves.filter((leaf) => leaf instanceof Tensor);
  const form = values.map((value) => formText(value, true)).join();
  return { values, leaves, tensors, key: `${form} ${leaves.map(leafKey).join()}` };
}

const isTensorData = (x: unknown): boolean => ArrayBuffer.isView(x) && !(x instanceof DataView);

const sameShape = (a: Shape, b: Shape): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((size, i) => size === b[i]));

/** Do tensors have exactly these shapes? */
export const fitsExactly = (specs: readonly TensorArgument[], tensors: readonly Tensor[]): boolean =>
  specs.every(({ shape }, i) => sameShape(shape, tensors[i]!.shape));

/** Could a trace for these shapes take the tensors? Unknown sizes take any. */
export const fitsLoosely = (specs: readonly TensorArgument[], tensors: readonly Tensor[]): boolean =>
  specs.every(({ shape }, i) => isMoreGeneral(shape, tensors[i]!.shape));

export function isMoreGeneral(general: Shape, shape: Shape): boolean {
  if (general === null) return true;
  return (
    shape !== null && isCompatible(general, shape) && general.every((size, i) => size < 0 || shape[i]! >= 0)
  );
}

export const specOf = ({ dtype, shape }: Tensor): TensorArgument => ({ dtype, shape });

/** Shapes that take both. */
export const relaxed = (specs: readonly TensorArgument[], tensors: readonly Tensor[]): TensorArgument[] =>
  specs.map(({ dtype, shape }, i) => ({ dtype, shape: relaxShapes(shape, tensors[i]!.shape) }));

/** As TensorFlow prints specs. */
export function specText({ dtype, shape }: TensorArgument, name: string | null = null): string {
  const title = name === null ? "None" : `'${name}'`;
  return `TensorSpec(shape=${pythonShapeText(shape)}, dtype=tf.${dtype}, name=${title})`;
}

export const isSymbolic = (x: unknown): x is SymbolicTensor => x instanceof SymbolicTensor;
