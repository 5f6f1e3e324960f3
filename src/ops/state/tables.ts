// Lookup tables.
import type { TensorData } from "../../base/dtypes.ts";
import { UnimplementedError } from "../../base/errors.ts";
import type { Dims, Shape } from "../../base/shape.ts";
import { type Host, host } from "../../graph/lowering.ts";
import { bool, float, int, missing, none, op, shape, string, type } from "../../graph/op.ts";
import type { Attrs, DTypeName, TensorValue } from "../../graph/types.ts";
import { LookupTable, type TableRule, tableOf } from "./table-object.ts";

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);

const handleOf = (table: LookupTable): TensorValue => ({
  dtype: "resource",
  shape: [],
  data: [table] as unknown as TensorData,
});

function ruleOf(attrs: Attrs, rule: Partial<TableRule>): TableRule {
  return {
    keyType: attrs["key_dtype"] as DTypeName,
    valueType: attrs["value_dtype"] as DTypeName,
    keyShape: [],
    valueShape: (attrs["value_shape"] ?? []) as Dims,
    isStatic: false,
    reserved: [],
    ...rule,
  };
}

function sharedTable(world: Host, node: string, attrs: Attrs, rule: Partial<TableRule> = {}): TensorValue[] {
  const name = (attrs["shared_name"] as string) || node;
  const make = (): LookupTable => new LookupTable(ruleOf(attrs, rule));
  return [handleOf(world.resource(attrs["container"] as string, name, "LookupTable", make))];
}

const shared = { container: string(""), shared_name: string(""), use_node_name_sharing: bool(false) };
const typed = { key_dtype: type(), value_dtype: type() };
const made = { inputs: [], outputs: ["table_handle: resource"], stateful: true, shape: () => [[]] } as const;

export const HashTableV2 = op("HashTableV2", {
  ...made,
  attrs: { ...shared, ...typed },
  lower: host((world, _, { name, attrs }) => sharedTable(world, name, attrs, { isStatic: true })),
  grad: none("it makes a table"),
});

export const MutableHashTableV2 = op("MutableHashTableV2", {
  ...made,
  attrs: { ...shared, ...typed },
  lower: host((world, _, { name, attrs }) => sharedTable(world, name, attrs)),
  grad: none("it makes a table"),
});

export const MutableHashTableOfTensorsV2 = op("MutableHashTableOfTensorsV2", {
  ...made,
  attrs: { ...shared, ...typed, value_shape: shape([]) },
  lower: host((world, _, { name, attrs }) => sharedTable(world, name, attrs)),
  grad: none("it makes a table"),
});

const reservedKeys = (empty: TensorValue, deleted: TensorValue): Partial<TableRule> => ({
  keyShape: empty.shape,
  reserved: [
    ["empty_key", empty],
    ["deleted_key", deleted],
  ],
});

const dense = { value_shape: shape([]), initial_num_buckets: int(131072), max_load_factor: float(0.8) };

export const MutableDenseHashTableV2 = op("MutableDenseHashTableV2", {
  ...made,
  inputs: ["empty_key: key_dtype", "deleted_key: key_dtype"],
  attrs: { ...shared, ...typed, ...dense },
  lower: host((world, [empty, deleted], { name, attrs }) =>
    sharedTable(world, name, attrs, reservedKeys(empty, deleted)),
  ),
  grad: none("it makes a table"),
});

export const AnonymousHashTable = op("AnonymousHashTable", {
  ...made,
  attrs: typed,
  lower: host((_, _x, { attrs }) => [handleOf(new LookupTable(ruleOf(attrs, { isStatic: true })))]),
  grad: noGradient("AnonymousHashTable"),
});

export const AnonymousMutableHashTable = op("AnonymousMutableHashTable", {
  ...made,
  attrs: typed,
  lower: host((_, _x, { attrs }) => [handleOf(new LookupTable(ruleOf(attrs, {})))]),
  grad: noGradient("AnonymousMutableHashTable"),
});

export const AnonymousMutableHashTableOfTensors = op("AnonymousMutableHashTableOfTensors", {
  ...made,
  attrs: { ...typed, value_shape: shape([]) },
  lower: host((_, _x, { attrs }) => [handleOf(new LookupTable(ruleOf(attrs, {})))]),
  grad: noGradient("AnonymousMutableHashTableOfTensors"),
});

export const AnonymousMutableDenseHashTable = op("AnonymousMutableDenseHashTable", {
  ...made,
  inputs: ["empty_key: key_dtype", "deleted_key: key_dtype"],
  attrs: { ...typed, ...dense },
  lower: host((_, [empty, deleted], { attrs }) => [
    handleOf(new LookupTable(ruleOf(attrs, reservedKeys(empty, deleted)))),
  ]),
  grad: noGradient("AnonymousMutableDenseHashTable"),
});

export const InitializeTableV2 = op("InitializeTableV2", {
  inputs: ["table_handle: resource", "keys: Tkey", "values: Tval"],
  outputs: [],
  attrs: { Tkey: type(), Tval: type() },
  stateful: true,
  shape: () => [],
  lower: host((_, [table, keys, values]) => {
    tableOf(table).fill(keys, values);
    return [];
  }),
  grad: none("it has no outputs"),
});

const pairs = { Tin: type(), Tout: type() };

export const LookupTableFindV2 = op("LookupTableFindV2", {
  inputs: ["table_handle: resource", "keys: Tin", "default_value: Tout"],
  outputs: ["values: Tout"],
  attrs: pairs,
  stateful: true,
  shape: ([, keys, fallback]): Shape[] => [fallback !== null && fallback.length === 0 ? keys : null],
  lower: host((_, [table, keys, fallback]) => [tableOf(table).find(keys, fallback)]),
  grad: none("tables have no gradient"),
});

export const LookupTableInsertV2 = op("LookupTableInsertV2", {
  inputs: ["table_handle: resource", "keys: Tin", "values: Tout"],
  outputs: [],
  attrs: pairs,
  stateful: true,
  shape: () => [],
  lower: host((_, [handle, keys, values]) => {
    const table = tableOf(handle);
    if (table.rule.isStatic)
      throw new UnimplementedError("Insert not supported by HashTable implementations");
    table.insert(keys, values);
    return [];
  }),
  grad: none("it has no outputs"),
});

export const LookupTableRemoveV2 = op("LookupTableRemoveV2", {
  inputs: ["table_handle: resource", "keys: Tin"],
  outputs: [],
  attrs: { Tin: type() },
  stateful: true,
  shape: () => [],
  lower: host((_, [handle, keys]) => {
    const table = tableOf(handle);
    if (table.rule.isStatic)
      throw new UnimplementedError("Remove not supported by HashTable implementations");
    table.remove(keys);
    return [];
  }),
  grad: noGradient("LookupTableRemoveV2"),
});

export const LookupTableSizeV2 = op("LookupTableSizeV2", {
  inputs: ["table_handle: resource"],
  outputs: ["size: int64"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: host((_, [table]) => [
    { dtype: "int64", shape: [], data: BigInt64Array.of(BigInt(tableOf(table).size)) },
  ]),
  grad: none("it counts"),
});

export const LookupTableImportV2 = op("LookupTableImportV2", {
  inputs: ["table_handle: resource", "keys: Tin", "values: Tout"],
  outputs: [],
  attrs: pairs,
  stateful: true,
  shape: () => [],
  lower: host((_, [table, keys, values]) => {
    tableOf(table).replace(keys, values);
    return [];
  }),
  grad: noGradient("LookupTableImportV2"),
});

export const LookupTableExportV2 = op("LookupTableExportV2", {
  inputs: ["table_handle: resource"],
  outputs: ["keys: Tkeys", "values: Tvalues"],
  attrs: { Tkeys: type(), Tvalues: type() },
  stateful: true,
  shape: () => [null, null],
  lower: host((_, [table]) => tableOf(table).contents()),
  grad: noGradient("LookupTableExportV2"),
});
