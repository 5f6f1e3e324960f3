// tf.initializers: first values of variables.
export { Constant, Identity, Ones, Zeros } from "../initializers/constants.ts";
export {
  constant,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  identity,
  lecunNormal,
  lecunUniform,
  ones,
  orthogonal,
  randomNormal,
  randomUniform,
  truncatedNormal,
  varianceScaling,
  zeros,
} from "../initializers/functions.ts";
export { Initializer } from "../initializers/initializer.ts";
export { Orthogonal } from "../initializers/orthogonal.ts";
export { RandomNormal, RandomUniform, TruncatedNormal } from "../initializers/random.ts";
export {
  GlorotNormal,
  GlorotUniform,
  HeNormal,
  HeUniform,
  LecunNormal,
  LecunUniform,
  VarianceScaling,
} from "../initializers/variance-scaling.ts";
