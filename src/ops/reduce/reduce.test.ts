// Reductions, scans and segments agree with recordings of TensorFlow.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("recorded reductions", () => {
  checkRecorded("reduce", ["Sum", "Mean", "Prod", "Max", "Min", "EuclideanNorm", "All", "Any"]);
  checkRecorded("array_select_search", ["ArgMax", "ArgMin"]);
  checkRecorded("scan", ["Cumsum", "Cumprod", "CumulativeLogsumexp"]);
  checkRecorded("segment", [
    ...["SegmentSum", "SegmentMean", "SegmentProd", "SegmentMax", "SegmentMin"],
    ...["UnsortedSegmentSum", "UnsortedSegmentProd", "UnsortedSegmentMax", "UnsortedSegmentMin"],
  ]);
});
