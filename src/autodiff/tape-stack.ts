// Which tapes listen now. Rules and gradients run under the tapes that are still open.
import type { Recorded } from "./backward.ts";
import type { Tape, Watchable } from "./tape.ts";

let open: readonly Tape[] = [];

/** The tapes that record; empty while recording is stopped. */
export const openTapes = (): readonly Tape[] => open;

/** True if something listens: the cheap question asked for every op. */
export const isRecording = (): boolean => open.length > 0;

export function pushTape(tape: Tape): void {
  open = [...open, tape];
}

export function popTape(tape: Tape): void {
  open = open.filter((each) => each !== tape);
}

/** Runs `body` while none (or just `others`) of the tapes listen. */
export function withTapes<T>(others: readonly Tape[], body: () => T): T {
  const before = open;
  open = others;
  try {
    return body();
  } finally {
    open = before;
  }
}

export function record(entry: Recorded): void {
  for (const tape of open) tape.record(entry);
}

/** Tells the tapes that a variable was read: trainable ones are watched without being asked for. */
export function variableAccessed(variable: Watchable): void {
  if (!variable.trainable) return;
  for (const tape of open) if (tape.watchesVariables) tape.watchVariable(variable);
}
