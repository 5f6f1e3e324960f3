// Writes OpDefs as text, one line an op; src/graph/opdefs.ts reads it and states the grammar.
import {
  bareValue,
  generatedHeader,
  type RecordedArg,
  type RecordedAttr,
  type RecordedOp,
} from "./recording.ts";

/** Numbers each distinct list of allowed values, so that a line names it by number. */
export class AllowedLists {
  readonly lists: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(allowed: readonly string[]): number {
    const text = JSON.stringify(allowed);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.lists.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

function argText(arg: RecordedArg): string {
  const type = arg.type_list_attr ?? arg.type_attr ?? arg.type;
  const number = arg.number_attr ? `${arg.number_attr}*` : "";
  return `${arg.name}:${number}${arg.is_ref ? `Ref(${type})` : type}`;
}

/** JSON without the characters that separate fields and items of a line. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(/[;|]/g, (separator) => `\\u00${separator.charCodeAt(0).toString(16)}`);

function attrText(attr: RecordedAttr, lists: AllowedLists): string {
  const allowed = attr.allowed ? `{${lists.numberOf(attr.allowed)}}` : "";
  const minimum = attr.minimum === undefined ? "" : `>=${attr.minimum}`;
  const initial = attr.default ? `=${jsonText(bareValue(attr.default))}` : "";
  return `${attr.name}:${attr.type}${allowed}${minimum}${initial}`;
}

function flagText(op: RecordedOp): string {
  return [
    op.is_stateful ? "S" : "",
    op.is_commutative ? "C" : "",
    op.is_aggregate ? "A" : "",
    op.allows_uninitialized_input ? "U" : "",
    op.is_distributed_communication ? "D" : "",
  ].join("");
}

export function opLine(op: RecordedOp, lists: AllowedLists): string {
  const fields = [
    op.name,
    op.inputs.map(argText).join(";"),
    op.outputs.map(argText).join(";"),
    op.attrs.map((attr) => attrText(attr, lists)).join(";"),
    flagText(op),
    op.deprecation ? `${op.deprecation.version} ${op.deprecation.explanation}` : "",
  ];
  return fields.join("|").replace(/\|+$/, "");
}

const templateText = (text: string): string => text.replace(/[\\`]|\$\{/g, "\\$&");

/** The source of src/graph/opdefs.gen.ts. */
export function opDefsSource(ops: RecordedOp[]): string {
  const lists = new AllowedLists();
  const lines = ops.map((op) => opLine(op, lists));
  return [
    `${generatedHeader}\n`,
    `export const allowedLists = \`${templateText(lists.lists.join("\n"))}\`;\n`,
    `export const opDefLines = \`${templateText(lines.join("\n"))}\`;\n`,
  ].join("\n");
}
