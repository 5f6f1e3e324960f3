// tf.compat: TensorFlow v1 under its own name.
export * as v1 from "./v1/namespace.ts";
