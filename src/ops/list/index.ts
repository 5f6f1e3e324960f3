// The family of lists, maps, arrays and stacks of tensors.
import type { Op } from "../../graph/op.ts";
import * as arrayBatches from "./array-batches.ts";
import * as concat from "./concat.ts";
import * as items from "./items.ts";
import * as map from "./map.ts";
import * as pushPop from "./push-pop.ts";
import * as stack from "./stack.ts";
import * as stacks from "./stacks.ts";
import * as tensorArray from "./tensor-array.ts";

export const listOps: readonly Op[] = [
  pushPop,
  items,
  stack,
  concat,
  map,
  tensorArray,
  arrayBatches,
  stacks,
].flatMap((family) => Object.values(family) as Op[]);
