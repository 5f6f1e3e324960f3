// The seed's programs print exactly what the chapter's programs print, on their own and in the tour.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function node(...args: string[]): { stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) expect.fail(stderr);
  return { stdout, stderr };
}

const programs: Readonly<Record<string, readonly string[]>> = {
  "01-graph.ts": ["Result: z =  1"],
  "02-eager.ts": ["Result: z =  1"],
  "03-placeholders.ts": ["Result: z = 1"],
  "04-functions.ts": ["Scalar Inputs: 1", "Rank 1 Inputs: [1]", "Rank 2 Inputs: [[1]]"],
};

function expectFigures(lines: readonly string[]): void {
  const [loss, accuracy, valAccuracy] = lines.map((line) => line.split("=") as [string, string]);
  expect([loss![0], accuracy![0], valAccuracy![0]]).toEqual(["loss", "accuracy", "val_accuracy"]);
  expect(Number(loss![1])).toBeLessThan(0.1);
  expect(Number(accuracy![1])).toBe(1);
  expect(Number(valAccuracy![1])).toBeGreaterThanOrEqual(0.9);
  expect(lines).toHaveLength(3);
}

describe("the seed's programs", () => {
  for (const [file, lines] of Object.entries(programs))
    it(file, () => {
      // tf.print writes to the standard error stream, as TensorFlow's does.
      const { stdout, stderr } = node(`examples/seed/${file}`);
      expect(stdout + stderr).toBe(`${lines.join("\n")}\n`);
    });

  it("05-xor.ts", () => expectFigures(node("examples/seed/05-xor.ts").stdout.trimEnd().split("\n")));
});

describe("the tour", () => {
  it("prints only the programs' outputs when it is plain", () => {
    const lines = node("scripts/start.ts", "--plain").stdout.trimEnd().split("\n");
    const expected = Object.values(programs).flat();
    expect(lines.slice(0, expected.length)).toEqual(expected);
    expectFigures(lines.slice(expected.length));
  });

  it("shows every program and the training, without colours where there is no terminal", () => {
    const text = node("scripts/start.ts", "--lang", "pt").stdout;
    expect(text).not.toContain("\x1b");
    expect(text).not.toContain("\r");
    for (const line of Object.values(programs).flat()) expect(text).toContain(line);
    expect(text).toContain("época 200/200");
    expectFigures(text.trimEnd().split("\n").slice(-3));
  });

  it("knows two languages", () => {
    expect(() => node("scripts/start.ts", "--lang", "xx")).toThrow("--lang: expected en or pt, received xx");
  });
});
