// Input signatures: the specs that all calls of a function must fit, and arguments made to fit them.
import type { DTypeName } from "../base/dtypes.ts";
import type { Shape } from "../base/shape.ts";
import { Tensor } from "../graph/tensor-base.ts";
import { toTensor } from "./convert.ts";
import { isMoreGeneral, specText, type TensorArgument } from "./function-signature.ts";
import { flatten, packAs } from "./nest.ts";
import { argumentName, type ParameterNames } from "./parameters.ts";

/** A TensorSpec: known by what it says. */
export interface SpecLike {
  readonly staticShape: Shape;
  readonly dtype: { readonly name: string };
  readonly name: string | null;
}

export function isSpec(x: unknown): x is SpecLike {
  return typeof x === "object" && x !== null && "staticShape" in x && "dtype" in x;
}

export const fromSpec = ({ staticShape, dtype }: SpecLike): TensorArgument => ({
  dtype: dtype.name as DTypeName,
  shape: staticShape,
});

/** A spec as an argument that a function can be traced for; it has no value. */
export class SpecTensor extends Tensor {
  override readonly dtype: DTypeName;
  override readonly shape: Shape;
  readonly name: string | null;

  constructor(spec: SpecLike) {
    super();
    this.dtype = fromSpec(spec).dtype;
    this.shape = spec.staticShape;
    this.name = spec.name;
  }
}

export class InputSignature {
  readonly #specs: readonly unknown[];
  readonly #parameters: ParameterNames;

  constructor(specs: unknown, parameters: ParameterNames) {
    const list = Array.isArray(specs) ? (specs as readonly unknown[]) : null;
    if (list === null || !flatten(list).every(isSpec))
      throw new TypeError(
        "input_signature must be either a tuple or a list of TypeSpecs: expected an array of " +
          "tf.TensorSpec, " +
          `received ${String(specs)}`,
      );
    const { names, rest } = parameters;
    if (list.length > names.length && rest === null && names.length > 0)
      throw new TypeError(
        "When input_signature is provided, all arguments must be covered: expected at most " +
          `${names.length} specs, ` +
          `received ${list.length}`,
      );
    this.#specs = list;
    this.#parameters = parameters;
  }

  /** The specs as arguments to trace for. */
  get parameters(): readonly unknown[] {
    return this.#specs.map((spec) =>
      packAs(
        spec,
        flatten(spec).map((leaf) => new SpecTensor(leaf as SpecLike)),
      ),
    );
  }

  /** Arguments as tensors of the specs' dtypes; a TypeError tells what does not fit. */
  bind(args: readonly unknown[]): readonly unknown[] {
    if (args.length !== this.#specs.length) throw this.#failure(this.#missing(args), args);
    return args.map((arg, i) => {
      const specs = flatten(this.#specs[i]) as SpecLike[];
      const leaves = specs.length === 1 && !Array.isArray(this.#specs[i]) ? [arg] : flatten(arg, true);
      if (leaves.length !== specs.length)
        throw this.#failure(`Structure of Python function inputs does not match input_signature`, args);
      return packAs(
        this.#specs[i],
        leaves.map((leaf, k) => this.#fit(leaf, specs[k]!, args)),
      );
    });
  }

  #fit(leaf: unknown, spec: SpecLike, args: readonly unknown[]): Tensor {
    const wanted = fromSpec(spec);
    let tensor: Tensor;
    try {
      tensor = leaf instanceof Tensor ? leaf : toTensor(leaf, wanted.dtype);
    } catch (error) {
      throw this.#failure(
        `Can not cast ${String(leaf)} to ${specText(wanted, spec.name)}: ${(error as Error).message}`,
        args,
      );
    }
    if (tensor.dtype !== wanted.dtype || !isMoreGeneral(wanted.shape, tensor.shape))
      throw this.#failure(`Can not cast ${specText(tensor)} to ${specText(wanted, spec.name)}`, args);
    return tensor;
  }

  #missing(args: readonly unknown[]): string {
    if (args.length > this.#specs.length) return "too many positional arguments";
    return `missing a required argument: '${argumentName(this.#parameters, args.length)}'`;
  }

  #failure(reason: string, args: readonly unknown[]): TypeError {
    const received = args.map(argumentText).join(", ") + (args.length === 1 ? "," : "");
    return new TypeError(
      `Binding inputs to tf.function failed due to \`${reason}\`. Received args: (${received}) ` +
        "and kwargs: {} for " +
        `signature: (${this.#text()}).`,
    );
  }

  #text(): string {
    return this.#specs
      .map((spec, i) => {
        const leaves = flatten(spec).map((leaf) =>
          specText(fromSpec(leaf as SpecLike), (leaf as SpecLike).name),
        );
        const title = argumentName(this.#parameters, i);
        return leaves.length === 1 ? `${title}: ${leaves[0]}` : `${title}: [${leaves.join(", ")}]`;
      })
      .join(", ");
  }
}

const argumentText = (arg: unknown): string => {
  if (Array.isArray(arg)) return `[${arg.map(argumentText).join(", ")}]`;
  const repr = (arg as { repr?: () => string } | null)?.repr;
  return typeof repr === "function" ? repr.call(arg) : String(arg);
};
