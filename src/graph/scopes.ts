// What surrounds nodes while they are made: names, control dependencies, devices, colocation, collections.
import { RuntimeError, ValueError } from "../base/errors.ts";
import { Collections } from "./collections.ts";
import { ControlDependencies } from "./control-dependencies.ts";
import { type DeviceFunction, DeviceScopes } from "./devices.ts";
import { NameScopes } from "./names.ts";
import { type Scope, scope } from "./scoped.ts";
import type { AttrValue } from "./types.ts";
import type { NodeView, TensorView } from "./views.ts";

export interface ScopedNode extends NodeView {
  device: string;
  colocationGroups(): readonly string[];
}

/** The conditional or loop of TensorFlow v1 that nodes are being made in. */
export interface ControlFlowContext<N = ScopedNode, T = TensorView> {
  readonly name: string;
  readonly outerContext: ControlFlowContext<N, T> | null;
  /** For a branch of a conditional: the predicate, and the output of Switch that the branch takes. */
  readonly condition?: { readonly predicate: T; readonly branch: 0 | 1 };
  /** Called for every node made inside; may rewire its inputs and control inputs. */
  addOp(op: N): void;
  /** The tensor as it is seen inside. */
  addValue(tensor: T): T;
}

export abstract class GraphScopes<N extends ScopedNode, T extends TensorView> {
  readonly names = new NameScopes();
  readonly collections = new Collections();
  protected readonly dependencies = new ControlDependencies<N>();
  protected readonly devices = new DeviceScopes<N>();
  /** Attrs that nodes get unless they have them, by scopes. */
  protected attrScope: Readonly<Record<string, AttrValue>> = {};
  protected colocation: readonly N[] = [];
  /** Names of gradients that ops of a type take instead of their own, by op type. */
  protected gradientOverrides: Readonly<Record<string, string>> = {};
  #context: ControlFlowContext<N, T> | null = null;
  #container = "";
  #isFinalized = false;
  /** The graph-level random seed. */
  seed: number | null = null;

  protected abstract resolveOperation(x: unknown): N;

  // Names
  uniqueName(name: string, markAsUsed = true): string {
    return this.names.unique(name, markAsUsed);
  }

  /** The current name scope, without its final slash. */
  getNameScope(): string {
    return this.names.current;
  }

  /** Names made inside begin with the scope's, which is made unique; "a/" re-enters, null is the root. */
  nameScope(name: string | null): Scope<string>;
  nameScope<R>(name: string | null, body: (scope: string) => R): R;
  nameScope<R>(name: string | null, body?: (scope: string) => R): R | Scope<string> {
    const { names } = this;
    const before = names.current;
    return scope(names.open(name), () => (names.current = before), body);
  }

  // Control dependencies
  /** Nodes made inside wait for these; null forgets those of all outer scopes. */
  controlDependencies(inputs: readonly unknown[] | null): Scope<void>;
  controlDependencies<R>(inputs: readonly unknown[] | null, body: () => R): R;
  controlDependencies<R>(inputs: readonly unknown[] | null, body?: () => R): R | Scope<void> {
    const exit = this.dependencies.enter(
      inputs === null ? null : inputs.map((x) => this.resolveOperation(x)),
    );
    const context = this.#context;
    if (inputs === null) this.#context = null;
    const leave = (): void => {
      exit();
      if (inputs === null) this.#context = context;
    };
    return scope(undefined, leave, body);
  }

  // Devices
  device(device: string | DeviceFunction<N> | null): Scope<void>;
  device<R>(device: string | DeviceFunction<N> | null, body: () => R): R;
  device<R>(device: string | DeviceFunction<N> | null, body?: () => R): R | Scope<void> {
    return scope(undefined, this.devices.enter(device), body);
  }

  /** Places nodes as `outer` places its nodes now. */
  protected inheritDevices(outer: GraphScopes<N, T>): void {
    this.devices.copyFrom(outer.devices);
  }

  /** Nodes made inside run where `op` runs; `ignoreExisting` forgets outer scopes, null just does that. */
  colocateWith(op: unknown, ignoreExisting?: boolean): Scope<void>;
  colocateWith<R>(op: unknown, body: () => R): R;
  colocateWith<R>(op: unknown, ignoreExisting: boolean, body: () => R): R;
  colocateWith<R>(op: unknown, option: boolean | (() => R) = false, last?: () => R): R | Scope<void> {
    const body = typeof option === "function" ? option : last;
    const ignoreExisting = option === true;
    if (op === null && !ignoreExisting)
      throw new ValueError("Trying to reset colocation (op is None) but `ignore_existing` is not True");
    const before = this.colocation;
    const outer = ignoreExisting ? [] : before;
    this.colocation = op === null ? outer : [...outer, this.resolveOperation(op)];
    // Colocation is stronger than the device scopes around it.
    const exitDevice = this.devices.enter(null);
    const leave = (): void => {
      exitDevice();
      this.colocation = before;
    };
    return scope(undefined, leave, body);
  }

  /** Nodes made inside get these attrs, unless they have them. */
  attrs(attrs: Readonly<Record<string, AttrValue>>): Scope<void>;
  attrs<R>(attrs: Readonly<Record<string, AttrValue>>, body: () => R): R;
  attrs<R>(attrs: Readonly<Record<string, AttrValue>>, body?: () => R): R | Scope<void> {
    const before = this.attrScope;
    this.attrScope = { ...before, ...attrs };
    return scope(undefined, () => (this.attrScope = before), body);
  }

  /** Ops made inside take other gradients, by op type. */
  gradientOverrideMap(overrides: Readonly<Record<string, string>>): Scope<void>;
  gradientOverrideMap<R>(overrides: Readonly<Record<string, string>>, body: () => R): R;
  gradientOverrideMap<R>(overrides: Readonly<Record<string, string>>, body?: () => R): R | Scope<void> {
    const before = this.gradientOverrides;
    this.gradientOverrides = { ...before, ...overrides };
    return scope(undefined, () => (this.gradientOverrides = before), body);
  }

  /** Resources made inside live in this container. */
  container(name: string): Scope<string>;
  container<R>(name: string, body: (name: string) => R): R;
  container<R>(name: string, body?: (name: string) => R): R | Scope<string> {
    const before = this.#container;
    this.#container = name;
    return scope(name, () => (this.#container = before), body);
  }

  get currentContainer(): string {
    return this.#container;
  }

  // Conditionals and loops of TensorFlow v1
  get controlFlowContext(): ControlFlowContext<N, T> | null {
    return this.#context;
  }

  set controlFlowContext(context: ControlFlowContext<N, T> | null) {
    this.#context = context;
  }

  // Collections
  addToCollection(name: string, value: unknown): void {
    this.checkNotFinalized();
    this.collections.add(name, value);
  }

  addToCollections(names: string | readonly string[], value: unknown): void {
    for (const name of typeof names === "string" ? [names] : new Set(names))
      this.addToCollection(name, value);
  }

  getCollection(name: string, scopeName?: string): unknown[] {
    return this.collections.get(name, scopeName);
  }

  getCollectionRef(name: string): unknown[] {
    return this.collections.ref(name);
  }

  clearCollection(name: string): void {
    this.checkNotFinalized();
    this.collections.clear(name);
  }

  getAllCollectionKeys(): string[] {
    return this.collections.keys();
  }

  // Finalization
  get isFinalized(): boolean {
    return this.#isFinalized;
  }

  /** Nothing can be added afterwards. */
  finalize(): void {
    this.#isFinalized = true;
  }

  /** Undoes `finalize`: for sessions that must add nodes after all. */
  unsafeUnfinalize(): void {
    this.#isFinalized = false;
  }

  protected checkNotFinalized(): void {
    if (this.#isFinalized) throw new RuntimeError("Graph is finalized and cannot be modified.");
  }
}
