// Shapes as objects, for what plain arrays of sizes cannot say: unknown sizes, unknown rank, merging.
import { ValueError } from "../../base/errors.ts";
import { isCompatible, isFullyDefined, pythonShapeText, relaxShapes, type Shape } from "../../base/shape.ts";
import { Tensor } from "../../graph/tensor.ts";
import { knownIntegers } from "./tensor.ts";

type Sizes = readonly (number | null)[];
/** What a shape can be made of. */
export type ShapeLike = Sizes | TensorShape | number | null | undefined;

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * A shape: sizes of dimensions, null where a size is not known; `new TensorShape(null)` has an unknown rank.
 *
 * @example
 * new tf.TensorShape([2, null]).mergeWith([null, 3]);
 * // TensorShape([2, 3])
 */
export class TensorShape implements Iterable<number | null> {
  /** The sizes; null for an unknown rank. */
  readonly dims: Sizes | null;

  constructor(dims: ShapeLike) {
    this.dims = sizesOf(dims);
  }

  /** The number of dimensions; null if it is not known. */
  get rank(): number | null {
    return this.dims?.length ?? null;
  }

  get ndims(): number | null {
    return this.rank;
  }

  get length(): number {
    if (this.dims === null) throw new ValueError("Cannot take the length of shape with unknown rank.");
    return this.dims.length;
  }

  /** The sizes; an error if the rank is not known. */
  asList(): (number | null)[] {
    if (this.dims === null) throw new ValueError("as_list() is not defined on an unknown TensorShape.");
    return [...this.dims];
  }

  [Symbol.iterator](): Iterator<number | null> {
    return this.asList()[Symbol.iterator]();
  }

  /** One size; a negative index counts from the end. */
  at(index: number): number | null {
    return this.dims === null ? null : (this.dims.at(index) ?? null);
  }

  slice(start?: number, end?: number): TensorShape {
    return new TensorShape(this.dims === null ? null : this.dims.slice(start, end));
  }

  isFullyDefined(): boolean {
    return isFullyDefined(toShape(this));
  }

  assertIsFullyDefined(): void {
    if (!this.isFullyDefined()) throw new ValueError(`Shape ${this} is not fully defined`);
  }

  /** The number of elements; null if it is not known. */
  numElements(): number | null {
    return this.isFullyDefined() ? this.asList().reduce<number>((count, size) => count * size!, 1) : null;
  }

  isCompatibleWith(other: ShapeLike): boolean {
    return isCompatible(toShape(this), toShape(other));
  }

  assertIsCompatibleWith(other: ShapeLike): void {
    if (!this.isCompatibleWith(other))
      throw new ValueError(`Shapes ${this} and ${new TensorShape(other)} are incompatible`);
  }

  /** What is known from both; an error if they contradict each other. */
  mergeWith(other: ShapeLike): TensorShape {
    const that = new TensorShape(other);
    if (this.dims === null) return that;
    if (that.dims === null) return this;
    if (!this.isCompatibleWith(that)) throw new ValueError(`Shapes ${this} and ${that} are not compatible`);
    return new TensorShape(this.dims.map((size, i) => size ?? that.dims![i]!));
  }

  concatenate(other: ShapeLike): TensorShape {
    const that = new TensorShape(other);
    return new TensorShape(this.dims === null || that.dims === null ? null : [...this.dims, ...that.dims]);
  }

  /** The shape, with this rank if it had none; an error if it has another. */
  withRank(rank: number): TensorShape {
    if (this.dims === null) return new TensorShape(new Array<null>(rank).fill(null));
    if (this.dims.length !== rank) throw new ValueError(`Shape ${this} must have rank ${rank}`);
    return this;
  }

  withRankAtLeast(rank: number): TensorShape {
    if (this.dims !== null && this.dims.length < rank)
      throw new ValueError(`Shape ${this} must have rank at least ${rank}`);
    return this;
  }

  withRankAtMost(rank: number): TensorShape {
    if (this.dims !== null && this.dims.length > rank)
      throw new ValueError(`Shape ${this} must have rank at most ${rank}`);
    return this;
  }

  assertHasRank(rank: number): void {
    if (this.rank !== null && this.rank !== rank)
      throw new ValueError(`Shape ${this} must have rank ${rank}`);
  }

  assertSameRank(other: ShapeLike): void {
    const that = new TensorShape(other);
    if (this.rank !== null && that.rank !== null && this.rank !== that.rank)
      throw new ValueError(`Shapes ${this} and ${that} must have the same rank`);
  }

  /** The most specific shape that both belong to. */
  mostSpecificCompatibleShape(other: ShapeLike): TensorShape {
    return fromShape(relaxShapes(toShape(this), toShape(other)));
  }

  isSubtypeOf(other: ShapeLike): boolean {
    const that = new TensorShape(other);
    if (that.dims === null) return true;
    return (
      this.dims?.length === that.dims.length &&
      that.dims.every((size, i) => size === null || size === this.dims![i])
    );
  }

  equals(other: ShapeLike): boolean {
    return String(this) === String(new TensorShape(other));
  }

  /** As TensorFlow's `str`: "(2, None)". */
  toString(): string {
    return pythonShapeText(toShape(this));
  }

  toJSON(): Sizes | null {
    return this.dims;
  }

  [INSPECT](): string {
    if (this.dims === null) return "TensorShape(None)";
    return `TensorShape([${this.dims.map((size) => size ?? "None").join(", ")}])`;
  }
}

function sizesOf(dims: ShapeLike): Sizes | null {
  if (dims === null || dims === undefined) return null;
  if (dims instanceof TensorShape) return dims.dims;
  if (typeof dims === "number") return [checkedSize(dims)];
  return Object.freeze(dims.map((size) => (size === null ? null : checkedSize(size))));
}

function checkedSize(size: unknown): number | null {
  const number = typeof size === "bigint" ? Number(size) : size;
  if (typeof number !== "number" || !Number.isInteger(number))
    throw new TypeError(`Dimension value must be integer or None: received ${String(size)}`);
  if (number < -1) throw new ValueError(`Dimension ${number} must be >= 0`);
  return number < 0 ? null : number;
}

const fromShape = (shape: Shape): TensorShape =>
  new TensorShape(shape === null ? null : shape.map((size) => (size < 0 ? null : size)));

/** The shape in the form that graphs keep: -1 is an unknown size, null an unknown rank. */
export function toShape(shape: ShapeLike): Shape {
  const { dims } = shape instanceof TensorShape ? shape : new TensorShape(shape);
  return dims === null ? null : dims.map((size) => size ?? -1);
}

/** As `toShape`, where a tensor of sizes may be given too: what is known of its value. */
export function staticShape(shape: unknown): Shape {
  if (!(shape instanceof Tensor)) return toShape(shape as ShapeLike);
  const known = knownIntegers(shape);
  return known === undefined ? null : known;
}

/** The static shape of a tensor as a TensorShape. */
export const shapeOf = (x: { readonly shape: Shape }): TensorShape => fromShape(x.shape);
