// All definitions, by name.
import { type OpTable, opTable as makeTable } from "../graph/op.ts";
import { arrayOps } from "./array/index.ts";
import { controlOps } from "./control/index.ts";
import { ioOps } from "./io/index.ts";
import { linalgOps } from "./linalg/index.ts";
import { listOps } from "./list/index.ts";
import { mathOps } from "./math/index.ts";
import { nnOps } from "./nn/index.ts";
import { randomOps } from "./random/index.ts";
import { reduceOps } from "./reduce/index.ts";
import { stateOps } from "./state/index.ts";
import { stringOps } from "./string/index.ts";
import { trainOps } from "./train/index.ts";

export const opTable: OpTable = /* @__PURE__ */ makeTable([
  arrayOps,
  controlOps,
  ioOps,
  linalgOps,
  listOps,
  mathOps,
  nnOps,
  randomOps,
  reduceOps,
  stateOps,
  stringOps,
  trainOps,
]);
