// Runs kernel IR in plain TypeScript; what it computes is what kernel IR means.
import type { NumericArray } from "../base/dtypes.ts";
import type { Kernel } from "../ir/kernel.ts";
import { vectorize } from "./interpret/nest.ts";
import { ScalarCompiler } from "./interpret/scalar.ts";
import type { View } from "./interpret/types.ts";

export interface InterpretOptions {
  /** "scalar" computes one iteration after the other: slow, and what the tests hold vector mode against. */
  readonly mode?: "vector" | "scalar";
}

/** Prepares a kernel to run on buffers in the order of `kernel.buffers`, outputs and temporaries zeroed. */
export function interpret(
  kernel: Kernel,
  { mode = "vector" }: InterpretOptions = {},
): (buffers: readonly NumericArray[]) => void {
  const views: View[] = kernel.buffers.map(() => ({ data: NOTHING }));
  const run = new ScalarCompiler(kernel, views, mode === "vector" ? vectorize : null).block(kernel.body);
  return (buffers) => {
    for (let i = 0; i < views.length; i++) views[i]!.data = buffers[i]!;
    run();
  };
}

const NOTHING = new Uint8Array(0);
