// The family of strings.
import type { Op } from "../../graph/op.ts";
import { AsString } from "./as-string.ts";
import * as change from "./change.ts";
import { StringFormat } from "./format.ts";
import * as hash from "./hash.ts";
import { ReduceJoin, StringJoin, UnsortedSegmentJoin } from "./join.ts";
import { StringLength, Substr } from "./measure.ts";
import { StringNGrams } from "./ngrams.ts";
import * as regex from "./regex.ts";
import { StringSplit, StringSplitV2 } from "./split.ts";
import { StringToNumber } from "./to-number.ts";
import * as unicode from "./unicode.ts";

export const stringOps: readonly Op[] = [
  ...[change, hash, regex, unicode].flatMap((family) => Object.values(family) as Op[]),
  ...[AsString, StringFormat, StringJoin, ReduceJoin, UnsortedSegmentJoin],
  ...[StringLength, Substr, StringSplit, StringSplitV2, StringToNumber, StringNGrams],
];
