// tf.Module: an object that holds variables and other modules in its fields.
import { Callable } from "../../base/callable.ts";
import { ValueError } from "../../base/errors.ts";
import { flatten } from "../../engine/nest.ts";
import type { Scope } from "../../graph/scoped.ts";
import { nameScope } from "../core/name-scope.ts";
import { GraphVariable } from "../v1/graph-variable.ts";
import { Variable } from "../variables/variable.ts";

type AnyVariable = Variable | GraphVariable;

const isVariable = (x: unknown): x is AnyVariable => x instanceof Variable || x instanceof GraphVariable;

/** "MyModule" is "my_module". */
export const snakeCase = (name: string): string =>
  name
    .replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, "_$1")
    .toLowerCase()
    .replaceAll("__", "_");

const VALID = /^[A-Za-z_]\w*$/;

/** Runs callbacks (or `using` blocks) in one name scope. */
export interface NamedScope {
  (): Scope<string>;
  <R>(body: (scope: string) => R): R;
  readonly scopeName: string;
}

/**
 * A base for what has variables. Variables and modules in fields, also in arrays and objects there, are
 * found in
 * the order of the fields' names; what sits in a `#private` field is found if the class says `this.track(x)`.
 * An instance can be called if its class has a method `call`.
 *
 * @example
 * class Dense extends tf.Module {
 *   constructor() {
 *     super({ name: "dense" });
 *     this.w = new tf.Variable([[1], [2]], { name: "w" });
 *   }
 *   call(x) {
 *     return tf.matmul(x, this.w);
 *   }
 * }
 * const dense = new Dense();
 * dense([[3, 4]]);
 * // tf.Tensor([[11.]], shape=(1, 1), dtype=float32)
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances are functions, which a class cannot say
export class Module extends Callable {
  /** Enters the module's name scope. */
  declare readonly nameScope: NamedScope;
  declare private readonly tracked: unknown[];

  /** @param options `name`; default the class's name in snake case. */
  constructor(options: { readonly name?: string | null } | string | null = {}) {
    super();
    const given = typeof options === "string" ? options : options?.name;
    const name = given ?? snakeCase(new.target.name);
    if (!VALID.test(name))
      throw new ValueError(
        `'${name}' is not a valid module name. Module names must be valid Python ` +
          "identifiers (e.g. a valid class name).",
      );
    this.name = name;
    const scopeName = nameScope(name, (scope) => scope);
    const enter = <R>(body?: (scope: string) => R): unknown =>
      body === undefined ? nameScope(scopeName) : nameScope(scopeName, body);
    hide(this, "nameScope", Object.assign(enter, { scopeName }));
    hide(this, "tracked", []);
  }

  /** What a call of the module does: subclasses define it. */
  // biome-ignore lint/suspicious/noExplicitAny: subclasses say what they take and give
  call(..._args: any[]): any {
    throw new TypeError(
      `Calling ${this.name}: expected a class with a method \`call\`, ` + `received ${this.constructor.name}`,
    );
  }

  protected override invoke(args: readonly unknown[]): unknown {
    return this.call(...args);
  }

  /** Makes a variable or module that stands in a private field known; gives it back. */
  track<T>(value: T): T {
    this.tracked.push(value);
    return value;
  }

  /** All variables of this module and of those in it. */
  get variables(): AnyVariable[] {
    return collect(this, isVariable);
  }

  get trainableVariables(): AnyVariable[] {
    return this.variables.filter(({ trainable }) => trainable);
  }

  get nonTrainableVariables(): AnyVariable[] {
    return this.variables.filter(({ trainable }) => !trainable);
  }

  /** All modules in this one, at any depth. */
  get submodules(): Module[] {
    return collect(this, (x): x is Module => x instanceof Module);
  }

  /** A method that runs in its module's name scope. */
  static withNameScope<A extends unknown[], R>(
    method: (this: Module, ...args: A) => R,
  ): (this: Module, ...args: A) => R {
    return function scoped(this: Module, ...args: A): R {
      return this.nameScope(() => method.apply(this, args));
    };
  }

  /** The fields in which variables and modules are looked for. */
  protected trackedFields(): readonly unknown[] {
    const fields = this as unknown as Record<string, unknown>;
    return [
      ...Object.keys(this)
        .sort()
        .map((name) => fields[name]),
      this.tracked,
    ];
  }

  /** @internal */
  static fieldsOf(module: Module): readonly unknown[] {
    return module.trackedFields();
  }

  override toString(): string {
    return `<${this.constructor.name} ${this.name}>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

export interface Module {
  // biome-ignore lint/suspicious/noExplicitAny: subclasses say what they take and give
  (...args: any[]): any;
  name: string;
}

function hide(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: false, configurable: true });
}

/** First what stands in the module's own fields, then what stands in the modules found there. */
function collect<T>(module: Module, wanted: (x: unknown) => x is T, seen = new Set<unknown>()): T[] {
  const found: T[] = [];
  const inner: Module[] = [];
  for (const field of Module.fieldsOf(module)) {
    for (const leaf of flatten(field)) {
      const isModule = leaf instanceof Module;
      if (seen.has(leaf) || !(isModule || wanted(leaf))) continue;
      seen.add(leaf);
      if (wanted(leaf)) found.push(leaf);
      if (isModule) inner.push(leaf);
    }
  }
  return [...found, ...inner.flatMap((each) => collect(each, wanted, seen))];
}
