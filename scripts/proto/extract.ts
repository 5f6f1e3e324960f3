// Makes tensorflow.binpb: the descriptors of the messages we use, read out of a TensorFlow wheel.
// usage: node --import tsx scripts/proto/extract.ts tensorflow_cpu-2.21.0-….whl
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";

/** The files whose messages the library reads or writes; what they import comes along. */
const roots = [
  "tensorflow/core/framework/graph.proto",
  "tensorflow/core/framework/op_def.proto",
  "tensorflow/core/framework/variable.proto",
  "tensorflow/core/framework/summary.proto",
  "tensorflow/core/protobuf/meta_graph.proto",
  "tensorflow/core/protobuf/saved_model.proto",
  "tensorflow/core/protobuf/fingerprint.proto",
  "tensorflow/core/protobuf/config.proto",
  "tensorflow/core/protobuf/saver.proto",
  "tensorflow/core/protobuf/struct.proto",
  "tensorflow/core/protobuf/tensor_bundle.proto",
  "tensorflow/core/protobuf/trackable_object_graph.proto",
  "tensorflow/core/protobuf/control_flow.proto",
  "tensorflow/core/protobuf/queue_runner.proto",
  "tensorflow/core/util/event.proto",
  "tensorflow/core/example/example.proto",
];

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, position);
  return bytes;
}

/** Yields the text of every generated Python protobuf module in the zip file. */
function* protobufModules(path: string): Generator<string> {
  const file = openSync(path, "r");
  const tail = readAt(file, Math.max(0, fstatSync(file).size - 65_557), 65_557);
  const end = tail.lastIndexOf(Buffer.from(Uint32Array.of(END_OF_DIRECTORY).buffer));
  const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (name.endsWith("_pb2.py")) {
      const method = directory.readUInt16LE(at + 10);
      const offset = directory.readUInt32LE(at + 42);
      const header = readAt(file, offset, 30);
      const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      const data = readAt(file, start, directory.readUInt32LE(at + 20));
      yield (method === 0 ? data : inflateRawSync(data)).toString("utf8");
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (at + 4 > directory.length) break;
  }
  closeSync(file);
}

const escapes: Record<string, number> = {
  n: 10,
  r: 13,
  t: 9,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  "\\": 92,
  "'": 39,
  '"': 34,
};

/** The bytes that a Python bytes literal (without its quotes) stands for. */
function pythonBytes(literal: string): Uint8Array {
  const bytes: number[] = [];
  const token = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([^]))|([^])/g;
  for (const [, hex, octal, escape, plain] of literal.matchAll(token)) {
    if (hex) bytes.push(Number.parseInt(hex, 16));
    else if (octal) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(escape ? escapes[escape] : plain.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

function descriptorsOf(wheel: string): Map<string, FileDescriptorProto> {
  const files = new Map<string, FileDescriptorProto>();
  const call = /AddSerializedFile\(b(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\)/s;
  for (const source of protobufModules(wheel)) {
    const match = call.exec(source);
    if (!match) continue;
    const file = fromBinary(FileDescriptorProtoSchema, pythonBytes(match[1] ?? match[2]));
    files.set(file.name, file);
  }
  return files;
}

/** The roots and all that they import, each file after its imports. google/protobuf is in the runtime. */
function closure(files: Map<string, FileDescriptorProto>): FileDescriptorProto[] {
  const seen = new Set<string>();
  const ordered: FileDescriptorProto[] = [];
  const visit = (name: string): void => {
    if (seen.has(name) || name.startsWith("google/protobuf/")) return;
    seen.add(name);
    const file = files.get(name);
    if (!file) throw new RangeError(`The wheel holds no descriptor of ${name}.`);
    file.dependency.forEach(visit);
    ordered.push(file);
  };
  roots.forEach(visit);
  return ordered;
}

const [wheel] = process.argv.slice(2);
const file = closure(descriptorsOf(wheel));
const bytes = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }));
writeFileSync(new URL("./tensorflow.binpb", import.meta.url), bytes);
console.log(`tensorflow.binpb: ${file.length} files, ${bytes.length} bytes`);
