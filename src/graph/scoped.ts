// `with` blocks in JavaScript: a callback, or a value that `using` disposes of. Scopes are synchronous.

export interface Scope<T> extends Disposable {
  /** What the scope is about: the name of a name scope, the graph of a graph scope. */
  readonly value: T;
}

function isPromise(x: unknown): boolean {
  return typeof (x as { then?: unknown } | null | undefined)?.then === "function";
}

/** Runs `body` between what was entered and `exit`; a body that returns a promise is a TypeError. */
export function during<T, R>(value: T, exit: () => void, body: (value: T) => R): R {
  let result: R;
  try {
    result = body(value);
  } finally {
    exit();
  }
  if (isPromise(result))
    throw new TypeError(
      "Scopes are synchronous: expected a callback that returns when its work is done, received one that " +
        "returns a promise. Enter the scope again after each await.",
    );
  return result;
}

class OpenScope<T> implements Scope<T> {
  readonly value: T;
  #exit: (() => void) | null;

  constructor(value: T, exit: () => void) {
    this.value = value;
    this.#exit = exit;
  }

  [Symbol.dispose](): void {
    this.#exit?.();
    this.#exit = null;
  }
}

/** Both forms of a scope that was just entered: runs the callback, or hands out what `using` takes. */
export function scope<T, R>(value: T, exit: () => void, body: ((value: T) => R) | undefined): R | Scope<T> {
  return body === undefined ? new OpenScope(value, exit) : during(value, exit, body);
}
