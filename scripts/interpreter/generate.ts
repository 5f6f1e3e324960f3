// Writes the interpreter's generated files from the table of semantics.
// usage: node --import tsx scripts/interpreter/generate.ts
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contractOps } from "./contract-ops.ts";
import { scalarOps } from "./scalar-ops.ts";
import { vectorOps } from "./vector-ops.ts";

const helpers = [
  "bigToF32",
  "clzBig",
  "copysign",
  "f32Bits",
  "f32FromBits",
  "f32UnsignedBits",
  "f64Bits",
  "f64FromBits",
  "f64UnsignedBits",
  "fromBf16",
  "fromF16",
  "mulhi",
  "nearest",
  "popcount",
  "popcountBig",
  "toBf16",
  "toF16",
  "toI32",
  "toI64",
  "toU32",
  "toU64",
];

function text(duty: string, types: string, body: string): string {
  const used = helpers.filter((name) => new RegExp(`\\b${name}\\(`).test(body));
  const names = used.map((name) => `  ${name},\n`).join("");
  const head = [
    `// ${duty}`,
    "// Written by scripts/interpreter/generate.ts: do not edit.",
    ...(used.length === 0 ? [] : [`import {\n${names}} from "./numbers.ts";`]),
    `import type { ${types} } from "./types.ts";`,
    "",
  ];
  return `${head.join("\n")}\n${body}`;
}

/** The generated files of src/compiler/interpret by name. */
export function generated(): Readonly<Record<string, string>> {
  return {
    "scalar-ops.gen.ts": text(
      "Closures of the interpreter's scalar mode, one for each operation and type.",
      "Table, View",
      scalarOps(),
    ),
    "vector-ops.gen.ts": text(
      "Loops of the interpreter's vector mode, one for each operation and type.",
      "Block, Lanes, Run, Table",
      vectorOps(),
    ),
    "contract-ops.gen.ts": text(
      "Inner loops of contractions, one set for each type.",
      "ContractOps, Table",
      contractOps(),
    ),
  };
}

export const folder = new URL("../../src/compiler/interpret/", import.meta.url);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [file, body] of Object.entries(generated())) writeFileSync(new URL(file, folder), body);
