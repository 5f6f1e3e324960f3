// What a lookup table's handle points to: values by keys.
import { allocate, dtypeInfo, type TensorData } from "../../base/dtypes.ts";
import { FailedPreconditionError, invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, sameDims, shapeText } from "../../base/shape.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";

export interface TableRule {
  readonly keyType: DTypeName;
  readonly valueType: DTypeName;
  /** The shape of one key and of one value. */
  readonly keyShape: Dims;
  readonly valueShape: Dims;
  /** Filled once, before it is asked. */
  readonly isStatic: boolean;
  /** Keys that may not be used: they mark empty and deleted places. */
  readonly reserved: readonly (readonly [name: string, key: TensorValue])[];
}

interface Entry {
  readonly key: ArrayLike<unknown>;
  readonly value: ArrayLike<unknown>;
}

/** Equal keys have equal texts. */
const keyText = (key: ArrayLike<unknown>): string => Array.from(key, String).join(";");

const entriesOf = (value: TensorValue, i: number, size: number): ArrayLike<unknown> =>
  value.data.slice(i * size, (i + 1) * size);

export class LookupTable {
  readonly rule: TableRule;
  readonly #entries = new Map<string, Entry>();
  #isFilled = false;

  constructor(rule: TableRule) {
    this.rule = rule;
  }

  get size(): number {
    this.#requireFilled();
    return this.#entries.size;
  }

  #requireFilled(): void {
    if (this.rule.isStatic && !this.#isFilled) throw new FailedPreconditionError("Table not initialized.");
  }

  /** Fills a static table: again only with what it holds already. */
  fill(keys: TensorValue, values: TensorValue): void {
    this.#checkTypes(keys, values);
    const isAgain = this.#isFilled;
    this.#eachPair(keys, values, (text, key, value) => {
      const known = this.#entries.get(text);
      if (known === undefined && isAgain) throw new FailedPreconditionError("Table already initialized.");
      if (known !== undefined && keyText(known.value) !== keyText(value))
        throw invalidArgument(
          `HashTable has different value for same key. Key ${text} has ${keyText(known.value)} ` +
            `and trying to add value ${keyText(value)}`,
        );
      if (known === undefined) this.#entries.set(text, { key, value });
    });
    this.#isFilled = true;
  }

  insert(keys: TensorValue, values: TensorValue): void {
    this.#checkTypes(keys, values);
    for (const [name, reserved] of this.rule.reserved) this.#refuse(keys, name, reserved);
    this.#eachPair(keys, values, (text, key, value) => this.#entries.set(text, { key, value }));
  }

  /** Takes the keys and values for all it holds. */
  replace(keys: TensorValue, values: TensorValue): void {
    if (this.rule.isStatic) {
      this.fill(keys, values);
      return;
    }
    this.#checkTypes(keys, values);
    this.#entries.clear();
    this.insert(keys, values);
  }

  remove(keys: TensorValue): void {
    for (const [name, reserved] of this.rule.reserved) this.#refuse(keys, name, reserved);
    for (const key of this.#keys(keys)) this.#entries.delete(keyText(key));
  }

  #refuse(keys: TensorValue, name: string, reserved: TensorValue): void {
    const text = keyText(reserved.data as ArrayLike<unknown>);
    if (this.#keys(keys).some((key) => keyText(key) === text))
      throw invalidArgument(`Using the ${name} as a table key is not allowed`);
  }

  find(keys: TensorValue, fallback: TensorValue): TensorValue {
    this.#requireFilled();
    const { valueType, valueShape, keyShape, reserved } = this.rule;
    for (const [name, each] of reserved) this.#refuse(keys, name, each);
    const size = elementCount(valueShape) * dtypeInfo(valueType).lanes;
    const found = this.#keys(keys).map((key, i) => {
      const known = this.#entries.get(keyText(key));
      if (known !== undefined) return known.value;
      return fallback.data.length > size ? entriesOf(fallback, i, size) : fallback.data;
    });
    const batch = keys.shape.slice(0, keys.shape.length - keyShape.length);
    return tensorOf(valueType, [...batch, ...valueShape], found as ArrayLike<unknown>[]);
  }

  /** All keys and values, in the order in which they came. */
  contents(): [TensorValue, TensorValue] {
    const { keyType, keyShape, valueType, valueShape } = this.rule;
    const entries = [...this.#entries.values()];
    return [
      tensorOf(
        keyType,
        [entries.length, ...keyShape],
        entries.map(({ key }) => key),
      ),
      tensorOf(
        valueType,
        [entries.length, ...valueShape],
        entries.map(({ value }) => value),
      ),
    ];
  }

  #keys(keys: TensorValue): ArrayLike<unknown>[] {
    const size = elementCount(this.rule.keyShape);
    return Array.from({ length: elementCount(keys.shape) / size }, (_, i) => entriesOf(keys, i, size));
  }

  #checkTypes(keys: TensorValue, values: TensorValue): void {
    const { keyType, valueType, valueShape } = this.rule;
    if (keys.dtype !== keyType || values.dtype !== valueType)
      throw invalidArgument(
        `Conflicting key/value dtypes ${keys.dtype}->${values.dtype} with ${keyType}->${valueType}`,
      );
    const rank = keys.shape.length - this.rule.keyShape.length;
    const wanted = [...keys.shape.slice(0, rank), ...valueShape];
    if (!sameDims(values.shape, wanted))
      throw invalidArgument(`Expected shape ${shapeText(wanted)} for value, got ${shapeText(values.shape)}`);
  }

  #eachPair(
    keys: TensorValue,
    values: TensorValue,
    visit: (text: string, key: ArrayLike<unknown>, value: ArrayLike<unknown>) => void,
  ): void {
    const size = elementCount(this.rule.valueShape) * dtypeInfo(values.dtype).lanes;
    this.#keys(keys).forEach((key, i) => {
      visit(keyText(key), key, entriesOf(values, i, size));
    });
  }
}

function tensorOf(dtype: DTypeName, shape: Dims, parts: readonly ArrayLike<unknown>[]): TensorValue {
  const items = parts.flatMap((part) => Array.from(part));
  if (dtypeInfo(dtype).array === null) return { dtype, shape, data: items as readonly Uint8Array[] };
  const data = allocate(dtype, elementCount(shape)) as { [index: number]: unknown };
  items.forEach((item, i) => {
    data[i] = item;
  });
  return { dtype, shape, data: data as unknown as TensorData };
}

/** The table that a handle points to. */
export function tableOf(handle: TensorValue): LookupTable {
  const held: unknown = handle.data[0];
  if (held instanceof LookupTable) return held;
  throw invalidArgument("A table op: expected the handle of a lookup table, received another resource");
}
