// What rules of list ops share: what is known of elements while a graph is built, and checks.
import type { DTypeName } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { isCompatible, type Shape, shapeText } from "../../base/shape.ts";
import type { GradientBuilder, ShapeNode } from "../../graph/op.ts";
import type { TensorValue, Value } from "../../graph/types.ts";
import { shapeOf } from "../support/functions.ts";
import { integers, integerTensor } from "../support/values.ts";
import { mergeElementShapes, type TensorList } from "./tensor-list.ts";

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
export type AnyNode = ShapeNode<any>;

/** The element shape that an input spells, as far as it is known while a graph is built. */
export function knownShape(node: AnyNode, input: number): Shape {
  if (node.running === true) return null;
  const value = node.constant(input);
  if (value === undefined) return node.constantShape(input);
  return value.shape.length === 0 ? null : integers(value);
}

/** The shape of a list's elements, as its handle tells. */
export const listShape = (node: AnyNode, input = 0): Shape => node.handle(input)?.shape ?? null;

/** Says that output 0 is a list of such elements. */
export function givesList(node: AnyNode, dtype: DTypeName, shape: Shape, output = 0): void {
  if (node.running !== true) node.setHandle(output, { dtype, shape });
}

/** Output 0 is a list like input 0. */
export function keepsList(node: AnyNode): Shape[] {
  const handle = node.handle(0);
  if (handle !== undefined) node.setHandle(0, handle);
  return [[]];
}

/** The shape of an element that is read: what the list and the input say. */
export const elementShape = (node: AnyNode, input: number): Shape =>
  node.running === true ? null : mergeElementShapes(listShape(node), knownShape(node, input));

export function checkType(list: TensorList, dtype: DTypeName): void {
  if (list.dtype !== dtype)
    throw invalidArgument(`Invalid data types; op elements ${dtype} but list elements ${list.dtype}`);
}

export function checkAppended(list: TensorList, item: TensorValue, verb: string): void {
  if (item.dtype !== list.dtype)
    throw invalidArgument(
      `Invalid data types; list elements ${list.dtype} but tried to append ${item.dtype}`,
    );
  if (!isCompatible(list.elementShape, item.shape))
    throw invalidArgument(
      `Tried to ${verb} a tensor with incompatible shape to a list. ` +
        `Op element shape: ${shapeText(item.shape)} list shape: ${shapeText(list.elementShape)}`,
    );
}

/** `tf.shape(x)[1:]`, written as a Slice. */
export const rowShape = (t: GradientBuilder, x: Value): Value =>
  t.Slice(shapeOf(t, x), t.literal([1], "int32", "Slice/begin"), t.literal([-1], "int32", "Slice/size"));

export const shapeOfElements = (t: GradientBuilder, list: Value): Value =>
  t.TensorListElementShape(list, { shape_type: "int32" });

/** A static shape as an input: -1 for what is unknown. */
export const shapeInput = (shape: Shape): TensorValue =>
  shape === null ? integerTensor([-1], "int32", []) : integerTensor(shape, "int32");
