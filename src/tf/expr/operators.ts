// Python's operators on tensors, with the node names that TensorFlow's operators give.
import type { Tensor } from "../../graph/tensor.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, asTensors } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { truediv } from "../math/arithmetic.ts";
import { logicalXor } from "../math/logical.ts";
import { matmul } from "../math/products.ts";

type Binary = (x: TensorInput, y: TensorInput) => Tensor;

const named =
  (op: string, name: string): Binary =>
  (x, y) =>
    one(op, [x, y], undefined, name);

/** `==` of shapes that do not fit each other is false. */
const equality =
  (op: string): Binary =>
  (x, y) =>
    one(op, [x, y], { incompatible_shape_error: false });

/** Logical for booleans, bit by bit for integers. */
function logical(
  name: string,
  onBooleans: (x: Tensor, y: Tensor, scope?: string) => Tensor,
  bits: string,
): Binary {
  return (x, y) =>
    scoped(undefined, name, [x, y], (scope) => {
      const [a, b] = asTensors([x, y]) as [Tensor, Tensor];
      return a.dtype === "bool" ? onBooleans(a, b, scope) : one(bits, [a, b]);
    });
}

const isText = (x: unknown): boolean =>
  typeof x === "string" || (isTensorObject(x) && String((x as Tensor).dtype) === "string");

/** `**` and `@` and the rest, by their symbols. */
export const BINARY: Readonly<Record<string, Binary>> = {
  "+": (x, y) => one(isText(x) || isText(y) ? "Add" : "AddV2", [x, y], undefined, "add"),
  "-": named("Sub", "sub"),
  "*": named("Mul", "mul"),
  "/": (x, y) => truediv(x, y),
  "//": named("FloorDiv", "floordiv"),
  "%": named("FloorMod", "mod"),
  "**": named("Pow", "pow"),
  "@": (x, y) => matmul(x, y, { name: "matmul" }),
  "<": (x, y) => one("Less", [x, y]),
  "<=": (x, y) => one("LessEqual", [x, y]),
  ">": (x, y) => one("Greater", [x, y]),
  ">=": (x, y) => one("GreaterEqual", [x, y]),
  "==": equality("Equal"),
  "!=": equality("NotEqual"),
  "&": logical("and", (x, y, scope) => one("LogicalAnd", [x, y], undefined, scope), "BitwiseAnd"),
  "|": logical("or", (x, y, scope) => one("LogicalOr", [x, y], undefined, scope), "BitwiseOr"),
  "^": logical("xor", (x, y, scope) => logicalXor(x, y, { name: scope }), "BitwiseXor"),
};

/** Comparisons with the operands exchanged: Python asks the tensor on the right. */
export const REFLECTED: Readonly<Record<string, string>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};

export const UNARY: Readonly<Record<string, (x: TensorInput) => Tensor>> = {
  "+": (x) => asTensor(x),
  "-": (x) => one("Neg", [x]),
  "~": (x) => one(asTensor(x).dtype === "bool" ? "LogicalNot" : "Invert", [x]),
};
