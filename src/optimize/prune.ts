// Leaves true: only ops that fetches and targets need remain, inputs before users, else in order of making.
import type { Operation, SymbolicTensor } from "../graph/graph.ts";

export interface Wanted {
  readonly feeds: readonly SymbolicTensor[];
  readonly fetches: readonly SymbolicTensor[];
  /** Ops to run for their effects. */
  readonly targets: readonly Operation[];
}

/** The ops needed for fetches and targets; a fed tensor's op is not needed for it. */
export function prune(wanted: Wanted): Operation[] {
  const fed = new Set(wanted.feeds);
  const needed = new Set<Operation>();
  const queue = [
    ...wanted.fetches.filter((fetch) => !fed.has(fetch)).map((fetch) => fetch.op),
    ...wanted.targets,
  ];
  for (let op = queue.pop(); op !== undefined; op = queue.pop()) {
    if (needed.has(op)) continue;
    needed.add(op);
    queue.push(...before(op, fed));
  }
  const order = [...needed].sort((a, b) => a.id - b.id);
  return isOrdered(order, fed) ? order : sortByUse(order, fed);
}

const before = (op: Operation, fed: ReadonlySet<SymbolicTensor>): Operation[] => [
  ...op.inputs.filter((input) => !fed.has(input)).map((input) => input.op),
  ...op.controlInputs,
];

function isOrdered(order: readonly Operation[], fed: ReadonlySet<SymbolicTensor>): boolean {
  return order.every((op) => before(op, fed).every((input) => input.id < op.id));
}

// Imported graphs may list users first; back edges of loops are left as they are.
function sortByUse(order: readonly Operation[], fed: ReadonlySet<SymbolicTensor>): Operation[] {
  const seen = new Set<Operation>();
  const sorted: Operation[] = [];
  for (const root of order) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ op: root, next: before(root, fed) }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const input = top.next.pop();
      if (input === undefined) sorted.push(stack.pop()!.op);
      else if (!seen.has(input)) {
        seen.add(input);
        stack.push({ op: input, next: before(input, fed) });
      }
    }
  }
  return sorted;
}
