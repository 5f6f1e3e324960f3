// tf.random.experimental: the older home of some of tf.random.
export { Algorithm, statelessFoldIn, statelessShuffle, statelessSplit } from "../random/stateless.ts";
