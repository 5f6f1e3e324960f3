// Messages as protobuf text (`.pbtxt`), character for character as TensorFlow's Python writes them.
import {
  type DescEnum,
  type DescField,
  type DescMessage,
  type Message,
  type MessageShape,
  ScalarType,
} from "@bufbuild/protobuf";
import { type ReflectMessage, reflect } from "@bufbuild/protobuf/reflect";
import { numpyFloat, pythonFloat } from "../../base/format/float-text.ts";

const utf8 = new TextEncoder();
const NAMED: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 39: "\\'", 92: "\\\\" };

/** Printable ASCII as it is, everything else as octal escapes. */
function quoted(bytes: Uint8Array): string {
  let text = '"';
  for (const byte of bytes) {
    const named = NAMED[byte];
    if (named !== undefined) text += named;
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte);
    else text += `\\${byte.toString(8).padStart(3, "0")}`;
  }
  return `${text}"`;
}

function floatText(value: number, text: (value: number) => string): string {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? text(value) : value > 0 ? "inf" : "-inf";
}

function scalarText(type: ScalarType, value: unknown): string {
  switch (type) {
    case ScalarType.STRING:
      return quoted(utf8.encode(value as string));
    case ScalarType.BYTES:
      return quoted(value as Uint8Array);
    case ScalarType.FLOAT:
      return floatText(value as number, (each) => numpyFloat(each, "float32"));
    case ScalarType.DOUBLE:
      return floatText(value as number, pythonFloat);
    default:
      return String(value);
  }
}

const enumText = (desc: DescEnum, value: number): string => desc.value[value]?.name ?? String(value);

class TextWriter {
  readonly #lines: string[] = [];
  #indent = "";

  get text(): string {
    return this.#lines.length === 0 ? "" : `${this.#lines.join("\n")}\n`;
  }

  message(message: ReflectMessage): void {
    for (const field of message.sortedFields) if (message.isSet(field)) this.#field(message, field);
  }

  #field(message: ReflectMessage, field: DescField): void {
    const { name, fieldKind } = field;
    if (fieldKind === "scalar") this.#line(name, scalarText(field.scalar, message.get(field)));
    else if (fieldKind === "enum") this.#line(name, enumText(field.enum, message.get(field)));
    else if (fieldKind === "message") this.#block(name, () => this.message(message.get(field)));
    else if (fieldKind === "map") this.#map(message, field);
    else for (const item of message.get(field)) this.#item(field, item);
  }

  #item(field: DescField & { fieldKind: "list" }, item: unknown): void {
    if (field.listKind === "message") this.#block(field.name, () => this.message(item as ReflectMessage));
    else if (field.listKind === "enum") this.#line(field.name, enumText(field.enum, item as number));
    else this.#line(field.name, scalarText(field.scalar, item));
  }

  #map(message: ReflectMessage, field: DescField & { fieldKind: "map" }): void {
    const entries = [...message.get(field)] as [string | number | boolean, unknown][];
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    for (const [key, value] of entries)
      this.#block(field.name, () => {
        // As any field, a key is left out where it has its default.
        if (key !== 0 && key !== "" && key !== false) this.#line("key", scalarText(field.mapKey, key));
        if (field.mapKind === "message") this.#block("value", () => this.message(value as ReflectMessage));
        else if (field.mapKind === "enum") this.#line("value", enumText(field.enum, value as number));
        else this.#line("value", scalarText(field.scalar, value));
      });
  }

  #line(name: string, value: string): void {
    this.#lines.push(`${this.#indent}${name}: ${value}`);
  }

  #block(name: string, body: () => void): void {
    const outer = this.#indent;
    this.#lines.push(`${outer}${name} {`);
    this.#indent = `${outer}  `;
    body();
    this.#indent = outer;
    this.#lines.push(`${outer}}`);
  }
}

/** A message as text. */
export function messageText<D extends DescMessage>(schema: D, message: MessageShape<D> & Message): string {
  const writer = new TextWriter();
  writer.message(reflect(schema, message));
  return writer.text;
}
