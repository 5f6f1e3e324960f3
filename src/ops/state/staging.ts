// Staging areas: tuples of tensors that wait for a later step.
import { DeadlineExceededError } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import { type Host, host } from "../../graph/lowering.ts";
import { atLeast, missing, op, string, types, typesAtLeast } from "../../graph/op.ts";
import type { Attrs, TensorValue } from "../../graph/types.ts";

class StagingArea {
  readonly tuples: (readonly TensorValue[])[] = [];
}

function areaOf(world: Host, node: string, attrs: Attrs): StagingArea {
  const name = (attrs["shared_name"] as string) || node;
  return world.resource(attrs["container"] as string, name, "StagingArea", () => new StagingArea());
}

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);
const limits = { capacity: atLeast(0, 0), memory_limit: atLeast(0, 0) };
const named = { container: string(""), shared_name: string("") };
const unknown = (dtypes: readonly unknown[]): Shape[] => dtypes.map(() => null);

const lacking = (wanted: number, there: number): Error =>
  new DeadlineExceededError(
    `Waiting for a staged tuple: expected ${wanted}, received ${there}, and nothing else runs meanwhile`,
  );

export const Stage = op("Stage", {
  inputs: ["values: dtypes"],
  outputs: [],
  attrs: { ...limits, dtypes: typesAtLeast(1), ...named },
  stateful: true,
  shape: () => [],
  lower: host((world, values, { name, attrs }) => {
    const { tuples } = areaOf(world, name, attrs);
    const most = Number(attrs["capacity"]);
    if (most > 0 && tuples.length >= most) throw lacking(most - 1, tuples.length);
    tuples.push(values);
    return [];
  }),
  grad: noGradient("Stage"),
});

export const Unstage = op("Unstage", {
  inputs: [],
  outputs: ["values: dtypes"],
  attrs: { ...limits, dtypes: typesAtLeast(1), ...named },
  stateful: true,
  shape: (_, { attrs }) => unknown(attrs.dtypes),
  lower: host((world, _, { name, attrs }) => {
    const tuple = areaOf(world, name, attrs).tuples.shift();
    if (tuple === undefined) throw lacking(1, 0);
    return tuple;
  }),
  grad: noGradient("Unstage"),
});

export const StagePeek = op("StagePeek", {
  inputs: ["index: int32"],
  outputs: ["values: dtypes"],
  attrs: { ...limits, dtypes: typesAtLeast(1), ...named },
  stateful: true,
  shape: (_, { attrs }) => unknown(attrs.dtypes),
  lower: host((world, [index], { name, attrs }) => {
    const { tuples } = areaOf(world, name, attrs);
    const tuple = tuples[Number(index.data[0])];
    if (tuple === undefined) throw lacking(Number(index.data[0]) + 1, tuples.length);
    return tuple;
  }),
  grad: noGradient("StagePeek"),
});

export const StageSize = op("StageSize", {
  inputs: [],
  outputs: ["size: int32"],
  attrs: { ...limits, dtypes: types(), ...named },
  stateful: true,
  shape: () => [[]],
  lower: host((world, _, { name, attrs }) => [
    { dtype: "int32", shape: [], data: Int32Array.of(areaOf(world, name, attrs).tuples.length) },
  ]),
  grad: noGradient("StageSize"),
});

export const StageClear = op("StageClear", {
  inputs: [],
  outputs: [],
  attrs: { ...limits, dtypes: types(), ...named },
  stateful: true,
  shape: () => [],
  lower: host((world, _, { name, attrs }) => {
    areaOf(world, name, attrs).tuples.length = 0;
    return [];
  }),
  grad: noGradient("StageClear"),
});
