// The interpreter's generated files are what the table of semantics gives today.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { folder, generated } from "../../scripts/interpreter/generate.ts";

for (const [file, text] of Object.entries(generated()))
  it(`${file} is up to date`, () => {
    expect(readFileSync(new URL(file, folder), "utf8") === text).toBe(true);
  });
