// tf.compat.v1.train.
export { AdadeltaOptimizer } from "./adadelta.ts";
export { AdagradOptimizer } from "./adagrad.ts";
export { AdamOptimizer } from "./adam.ts";
export { FtrlOptimizer } from "./ftrl.ts";
export { GradientDescentOptimizer } from "./gradient-descent.ts";
export { MomentumOptimizer } from "./momentum.ts";
export { Optimizer } from "./optimizer.ts";
export { ProximalAdagradOptimizer, ProximalGradientDescentOptimizer } from "./proximal.ts";
export { RMSPropOptimizer } from "./rms-prop.ts";
export { createGlobalStep, getGlobalStep, getOrCreateGlobalStep } from "../variables.ts";
export {
  cosineDecay,
  cosineDecayRestarts,
  exponentialDecay,
  inverseTimeDecay,
  linearCosineDecay,
  naturalExpDecay,
  piecewiseConstant,
  polynomialDecay,
} from "./learning-rate.ts";
export { ExponentialMovingAverage } from "./moving-average.ts";
