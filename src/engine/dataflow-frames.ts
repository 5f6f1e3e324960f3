// Frames of TensorFlow v1 control flow: what waits in an iteration, and when iterations and frames are over.
import type { EagerTensor } from "./eager-tensor.ts";
import type { PlannedNode } from "./dataflow-plan.ts";

/** A value on an edge; null is a dead one: the branch that was not taken. */
export type Token = EagerTensor | null;

/** What has arrived at a node in one iteration. */
export class Arrivals {
  readonly inputs: Token[];
  /** Data and control inputs still to come; of a merge, control inputs only. */
  pending: number;
  /** Dead data and control inputs; of a merge, dead data inputs only. */
  dead = 0;
  /** Which input came alive first, for merges; -1 before. */
  live = -1;
  isQueued = false;

  constructor(node: PlannedNode) {
    this.inputs = new Array<Token>(node.inputs).fill(null);
    this.pending = node.controls + (node.role === "merge" ? 0 : node.inputs);
  }
}

/**
 * A loop that runs: one iteration at a time, the next when nothing of this one is left, so that effects come
 * in order. The outermost frame has one iteration.
 */
export class Frame {
  readonly parent: Frame | null;
  readonly key: string;
  iteration = 0;
  arrivals = new Map<PlannedNode, Arrivals>();
  /** Nodes of this iteration that are ready and have not run. */
  ready = 0;
  /** Frames entered from this iteration, by the name of their Enter nodes. */
  readonly children = new Map<string, Frame>();
  /** Values that are to come through Enter nodes. */
  entering: number;
  /** Entered values that every iteration sees. */
  readonly constants: { readonly node: PlannedNode; readonly token: Token }[] = [];
  /** Values for the next iteration, with the nodes that pass them on. */
  next: { readonly node: PlannedNode; readonly token: Token }[] = [];
  /** Exits that were dead when their iteration ran; told to the parent when the frame ends. */
  deadExits = new Set<PlannedNode>();

  constructor(parent: Frame | null, key: string, entering: number) {
    this.parent = parent;
    this.key = key;
    this.entering = entering;
  }

  /** Nothing of this iteration is left to run. */
  get isIdle(): boolean {
    return this.ready === 0 && this.children.size === 0 && (this.iteration > 0 || this.entering === 0);
  }

  /** Begins the next iteration; gives the values that flow into it. */
  advance(): readonly { readonly node: PlannedNode; readonly token: Token }[] {
    const flowing = [...this.next, ...this.constants];
    this.iteration++;
    this.next = [];
    this.arrivals = new Map();
    this.deadExits = new Set();
    return flowing;
  }

  arrivalsOf(node: PlannedNode): Arrivals {
    let found = this.arrivals.get(node);
    if (found === undefined) this.arrivals.set(node, (found = new Arrivals(node)));
    return found;
  }
}
