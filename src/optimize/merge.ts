// Leaves true: no two pure ops compute the same from the same inputs (common subexpressions are one).
import { dtypeInfo } from "../base/dtypes.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import { isPure } from "./purity.ts";

const LARGEST_LITERAL = 256;

/** For each tensor of an op that repeats another one: the tensor of the first. */
export function merge(
  order: readonly Operation[],
  keep: ReadonlySet<SymbolicTensor>,
): Map<SymbolicTensor, SymbolicTensor> {
  const same = new Map<SymbolicTensor, SymbolicTensor>();
  const first = new Map<string, Operation>();
  for (const op of order) {
    const key = keyOf(op, same);
    if (key === null) continue;
    const original = first.get(key);
    if (original === undefined) first.set(key, op);
    else if (!op.outputs.some((output) => keep.has(output)))
      op.outputs.forEach((output, i) => {
        same.set(output, original.outputs[i]!);
      });
  }
  return same;
}

function keyOf(op: Operation, same: ReadonlyMap<SymbolicTensor, SymbolicTensor>): string | null {
  if (!isPure(op)) return null;
  const attrs = JSON.stringify(op.attrs, attrText);
  if (attrs.includes(TOO_LARGE)) return null;
  const inputs = op.inputs.map((input) => (same.get(input) ?? input).name);
  return `${op.type}(${inputs.join()})${attrs}`;
}

const TOO_LARGE = "\u0000large";

function attrText(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0)))
    return `#${Object.is(value, -0) ? "-0" : value}`;
  if (!isTensorValue(value)) return value;
  if (value.data.length > LARGEST_LITERAL || dtypeInfo(value.dtype).array === null) return TOO_LARGE;
  const { buffer, byteOffset, byteLength } = value.data as Uint8Array;
  return [value.dtype, value.shape, Array.from(new Uint8Array(buffer, byteOffset, byteLength))];
}

function isTensorValue(
  value: unknown,
): value is { dtype: "float32"; shape: number[]; data: ArrayLike<unknown> } {
  return typeof value === "object" && value !== null && "dtype" in value && "data" in value;
}
