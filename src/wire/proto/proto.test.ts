// Checks the generated messages against bytes that TensorFlow's own protobuf runtime wrote.
import { create, fromBinary, toBinary, toJson } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { Int64ListSchema } from "./feature_pb.gen.ts";
import { GraphDefSchema } from "./graph_pb.gen.ts";
