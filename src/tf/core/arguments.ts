// Python's arguments in JavaScript: positional ones stay, keywords are one trailing options object.

/** What may follow the required arguments: some of `P` in order, then options; or options alone. */
export type Trailing<P extends readonly unknown[], O> =
  | Partial<[...P, options: O]>
  | (P extends readonly [...infer Head, unknown] ? Trailing<Head, O> : never);

/** Options that every function that makes a node takes. */
export interface Named {
  /** The node's name in a graph; made unique there. */
  readonly name?: string | undefined;
}

/** True for an options object, as opposed to a tensor, a list or a literal. */
export function isOptions(x: unknown): x is Record<string, unknown> {
  if (typeof x !== "object" || x === null) return false;
  const prototype = Object.getPrototypeOf(x);
  return (prototype === Object.prototype || prototype === null) && !("data" in x && "dtype" in x);
}

/** Puts trailing arguments together: those given by position go under `names`, in order. */
export function trailing<O extends object>(
  names: readonly (keyof O & string)[],
  rest: readonly unknown[],
): O {
  const last = rest[rest.length - 1];
  const options = isOptions(last) ? last : undefined;
  const count = options === undefined ? rest.length : rest.length - 1;
  if (count > names.length)
    throw new TypeError(
      `Expected at most ${names.length} arguments after the required ones, received ${count}`,
    );
  const result: Record<string, unknown> = { ...options };
  for (let i = 0; i < count; i++) {
    if (rest[i] === undefined) continue;
    const name = names[i]!;
    if (result[name] !== undefined)
      throw new TypeError(`Argument ${name}: expected one value, received one by position and one by name`);
    result[name] = rest[i];
  }
  return result as O;
}
