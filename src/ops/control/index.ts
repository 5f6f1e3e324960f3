// The family of control flow.
import type { Op } from "../../graph/op.ts";
import { Abort, Assert } from "./assert.ts";
import * as dataflow from "./dataflow.ts";
import * as functional from "./functional.ts";
import * as optional from "./optional.ts";
import { RefIdentity, RefSelect } from "./references.ts";

export const controlOps: readonly Op[] = [
  ...[dataflow, functional, optional].flatMap((family) => Object.values(family) as Op[]),
  ...[Assert, Abort, RefIdentity, RefSelect],
];
