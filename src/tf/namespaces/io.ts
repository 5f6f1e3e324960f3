// tf.io
export { writeGraph } from "../io/write-graph.ts";
export { decodeBase64, encodeBase64 } from "../strings/base64.ts";
