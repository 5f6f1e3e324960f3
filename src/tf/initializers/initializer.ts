// What initializers have in common: they are objects that can be called with a shape.
import type { DTypeName } from "../../base/dtypes.ts";
import { Callable } from "../../base/callable.ts";
import { ValueError } from "../../base/errors.ts";
import { pythonFloat } from "../../base/format/float-text.ts";
import type { Dims } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { isOptions } from "../core/arguments.ts";
import { type ShapeLike, toShape } from "../core/tensor-shape.ts";

export interface InitializerOptions {
  /** The element type; default float32. */
  readonly dtype?: DTypeLike | null;
}

/** A config as Keras writes it: names with underscores. */
export type Config = Readonly<Record<string, unknown>>;

export interface Initializer {
  /** A tensor of this shape to begin with. */
  // biome-ignore lint/style/useShorthandFunctionType: it is merged with the class
  (shape: ShapeLike, options?: InitializerOptions | DTypeLike): Tensor;
}

/** Makes first values of variables: `init(shape, { dtype })`. Subclasses have `make` and `getConfig`. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances are functions, which a class cannot say
export abstract class Initializer extends Callable {
  protected abstract make(shape: Dims, dtype: DTypeName): Tensor;

  /** What it takes to make another one like this. */
  abstract getConfig(): Config;

  protected override invoke([shape, options]: readonly unknown[]): Tensor {
    const dtype = isOptions(options)
      ? (options as InitializerOptions).dtype
      : (options as DTypeLike | undefined);
    return this.make(knownDims(shape as ShapeLike, this.constructor.name), dtypeName(dtype ?? "float32"));
  }

  override toString(): string {
    const config = Object.entries(this.getConfig()).map(([key, value]) => `${key}=${text(value)}`);
    return `${this.constructor.name}(${config.join(", ")})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

const text = (value: unknown): string => {
  if (value === null) return "None";
  return typeof value === "number" && !Number.isInteger(value) ? pythonFloat(value) : String(value);
};

function knownDims(shape: ShapeLike, what: string): Dims {
  const known = toShape(shape);
  if (known?.every((size) => size >= 0)) return known;
  throw new ValueError(`${what}: expected a fully known shape, received ${String(known)}`);
}
