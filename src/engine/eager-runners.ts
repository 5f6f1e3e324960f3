// Runners of eager ops, found by op, input dtypes and attrs without building text in the usual case.
import { type DTypeName, dtypeInfo } from "../base/dtypes.ts";
import { UnimplementedError } from "../base/errors.ts";
import type { Signature } from "../graph/signature.ts";
import { outputTypes } from "../graph/signature.ts";
import type { Attrs } from "../graph/types.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import { NodeRunner } from "./node-runner.ts";

const MOST_WITH_ATTRS = 4096;

export class EagerRunners {
  readonly #plain = new Map<string, Map<number, NodeRunner>>();
  readonly #attributed = new Map<string, NodeRunner>();

  /** For a call that gave no attrs: op and dtypes decide everything. */
  plain(name: string, inputs: readonly EagerTensor[]): NodeRunner | undefined {
    return this.#plain.get(name)?.get(dtypeKey(inputs));
  }

  /** Makes (or finds) the runner of a fully bound call. */
  bound(signature: Signature, inputs: readonly EagerTensor[], attrs: Attrs, isPlain: boolean): NodeRunner {
    if (isPlain) return this.#boundPlain(signature, inputs, attrs);
    const key = `${signature.name} ${JSON.stringify(attrs, replacer)} ${dtypeKey(inputs)}`;
    let runner = this.#attributed.get(key);
    if (runner === undefined) {
      if (this.#attributed.size >= MOST_WITH_ATTRS) this.#evictOldest();
      this.#attributed.set(key, (runner = makeRunner(signature, attrs)));
    }
    return runner;
  }

  #boundPlain(signature: Signature, inputs: readonly EagerTensor[], attrs: Attrs): NodeRunner {
    let byTypes = this.#plain.get(signature.name);
    if (byTypes === undefined) this.#plain.set(signature.name, (byTypes = new Map()));
    const key = dtypeKey(inputs);
    let runner = byTypes.get(key);
    if (runner === undefined) byTypes.set(key, (runner = makeRunner(signature, attrs)));
    return runner;
  }

  #evictOldest(): void {
    const [oldest] = this.#attributed.keys();
    this.#attributed.delete(oldest!);
  }

  /** Forgets all runners and with them the state of random ops. */
  clear(): void {
    this.#plain.clear();
    this.#attributed.clear();
  }
}

// Dtype numbers are below 64 and calls of list ops differ in length, so the key starts with the count.
function dtypeKey(inputs: readonly EagerTensor[]): number {
  let key = inputs.length;
  for (let i = 0; i < inputs.length; i++) key = key * 64 + dtypeInfo(inputs[i]!.dtype).proto;
  return key;
}

function makeRunner(signature: Signature, attrs: Attrs): NodeRunner {
  const { definition } = signature;
  if (definition === undefined)
    throw new UnimplementedError(
      `Running ${signature.name}: expected an op that this machine can compute, ` +
        "received one that only a TensorFlow server runs",
      { op: signature.name },
    );
  return new NodeRunner({
    op: definition,
    attrs,
    name: "",
    outputTypes: outputTypes(signature, attrs) as DTypeName[],
  });
}

function replacer(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" && !Number.isFinite(value)) return `${value}f`;
  if (ArrayBuffer.isView(value))
    return Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  return value;
}
