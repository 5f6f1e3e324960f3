// tf.autodiff: forward mode.
export { GradientTape } from "../gradients/tape.ts";
