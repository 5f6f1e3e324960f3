import { readFileSync, writeFileSync } from "node:fs";
import { examplesOf, runExample } from "./examples.ts";
const files = process.argv.slice(2);
let bad = 0, filled = 0;
for (const file of files) {
  let text = readFileSync(file, "utf8");
  for (const example of examplesOf(file, text)) {
    if (!/^\s*\/\/ \?$/m.test(example.code)) continue;
    let shown;
    try { shown = runExample(example); } catch (error) { bad++; console.log("FAIL", example.where, (error as Error).message.slice(0, 300)); continue; }
    let code = example.code;
    for (const { expected, actual } of shown) if (expected === "?") code = code.replace(/^\/\/ \?$/m, actual[0].split("\n").map((l) => `// ${l}`).join("\n"));
    const pack = (body: string) => body.split("\n").map((l) => ` * ${l}`.trimEnd()).join("\n");
    if (!text.includes(pack(example.code))) { console.log("NOT FOUND", example.where); continue; }
    text = text.replace(pack(example.code), () => pack(code)); filled++;
  }
  writeFileSync(file, text);
}
console.log("filled", filled, "failed", bad);
