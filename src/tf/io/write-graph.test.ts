// Written graphs are read back as they were, in text and binary.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as tf from "../../index.ts";
import { graphDefFromBytes, graphDefFromText } from "../../graph/graphdef/bytes.ts";

it("writes text and binary files, making folders", () => {
  const folder = mkdtempSync(join(tmpdir(), "graph-"));
  try {
    const g = new tf.Graph();
    g.asDefault(() => tf.add(tf.constant([1, 2], { name: "a" }), 3, { name: "sum" }));
    const text = tf.io.writeGraph(g, join(folder, "deep/er"), "graph.pbtxt");
    const binary = tf.io.writeGraph(g.asGraphDef(), folder, "graph.pb", false);
    expect(text).toBe(join(folder, "deep/er", "graph.pbtxt"));
    expect(graphDefFromText(readFileSync(text, "utf8"))).toEqual(g.asGraphDef());
    expect(graphDefFromBytes(new Uint8Array(readFileSync(binary)))).toEqual(g.asGraphDef());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
