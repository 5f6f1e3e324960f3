// Einsum equations: parsed, checked against shapes in TensorFlow's words, turned into labelled axes.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText } from "../../base/shape.ts";

export interface Equation {
  readonly inputs: readonly string[];
  readonly output: string;
}

const ELLIPSIS = "...";

export function parseEquation(equation: string, inputCount: number): Equation {
  const parts = equation.split("->");
  if (parts.length !== 2) throw invalidArgument(`Expecting exactly one '->' in einsum equation: ${equation}`);
  const inputs = parts[0].split(",");
  if (inputs.length > 2)
    throw invalidArgument(
      `Expecting 1 or 2 input subscripts in equation '${equation}' but got: ${inputs.length}`,
    );
  for (const subscripts of [...inputs, parts[1]]) checkSubscripts(subscripts);
  if (inputs.length !== inputCount)
    throw invalidArgument(`Expected ${inputs.length} inputs but got: ${inputCount}`);
  const known = new Set(parts[0]);
  for (const label of labelsOf(parts[1]))
    if (!known.has(label))
      throw invalidArgument(
        `Expected output label ${label} to be among the input labels of equation ${equation}`,
      );
  return { inputs, output: parts[1] };
}

function checkSubscripts(subscripts: string): void {
  const first = subscripts.indexOf(ELLIPSIS);
  if (first >= 0 && subscripts.indexOf(ELLIPSIS, first + 3) >= 0)
    throw invalidArgument(`Expected at most one ellipsis in subscripts: received ${subscripts}`);
  for (const label of labelsOf(subscripts))
    if (!/[A-Za-z]/.test(label))
      throw invalidArgument(`Subscript labels must be letters: received '${label}' in ${subscripts}`);
}

/** The letters of one operand's subscripts. */
export const labelsOf = (subscripts: string): string[] => [...subscripts.replace(ELLIPSIS, "")];

/** How many axes the ellipsis of these subscripts stands for in a tensor of this rank. */
function ellipsisRank(subscripts: string, rank: number, input: number): number {
  const named = labelsOf(subscripts).length;
  if (subscripts.includes(ELLIPSIS)) {
    if (rank < named)
      throw invalidArgument(`Expected input ${input} to have rank at least ${named} but got: ${rank}`);
    return rank - named;
  }
  if (rank !== named) throw invalidArgument(`Expected input ${input} to have rank ${named} but got: ${rank}`);
  return 0;
}

/** One label an axis; an ellipsis' axes are "0" (the last), "1", … so that operands align at the end. */
export function expand(subscripts: string, extraRank: number): string[] {
  const at = subscripts.indexOf(ELLIPSIS);
  if (at < 0) return [...subscripts];
  const extra = Array.from({ length: extraRank }, (_, i) => String(extraRank - 1 - i));
  return [...subscripts.slice(0, at), ...extra, ...subscripts.slice(at + 3)];
}

export interface LabelledShapes {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
  /** The size of each label; ellipsis labels are broadcast. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Labels every axis; null if a rank is unknown. */
export function labelAxes(equation: Equation, shapes: readonly Shape[]): LabelledShapes | null {
  if (shapes.some((shape) => shape === null)) return null;
  const sizes = new Map<string, number>();
  let outputExtra = 0;
  const inputs = equation.inputs.map((subscripts, input) => {
    const shape = shapes[input]!;
    const extra = ellipsisRank(subscripts, shape.length, input);
    outputExtra = Math.max(outputExtra, extra);
    const labels = expand(subscripts, extra);
    for (const [axis, label] of labels.entries()) addSize(sizes, label, axis, shape);
    return labels;
  });
  return { inputs, output: expand(equation.output, outputExtra), sizes };
}

const isEllipsis = (label: string): boolean => label >= "0" && label <= "9";

function addSize(sizes: Map<string, number>, label: string, axis: number, shape: readonly number[]): void {
  const size = shape[axis];
  const known = sizes.get(label);
  if (known === undefined || known < 0) {
    if (known === undefined || size >= 0) sizes.set(label, size);
    return;
  }
  if (size < 0 || size === known) return;
  if (isEllipsis(label) && (size === 1 || known === 1)) {
    sizes.set(label, Math.max(size, known) === 1 ? 1 : size === 1 ? known : size);
    return;
  }
  throw invalidArgument(
    `Expected dimension ${known} at axis ${axis} of the input shaped ${shapeText(shape)} ` +
      `but got dimension ${size}`,
  );
}
