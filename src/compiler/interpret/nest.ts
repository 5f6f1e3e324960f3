// Nests of parallel loops: which of their iterations become the lanes of vector mode.
import type { Expr, For, Kernel, Loop, Statement } from "../../ir/kernel.ts";
import type { LaneLoops } from "./address.ts";
import { LaneCode } from "./lane-code.ts";
import { LaneStatements } from "./lane-statements.ts";
import { BLOCK } from "./registers.ts";
import type { ScalarCompiler } from "./scalar.ts";
import type { Evaluate, Run } from "./types.ts";
import { eachStatement } from "../../ir/walk.ts";
import { sourcesOf, Varying, variablesIn } from "./varying.ts";

interface Nest {
  readonly loops: readonly Loop[];
  readonly extents: readonly Expr[];
  readonly body: readonly Statement[];
}

/** Fewer iterations than this are not worth the setting up. */
const FEWEST_LANES = 3;
/** Inner loops are joined with outer ones until they have this many iterations. */
const ENOUGH_LANES = 64;
/** A parallel loop inside a body that is at least this long is the better one to run in lanes. */
const LONG_INSIDE = 32;

/** Runs a parallel loop in lanes; null where that cannot be done or does not pay. */
export function vectorize(statement: For, kernel: Kernel, scalar: ScalarCompiler): Run | null {
  const nest = nestOf(statement);
  if (hasLongParallel(nest.body) || sharesVariables(nest.body, scalar)) return null;
  const joined = joinedLoops(nest.extents);
  const at = nest.loops.length - joined;
  const counts = nest.extents
    .slice(at)
    .map((extent) => (extent.kind === "const" ? (extent.value as number) : -1));
  const total = counts.reduce((x, y) => x * y, 1);
  if (total >= 0 && total < FEWEST_LANES) return null;
  const lanes: LaneLoops = { loops: nest.loops.slice(at), extents: counts };
  const code = new LaneCode(kernel, scalar, lanes, new Varying(lanes.loops, nest.body));
  new LaneStatements(code).block(nest.body);
  const run = inBlocks(code, total >= 0 ? () => total : scalar.value(nest.extents[at]!));
  return outerLoops(nest, at, run, scalar);
}

/** Loops around each other with nothing between them. */
function nestOf(statement: For): Nest {
  const loops = [statement.loop];
  const extents = [statement.extent];
  let { body } = statement;
  for (;;) {
    const [only] = body;
    if (body.length !== 1 || only!.kind !== "for" || only!.loop.mode !== "parallel") break;
    const { loops: used, loads } = sourcesOf([only!.extent]);
    if (loads || loops.some((loop) => used.has(loop))) break;
    loops.push(only!.loop);
    extents.push(only!.extent);
    ({ body } = only!);
  }
  return { loops, extents, body };
}

function hasLongParallel(body: readonly Statement[]): boolean {
  let found = false;
  eachStatement(body, (inner) => {
    if (inner.kind === "contract") found = true;
    if (inner.kind !== "for" || inner.loop.mode !== "parallel") return;
    found ||= inner.extent.kind !== "const" || (inner.extent.value as number) >= LONG_INSIDE;
  });
  return found;
}

/** Variables set in the body must not occur outside it: each iteration has its own. */
function sharesVariables(body: readonly Statement[], scalar: ScalarCompiler): boolean {
  const inside = variablesIn(body);
  if (inside.set.size === 0) return false;
  const { uses } = scalar.occurrences();
  return [...inside.set].some((variable) => uses.get(variable) !== inside.uses.get(variable));
}

/** How many of the innermost loops become lanes. */
function joinedLoops(extents: readonly Expr[]): number {
  let total = 1;
  let joined = 0;
  for (let i = extents.length - 1; i >= 0; i--) {
    const extent = extents[i]!;
    if (extent.kind !== "const") break;
    total *= extent.value as number;
    joined++;
    if (total >= ENOUGH_LANES || total === 0) break;
  }
  return Math.max(joined, 1);
}

function inBlocks(code: LaneCode, count: Evaluate): Run {
  const run = code.finish();
  const { block } = code;
  return () => {
    const total = count();
    for (let start = 0; start < total; start += BLOCK) {
      block.start = start;
      block.n = Math.min(BLOCK, total - start);
      run();
    }
  };
}

function outerLoops({ loops, extents }: Nest, outer: number, run: Run, scalar: ScalarCompiler): Run {
  let result = run;
  for (let at = outer - 1; at >= 0; at--) {
    const count = scalar.value(extents[at]!);
    const { slots, slot } = scalar.slots.loop(loops[at]!);
    const body = result;
    result = () => {
      const n = count();
      for (let i = 0; i < n; i++) {
        slots[slot] = i;
        body();
      }
    };
  }
  return result;
}
