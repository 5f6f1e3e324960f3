// tf.graphUtil
export { importGraphDef } from "../v1/import-graph-def.ts";
