// The namespace `tf`: TensorFlow's names, put together.
import { installMethods } from "./tf/methods.ts";

export * as autodiff from "./tf/namespaces/autodiff.ts";
export * as bitwise from "./tf/namespaces/bitwise.ts";
export * as config from "./tf/namespaces/config.ts";
export * as debugging from "./tf/namespaces/debugging.ts";
export * as dtypes from "./tf/namespaces/dtypes.ts";
export * as errors from "./tf/namespaces/errors.ts";
export * as initializers from "./tf/namespaces/initializers.ts";
export * as graphUtil from "./tf/namespaces/graph-util.ts";
export * as io from "./tf/namespaces/io.ts";
export * as linalg from "./tf/namespaces/linalg.ts";
export * as math from "./tf/namespaces/math.ts";
export * as nn from "./tf/namespaces/nn.ts";
export * as random from "./tf/namespaces/random.ts";
export * as strings from "./tf/namespaces/strings.ts";
export * as compat from "./tf/compat.ts";
export * from "./tf/namespaces/common.ts";

installMethods();
