// Warns of functions that are traced again and again: tracing is slow.
import { printText } from "./outside.ts";

/** How many calls are looked back on, how many traces among them are too many, and how often to say so. */
const LONGEST_HISTORY = 10;
const TOO_MANY = 5;
const MOST_WARNINGS = 2;

export class RetracingDetector {
  readonly #title: string;
  /** How many calls followed each trace, the trace included. */
  #history: number[] = [];
  #calls = 0;
  #warnings = 0;

  constructor(title: string) {
    this.#title = title;
  }

  calledWithoutTracing(): void {
    if (this.#history.length === 0) this.#history.push(0);
    this.#history[this.#history.length - 1]!++;
    this.#calls++;
  }

  calledWithTracing(): void {
    this.#calls++;
    this.#history.push(1);
    while (this.#history.length > 0 && this.#calls - this.#history[0]! > LONGEST_HISTORY)
      this.#calls -= this.#history.shift()!;
    if (this.#warnings >= MOST_WARNINGS || this.#history.length < TOO_MANY) return;
    this.#warnings++;
    printText(warning(this.#history.length, this.#calls, this.#title), "log(warning)");
  }
}

const warning = (traces: number, calls: number, title: string): string =>
  `${traces} out of the last ${calls} calls to ${title} triggered tf.function retracing. Tracing is ` +
  "expensive and the " +
  "excessive number of tracings could be due to (1) creating @tf.function repeatedly in a loop, (2) " +
  "passing tensors " +
  "with different shapes, (3) passing Python objects instead of tensors. For (1), please define your " +
  "@tf.function " +
  "outside of the loop. For (2), @tf.function has reduce_retracing=True option that can avoid unnecessary " +
  "retracing. " +
  "For (3), please refer to https://www.tensorflow.org/guide/function#controlling_retracing and " +
  "https://www.tensorflow.org/api_docs/python/tf/function for  more details.\n";
