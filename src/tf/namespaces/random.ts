// tf.random: random tensors.
export * as experimental from "./random-experimental.ts";
export { categorical, gamma, normal, poisson, shuffle, truncatedNormal, uniform } from "../random/draws.ts";
export { createRngState, Generator, getGlobalGenerator, setGlobalGenerator } from "../random/generator.ts";
export { setSeed } from "../random/seeds.ts";
export {
  Algorithm,
  foldIn,
  split,
  statelessBinomial,
  statelessCategorical,
  statelessGamma,
  statelessNormal,
  statelessParameterizedTruncatedNormal,
  statelessPoisson,
  statelessTruncatedNormal,
  statelessUniform,
} from "../random/stateless.ts";
