// Compares byte strings by what they encode: PNG images, TensorProtos, other protobuf messages.
import { type DescMessage, equals, fromBinary } from "@bufbuild/protobuf";
import { ValueError } from "../../src/base/errors.ts";
import { tensorFromProto } from "../../src/graph/graphdef/tensor-proto.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import { ExampleSchema, SequenceExampleSchema } from "../../src/wire/proto/example_pb.gen.ts";
import { TensorProtoSchema } from "../../src/wire/proto/tensor_pb.gen.ts";
import { decodePng } from "./png.ts";

type Pairs = (difference: (got: Uint8Array, want: Uint8Array) => string | null) => string | null;

/** Calls a comparison for each pair of byte strings. */
const pairsOf =
  (got: TensorValue, want: TensorValue): Pairs =>
  (difference) => {
    const wanted = want.data as readonly Uint8Array[];
    for (const [i, bytes] of wanted.entries()) {
      const found = difference(got.data[i] as Uint8Array, bytes);
      if (found !== null) return `element ${i}: ${found}`;
    }
    return null;
  };

/** Two PNG files with the same pixels may differ in their bytes. */
export function pngDifference(got: TensorValue, want: TensorValue): string | null {
  return pairsOf(
    got,
    want,
  )((a, b) => {
    const [image, wanted] = [decodePng(a), decodePng(b)];
    if (image.header !== wanted.header) return `image is ${image.header}, expected ${wanted.header}`;
    const at = wanted.pixels.findIndex((value, i) => value !== image.pixels[i]);
    return at < 0 ? null : `byte ${at} of the pixels is ${image.pixels[at]}, expected ${wanted.pixels[at]}`;
  });
}

/** Two TensorProtos may hold the same tensor in different fields. */
export function tensorProtoDifference(
  got: TensorValue,
  want: TensorValue,
  difference: (got: TensorValue, want: TensorValue) => string | null,
): string | null {
  const parse = (bytes: Uint8Array): TensorValue => tensorFromProto(fromBinary(TensorProtoSchema, bytes));
  return pairsOf(got, want)((a, b) => difference(parse(a), parse(b)));
}

const schemas: readonly DescMessage[] = [ExampleSchema, SequenceExampleSchema];

/** Two messages may list the entries of a map in different orders. */
export function messageDifference(got: TensorValue, want: TensorValue, name: string): string | null {
  const schema = schemas.find(({ typeName }) => typeName === name);
  if (schema === undefined)
    throw new ValueError(`Comparing messages: expected a known type, received ${name}`);
  return pairsOf(
    got,
    want,
  )((a, b) => (equals(schema, fromBinary(schema, a), fromBinary(schema, b)) ? null : `a different ${name}`));
}
