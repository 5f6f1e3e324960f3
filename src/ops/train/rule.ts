// From one formula to an optimizer's ops: on references and on resources, on whole variables and on rows.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, pointwise, routine, type ScalarMath, update } from "../../graph/lowering.ts";
import { type Attr, bool, missing, type Op, op, type } from "../../graph/op.ts";
import type { AttrValue } from "../../graph/types.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { copyAll, isBelow } from "../support/loops.ts";
import { numberTypes } from "../support/type-lists.ts";

export type Named = Readonly<Record<string, Scalar>>;
type AttrOf = Readonly<Record<string, AttrValue>>;

export interface UpdateRule {
  /** The variables that are written, "var" first, then its slots. */
  readonly variables: readonly string[];
  /** What follows in the signature; the gradient is "grad" or "delta", all others are scalars. */
  readonly inputs: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the attrs' types differ
  readonly attrs?: Readonly<Record<string, Attr<any>>>;
  /** The variables' new values, in order, element by element. */
  readonly step: (m: ScalarMath, x: Named, attrs: AttrOf) => readonly Scalar[];
}

const isGradient = (name: string): boolean => name === "grad" || name === "delta";

/** TensorFlow counts the training steps in int64; everything else has the variable's dtype. */
const declare = (name: string): string => (name === "global_step" ? `${name}: int64` : `${name}: T`);

interface Form {
  readonly names: readonly string[];
  readonly count: number;
  readonly isReference: boolean;
}

function define(name: string, rule: UpdateRule, form: Form, lower: Op["lower"], extra: object): Op {
  const { names, count, isReference } = form;
  const variables = rule.variables.map((each) => (isReference ? `${each}: Ref(T)` : `${each}: resource`));
  const others = names.slice(count).map((each) => (each === "indices" ? "indices: Tindices" : declare(each)));
  return op(name, {
    inputs: [...variables, ...others],
    outputs: isReference ? ["out: Ref(T)"] : [],
    attrs: { T: type(...numberTypes), ...extra, use_locking: bool(false), ...rule.attrs },
    stateful: !isReference,
    shape: (x) => {
      for (const [i, each] of names.entries()) requireScalar(each, x[i], i >= count);
      return isReference ? [x[0]] : [];
    },
    lower,
    grad: missing(`TensorFlow registers no gradient for ${name}`),
  });
}

function requireScalar(name: string, shape: Shape, isOperand: boolean): void {
  if (!isOperand || isGradient(name) || name === "indices" || shape === null || shape.length === 0) return;
  throw invalidArgument(`${name} is not a scalar: ${shapeText(shape)}`);
}

/** The ops `Apply…` (on references) and `ResourceApply…`, which update whole variables. */
export function denseOps(name: string, rule: UpdateRule): readonly Op[] {
  return [denseOp(`Apply${name}`, rule, true), denseOp(`ResourceApply${name}`, rule, false)];
}

export function denseOp(name: string, rule: UpdateRule, isReference: boolean): Op {
  const names = [...rule.variables, ...rule.inputs];
  const places = rule.variables.map((_, i) => i);
  const lower = update({
    reads: places,
    writes: places,
    body: pointwise((m, x, node) => {
      checkDenseShapes(names, node, places.length);
      return rule.step(m, named(names, x), node.attrs);
    }),
  });
  return define(name, rule, { names, count: places.length, isReference }, lower, {});
}

const named = (names: readonly string[], x: readonly Scalar[]): Named =>
  Object.fromEntries(names.map((name, i) => [name, x[i]]));

function checkDenseShapes(names: readonly string[], node: LowerNode, variables: number): void {
  const { shape } = node.inputs[0];
  names.forEach((name, i) => {
    if ((i >= variables && !isGradient(name)) || sameDims(shape, node.inputs[i].shape)) return;
    const other = shapeText(node.inputs[i].shape);
    throw invalidArgument(`${names[0]} and ${name} do not have the same shape${shapeText(shape)} ${other}`);
  });
}

/** The ops `SparseApply…` and `ResourceSparseApply…`, which update the rows named by `indices`. */
export function sparseOps(name: string, rule: UpdateRule): readonly Op[] {
  return [sparseOp(`SparseApply${name}`, rule, true), sparseOp(`ResourceSparseApply${name}`, rule, false)];
}

export function sparseOp(name: string, rule: UpdateRule, isReference: boolean): Op {
  const inputs = rule.inputs.flatMap((each) => (isGradient(each) ? ["grad", "indices"] : [each]));
  const names = [...rule.variables, ...inputs];
  const places = rule.variables.map((_, i) => i);
  const lower = update({
    reads: places,
    writes: places,
    body: routine((k, m, node) => updateRows(k, m, node, names, rule)),
  });
  const form = { names, count: places.length, isReference };
  return define(name, rule, form, lower, { Tindices: type("int32", "int64") });
}

/** Rows are updated in the order of `indices`, so that repeated ones see what came before. */
function updateRows(
  k: KernelBuilder,
  m: ScalarMath,
  node: LowerNode,
  names: readonly string[],
  rule: UpdateRule,
): void {
  checkSparseShapes(names, node, rule.variables.length);
  const [rows, ...rest] = node.inputs[0].shape;
  const inner = elementCount(rest);
  const state = rule.variables.map((_, i) => k.output(i));
  for (const [i, buffer] of state.entries()) copyAll(k, m, k.input(i), buffer);
  const gradient = k.input(names.indexOf("grad"));
  const indices = k.input(names.indexOf("indices"));
  checkIndices(k, m, node, names, rows);
  const scalars = scalarInputs(k, names, rule.variables.length);
  const gradientName = rule.inputs.find(isGradient)!;
  k.parallel(inner, (column) => {
    k.serial(indices.count, (i) => {
      const row = m.cast(k.load(indices, i), "int32");
      const at = k.hold(m.add(m.mul(row, inner), column));
      const x: Record<string, Scalar> = { ...scalars };
      rule.variables.forEach((name, slot) => {
        x[name] = k.hold(k.load(state[slot], at, true));
      });
      x[gradientName] = k.hold(k.load(gradient, m.add(m.mul(i, inner), column)));
      const next = rule.step(m, x, node.attrs as AttrOf).map((value) => k.hold(value));
      for (const [slot, value] of next.entries()) k.store(state[slot], at, value, true);
    });
  });
}

function scalarInputs(k: KernelBuilder, names: readonly string[], variables: number): Record<string, Scalar> {
  const scalars: Record<string, Scalar> = {};
  names.forEach((name, i) => {
    if (i >= variables && name !== "grad" && name !== "indices")
      scalars[name] = k.hold(k.load(k.input(i), 0));
  });
  return scalars;
}

function checkIndices(
  k: KernelBuilder,
  m: ScalarMath,
  node: LowerNode,
  names: readonly string[],
  rows: number,
): void {
  const indices = k.input(names.indexOf("indices"));
  k.serial(node.inputs[names.indexOf("indices")].shape[0], (i) => {
    const index = k.hold(k.load(indices, i));
    const message = "Index %0 at offset %1 in indices is out of range";
    k.check(isBelow(m, index, rows), "INVALID_ARGUMENT", message, [index, i]);
  });
}

function checkSparseShapes(names: readonly string[], node: LowerNode, variables: number): void {
  const { shape } = node.inputs[0];
  const shapeOf = (name: string): readonly number[] => node.inputs[names.indexOf(name)].shape;
  for (const name of names.slice(1, variables))
    if (!sameDims(shape, shapeOf(name)))
      throw invalidArgument(
        `var and ${name} do not have the same shape${shapeText(shape)} ${shapeText(shapeOf(name))}`,
      );
  if (shape.length === 0) throw invalidArgument("var must be at least 1 dimensional");
  if (shapeOf("indices").length !== 1) throw invalidArgument("indices must be one-dimensional");
  const grad = shapeOf("grad");
  if (grad[0] !== shapeOf("indices")[0])
    throw invalidArgument("grad must be the same size as indices in the first dimension.");
  for (let axis = 1; axis < shape.length; axis++)
    if (shape[axis] !== grad[axis]) throw invalidArgument(`var and grad must match in dimension ${axis}`);
}
