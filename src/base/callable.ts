// Objects that can be called: the constructor gives a function that has the class's prototype.

/** Subclasses say in `invoke` what a call does; fields, private ones too, live on the function itself. */
export abstract class Callable {
  constructor() {
    const self = function callable(this: unknown, ...args: unknown[]): unknown {
      return (self as unknown as Callable).invoke(args, this);
    };
    Object.defineProperty(self, "name", { value: "", writable: true, configurable: true });
    Object.setPrototypeOf(self, new.target.prototype as object);
    // biome-ignore lint/correctness/noConstructorReturn: this is what makes instances callable
    return self as unknown as this;
  }

  /** What a call does with its arguments; `receiver` is the object that the function was called on. */
  protected abstract invoke(args: readonly unknown[], receiver: unknown): unknown;
}
