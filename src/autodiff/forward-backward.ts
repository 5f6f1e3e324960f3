// A function made ready for gradients: the forward function gives, beside its results, what the way back
// needs.
import type { FuncGraph } from "../graph/func-graph.ts";
import { functionName } from "../graph/func-graph.ts";
import type { FunctionBody } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { type BackwardFunction, deriveBackward } from "./function-backward.ts";
import { FunctionView } from "./function-view.ts";
import { differentiator } from "./graph-gradients.ts";
import { isTrainable } from "./trainable.ts";

/**
 * Gradients of gradients need more and more of the forward function; this is deep enough for all met so far.
 */
const MOST_ROUNDS = 8;

export class ForwardBackward {
  readonly forward: FunctionBody;
  /** The forward function's name. */
  readonly name: string;
  readonly #t: GradientBuilder;
  readonly #title: string;
  readonly #derived = new Map<string, BackwardFunction>();

  /** `order` 2 prepares for gradients of gradients. */
  constructor(t: GradientBuilder, body: FuncGraph, title: string, order: 1 | 2) {
    this.#t = t;
    this.#title = title;
    this.name = functionName(title, "forward");
    this.forward = this.#prepare(body, order);
  }

  #prepare(body: FuncGraph, order: 1 | 2): FunctionBody {
    let forward: FunctionBody = body;
    for (let round = 0; round < (order === 1 ? 1 : MOST_ROUNDS); round++) {
      const wanted = trainableOutputs(forward);
      const derived = this.#derive(forward, wanted);
      if (derived.intermediates.length === 0) {
        this.#derived.set(wanted.join(), derived);
        break;
      }
      const outputs = [...forward.outputs, ...derived.intermediates];
      forward = new FunctionView(body, this.name, body.inputs, outputs);
      if (order === 1) this.#derived.set(wanted.join(), derived);
    }
    return forward;
  }

  #derive(forward: FunctionBody, wanted: readonly number[]): BackwardFunction {
    return deriveBackward(
      this.#t,
      forward,
      wanted,
      functionName(this.#title, "backward"),
      differentiator,
      null,
    );
  }

  /**
   * The gradient function for what arrived at the outputs numbered `wanted`. null: it would need more than
   * the forward
   * function gives; then the one for all trainable outputs serves, with zeros for the others.
   */
  backward(wanted: readonly number[]): BackwardFunction | null {
    const key = wanted.join();
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const derived = this.#derive(this.forward, wanted);
    if (derived.intermediates.length > 0) return null;
    this.#derived.set(key, derived);
    return derived;
  }
}

/** Outputs that gradients can arrive at. */
export const trainableOutputs = ({ outputs }: FunctionBody): number[] =>
  outputs.flatMap((output, i) => (isTrainable(output) ? [i] : []));
