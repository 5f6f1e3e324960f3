// tf.random.experimental: the older home of some of tf.random.
export { createRngState, Generator, getGlobalGenerator, setGlobalGenerator } from "../random/generator.ts";
export { Algorithm, statelessFoldIn, statelessShuffle, statelessSplit } from "../random/stateless.ts";
