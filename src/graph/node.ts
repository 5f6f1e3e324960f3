// What nodes of a graph are, whatever graph: an op with attrs, inputs and control inputs that can be rewired.
import type { AttrType, TypedAttr } from "./attr-types.ts";
import { ValueError } from "../base/errors.ts";
import { graphChanged } from "./constant-value.ts";
import type { Edge } from "./edge.ts";
import { inferShapes } from "./infer.ts";
import type { Op } from "./op.ts";
import { flatArgs, type Signature } from "./op-signature.ts";
import { userLine } from "./source-line.ts";
import type { Attrs, AttrValue, FunctionRef, Value } from "./types.ts";
import type { NodeView } from "./views.ts";

export interface NodeParts<N> {
  readonly id: number;
  readonly name: string;
  readonly signature: Signature;
  readonly attrs: Attrs;
  readonly device?: string;
  readonly controlInputs?: readonly N[];
  /** Where the node was made, unless nobody will ask. */
  readonly stack?: Error | undefined;
}

/** A node with edges `T` between nodes `N`. */
export abstract class Node<N extends NodeView, T extends Edge<N>> implements NodeView {
  readonly id: number;
  readonly name: string;
  readonly signature: Signature;
  abstract readonly outputs: readonly T[];
  device: string;
  #inputs: T[] = [];
  #controlInputs: readonly N[];
  #attrs: Attrs;
  /** Types of attrs that the signature does not tell, and of attrs that name a function's attr. */
  #attrTypes: Map<string, TypedAttr["type"]> | null = null;
  readonly #stack: Error | undefined;

  constructor({ id, name, signature, attrs, device = "", controlInputs, stack }: NodeParts<N>) {
    this.id = id;
    this.name = name;
    this.signature = signature;
    this.device = device;
    this.#attrs = attrs;
    this.#controlInputs = controlInputs === undefined ? [] : [...new Set(controlInputs)];
    this.#stack = stack;
  }

  /** This node as what its edges hold. */
  protected abstract get self(): N;
  /** What a function of the library gives, as far as it is known. */
  protected abstract resultsOf(fn: FunctionRef): readonly Value[] | undefined;

  /** The op's name. */
  get type(): string {
    return this.signature.name;
  }
  get definition(): Op | undefined {
    return this.signature.definition;
  }
  get isStateful(): boolean {
    return this.signature.isStateful;
  }
  get inputs(): readonly T[] {
    return this.#inputs;
  }
  get controlInputs(): readonly N[] {
    return this.#controlInputs;
  }
  get attrs(): Attrs {
    return this.#attrs;
  }
  /** The user's line that made this node, "file:line:column". */
  get line(): string | undefined {
    return this.#stack === undefined ? undefined : userLine(this.#stack);
  }

  attrType(name: string): TypedAttr["type"] {
    return (
      this.#attrTypes?.get(name) ?? this.signature.attrs.get(name)?.type ?? guessedType(this.#attrs[name])
    );
  }

  getAttr(name: string): AttrValue {
    const value = this.#attrs[name];
    if (value === undefined) throw new ValueError(`Operation '${this.name}' has no attr named '${name}'.`);
    return value;
  }

  /** Changes or adds an attr; `type` is needed where the signature does not tell it. */
  setAttr(name: string, value: AttrValue, type?: TypedAttr["type"]): void {
    this.#attrs = { ...this.#attrs, [name]: value };
    if (type !== undefined && type !== this.signature.attrs.get(name)?.type)
      this.#attrTypes = new Map(this.#attrTypes).set(name, type);
  }

  removeAttr(name: string): void {
    const { [name]: _, ...rest } = this.#attrs;
    this.#attrs = rest;
  }

  /** The groups of nodes that must be on one device with this one. */
  colocationGroups(): readonly string[] {
    const groups = (this.#attrs._class ?? []) as readonly string[];
    const located = groups.filter((group) => group.startsWith("loc:@"));
    return located.length > 0 ? located : [`loc:@${this.name}`];
  }

  /** True if input `index` takes a reference to a variable, not its value. */
  wantsReference(index: number): boolean {
    const { inputs } = this.signature;
    return inputs.some((arg) => arg.isRef) && (flatArgs(inputs, this.#attrs)[index]?.isRef ?? false);
  }

  // Rewiring: for loops and conditionals of TensorFlow v1, imports and captures.
  addInput(tensor: T): void {
    this.#inputs.push(tensor);
    tensor.uses.push(this.self);
  }

  updateInput(index: number, tensor: T): void {
    const old = this.#inputs[index];
    const use = old?.uses.indexOf(this.self) ?? -1;
    if (use >= 0) old.uses.splice(use, 1);
    this.#inputs[index] = tensor;
    tensor.uses.push(this.self);
    graphChanged();
  }

  removeInputs(): void {
    for (const input of this.#inputs) input.uses.splice(input.uses.lastIndexOf(this.self), 1);
    this.#inputs = [];
  }

  addControlInputs(nodes: readonly N[]): void {
    this.#controlInputs = [...new Set([...this.#controlInputs, ...nodes])];
  }

  removeControlInputs(): void {
    this.#controlInputs = [];
  }

  /** Infers the outputs' shapes from the inputs. */
  inferShapes(): void {
    const { shapes, handles } = inferShapes(this, (fn) => this.resultsOf(fn));
    this.outputs.forEach((output, i) => {
      output.overrideShape(shapes[i] ?? null);
      output.handleType = handles.get(i);
    });
  }

  toString(): string {
    return `<tf.Operation '${this.name}' type=${this.type}>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Attrs that no signature declares begin with "_": flags, numbers, names. */
function guessedType(value: AttrValue | undefined): AttrType {
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint")
    return Number.isInteger(Number(value)) ? "int" : "float";
  if (Array.isArray(value))
    return value.length === 0 ? "list(string)" : `list(${guessedType(value[0]) as "int"})`;
  if (value === null) return "shape";
  if (typeof value !== "object" || value instanceof Uint8Array) return "string";
  return "dtype" in value ? "tensor" : "func";
}
