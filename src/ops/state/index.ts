// The family of variables.
import type { Op } from "../../graph/op.ts";
import * as assign from "./assign.ts";
import { CountUpTo, ResourceCountUpTo } from "./count.ts";
import { ResourceGather, ResourceGatherNd } from "./gather.ts";
import * as scatter from "./scatter.ts";
import * as scatterNd from "./scatter-nd.ts";
import { ResourceStridedSliceAssign, StridedSliceAssign } from "./slice.ts";
import * as variables from "./variables.ts";

const isOp = (x: unknown): x is Op => typeof x === "object";

export const stateOps: readonly Op[] = [
  ...[variables, assign, scatter, scatterNd].flatMap((family) => Object.values(family).filter(isOp)),
  ...[
    ResourceGather,
    ResourceGatherNd,
    ResourceStridedSliceAssign,
    StridedSliceAssign,
    CountUpTo,
    ResourceCountUpTo,
  ],
];
