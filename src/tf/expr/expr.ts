// tf.expr: expressions of tensors in Python's notation, as a tagged template.
import type { DTypeName } from "../../base/dtypes.ts";
import { Tensor } from "../../graph/tensor.ts";
import { booleanMask } from "../array/select.ts";
import type { SliceItem } from "../array/slice-spec.ts";
import { getItem } from "../array/slices.ts";
import { isTensorObject } from "../core/call.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { isPlain, plainBeside, plainBinary, plainUnary } from "./literals.ts";
import { BINARY, REFLECTED, UNARY } from "./operators.ts";
import { type Node, parse, type SliceNode } from "./parse.ts";

type Holes = readonly unknown[];

function evaluate(node: Node | SliceNode, holes: Holes): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "hole":
      return holes[node.index];
    case "list":
      return node.items.map((item) => operand(evaluate(item, holes), undefined));
    case "unary":
      return unary(node.operator, evaluate(node.operand, holes));
    case "binary":
      return binary(node.operator, evaluate(node.left, holes), evaluate(node.right, holes));
    case "index":
      return indexed(
        evaluate(node.target, holes),
        node.items.map((item) => evaluate(item, holes)),
      );
    case "slice":
      return node.parts.map((part) => (part === null ? null : evaluate(part, holes)));
    default:
      return node satisfies never;
  }
}

function unary(operator: string, x: unknown): unknown {
  return isPlain(x) ? plainUnary(operator, x) : UNARY[operator]!(x as TensorInput);
}

function binary(operator: string, x: unknown, y: unknown): unknown {
  if (isPlain(x) && isPlain(y)) return plainBinary(operator, x, y);
  const [a, b] = [operand(x, dtypeOf(y)), operand(y, dtypeOf(x))];
  const reflected = isTensorObject(y) && !isTensorObject(x) ? REFLECTED[operator] : undefined;
  return reflected === undefined ? BINARY[operator]!(a, b) : BINARY[reflected]!(b, a);
}

/** Variables tell their dtype; asking for their tensor would read them. */
const dtypeOf = (x: unknown): DTypeName | undefined =>
  isTensorObject(x) ? dtypeName((x as { dtype?: DTypeLike }).dtype ?? asTensor(x).dtype) : undefined;

const operand = (x: unknown, beside: DTypeName | undefined): TensorInput =>
  isPlain(x) ? plainBeside(x, beside) : (x as TensorInput);

/** A mask of booleans selects; anything else is Python's indexing. */
function indexed(target: unknown, items: readonly unknown[]): Tensor {
  const [first] = items;
  if (items.length === 1 && first instanceof Tensor && first.dtype === "bool" && first.shape?.length !== 0)
    return booleanMask(target as TensorInput, first);
  return getItem(target as TensorInput, ...(items as SliceItem[]));
}

/**
 * An expression of tensors as Python writes it, with Python's precedence.
 *
 * `+ - * / // % ** @`, unary `-` and `~`, comparisons, `& | ^`, parentheses, and subscripts such as
 * `${x}[1:, 0, ..., None, ::-1]`. A number takes the dtype of the tensor beside it; one with a point is never
 * made an integer. In a graph nodes are named as TensorFlow's operators name them.
 *
 * @param strings The template's text.
 * @param values Tensors, variables or plain data.
 * @returns The tensor.
 * @throws SyntaxError with the position, for text that is no expression.
 * @example
 * const [a, b, c] = [tf.constant(1), tf.constant(2), tf.constant(3)];
 * tf.expr`2 * (${a} - ${b}) + ${c}`;
 * // tf.Tensor(1.0, shape=(), dtype=float32)
 */
export function expr(strings: TemplateStringsArray, ...values: unknown[]): Tensor {
  const result = evaluate(parse(strings), values);
  return asTensor(operand(result, undefined));
}
