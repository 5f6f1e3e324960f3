// Errors point at the user's code: where a node was made, where an eager op was called, where a session was
// misused.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { errorOf, expectError, thisLine } from "./support.ts";

const { v1 } = tf.compat;
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the user's line", () => {
  it("is where a node was made, whoever runs it", () => {
    const g = new tf.Graph();
    let line = "";
    const [x, y] = g.asDefault(() => {
      const x = v1.placeholder(tf.float32, [null]);
      line = thisLine();
      return [x, tf.reshape(x, [2, 3], { name: "rs" }).mul(2)];
    });
    using session = new v1.Session({ graph: g });
    const error = errorOf(() => session.run(y, { feedDict: [[x, [1, 2, 3]]] }));
    expectError(error, "InvalidArgumentError", ["[Op:Reshape]", "{{node rs}}"], next(line));
    expect(error.op).toBe("Reshape");
    expect(error.node).toBe("rs");
  });

  it("is found below many frames of the library", () => {
    const g = new tf.Graph();
    let line = "";
    const v = g.asDefault(() => {
      line = thisLine();
      return v1.getVariable("deep", { shape: [2] });
    });
    using session = new v1.Session({ graph: g });
    const error = errorOf(() => session.run(v));
    expectError(error, "FailedPreconditionError", "deep", next(line));
  });

  it("is where an eager op was called", () => {
    const [a, b] = [tf.ones([2, 3]), tf.ones([4])];
    const line = thisLine();
    const error = errorOf(() => tf.add(a, b));
    expectError(error, "InvalidArgumentError", "Incompatible shapes: [2,3] vs. [4] [Op:AddV2]", next(line));
  });

  it("is where a method or an expression was evaluated", () => {
    const [a, b] = [tf.ones([2, 3]), tf.ones([4])];
    const line = thisLine();
    const byMethod = errorOf(() => a.mul(b));
    const byTemplate = errorOf(() => tf.expr`${a} - ${b}`);
    expectError(byMethod, "InvalidArgumentError", "[Op:Mul]", next(line));
    expectError(byTemplate, "InvalidArgumentError", "[Op:Sub]", next(line, 2));
  });

  it("is where the node of a traced function was made", () => {
    let line = "";
    const f = tf.function((x: tf.Tensor) => {
      line = thisLine();
      return tf.gather(tf.constant([1, 2]), tf.cast(x, tf.int32));
    });
    const error = errorOf(() => f(tf.constant([5])));
    expectError(error, "InvalidArgumentError", "indices[0] = 5 is not in [0, 2)", next(line));
  });

  it("is where a function that could not be traced went wrong", () => {
    let line = "";
    const f = tf.function((x: tf.Tensor) => {
      line = thisLine();
      return tf.matmul(x, x);
    });
    const error = errorOf(() => f(tf.zeros([2, 5])));
    expectError(error, "ValueError", "Dimensions must be equal, but are 5 and 2", next(line));
  });

  it("stands in the stack, which is what is shown when nobody catches the error", () => {
    const error = errorOf(() => tf.add(tf.ones([2]), tf.ones([3])));
    expect(error.stack).toContain(error.message);
  });

  it("is not put on errors of the user's own callbacks", () => {
    const mine = new TypeError("mine");
    const f = tf.function(() => {
      throw mine;
    });
    expect(errorOf(() => f())).toBe(mine);
    expect(mine.message).toBe("mine");
  });

  it("is right under Node with tsx, in a file that is no test", () => {
    const folder = mkdtempSync(join(root, "test", "misuse", "tmp-"));
    try {
      const file = join(folder, "program one.ts");
      writeFileSync(
        file,
        'import * as tf from "teia";\nconst a = tf.ones([2]);\n\ntf.add(a, tf.ones([3]));\n',
      );
      const run = (): unknown =>
        execFileSync(process.execPath, ["--import", "tsx", file], {
          cwd: root,
          encoding: "utf8",
          stdio: "pipe",
        });
      const { stderr } = errorOf(run) as unknown as { stderr: string };
      expect(stderr).toContain("Incompatible shapes: [2] vs. [3] [Op:AddV2]");
      expect(stderr).toContain(`at ${file}:4:4`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function next(line: string, by = 1): string {
  const at = line.lastIndexOf(":");
  return `${line.slice(0, at)}:${Number(line.slice(at + 1)) + by}`;
}
