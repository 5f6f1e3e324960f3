import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as tf from "../../src/index.ts";
const cases = JSON.parse(gunzipSync(readFileSync(new URL("../vectors/functions/recorded.json.gz", import.meta.url))).toString());
const operands = () => ({ x: tf.constant([[1, 2], [3, 4]], { name: "x" }), i: tf.constant([4, 1, 2, 1], { dtype: tf.int32, name: "i" }), b: tf.constant([true, false], { name: "b" }), c: tf.constant({ dtype: "complex64", shape: [2], data: Float32Array.of(1, 2, 0, -3) }, { name: "c" }) });
for (const { call: code, nodes } of cases) {
  const g = new tf.Graph(); let err = "";
  const count = g.asDefault(() => { const p = tf.compat.v1.placeholder(tf.float32, [null, 2], { name: "p" }); const s: any = { ...operands(), p }; const n = g.getOperations().length; try { new Function("tf", ...Object.keys(s), `return (${code});`)(tf, ...Object.values(s)); } catch (e) { err = String(e); } return n; });
  const got = g.getOperations().slice(count).map((o) => `${o.type} ${o.name} [${o.inputs.map((t) => t.name.replace(/:0$/, ""))}]`);
  const want = nodes.map((n: any) => `${n[0]} ${n[1]} [${n[2]}]`);
  if (got.join("\n") !== want.join("\n")) { console.log("###", code, err); for (let k = 0; k < Math.max(got.length, want.length); k++) if (got[k] !== want[k]) console.log(k, "\n   got ", got[k], "\n   want", want[k]); }
}
