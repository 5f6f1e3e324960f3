// Makes the compact copy of the recordings that `npm test` reads, in test/conformance.
// usage: node --import tsx scripts/make-corpus.ts RECORDINGS   (a folder with ops/, graph/ and chapter/)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const target = fileURLToPath(new URL("../test/conformance/", import.meta.url));
const recordings = process.argv[2];

/** Families whose ops belong to later work, and the one of large tensors. */
const leftOut =
  /^(image_.*|fft|linalg|.*sparse|ragged|nn_conv|nn_pool|nn_quant|graph_dataset|extra_text|large)$/;

const longestLine = 16_384;

function copyOps(): number {
  mkdirSync(join(target, "corpus"), { recursive: true });
  let bytes = 0;
  for (const name of readdirSync(join(recordings, "ops")).filter((file) => file.endsWith(".jsonl.gz"))) {
    if (leftOut.test(basename(name, ".jsonl.gz"))) continue;
    const lines = gunzipSync(readFileSync(join(recordings, "ops", name)))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    const kept = lines.filter((line) => line.length <= longestLine);
    const packed = gzipSync(`${kept.join("\n")}\n`, { level: 9 });
    writeFileSync(join(target, "corpus", name), packed);
    bytes += packed.length;
  }
  return bytes;
}

function copyGraphs(): void {
  const files = ["programs_v1", "programs_graph", "errors_eager", "errors_graph", "errors_v1", "raw_ops"];
  mkdirSync(join(target, "graph"), { recursive: true });
  for (const file of files.map((name) => join("graph", `${name}.json.gz`)))
    writeFileSync(join(target, file), readFileSync(join(recordings, file)));
}

/** Chapters 13 and 14 up to the Estimators, and the random streams. */
const chapterCase = /^(ch13_|ch14_([012]\d|3[0-7]|5[0-6])_|rng_\d)/;

function copyChapter(): number {
  const folder = join(recordings, "chapter");
  const names = readdirSync(folder).filter((name) => chapterCase.test(name) && name.endsWith(".json"));
  const lines = names.map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  writeFileSync(join(target, "chapter.jsonl.gz"), gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
  return names.length;
}

const bytes = copyOps();
copyGraphs();
console.log(`corpus: ${bytes} bytes; chapter: ${copyChapter()} cases`);
