// Calls matched to signatures: which inputs, which attrs. Plain tensors without attrs take a short way.
import type { DTypeName } from "../base/dtypes.ts";
import { NotFoundError } from "../base/errors.ts";
import type { Mode } from "./attr-values.ts";
import { Binding, type Bound, type Convert } from "./bind-slow.ts";
import type { OpTable } from "./op.ts";
import {
  isListArg,
  type Signature,
  signatureFromDefinition,
  signatureFromOpDef,
  typeAttrOf,
} from "./op-signature.ts";
import { findOpDef } from "./opdefs.ts";
import { Tensor } from "./tensor-base.ts";
import type { Attrs } from "./types.ts";

export type { Bound, Convert } from "./bind-slow.ts";
export { outputTypes, type Signature } from "./op-signature.ts";

const byTable = new WeakMap<OpTable, Map<string, Signature>>();
let recentTable: OpTable | undefined;
let recent = new Map<string, Signature>();

/** The signature from a definition, else from TensorFlow's OpDef; undefined for an unknown name. */
export function findSignature(name: string, ops: OpTable): Signature | undefined {
  if (ops !== recentTable) {
    recentTable = ops;
    recent = byTable.get(ops) ?? new Map();
    byTable.set(ops, recent);
  }
  let signature = recent.get(name);
  if (signature === undefined) {
    signature = makeSignature(name, ops);
    if (signature !== undefined) recent.set(name, signature);
  }
  return signature;
}

function makeSignature(name: string, ops: OpTable): Signature | undefined {
  const definition = ops.get(name);
  if (definition !== undefined) return signatureFromDefinition(definition);
  const def = findOpDef(name);
  return def === undefined ? undefined : signatureFromOpDef(def);
}

/** As `findSignature`; raises NotFoundError for an unknown op. */
export function signatureOf(name: string, ops: OpTable): Signature {
  const signature = findSignature(name, ops);
  if (signature === undefined)
    throw new NotFoundError(
      `Op type not registered '${name}' in binary running on this machine. Make sure the Op and Kernel are ` +
        "registered in the binary running in this process.",
    );
  return signature;
}

/** What the short way needs: for each input the slot of its dtype attr, or its fixed dtype. */
interface Plan {
  readonly slots: readonly (number | DTypeName)[];
  readonly slotCount: number;
  /** Complete attrs by the dtypes in the slots. */
  readonly attrs: Map<string, Attrs>;
}

const plans = new WeakMap<Signature, Plan | null>();

function makePlan({ inputs }: Signature): Plan | null {
  if (inputs.some((arg) => isListArg(arg) || arg.isRef)) return null;
  const names: string[] = [];
  const slots = inputs.map((arg) => {
    if ("fixed" in arg.type) return arg.type.fixed;
    const name = typeAttrOf(arg)!;
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  });
  return { slots, slotCount: names.length, attrs: new Map() };
}

/** The dtypes that decide all attrs, as a key; undefined if the inputs do not fit. */
function typeKey({ slots, slotCount }: Plan, args: readonly unknown[]): string | undefined {
  const found: DTypeName[] = [];
  let key = "";
  for (let i = 0; i < slots.length; i++) {
    const arg = args[i];
    if (!(arg instanceof Tensor)) return undefined;
    const slot = slots[i];
    const { dtype } = arg;
    if (typeof slot === "string") {
      if (slot !== dtype) return undefined;
    } else if (slot < found.length) {
      if (found[slot] !== dtype) return undefined;
    } else {
      found.push(dtype);
      key = slotCount === 1 ? dtype : `${key} ${dtype}`;
    }
  }
  return key;
}

function isEmpty(attrs: Readonly<Record<string, unknown>>): boolean {
  for (const _ in attrs) return false;
  return true;
}

/**
 * Matches a call to a signature: spreads list arguments, converts literals, infers and completes attrs.
 * Calls with the same dtypes and no attrs share one attrs object.
 */
export function bind(
  signature: Signature,
  args: readonly unknown[],
  given: Readonly<Record<string, unknown>>,
  convert: Convert,
  mode: Mode = "graph",
): Bound {
  let plan = plans.get(signature);
  if (plan === undefined) plans.set(signature, (plan = makePlan(signature)));
  if (plan === null || args.length !== plan.slots.length || !isEmpty(given))
    return new Binding(signature, args, convert, mode).run(given);
  const key = typeKey(plan, args);
  if (key === undefined) return new Binding(signature, args, convert, mode).run(given);
  let attrs = plan.attrs.get(key);
  if (attrs === undefined) {
    attrs = Object.freeze(new Binding(signature, args, convert, mode).run(given).attrs);
    plan.attrs.set(key, attrs);
  }
  return { inputs: args as readonly Tensor[], attrs };
}
