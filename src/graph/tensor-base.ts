// What eager and symbolic tensors have in common: a dtype, a shape and methods that call ops.
import { type DTypeName, isComplex } from "../base/dtypes.ts";
import { RuntimeError } from "../base/errors.ts";
import type { Shape } from "../base/shape.ts";
import type { TensorValue, Value } from "./types.ts";

/** Who calls ops and functions for tensors' methods; the engine and the public functions provide it. */
export interface Dispatcher {
  /** Calls a raw op; `nodeName` names its node where a graph is built. */
  op(
    name: string,
    args: readonly unknown[],
    attrs?: Record<string, unknown>,
    nodeName?: string,
  ): Tensor | readonly Tensor[];
  /** Calls the public function of a method's name: more than one op, or arguments to be sorted out. */
  method(name: string, self: Tensor, args: readonly unknown[]): unknown;
}

let installed: Dispatcher | undefined;

/** Parts may be installed one after the other; later ones replace earlier ones. */
export function installDispatcher(dispatcher: Partial<Dispatcher>): void {
  installed = { ...installed, ...dispatcher } as Dispatcher;
}

export function dispatcher(): Dispatcher {
  if (installed === undefined)
    throw new RuntimeError("Calling an op: expected an installed dispatcher, received none");
  return installed;
}

/** A tensor, or anything that can become one beside another tensor. */
export type Operand = Value | number | bigint | boolean | string | ArrayBufferView | readonly unknown[];
type Axis = number | readonly number[] | Value | null;
type Options = Readonly<Record<string, unknown>>;

const unary = (name: string, x: Tensor): Tensor => dispatcher().op(name, [x]) as Tensor;
const binary = (name: string, x: Tensor, y: unknown, nodeName?: string): Tensor =>
  dispatcher().op(name, [x, y], undefined, nodeName) as Tensor;
const method = (name: string, self: Tensor, ...args: unknown[]): Tensor =>
  dispatcher().method(name, self, args) as Tensor;

const noValue = (x: Tensor, asked: string): TypeError =>
  new TypeError(
    `Reading ${asked}(): expected a tensor with a value, received ` +
      `${x.toString()}, a node of a graph. Run it in a ` +
      "session, or return it from the function that is being traced",
  );

export abstract class Tensor implements Value {
  abstract readonly dtype: DTypeName;
  abstract readonly shape: Shape;

  /** The number of dimensions; undefined if it is not known. */
  get ndim(): number | undefined {
    return this.shape?.length;
  }
  get rank(): number | undefined {
    return this.shape?.length;
  }
  /** A reference to a TensorFlow v1 variable. */
  get isRef(): boolean {
    return false;
  }

  // Values, which only tensors outside graphs have.
  /** Nested arrays: numbers, bigints for 64-bit integers, booleans, texts; a scalar is the value itself. */
  // biome-ignore lint/suspicious/noExplicitAny: how deep arrays are depends on the rank
  array(): any {
    throw noValue(this, "array");
  }
  /** All elements in order: a private typed array, byte strings for texts. */
  // biome-ignore lint/suspicious/noExplicitAny: the kind of array depends on the dtype
  data(): any {
    throw noValue(this, "data");
  }
  /** The value of a tensor of one element. */
  // biome-ignore lint/suspicious/noExplicitAny: the kind of value depends on the dtype
  item(): any {
    throw noValue(this, "item");
  }
  async arrayAsync(): Promise<ReturnType<this["array"]>> {
    return this.array();
  }
  async dataAsync(): Promise<ReturnType<this["data"]>> {
    return this.data();
  }
  async itemAsync(): Promise<ReturnType<this["item"]>> {
    return this.item();
  }

  // Python's operators: names of nodes are those that operators give.
  /** `x + y` */
  add(y: Operand): Tensor {
    return binary(this.dtype === "string" ? "Add" : "AddV2", this, y, "add");
  }
  /** `x - y` */
  sub(y: Operand): Tensor {
    return binary("Sub", this, y, "sub");
  }
  /** `x * y` */
  mul(y: Operand): Tensor {
    return binary("Mul", this, y, "mul");
  }
  /** `x / y`: integers are divided as floats. */
  div(y: Operand): Tensor {
    return method("truediv", this, y);
  }
  /** `x // y` */
  floorDiv(y: Operand): Tensor {
    return binary("FloorDiv", this, y, "floordiv");
  }
  /** `x % y`, with the sign of `y`. */
  mod(y: Operand): Tensor {
    return binary("FloorMod", this, y, "mod");
  }
  /** `x ** y` */
  pow(y: Operand): Tensor {
    return binary("Pow", this, y, "pow");
  }
  /** `x @ y` */
  matmul(y: Operand, options?: Options): Tensor {
    return method("matmul", this, y, options);
  }
  neg(): Tensor {
    return unary("Neg", this);
  }
  abs(): Tensor {
    return isComplex(this.dtype) ? method("abs", this) : unary("Abs", this);
  }
  less(y: Operand): Tensor {
    return binary("Less", this, y);
  }
  lessEqual(y: Operand): Tensor {
    return binary("LessEqual", this, y);
  }
  greater(y: Operand): Tensor {
    return binary("Greater", this, y);
  }
  greaterEqual(y: Operand): Tensor {
    return binary("GreaterEqual", this, y);
  }
  equal(y: Operand): Tensor {
    return binary("Equal", this, y);
  }
  notEqual(y: Operand): Tensor {
    return binary("NotEqual", this, y);
  }
  /** `x & y`: of booleans, or bit by bit. */
  and(y: Operand): Tensor {
    return method("and", this, y);
  }
  /** `x | y` */
  or(y: Operand): Tensor {
    return method("or", this, y);
  }
  /** `x ^ y` */
  xor(y: Operand): Tensor {
    return method("xor", this, y);
  }
  /** `~x` */
  not(): Tensor {
    return method("not", this);
  }
  logicalAnd(y: Operand): Tensor {
    return binary("LogicalAnd", this, y);
  }
  logicalOr(y: Operand): Tensor {
    return binary("LogicalOr", this, y);
  }
  logicalXor(y: Operand): Tensor {
    return method("logicalXor", this, y);
  }
  logicalNot(): Tensor {
    return unary("LogicalNot", this);
  }

  // Elements and layout.
  /** `x[item, …]`: integers, `[start, stop, step]` ranges, "...", null for a new axis, tensors. */
  getItem(...items: readonly unknown[]): Tensor {
    return method("getItem", this, ...items);
  }
  /** As `getItem`: `x.get([0, 100])` is `x[0:100]`. */
  get(...items: readonly unknown[]): Tensor {
    return this.getItem(...items);
  }
  slice(begin: Operand, size: Operand): Tensor {
    return method("slice", this, begin, size);
  }
  stridedSlice(begin: Operand, end: Operand, strides?: Operand, options?: Options): Tensor {
    return method("stridedSlice", this, begin, end, strides, options);
  }
  gather(indices: Operand, options?: Options): Tensor {
    return method("gather", this, indices, options);
  }
  reshape(shape: Operand): Tensor {
    return method("reshape", this, shape);
  }
  transpose(perm?: Operand | null): Tensor {
    return method("transpose", this, perm);
  }
  expandDims(axis: number | Value): Tensor {
    return method("expandDims", this, axis);
  }
  squeeze(axis?: Axis): Tensor {
    return method("squeeze", this, axis);
  }
  tile(multiples: Operand): Tensor {
    return method("tile", this, multiples);
  }
  cast(dtype: DTypeName | { readonly name: string }): Tensor {
    return method("cast", this, dtype);
  }

  // Reductions; `axis` may be left out for all axes.
  sum(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceSum", this, axis, options);
  }
  mean(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceMean", this, axis, options);
  }
  prod(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceProd", this, axis, options);
  }
  max(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceMax", this, axis, options);
  }
  min(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceMin", this, axis, options);
  }
  any(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceAny", this, axis, options);
  }
  all(axis?: Axis | Options, options?: Options): Tensor {
    return method("reduceAll", this, axis, options);
  }
  argMax(axis?: number | Options, options?: Options): Tensor {
    return method("argmax", this, axis, options);
  }
  argMin(axis?: number | Options, options?: Options): Tensor {
    return method("argmin", this, axis, options);
  }

  // Functions of single elements.
  square(): Tensor {
    return unary("Square", this);
  }
  sqrt(): Tensor {
    return unary("Sqrt", this);
  }
  exp(): Tensor {
    return unary("Exp", this);
  }
  log(): Tensor {
    return unary("Log", this);
  }
  sin(): Tensor {
    return unary("Sin", this);
  }
  cos(): Tensor {
    return unary("Cos", this);
  }
  tanh(): Tensor {
    return unary("Tanh", this);
  }
  sigmoid(): Tensor {
    return unary("Sigmoid", this);
  }
  relu(): Tensor {
    return unary("Relu", this);
  }
  maximum(y: Operand): Tensor {
    return binary("Maximum", this, y);
  }
  minimum(y: Operand): Tensor {
    return binary("Minimum", this, y);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** True for tensors whose data is known now. */
export const isConcrete = (x: unknown): x is Tensor & { toValue(): TensorValue } =>
  x instanceof Tensor && "toValue" in x;
