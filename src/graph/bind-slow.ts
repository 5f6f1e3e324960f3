// Binding of any call: lists, literals, attrs given or inferred, as TensorFlow's op_def_library does it.
import { type DTypeName, dtypeInfo } from "../base/dtypes.ts";
import { invalidArgument, ValueError } from "../base/errors.ts";
import { type Mode, normalizeAttr, notAllowed, repr } from "./attr-values.ts";
import type { ArgSpec } from "./op.ts";
import { isListArg, type Signature, typeAttrOf } from "./op-signature.ts";
import { Tensor } from "./tensor-base.ts";
import type { Attrs, AttrValue } from "./types.ts";

/** Makes a tensor of a literal; without a dtype the literal decides. */
export type Convert = (literal: unknown, dtype: DTypeName | undefined, argument: string) => Tensor;

export interface Bound {
  /** Inputs in NodeDef order: lists are spread. */
  readonly inputs: readonly Tensor[];
  /** Every attr of the signature. */
  readonly attrs: Attrs;
}

/** Tensors, and variables, which become tensors when they are read. */
const hasDtype = (x: unknown): x is { readonly dtype: DTypeName } =>
  x instanceof Tensor || (typeof x === "object" && x !== null && "toTensor" in x && "dtype" in x);
const isList = (x: unknown): x is readonly unknown[] => Array.isArray(x);
const cName = (dtype: DTypeName): string => dtypeInfo(dtype).cName;

export class Binding {
  readonly #signature: Signature;
  readonly #args: readonly unknown[];
  readonly #convert: Convert;
  readonly #mode: Mode;
  readonly #inputs: Tensor[] = [];
  readonly #attrs: Record<string, AttrValue> = {};
  /** Where inferred attrs come from, for messages. */
  readonly #inferredFrom = new Map<string, string>();

  constructor(signature: Signature, args: readonly unknown[], convert: Convert, mode: Mode) {
    this.#signature = signature;
    this.#args = args;
    this.#convert = convert;
    this.#mode = mode;
  }

  run(given: Readonly<Record<string, unknown>>): Bound {
    const { name: op, inputs } = this.#signature;
    if (this.#args.length > inputs.length)
      throw new TypeError(`${op} takes ${inputs.length} inputs but ${this.#args.length} were given`);
    this.#takeGiven(given);
    inputs.forEach((arg, i) => {
      const value = this.#args[i];
      if (value === undefined) throw new TypeError(`${op} missing required argument: '${arg.name}'`);
      if (isListArg(arg)) this.#bindList(arg, value);
      else this.#bindSingle(arg, value, i);
    });
    this.#fillDefaults();
    return { inputs: this.#inputs, attrs: this.#attrs };
  }

  #takeGiven(given: Readonly<Record<string, unknown>>): void {
    const { name: op, attrs } = this.#signature;
    for (const name in given) {
      const value = given[name];
      if (value === undefined) continue;
      const spec = attrs.get(name);
      if (spec !== undefined) this.#attrs[name] = normalizeAttr(spec, value, op, this.#mode);
      else if (name.startsWith("_")) this.#attrs[name] = value as AttrValue;
      else throw new TypeError(`${op} got an unexpected keyword argument '${name}'`);
      this.#inferredFrom.set(name, `attr ${name}`);
    }
  }

  #fillDefaults(): void {
    const { name: op, attrs } = this.#signature;
    for (const spec of attrs.values()) {
      if (this.#attrs[spec.name] !== undefined) continue;
      if (spec.fallback === undefined) throw new TypeError(`${op} missing required argument: '${spec.name}'`);
      this.#attrs[spec.name] = spec.fallback;
    }
  }

  #bindSingle(arg: ArgSpec, value: unknown, index: number): void {
    const dtype = this.#knownType(arg);
    const tensor =
      value instanceof Tensor ? value : this.#literal(arg, value, dtype ?? this.#typeAhead(arg, index));
    this.#checkType(arg, tensor, dtype);
    this.#inputs.push(tensor);
    if (dtype === undefined) this.#infer(arg, typeAttrOf(arg)!, tensor.dtype);
  }

  /** The dtype an argument must have, if it is decided. */
  #knownType(arg: ArgSpec): DTypeName | undefined {
    return "fixed" in arg.type ? arg.type.fixed : (this.#attrs[arg.type.attr] as DTypeName | undefined);
  }

  /** A literal takes the dtype of the first tensor that must agree with it. */
  #typeAhead(arg: ArgSpec, index: number): DTypeName | undefined {
    const attr = typeAttrOf(arg);
    const { inputs } = this.#signature;
    for (let i = index + 1; i < inputs.length; i++) {
      if (typeAttrOf(inputs[i]) !== attr || inputs[i].isList) continue;
      const value = this.#args[i];
      const found = isList(value) ? value.find(hasDtype) : value;
      if (hasDtype(found)) return found.dtype;
    }
    return undefined;
  }

  #literal(arg: ArgSpec, value: unknown, dtype: DTypeName | undefined, name = arg.name): Tensor {
    if (dtype === undefined) return this.#freeLiteral(arg, value, name);
    try {
      return this.#convert(value, dtype, name);
    } catch (error) {
      if (!(error instanceof TypeError) || this.#mode === "eager") throw error;
      const type = typeof value === "number" && Number.isInteger(value) ? "int" : pythonType(value);
      throw new TypeError(
        `Expected ${dtype} passed to parameter '${arg.name}' of op '${this.#signature.name}', ` +
          `got ${repr(value)} of type '${type}' instead. Error: ${error.message}`,
      );
    }
  }

  /** A literal that nothing constrains: the attr's default is tried first, then what the literal is. */
  #freeLiteral(arg: ArgSpec, value: unknown, name: string): Tensor {
    const { fallback, allowed } = this.#signature.attrs.get(typeAttrOf(arg)!)!;
    const candidates = fallback === undefined ? [] : [fallback as DTypeName];
    if (allowed !== undefined && !allowed.includes("float32")) candidates.push(...(allowed as DTypeName[]));
    if (candidates.length > 1) candidates.sort((a, b) => preference(a, fallback) - preference(b, fallback));
    if (this.#mode !== "eager" && fallback !== undefined && allowed !== undefined) {
      // TensorFlow first makes what the literal is alone: int32 if that is allowed, or a float32 constant
      // of an empty list, which stays in the graph.
      if (isList(value) && value.length === 0 && !allowed.includes("float32"))
        this.#convert(value, undefined, name);
      else if (allowed.includes("int32")) candidates.unshift("int32");
    }
    for (const dtype of candidates) {
      try {
        return this.#convert(value, dtype, name);
      } catch (error) {
        if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
      }
    }
    return this.#convert(value, undefined, name);
  }

  #checkType(arg: ArgSpec, tensor: Tensor, dtype: DTypeName | undefined): void {
    if (dtype !== undefined && tensor.dtype !== dtype) throw this.#typeError(arg, tensor, dtype);
    if (arg.isRef && !tensor.isRef)
      throw new TypeError(
        `'${this.#signature.name}' Op requires that input '${arg.name}' be a mutable tensor ` +
          "(e.g.: a tf.Variable)",
      );
  }

  #typeError(arg: ArgSpec, tensor: Tensor, dtype: DTypeName): Error {
    const { name: op } = this.#signature;
    if (this.#mode === "eager")
      return invalidArgument(
        `cannot compute ${op} as input #${this.#inputs.length}(zero-based) was expected to be a ` +
          `${cName(dtype)} tensor but is a ${cName(tensor.dtype)} tensor`,
        { op },
      );
    const prefix = `Input '${arg.name}' of '${op}' Op has type ${tensor.dtype} that does not match`;
    if ("fixed" in arg.type) return new TypeError(`${prefix} expected type of ${dtype}.`);
    const source = this.#inferredFrom.get(arg.type.attr) ?? "Default in OpDef";
    return new TypeError(`${prefix} type ${dtype} of argument '${source}'.`);
  }

  #infer(arg: ArgSpec, attr: string, value: AttrValue): void {
    const spec = this.#signature.attrs.get(attr)!;
    const op = this.#signature.name;
    if (spec.allowed !== undefined)
      for (const item of isList(value) ? value : [value])
        if (!spec.allowed.includes(item as string))
          throw notAllowed(spec, item as AttrValue, op, this.#mode, arg.name);
    this.#attrs[attr] = value;
    this.#inferredFrom.set(attr, arg.name);
  }

  #bindList(arg: ArgSpec, value: unknown): void {
    if (!isList(value))
      throw new TypeError(
        `Expected list for '${arg.name}' argument to '${this.#signature.name}' Op, not ${repr(value)}.`,
      );
    if (arg.isList) this.#bindMixed(arg, value);
    else this.#bindUniform(arg, arg.count!, value);
  }

  #bindUniform(arg: ArgSpec, count: string, values: readonly unknown[]): void {
    const known = this.#knownType(arg);
    const first = values.find((value) => value instanceof Tensor) as Tensor | undefined;
    let dtype = known ?? first?.dtype ?? this.#typeAhead(arg, this.#signature.inputs.indexOf(arg));
    const tensors = values.map((value, i) => {
      const tensor = value instanceof Tensor ? value : this.#literal(arg, value, dtype, `${arg.name}_${i}`);
      dtype ??= tensor.dtype;
      return tensor;
    });
    if (tensors.some((tensor) => tensor.dtype !== dtype))
      throw this.#listTypeError(arg, tensors, known, dtype!);
    for (const tensor of tensors) this.#checkType(arg, tensor, dtype);
    this.#setLength(arg, count, values.length);
    this.#inputs.push(...tensors);
    if (known !== undefined) return;
    const attr = typeAttrOf(arg)!;
    if (dtype !== undefined) this.#infer(arg, attr, dtype);
    else if (this.#signature.attrs.get(attr)!.fallback === undefined)
      throw new TypeError(
        "Don't know how to infer type variable from empty input list passed to input " +
          `'${arg.name}' of '${this.#signature.name}' Op.`,
      );
  }

  #listTypeError(
    arg: ArgSpec,
    tensors: readonly Tensor[],
    known: DTypeName | undefined,
    dtype: DTypeName,
  ): Error {
    const { name: op } = this.#signature;
    if (this.#mode === "eager") {
      const at = tensors.findIndex((tensor) => tensor.dtype !== dtype);
      return invalidArgument(
        `cannot compute ${op} as input #${this.#inputs.length + at}(zero-based) was expected to be a ` +
          `${cName(dtype)} tensor but is a ${cName(tensors[at].dtype)} tensor`,
        { op },
      );
    }
    const types = tensors.map((tensor) => tensor.dtype).join(", ");
    const prefix = `Tensors in list passed to '${arg.name}' of '${op}' Op have types [${types}] that`;
    if (known === undefined) return new TypeError(`${prefix} don't all match.`);
    return new TypeError(
      "fixed" in arg.type
        ? `${prefix} do not match expected type ${dtype}.`
        : `${prefix} do not match type ${dtype} inferred from earlier arguments.`,
    );
  }

  #setLength(arg: ArgSpec, count: string, length: number): void {
    const { name: op, attrs } = this.#signature;
    const expected = this.#attrs[count];
    if (expected !== undefined && Number(expected) !== length)
      throw new ValueError(
        `List argument '${arg.name}' to '${op}' Op with length ${length} must match length ${expected} ` +
          `of argument '${this.#inferredFrom.get(count)}'.`,
      );
    const { minimum } = attrs.get(count)!;
    if (minimum !== undefined && length < minimum)
      throw new ValueError(
        `List argument '${arg.name}' to '${op}' Op with length ${length} shorter than ` +
          `minimum length ${minimum}.`,
      );
    if (expected !== undefined) return;
    this.#attrs[count] = length;
    this.#inferredFrom.set(count, arg.name);
  }

  #bindMixed(arg: ArgSpec, values: readonly unknown[]): void {
    const attr = typeAttrOf(arg)!;
    const { name: op, attrs } = this.#signature;
    const expected = this.#attrs[attr] as readonly DTypeName[] | undefined;
    const tensors = values.map((value, i) =>
      value instanceof Tensor ? value : this.#convert(value, expected?.[i], `${arg.name}_${i}`),
    );
    const types = tensors.map((tensor) => tensor.dtype);
    this.#inputs.push(...tensors);
    const { minimum } = attrs.get(attr)!;
    if (minimum !== undefined && types.length < minimum)
      throw new ValueError(
        `List argument '${arg.name}' to '${op}' Op with length ${types.length} shorter than ` +
          `minimum length ${minimum}.`,
      );
    if (expected === undefined) this.#infer(arg, attr, types);
    else if (expected.join() !== types.join())
      throw new TypeError(
        `Input '${arg.name}' of '${op}' Op has type list of ${types.join(", ")} that does not match ` +
          `type list ${expected.join(", ")} of argument '${this.#inferredFrom.get(attr)}'.`,
      );
  }
}

// Integers that JavaScript numbers stand for are int32 where float32 is not allowed.
function preference(dtype: DTypeName, fallback: unknown): number {
  if (dtype === fallback) return 0;
  return dtype === "int32" ? 1 : dtype === "int64" ? 2 : 3;
}

const pythonType = (value: unknown): string =>
  typeof value === "number"
    ? "float"
    : typeof value === "string"
      ? "str"
      : isList(value)
        ? "list"
        : typeof value;
