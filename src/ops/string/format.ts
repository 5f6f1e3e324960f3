// Texts made of tensors.
import { invalidArgument } from "../../base/errors.ts";
import { fillTemplate, formatTensorBytes } from "../../base/format/print-tensor.ts";
import { host } from "../../graph/lowering.ts";
import { int, missing, op, string, types } from "../../graph/op.ts";
import { attrBytes, fromBinary, stringTensor, toBinary } from "./elements.ts";

export const StringFormat = op("StringFormat", {
  inputs: ["inputs: T"],
  outputs: ["output: string"],
  attrs: { T: types(), template: string("%s"), placeholder: string("%s"), summarize: int(3) },
  shape: () => [[]],
  lower: host((_, x, { attrs }) => {
    const most = Number(attrs["summarize"]);
    const texts = x.map(({ dtype, shape, data }) => toBinary(formatTensorBytes(dtype, shape, data, most)));
    const [template, placeholder] = [attrs["template"], attrs["placeholder"]].map((attr) =>
      toBinary(attrBytes(attr)),
    );
    const places = template.split(placeholder).length - 1;
    if (places !== texts.length)
      throw invalidArgument(
        `num placeholders in template and num inputs must match: ${places} vs. ${texts.length}`,
      );
    return [stringTensor([fromBinary(fillTemplate(template, placeholder, texts))], [])];
  }),
  grad: missing("TensorFlow registers no gradient for StringFormat"),
});
