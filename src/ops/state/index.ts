// The family of what outlives a step: variables, tables, queues.
import type { Op } from "../../graph/op.ts";
import * as accumulators from "./accumulators.ts";
import * as assign from "./assign.ts";
import { CountUpTo, ResourceCountUpTo } from "./count.ts";
import { ResourceGather, ResourceGatherNd } from "./gather.ts";
import * as queues from "./queues.ts";
import * as scatter from "./scatter.ts";
import * as scatterNd from "./scatter-nd.ts";
import { ResourceStridedSliceAssign, StridedSliceAssign } from "./slice.ts";
import * as staging from "./staging.ts";
import * as tables from "./tables.ts";
import * as variables from "./variables.ts";

const isOp = (x: unknown): x is Op => typeof x === "object";
const files = [variables, assign, scatter, scatterNd, tables, queues, accumulators, staging];

export const stateOps: readonly Op[] = [
  ...files.flatMap((file) => Object.values(file).filter(isOp)),
  ...[ResourceGather, ResourceGatherNd, ResourceStridedSliceAssign, StridedSliceAssign],
  ...[CountUpTo, ResourceCountUpTo],
];
