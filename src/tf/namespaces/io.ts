// tf.io
export { writeGraph } from "../io/write-graph.ts";
