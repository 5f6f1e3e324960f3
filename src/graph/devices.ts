// Device names, and the scopes that place nodes on devices.
import { ValueError } from "../base/errors.ts";

export interface DeviceSpec {
  readonly job?: string;
  readonly replica?: number;
  readonly task?: number;
  readonly type?: string;
  readonly index?: number;
}

function malformed(text: string, part: string): never {
  throw new ValueError(
    `Unknown attribute '${part}' is encountered while parsing the device spec: '${text}'.`,
  );
}

function parsePart(text: string, part: string): DeviceSpec {
  const [key, ...rest] = part.split(":");
  const [value, index] = rest;
  const number = (digits: string): number => (/^\d+$/.test(digits) ? Number(digits) : malformed(text, part));
  if (key === "job" && rest.length === 1) return { job: value };
  if (key === "replica" && rest.length === 1) return { replica: number(value) };
  if (key === "task" && rest.length === 1) return { task: number(value) };
  if (key === "device" && rest.length >= 1 && rest.length <= 2) return withIndex(value, index, number);
  if (/^[A-Za-z_]+$/.test(key) && rest.length <= 1) return withIndex(key, value, number);
  return malformed(text, part);
}

function withIndex(type: string, index: string | undefined, number: (text: string) => number): DeviceSpec {
  const upper = type.toUpperCase();
  if (index === undefined || index === "*") return type === "*" ? {} : { type: upper };
  return { type: upper, index: number(index) };
}

/** Reads "/job:worker/task:1/device:GPU:0", "/cpu:0", "GPU:1". */
export function parseDevice(text: string): DeviceSpec {
  const parts = text.split("/").filter((part) => part !== "");
  return Object.assign({}, ...parts.map((part) => parsePart(text, part)));
}

/** The canonical form: "/job:worker/task:1/device:GPU:0". */
export function deviceText({ job, replica, task, type, index }: DeviceSpec): string {
  return (
    (job === undefined ? "" : `/job:${job}`) +
    (replica === undefined ? "" : `/replica:${replica}`) +
    (task === undefined ? "" : `/task:${task}`) +
    (type === undefined ? "" : `/device:${type}:${index ?? "*"}`)
  );
}

export const canonicalDevice = (text: string): string => deviceText(parseDevice(text));

/** Fills what `own` leaves open from `outer`. */
export const mergeDevices = (outer: string, own: string): string =>
  deviceText({ ...parseDevice(outer), ...parseDevice(own) });

/** Picks the device of a node that is being made; the node's device so far is in `node.device`. */
export type DeviceFunction<N> = (node: N) => string | null | undefined;

export class DeviceScopes<N extends { device: string }> {
  #stack: readonly (string | DeviceFunction<N> | null)[] = [];

  /** Places nodes; null forgets all outer scopes. Returns what undoes it. */
  enter(device: string | DeviceFunction<N> | null): () => void {
    const before = this.#stack;
    // Told at once, not when a node is made
    if (typeof device === "string") parseDevice(device);
    this.#stack = [...before, device];
    return () => {
      this.#stack = before;
    };
  }

  copyFrom(other: DeviceScopes<N>): void {
    this.#stack = other.#stack;
  }

  /** Sets a node's device: inner scopes come first, outer ones fill what they leave open. */
  apply(node: N): void {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const device = this.#stack[i];
      if (device === null) return;
      if (typeof device === "string") node.device = mergeDevices(device, node.device);
      else node.device = canonicalDevice(device(node) ?? "");
    }
  }
}
