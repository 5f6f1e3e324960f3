// Fetches of any depth: what a run returns has the structure of what was asked for.
import { KeyError, ValueError } from "../base/errors.ts";
import { isTensorLike, type Slices } from "./graph-elements.ts";
import { type Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import { isIndexedSlices } from "../graph/types.ts";

/** Values of the fetched tensors, in order; operations have none. */
export type Build = (values: readonly unknown[]) => unknown;

export class FetchList {
  readonly tensors: SymbolicTensor[] = [];
  readonly targets: Operation[] = [];
  readonly #positions = new Map<SymbolicTensor, number>();
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Adds a fetch; the function it gives builds the fetch's result from the values of `tensors`. */
  add(fetch: unknown): Build {
    if (fetch === null || fetch === undefined)
      throw new TypeError(
        `Argument \`fetch\` = ${fetch} has invalid type: expected a tensor, ` +
          "operation, name or structure of them",
      );
    if (Array.isArray(fetch)) return this.#list(fetch);
    if (fetch instanceof Map) return this.#entries([...fetch], (entries) => new Map(entries));
    if (isIndexedSlices(fetch)) return this.#slices(fetch as Slices);
    if (isPlainObject(fetch)) return this.#entries(Object.entries(fetch), Object.fromEntries);
    return this.#element(fetch);
  }

  #list(items: readonly unknown[]): Build {
    const builds = items.map((item) => this.add(item));
    return (values) => builds.map((build) => build(values));
  }

  #entries(entries: [unknown, unknown][], make: (entries: [never, unknown][]) => unknown): Build {
    const builds = entries.map(([key, item]) => [key, this.add(item)] as const);
    return (values) => make(builds.map(([key, build]) => [key as never, build(values)]));
  }

  #slices({ values, indices, denseShape }: Slices): Build {
    return this.#entries(
      [
        ["values", values],
        ["indices", indices],
        ...(denseShape === null ? [] : [["denseShape", denseShape] as [string, unknown]]),
      ],
      (entries) => ({ denseShape: null, ...Object.fromEntries(entries) }),
    );
  }

  #element(fetch: unknown): Build {
    const element = this.#find(fetch);
    if (element instanceof Operation) {
      if (!this.targets.includes(element)) this.targets.push(element);
      return () => null;
    }
    const position = this.#positions.get(element) ?? this.#append(element);
    return (values) => values[position];
  }

  #find(fetch: unknown): SymbolicTensor | Operation {
    try {
      return this.#graph.asGraphElement(isTensorLike(fetch) ? fetch.asGraphElement() : fetch);
    } catch (error) {
      throw notFetched(fetch, error);
    }
  }

  #append(tensor: SymbolicTensor): number {
    if (!this.#graph.isFetchable(tensor))
      throw new ValueError(
        `Operation ${tensor.op.name} has been marked as not fetchable. Typically ` +
          "this happens when it is defined in " +
          "another function or code block. Use return values or variables of your program to access it.",
      );
    this.#positions.set(tensor, this.tensors.length);
    return this.tensors.push(tensor) - 1;
  }
}

function notFetched(fetch: unknown, error: unknown): unknown {
  const shown = fetch instanceof SymbolicTensor ? fetch.toString() : String(fetch);
  // Python shows the words of a KeyError in quotes.
  if (error instanceof KeyError)
    return new ValueError(
      `Argument \`fetch\` = ${shown} cannot be interpreted as a Tensor. ("${error.message}")`,
    );
  if (error instanceof ValueError)
    return new ValueError(
      `Argument \`fetch\` = ${shown} cannot be interpreted as a Tensor. (${error.message})`,
    );
  if (error instanceof TypeError)
    return new TypeError(
      `Argument \`fetch\` = ${shown} has invalid type "${typeof fetch}" must be a ` +
        `string or Tensor. (${error.message})`,
    );
  return error;
}

function isPlainObject(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;
}
