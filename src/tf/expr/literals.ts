// Python's arithmetic on plain numbers, and what a plain number is beside a tensor.
import { type DTypeName, isComplex, isFloating } from "../../base/dtypes.ts";
import { pythonFloat } from "../../base/format/float-text.ts";
import { PythonFloat } from "../../base/format/python-repr.ts";

export type Plain = number | bigint | boolean | PythonFloat;

export const isPlain = (x: unknown): x is Plain =>
  typeof x === "number" || typeof x === "bigint" || typeof x === "boolean" || x instanceof PythonFloat;

const numberOf = (x: Plain): number => (x instanceof PythonFloat ? x.value : Number(x));
const isWhole = (x: Plain): boolean => !(x instanceof PythonFloat) && Number.isInteger(Number(x));

const ARITHMETIC: Readonly<Record<string, (x: number, y: number) => number>> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
  "//": (x, y) => Math.floor(x / y),
  "%": (x, y) => x - y * Math.floor(x / y),
  "**": (x, y) => x ** y,
  "&": (x, y) => Number(BigInt(x) & BigInt(y)),
  "|": (x, y) => Number(BigInt(x) | BigInt(y)),
  "^": (x, y) => Number(BigInt(x) ^ BigInt(y)),
};
const COMPARISONS: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  "<": (x, y) => x < y,
  "<=": (x, y) => x <= y,
  ">": (x, y) => x > y,
  ">=": (x, y) => x >= y,
  "==": (x, y) => x === y,
  "!=": (x, y) => x !== y,
};
const DIVISIONS = ["/", "//", "%"];
const BITS = ["&", "|", "^"];

/** `x operator y` of two plain numbers, as Python computes it. */
export function plainBinary(operator: string, x: Plain, y: Plain): Plain {
  const [a, b] = [numberOf(x), numberOf(y)];
  const compare = COMPARISONS[operator];
  if (compare !== undefined) return compare(a, b);
  const compute = ARITHMETIC[operator];
  const whole = isWhole(x) && isWhole(y);
  if (compute === undefined || (BITS.includes(operator) && !whole))
    throw new TypeError(
      `tf.expr: unsupported operand types for ${operator}: expected a tensor, received ${a} and ${b}`,
    );
  if (DIVISIONS.includes(operator) && b === 0)
    throw new RangeError(
      `tf.expr: division by zero: expected a divisor other than 0, received ${a} ${operator} 0`,
    );
  const value = compute(a, b);
  const staysWhole = whole && operator !== "/" && Number.isInteger(value);
  return staysWhole ? value : new PythonFloat(value);
}

/** A signed plain number. */
export function plainUnary(operator: string, x: Plain): Plain {
  if (operator === "+") return x;
  if (operator === "~") {
    if (isWhole(x)) return ~numberOf(x);
    throw new TypeError(`tf.expr: bad operand for unary ~: expected an integer, received ${numberOf(x)}`);
  }
  if (typeof x === "bigint") return -x;
  return x instanceof PythonFloat ? new PythonFloat(-x.value) : -Number(x);
}

/** A literal as an operand beside a tensor: one written with a point does not become an integer. */
export function plainBeside(x: Plain, dtype: DTypeName | undefined): number | bigint | boolean {
  if (!(x instanceof PythonFloat)) return x;
  if (dtype !== undefined && !isFloating(dtype) && !isComplex(dtype))
    throw new TypeError(`Cannot convert ${pythonFloat(x.value)} to EagerTensor of dtype ${dtype}`);
  return x.value;
}
