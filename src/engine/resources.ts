// Named objects that outlive a step: variables, tables, queues, by container and name.
import { InvalidArgumentError } from "../base/errors.ts";

export class ResourceManager {
  readonly #byKey = new Map<string, { readonly kind: string; readonly resource: object }>();

  /**
   * The resource of this container and name, made on first use; an empty name makes one that nobody else
   * finds.
   */
  get<T extends object>(container: string, name: string, kind: string, make: () => T): T {
    if (name === "") return make();
    const key = JSON.stringify([container, name]);
    const known = this.#byKey.get(key);
    if (known === undefined) {
      const resource = make();
      this.#byKey.set(key, { kind, resource });
      return resource;
    }
    if (known.kind !== kind)
      throw new InvalidArgumentError(
        `Trying to access resource ${name}: expected type ${kind}, received type ${known.kind}`,
      );
    return known.resource as T;
  }

  /** Forgets a resource; false if it was not here. */
  release(resource: object): boolean {
    for (const [key, known] of this.#byKey) {
      if (known.resource !== resource) continue;
      this.#byKey.delete(key);
      return true;
    }
    return false;
  }

  clear(): void {
    this.#byKey.clear();
  }
}
