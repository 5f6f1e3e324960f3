// The family of strings.
import type { Op } from "../../graph/op.ts";
import { AsString } from "./as-string.ts";
import * as change from "./change.ts";
import { StringFormat } from "./format.ts";
import { ReduceJoin, StringJoin, UnsortedSegmentJoin } from "./join.ts";
import { StringLength, Substr } from "./measure.ts";
import { StringSplit, StringSplitV2 } from "./split.ts";
import { StringToNumber } from "./to-number.ts";

export const stringOps: readonly Op[] = [
  ...Object.values(change),
  ...[AsString, StringFormat, StringJoin, ReduceJoin, UnsortedSegmentJoin],
  ...[StringLength, Substr, StringSplit, StringSplitV2, StringToNumber],
];
