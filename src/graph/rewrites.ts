// Nodes that were changed after they were made: programs that hold them must be made anew.
let count = 0;

/** How often nodes were given more inputs or outputs, in all graphs. */
export const rewriteCount = (): number => count;

export function noteRewrite(): void {
  count++;
}
