// Which tapes listen now, and who wants to know which variables are read.
import type { Value } from "../graph/types.ts";
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

let suspended: readonly Tape[] = [];

/** Tapes that record now, and those that will see what is traced now as one step. */
export const allTapes = (): readonly Tape[] => [...suspended, ...open];

/** Runs `body`, which is recorded as a whole: the open tapes do not see its parts. */
export function withoutOuterTapes<T>(body: () => T): T {
  const before = suspended;
  suspended = allTapes();
  try {
    return withTapes([], body);
  } finally {
    suspended = before;
  }
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

/** How often gradients of these may be asked for: not at all, once, or also gradients of gradients. */
export function gradientOrder(inputs: readonly Value[]): 0 | 1 | 2 {
  let order: 0 | 1 | 2 = 0;
  for (const tape of open) {
    if (!tape.watchesAny(inputs)) continue;
    if (tape.persistent || order === 1) return 2;
    order = 1;
  }
  return order;
}

/** Wants to know of every variable that is read, such as a function that is being traced. */
export type VariableListener = (variable: Watchable) => void;

let listeners: readonly VariableListener[] = [];

/** Tells `listener` of the variables that `body` reads. */
export function listenToVariables<T>(listener: VariableListener, body: () => T): T {
  const before = listeners;
  listeners = [...before, listener];
  try {
    return body();
  } finally {
    listeners = before;
  }
}

/** Says that a variable is read: trainable ones are watched by tapes without being asked for. */
export function variableAccessed(variable: Watchable): void {
  for (const listener of listeners) listener(variable);
  if (!variable.trainable) return;
  for (const tape of open) if (tape.watchesVariables) tape.watchVariable(variable);
}
