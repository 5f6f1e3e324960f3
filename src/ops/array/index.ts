// The array family: its definitions put together.
import type { Op } from "../../graph/op.ts";
import { Diag, DiagPart, MatrixBandPart } from "./band-part.ts";
import { Bincount, DenseBincount, HistogramFixedWidth } from "./bincount.ts";
import { Concat, ConcatOffset, ConcatV2, ParallelConcat } from "./concat.ts";
import { DynamicPartition, DynamicStitch, ParallelDynamicStitch } from "./dynamic.ts";
import { BroadcastArgs, BroadcastTo, Empty, Fill, OnesLike, ZerosLike } from "./fill.ts";
import { GatherNd } from "./gather-nd.ts";
import { Gather, GatherV2 } from "./gather.ts";
import { Cross, DataFormatDimMap, DataFormatVecPermute, UnravelIndex } from "./index-math.ts";
import { Copy, InplaceAdd, InplaceSub, InplaceUpdate } from "./inplace.ts";
import {
  MatrixDiag,
  MatrixDiagPart,
  MatrixDiagPartV2,
  MatrixDiagPartV3,
  MatrixDiagV2,
  MatrixDiagV3,
  MatrixSetDiag,
  MatrixSetDiagV2,
  MatrixSetDiagV3,
} from "./matrix-diag.ts";
import { MirrorPad, MirrorPadGrad } from "./mirror-pad.ts";
import { OneHot } from "./one-hot.ts";
import { Pack, Unpack } from "./pack.ts";
import { Pad, PadV2 } from "./pad.ts";
import {
  CheckNumerics,
  CheckNumericsV2,
  Const,
  DeepCopy,
  EnsureShape,
  GuaranteeConst,
  Identity,
  IdentityN,
  NoOp,
  Placeholder,
  PlaceholderV2,
  PlaceholderWithDefault,
  PreventGradient,
  Snapshot,
  StopGradient,
} from "./pass-through.ts";
import { LinSpace, Range } from "./range.ts";
import { ExpandDims, Reshape, Squeeze } from "./reshape.ts";
import { Reverse, ReverseSequence, ReverseV2 } from "./reverse.ts";
import { Roll } from "./roll.ts";
import {
  ScatterNd,
  ScatterNdNonAliasingAdd,
  TensorScatterAdd,
  TensorScatterMax,
  TensorScatterMin,
  TensorScatterSub,
  TensorScatterUpdate,
} from "./scatter-nd.ts";
import { Bucketize, LowerBound, UpperBound } from "./search-sorted.ts";
import { Rank, ShapeN, ShapeOp, Size } from "./shape-of.ts";
import { Slice } from "./slice.ts";
import { BatchToSpace, BatchToSpaceND, SpaceToBatch, SpaceToBatchND } from "./space-batch.ts";
import { DepthToSpace, SpaceToDepth } from "./space-depth.ts";
import { Split, SplitV } from "./split.ts";
import { StridedSlice, StridedSliceGrad, TensorStridedSliceUpdate } from "./strided-slice.ts";
import { Tile } from "./tile.ts";
import { InTopK, InTopKV2, NthElement, TopK, TopKV2 } from "./top-k.ts";
import { ConjugateTranspose, InvertPermutation, Transpose } from "./transpose.ts";
import { ToBool } from "./truth.ts";
import { ListDiff, Unique, UniqueV2, UniqueWithCounts, UniqueWithCountsV2 } from "./unique.ts";
import { Select, SelectV2, Where } from "./where.ts";

export const arrayOps: readonly Op[] = [
  MatrixBandPart,
  Diag,
  DiagPart,
  Bincount,
  DenseBincount,
  HistogramFixedWidth,
  ConcatV2,
  Concat,
  ConcatOffset,
  ParallelConcat,
  DynamicPartition,
  DynamicStitch,
  ParallelDynamicStitch,
  Fill,
  Empty,
  ZerosLike,
  OnesLike,
  BroadcastTo,
  BroadcastArgs,
  GatherNd,
  Gather,
  GatherV2,
  UnravelIndex,
  DataFormatDimMap,
  DataFormatVecPermute,
  Cross,
  InplaceUpdate,
  InplaceAdd,
  InplaceSub,
  Copy,
  MatrixDiag,
  MatrixDiagV2,
  MatrixDiagV3,
  MatrixDiagPart,
  MatrixDiagPartV2,
  MatrixDiagPartV3,
  MatrixSetDiag,
  MatrixSetDiagV2,
  MatrixSetDiagV3,
  MirrorPad,
  MirrorPadGrad,
  OneHot,
  Pack,
  Unpack,
  Pad,
  PadV2,
  Const,
  Placeholder,
  PlaceholderV2,
  PlaceholderWithDefault,
  Identity,
  IdentityN,
  Snapshot,
  StopGradient,
  PreventGradient,
  GuaranteeConst,
  DeepCopy,
  NoOp,
  EnsureShape,
  CheckNumerics,
  CheckNumericsV2,
  Range,
  LinSpace,
  Reshape,
  ExpandDims,
  Squeeze,
  ReverseV2,
  Reverse,
  ReverseSequence,
  Roll,
  ScatterNd,
  TensorScatterUpdate,
  TensorScatterAdd,
  TensorScatterSub,
  TensorScatterMin,
  TensorScatterMax,
  ScatterNdNonAliasingAdd,
  LowerBound,
  UpperBound,
  Bucketize,
  ShapeOp,
  ShapeN,
  Size,
  Rank,
  Slice,
  SpaceToBatchND,
  BatchToSpaceND,
  SpaceToBatch,
  BatchToSpace,
  SpaceToDepth,
  DepthToSpace,
  Split,
  SplitV,
  StridedSlice,
  StridedSliceGrad,
  TensorStridedSliceUpdate,
  Tile,
  TopK,
  TopKV2,
  NthElement,
  InTopK,
  InTopKV2,
  Transpose,
  ConjugateTranspose,
  InvertPermutation,
  ToBool,
  Unique,
  UniqueWithCounts,
  UniqueV2,
  UniqueWithCountsV2,
  ListDiff,
  Where,
  Select,
  SelectV2,
];
