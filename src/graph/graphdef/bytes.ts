// GraphDefs as bytes and as text, either way.
import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { fromText } from "@bufbuild/protobuf/txtpb";
import { invalidArgument } from "../../base/errors.ts";
import { type GraphDef, GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import { messageText } from "./text.ts";

/** Reads a binary GraphDef (`.pb`). */
export function graphDefFromBytes(bytes: Uint8Array): GraphDef {
  try {
    return fromBinary(GraphDefSchema, bytes);
  } catch (cause) {
    throw invalidArgument(
      `Reading a GraphDef: expected a serialized GraphDef, received ${bytes.length} bytes that are none`,
      { cause },
    );
  }
}

/** Reads a GraphDef written as text (`.pbtxt`). */
export function graphDefFromText(text: string): GraphDef {
  try {
    return fromText(GraphDefSchema, text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw invalidArgument(`Reading a GraphDef: expected protobuf text, received other text: ${reason}`, {
      cause,
    });
  }
}

export const graphDefToBytes = (graphDef: GraphDef): Uint8Array => toBinary(GraphDefSchema, graphDef);

export const graphDefToText = (graphDef: GraphDef): string => messageText(GraphDefSchema, graphDef);

/** What `write_graph` writes: text by default, else the binary form. */
export const graphFileContent = (graphDef: GraphDef, asText = true): Uint8Array =>
  asText ? new TextEncoder().encode(graphDefToText(graphDef)) : graphDefToBytes(graphDef);
