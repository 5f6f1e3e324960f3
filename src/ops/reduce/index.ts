// The family of reductions, scans and segment reductions.
import type { Op } from "../../graph/op.ts";
import { ArgMax, ArgMin, Max, Min } from "./extrema.ts";
import { All, Any } from "./logical.ts";
import { Cumprod, Cumsum, CumulativeLogsumexp } from "./scan.ts";
import { SegmentMax, SegmentMean, SegmentMin, SegmentProd, SegmentSum } from "./segment.ts";
import { EuclideanNorm, Mean, Prod, Sum } from "./sums.ts";
import {
  UnsortedSegmentMax,
  UnsortedSegmentMin,
  UnsortedSegmentProd,
  UnsortedSegmentSum,
} from "./unsorted-segment.ts";

export const reduceOps: readonly Op[] = [
  ...[Sum, Mean, Prod, EuclideanNorm, Max, Min, ArgMax, ArgMin, All, Any],
  ...[Cumsum, Cumprod, CumulativeLogsumexp],
  ...[SegmentSum, SegmentMean, SegmentProd, SegmentMax, SegmentMin],
  ...[UnsortedSegmentSum, UnsortedSegmentProd, UnsortedSegmentMax, UnsortedSegmentMin],
];
