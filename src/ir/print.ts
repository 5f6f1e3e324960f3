// Kernels as text that people read and tests compare.
import { children, sharedNodes, statementExpressions } from "./walk.ts";
import type {
  BinaryOp,
  BufferRef,
  CompareOp,
  Const,
  Contract,
  ContractAccess,
  Expr,
  Kernel,
  Statement,
} from "./kernel.ts";

const INFIX: Partial<Record<BinaryOp, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  rem: "%",
  and: "&",
  or: "|",
  xor: "^",
  shl: "<<",
  shr: ">>",
};
const RELATIONS: Record<CompareOp, string> = { eq: "==", ne: "!=", lt: "<", le: "<=", gt: ">", ge: ">=" };
const ROLES: Record<BufferRef["role"], string> = {
  input: "in",
  output: "out",
  temporary: "temp",
  state: "state",
};
/** i32 has no suffix: almost all of them are indices. */
const SUFFIXES: Record<Exclude<Const["type"], "bool">, string> = {
  i32: "",
  u32: "u",
  i64: "n",
  u64: "un",
  f32: "f",
  f64: "d",
};

export function printKernel({ name, buffers, body }: Kernel): string {
  const heads = buffers.map(
    (buffer) => `  ${ROLES[buffer.role]} ${printBuffer(buffer)}: ${buffer.storage}[${buffer.size}]`,
  );
  return (
    [`kernel ${name}`, ...heads, ...body.flatMap((statement) => lines(statement, "  "))].join("\n") + "\n"
  );
}

export const printStatement = (statement: Statement): string => lines(statement, "").join("\n");

const printBuffer = ({ id }: BufferRef): string => `b${id}`;

function lines(statement: Statement, indent: string): string[] {
  const names = new Map<Expr, string>();
  const shared = sharedNodes(statementExpressions(statement)).map((node, i) => {
    const line = `${indent}let s${i} = ${text(node, names)}`;
    names.set(node, `s${i}`);
    return line;
  });
  return [...shared, ...statementLines(statement, indent, names)];
}

type Names = ReadonlyMap<Expr, string>;

function statementLines(statement: Statement, indent: string, names: Names): string[] {
  const show = (x: Expr): string => text(x, names);
  const inside = (body: readonly Statement[]): string[] => body.flatMap((each) => lines(each, `${indent}  `));
  switch (statement.kind) {
    case "for": {
      const { loop, extent, body } = statement;
      return [`${indent}${loop.mode} ${loop.name} < ${show(extent)}`, ...inside(body)];
    }
    case "while":
      return [`${indent}while ${show(statement.condition)}`, ...inside(statement.body)];
    case "if": {
      const otherwise = statement.else.length === 0 ? [] : [`${indent}else`, ...inside(statement.else)];
      return [`${indent}if ${show(statement.condition)}`, ...inside(statement.then), ...otherwise];
    }
    case "set":
      return [`${indent}${statement.variable.name}: ${statement.variable.type} = ${show(statement.value)}`];
    case "store": {
      const place = `${printBuffer(statement.buffer)}[${show(statement.index)}]`;
      return [`${indent}${place}${statement.checked ? "!" : ""} = ${show(statement.value)}`];
    }
    case "check": {
      const values = statement.values.map(show).join(", ");
      const rest = values === "" ? "" : ` (${values})`;
      const message = JSON.stringify(statement.message);
      return [`${indent}check ${show(statement.condition)} else ${statement.code} ${message}${rest}`];
    }
    case "contract":
      return contractLines(statement, indent);
    default:
      return statement satisfies never;
  }
}

function contractLines(
  { type, complex, outputs, reductions, operands, output }: Contract,
  indent: string,
): string[] {
  const kind = complex ? `complex ${type}` : type;
  const loops = `[${outputs.join(", ")}] over [${reductions.join(", ")}]`;
  const head = `${indent}${printBuffer(output)} = contract ${kind} ${loops}`;
  return [head, ...operands.map((operand) => `${indent}  ${accessText(operand)}`)];
}

function accessText({ buffer, offset, strides, conjugate, bounds }: ContractAccess): string {
  const limits = bounds.map(
    (bound) => ` if ${affineText(bound.offset, bound.coefficients)} in ${bound.extent}`,
  );
  return `${conjugate ? "conj " : ""}${printBuffer(buffer)} ${affineText(offset, strides)}${limits.join("")}`;
}

const affineText = (offset: number, coefficients: readonly number[]): string =>
  `${offset} + (${coefficients.join(", ")})`;

/** Operations inside operations stand in parentheses. */
function inner(x: Expr, names: Names): string {
  const plain = text(x, names);
  const infix =
    x.kind === "compare" || x.kind === "select" || (x.kind === "binary" && INFIX[x.op] !== undefined);
  return infix && !names.has(x) ? `(${plain})` : plain;
}

function text(x: Expr, names: Names): string {
  const name = names.get(x);
  if (name !== undefined) return name;
  const [a, b, c] = children(x).map((each) => inner(each, names));
  switch (x.kind) {
    case "const":
      return constText(x);
    case "index":
      return x.loop.name;
    case "read":
      return x.variable.name;
    case "load":
      return `${printBuffer(x.buffer)}[${text(x.index, names)}]${x.checked ? "!" : ""}`;
    case "table":
      return `{${tableText(x.values)}}[${text(x.index, names)}]`;
    case "unary":
      return `${x.op}(${text(x.x, names)})`;
    case "binary": {
      const sign = INFIX[x.op];
      return sign === undefined ? `${x.op}(${text(x.x, names)}, ${text(x.y, names)})` : `${a} ${sign} ${b}`;
    }
    case "compare":
      return `${a} ${RELATIONS[x.op]} ${b}`;
    case "select":
      return `${a} ? ${b} : ${c}`;
    case "cast":
      return `${x.type}(${text(x.x, names)})`;
    case "bitcast":
      return `bits.${x.type}(${text(x.x, names)})`;
    default:
      return x satisfies never;
  }
}

const tableText = (values: readonly (number | bigint)[]): string =>
  values.length <= 8
    ? values.map(String).join(", ")
    : `${values.slice(0, 8).map(String).join(", ")}, … ${values.length}`;

function constText({ type, value }: Const): string {
  if (type === "bool") return value === 0 ? "false" : "true";
  return `${Object.is(value, -0) ? "-0" : String(value)}${SUFFIXES[type]}`;
}
