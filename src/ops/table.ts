// All definitions, by name.
import { type OpTable, opTable as makeTable } from "../graph/op.ts";
import { nnOps } from "./nn/index.ts";
import { reduceOps } from "./reduce/index.ts";

export const opTable: OpTable = /* @__PURE__ */ makeTable([nnOps, reduceOps]);
