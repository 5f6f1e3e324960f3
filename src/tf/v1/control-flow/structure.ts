// Nested results of branches and loop bodies, as flat lists and back.

/** A tensor, an operation, a literal, or lists and plain objects of these. */
export type Structure = unknown;

const isPlain = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

export function flatten(structure: Structure): unknown[] {
  if (structure === null || structure === undefined) return [];
  if (Array.isArray(structure)) return structure.flatMap(flatten);
  if (isPlain(structure))
    return Object.keys(structure)
      .sort()
      .flatMap((key) => flatten(structure[key]));
  return [structure];
}

/** The same structure around other leaves. */
export function unflatten(structure: Structure, leaves: readonly unknown[]): Structure {
  let next = 0;
  const build = (at: Structure): Structure => {
    if (at === null || at === undefined) return null;
    if (Array.isArray(at)) return at.map(build);
    if (!isPlain(at)) return leaves[next++];
    const entries = Object.keys(at)
      .sort()
      .map((key): [string, Structure] => [key, build(at[key])]);
    return Object.fromEntries(entries);
  };
  return build(structure);
}
