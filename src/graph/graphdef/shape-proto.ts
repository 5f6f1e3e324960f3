// TensorShapeProto and shapes. Names of dimensions are not kept: no TensorFlow program can see them.
import { create } from "@bufbuild/protobuf";
import type { Shape } from "../../base/shape.ts";
import { type TensorShapeProto, TensorShapeProtoSchema } from "../../wire/proto/tensor_shape_pb.gen.ts";

export function shapeFromProto(proto: TensorShapeProto | undefined): Shape {
  if (proto === undefined) return [];
  return proto.unknownRank ? null : proto.dim.map((dim) => Number(dim.size));
}

export function shapeToProto(shape: Shape): TensorShapeProto {
  if (shape === null) return create(TensorShapeProtoSchema, { unknownRank: true });
  return create(TensorShapeProtoSchema, { dim: shape.map((size) => ({ size: BigInt(size) })) });
}
