// The text of a tensor in the messages of Assert and Print: its first elements, rows in brackets.
import { dtypeInfo } from "../../base/dtypes.ts";
import { cEscape } from "../../base/format/bytes-text.ts";
import { realElement } from "../../base/format/elements.ts";
import { strCatFloat32, strCatFloat64 } from "../../base/format/float-text.ts";
import { elementCount } from "../../base/shape.ts";
import type { TensorValue } from "../../graph/types.ts";

const utf8 = new TextDecoder();

function elementText({ dtype, data }: TensorValue, i: number): string {
  if (dtype === "string") {
    const escaped = cEscape(data[i] as Uint8Array);
    return utf8.decode(Uint8Array.from(escaped, (character) => character.charCodeAt(0)));
  }
  const { kind, lanes } = dtypeInfo(dtype);
  if (kind === "handle") return "?";
  const float = dtype === "float64" || dtype === "complex128" ? strCatFloat64 : strCatFloat32;
  if (lanes === 2) return `(${float(data[2 * i] as number)},${float(data[2 * i + 1] as number)})`;
  const value = realElement(dtype, data, i);
  return kind === "float" ? float(value as number) : String(value);
}

/** Writes rows until the limit is reached. */
class Writer {
  readonly #value: TensorValue;
  readonly #limit: number;
  #next = 0;
  text = "";

  constructor(value: TensorValue, limit: number) {
    this.#value = value;
    this.#limit = limit;
  }

  axis(axis: number): void {
    const { shape } = this.#value;
    if (axis === shape.length - 1) {
      this.#row(axis);
      return;
    }
    for (let i = 0; i < shape[axis] && this.#next < this.#limit; i++) {
      this.text += "[";
      this.axis(axis + 1);
      this.text += "]";
    }
  }

  #row(axis: number): void {
    for (let i = 0; i < this.#value.shape[axis]; i++) {
      if (this.#next >= this.#limit) {
        if (axis > 0) this.text += "...";
        return;
      }
      this.text += (i > 0 ? " " : "") + elementText(this.#value, this.#next++);
    }
  }
}

/** The first `most` elements; -1 for all. */
export function summary(value: TensorValue, most: number): string {
  const count = elementCount(value.shape);
  const limit = most < 0 ? count : Math.min(most, count);
  const rest = count > limit ? "..." : "";
  if (value.shape.length === 0) return (limit > 0 ? elementText(value, 0) : "") + rest;
  const writer = new Writer(value, limit);
  if (limit > 0 || value.shape.length === 1) writer.axis(0);
  return writer.text + rest;
}
