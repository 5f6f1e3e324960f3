// Every ```ts block of the README runs, and what its `// result` comments say is what is printed or returned.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ts from "typescript";
import { redirectPrint } from "../../src/engine/outside.ts";
import * as tf from "../../src/index.ts";

const pages = ["README.md", "README.pt-BR.md"];
const blocksOf = (page: string): string[] =>
  [
    ...readFileSync(new URL(`../../${page}`, import.meta.url), "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm),
  ].map((match) => match[1]!);

interface Run {
  /** All that was printed, line by line. */
  readonly printed: string[];
  /** What the block's last names hold. */
  readonly names: Record<string, unknown>;
}

/** Runs a block; names of its top level can be asked for afterwards. */
function run(block: string): Run {
  const source = ts.createSourceFile("block.ts", block, ts.ScriptTarget.Latest, true);
  const names = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations.map(({ name }) => name.getText()))
    .filter((name) => /^\w+$/.test(name));
  const body = source.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .map((each) => each.getText());
  const wrapped = `(tf, console) => {\n${body.join("\n")}\nreturn { ${names.join(", ")} };\n}`;
  const { outputText } = ts.transpileModule(wrapped, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const printed: string[] = [];
  const restore = redirectPrint((text) => printed.push(...text.trimEnd().split("\n")));
  const log = (...items: unknown[]): void => void printed.push(items.map(String).join(" "));
  try {
    // biome-ignore lint/security/noGlobalEval: the block is a page of this repository
    const program = globalThis.eval(outputText) as (
      api: typeof tf,
      console: { log: typeof log },
    ) => Run["names"];
    return { printed, names: program(tf, { log }) };
  } finally {
    restore();
  }
}

/** "// Result: z = 1" at the end of lines. */
const promised = (block: string): string[] =>
  [...block.matchAll(/\S.*;\s*\/\/ (.*)$/gm)].map((match) => match[1]!.trim());

describe.each(pages)("%s", (page) => {
  const blocks = blocksOf(page);

  it("has blocks", () => expect(blocks.length).toBeGreaterThanOrEqual(2));

  it.each(blocks.map((block, i) => [i + 1, block] as const))("block %i does what it says", (_, block) => {
    const { printed } = run(block);
    expect(printed).toEqual(promised(block));
  });
});

describe("the training step of README.md", () => {
  it("learns", () => {
    const block = blocksOf("README.md").find((each) => each.includes("tf.GradientTape"))!;
    const { step, w } = run(block).names as {
      step: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor;
      w: tf.Variable;
    };
    const x = tf.constant([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    const y = tf.constant([[3], [-1], [2]]);
    const losses = Array.from({ length: 200 }, () => step(x, y).item() as number);
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 1000);
    const [[a], [b]] = w.array() as number[][];
    expect(a).toBeCloseTo(3, 1);
    expect(b).toBeCloseTo(-1, 1);
  });
});
