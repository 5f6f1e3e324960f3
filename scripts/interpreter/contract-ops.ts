// Writes the inner loops of contractions, one set for each type.
import type { ScalarType } from "../../src/ir/kernel.ts";
import { arrays, binary } from "./semantics.ts";

type Summed = Exclude<ScalarType, "bool">;
const types: readonly Summed[] = ["f32", "f64", "i32", "u32", "i64", "u64"];

/** The text of an operation on given operands. */
function apply(type: Summed, op: "add" | "sub" | "mul", x: string, y: string): string {
  const swapped = binary[type][op]!.replace(/\b[xy]\b/g, (name) => (name === "x" ? x : y));
  return `(${swapped})`;
}

/** sums[j] takes in s[i] * row[i * next + j] for four i, one after the other, in one pass. */
function axpy4(type: Summed, array: string): string {
  const term = (i: number): string => apply(type, "mul", `s${i}`, `row[at${i}]!`);
  const lines = [
    `(sums: ${array}, n: number, s: ${array}, row: ${array}, start: number, next: number, step: number) => {`,
    ...[0, 1, 2, 3].map((i) => `  const s${i} = s[${i}]!;\n    let at${i} = (start + ${i} * next) | 0;`),
    "  for (let j = 0; j < n; j++) {",
    `    let sum = ${apply(type, "add", "sums[j]!", term(0))};`,
    ...[1, 2].map((i) => `    sum = ${apply(type, "add", "sum", term(i))};`),
    `    sums[j] = ${apply(type, "add", "sum", term(3))};`,
    ...[0, 1, 2, 3].map((i) => `    at${i} = (at${i} + step) | 0;`),
    "  }",
    "}",
  ];
  return lines.join("\n  ");
}

/** The parameters of loops over two operands. */
function line(array: string): string {
  const operand = (name: string): string => `${name}: ${array}, ${name}At: number, ${name}Step: number`;
  return `sums: ${array}, from: number, to: number, ${operand("x")}, ${operand("y")}`;
}

/** sums[j] takes in x[j] * y[j]. */
function products(type: Summed, array: string): string {
  const next = apply(type, "add", "sums[j]!", apply(type, "mul", "x[i]!", "y[k]!"));
  return `(${line(array)}) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = ${next};
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  }`;
}

/** sums[0] takes in x[j] * y[j] for every j in turn. */
function dot(type: Summed, array: string): string {
  const next = apply(type, "add", "sum", apply(type, "mul", "x[i]!", "y[k]!"));
  return `(${line(array)}) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = ${next};
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  }`;
}

const set = (type: Summed): string => {
  const array = arrays[type];
  const rows = { axpy4: axpy4(type, array), products: products(type, array), dot: dot(type, array) };
  const lines = Object.entries(rows).map(([name, text]) => `  ${name}: ${text},`);
  return `const ${type}: ContractOps<${array}> = {\n${lines.join("\n")}\n};\n`;
};

export function contractOps(): string {
  return `${types.map(set).join("\n")}\nexport const contractOps: Table = { ${types.join(", ")} };\n`;
}
