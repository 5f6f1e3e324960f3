// Shape rules on partly known shapes, and the words with which graphs and kernels refuse.
import { describe, expect, it } from "vitest";
import type { Shape } from "../../base/shape.ts";
import { integerTensor } from "../support/values.ts";
import type { Op, ShapeNode } from "../../graph/op.ts";
import { ConcatV2 } from "./concat.ts";
import { BroadcastTo, Fill } from "./fill.ts";
import { GatherV2 } from "./gather.ts";
import { GatherNd } from "./gather-nd.ts";
import { MatrixDiagPartV3, MatrixDiagV3 } from "./matrix-diag.ts";
import { OneHot } from "./one-hot.ts";
import { Pack, Unpack } from "./pack.ts";
import { Pad } from "./pad.ts";
import { Range } from "./range.ts";
import { ExpandDims, Reshape, Squeeze } from "./reshape.ts";
import { Slice } from "./slice.ts";
import { SpaceToBatchND } from "./space-batch.ts";
import { Split, SplitV } from "./split.ts";
import { StridedSlice } from "./strided-slice.ts";
import { Tile } from "./tile.ts";
import { TopKV2 } from "./top-k.ts";
import { Transpose } from "./transpose.ts";
import { Select, SelectV2, Where } from "./where.ts";

interface Known {
  readonly values?: Readonly<Record<number, number | readonly number[]>>;
  readonly shapes?: Readonly<Record<number, Shape>>;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly running?: boolean;
}

/** The shapes that a rule gives for these input shapes and what is known of the values. */
function infer(op: Op, shapes: readonly Shape[], known: Known = {}): readonly Shape[] {
  const constant = (input: number) => {
    const value = known.values?.[input];
    if (value === undefined) return undefined;
    return Array.isArray(value)
      ? integerTensor(value, "int32")
      : integerTensor([value as number], "int32", []);
  };
  const defaults = Object.fromEntries(
    Object.entries(op.attrs).map(([name, attr]) => [name, (attr as { fallback: unknown }).fallback]),
  );
  const node = {
    op: op.name,
    name: "",
    attrs: { ...defaults, ...known.attrs },
    dtypes: shapes.map(() => "float32"),
    running: known.running,
    constant,
    constantShape: (input: number) => {
      const value = known.values?.[input];
      const shape = value === undefined ? undefined : ([value].flat() as number[]);
      return known.shapes?.[input] ?? shape?.map((size) => Math.max(size, -1)) ?? null;
    },
  } as unknown as ShapeNode;
  return op.shape([...shapes], node);
}

describe("shapes of graphs that are partly known", () => {
  it.each<[string, Op, Shape[], Known, readonly Shape[]]>([
    ["Reshape keeps what the target says", Reshape, [null, [2]], { values: { 1: [3, 4] } }, [[3, 4]]],
    ["Reshape fills in -1", Reshape, [[2, 6], [2]], { values: { 1: [-1, 4] } }, [[3, 4]]],
    ["Reshape leaves -1 of an unknown input", Reshape, [[-1, 6], [2]], { values: { 1: [-1, 4] } }, [[-1, 4]]],
    ["Reshape knows the rank from the target's length", Reshape, [[2, 3], [3]], {}, [[-1, -1, -1]]],
    ["Reshape of a partly known target", Reshape, [[2, 6], [2]], { shapes: { 1: [-1, 3] } }, [[4, 3]]],
    ["ExpandDims of an unknown axis", ExpandDims, [[2, 3], []], {}, [[-1, -1, -1]]],
    ["ExpandDims from the back", ExpandDims, [[2, -1], []], { values: { 1: -1 } }, [[2, -1, 1]]],
    ["Squeeze of all needs all sizes", Squeeze, [[1, -1]], {}, [null]],
    ["Squeeze of one axis", Squeeze, [[1, -1, 1]], { attrs: { squeeze_dims: [-1] } }, [[1, -1]]],
    ["Transpose of unknown order", Transpose, [[2, 3], [2]], {}, [[-1, -1]]],
    ["Transpose", Transpose, [[2, -1, 4], [3]], { values: { 1: [2, 0, 1] } }, [[4, 2, -1]]],
    ["Fill of a partly known shape", Fill, [[2], []], { shapes: { 0: [-1, 3] } }, [[-1, 3]]],
    ["BroadcastTo of an unknown input", BroadcastTo, [null, [2]], { values: { 1: [2, 3] } }, [[2, 3]]],
    ["Range of unknown ends", Range, [[], [], []], {}, [[-1]]],
    ["Range", Range, [[], [], []], { values: { 0: 1, 1: 8, 2: 3 } }, [[3]]],
    ["ConcatV2 of unknown sizes", ConcatV2, [[2, 3], [-1, 3], []], { values: { 2: 0 } }, [[-1, 3]]],
    ["ConcatV2 learns from either side", ConcatV2, [[2, -1], [3, 5], []], { values: { 2: 0 } }, [[5, 5]]],
    ["ConcatV2 of an unknown axis", ConcatV2, [[2, 3], null, []], {}, [[-1, -1]]],
    [
      "Pack merges",
      Pack,
      [
        [2, -1],
        [-1, 3],
      ],
      { attrs: { axis: 1 } },
      [[2, 2, 3]],
    ],
    ["Unpack", Unpack, [[-1, 4]], { attrs: { num: 2 } }, [[4], [4]]],
    [
      "Split of an unknown size",
      Split,
      [[], [-1, 4]],
      { values: { 0: 0 }, attrs: { num_split: 2 } },
      [
        [-1, 4],
        [-1, 4],
      ],
    ],
    [
      "SplitV of unknown sizes",
      SplitV,
      [[6], [2], []],
      { values: { 2: 0 }, attrs: { num_split: 2 } },
      [[-1], [-1]],
    ],
    ["SplitV", SplitV, [[6], [2], []], { values: { 1: [-1, 2], 2: 0 }, attrs: { num_split: 2 } }, [[4], [2]]],
    ["Tile", Tile, [[2, -1], [2]], { values: { 1: [3, 2] } }, [[6, -1]]],
    [
      "Pad of unknown paddings",
      Pad,
      [
        [2, 3],
        [2, 2],
      ],
      {},
      [[-1, -1]],
    ],
    ["Slice with sizes only", Slice, [[4, 4], [2], [2]], { values: { 2: [2, -1] } }, [[2, -1]]],
    ["GatherV2 of an unknown axis", GatherV2, [[4, 5], [3], []], {}, [[-1, -1]]],
    [
      "GatherV2 with batches",
      GatherV2,
      [[2, 4, 5], [2, 3], []],
      { values: { 2: 1 }, attrs: { batch_dims: 1 } },
      [[2, 3, 5]],
    ],
    [
      "GatherNd",
      GatherNd,
      [
        [4, 5, 6],
        [-1, 2],
      ],
      {},
      [[-1, 6]],
    ],
    ["OneHot of unknown depth", OneHot, [[2, -1], [], [], []], {}, [[2, -1, -1]]],
    ["Where counts at run time", Where, [[2, 3]], {}, [[-1, 2]]],
    ["Select by rows", Select, [[2], [2, 3], [-1, 3]], {}, [[2, 3]]],
    ["SelectV2 broadcasts all three", SelectV2, [[2, 1], [3], []], {}, [[2, 3]]],
    [
      "TopKV2 of unknown k",
      TopKV2,
      [[2, 5], []],
      {},
      [
        [2, -1],
        [2, -1],
      ],
    ],
    [
      "MatrixDiagV3",
      MatrixDiagV3,
      [[5, 3], [1], [], [], []],
      { values: { 1: [1], 2: -1, 3: -1 } },
      [[5, 4, 4]],
    ],
    [
      "MatrixDiagPartV3 of a band",
      MatrixDiagPartV3,
      [[7, 3, 4], [2], []],
      { values: { 1: [-1, 1] } },
      [[7, 3, 3]],
    ],
    [
      "SpaceToBatchND",
      SpaceToBatchND,
      [[-1, 5, 4], [1], [1, 2]],
      { values: { 1: [2] }, shapes: {} },
      [[-1, -1, 4]],
    ],
  ])("%s", (_, op, shapes, known, expected) => {
    expect(infer(op, shapes, known)).toEqual(expected);
  });
});

describe("StridedSlice", () => {
  const slice = (
    shape: Shape,
    bounds: readonly (readonly number[])[],
    masks: Record<string, number> = {},
  ): Shape => {
    const [begin, end, step] = bounds;
    const count = [begin.length];
    return infer(StridedSlice, [shape, count, count, count], {
      values: { 1: begin, 2: end, 3: step },
      attrs: masks,
    })[0];
  };
  it.each<[string, Shape, number[][], Record<string, number>, Shape]>([
    ["x[1:3]", [5, 4], [[1], [3], [1]], {}, [2, 4]],
    ["x[::2]", [5], [[0], [0], [2]], { begin_mask: 1, end_mask: 1 }, [3]],
    ["x[::-1]", [5], [[0], [0], [-1]], { begin_mask: 1, end_mask: 1 }, [5]],
    ["x[-1]", [5, 4], [[-1], [0], [1]], { shrink_axis_mask: 1 }, [4]],
    [
      "x[..., 0]",
      [5, 4, 3],
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      { ellipsis_mask: 1, shrink_axis_mask: 2 },
      [5, 4],
    ],
    [
      "x[newaxis, 1:2]",
      [5, 4],
      [
        [0, 1],
        [0, 2],
        [1, 1],
      ],
      { new_axis_mask: 1 },
      [1, 1, 4],
    ],
    [
      "x[..., newaxis]",
      [5, 4],
      [
        [0, 0],
        [0, 0],
        [1, 1],
      ],
      { ellipsis_mask: 1, new_axis_mask: 2 },
      [5, 4, 1],
    ],
    [
      "x[1:, ::2] of an unknown size",
      [-1, 4],
      [
        [1, 0],
        [0, 0],
        [1, 2],
      ],
      { begin_mask: 2, end_mask: 3 },
      [-1, 2],
    ],
    ["x[3:1]", [5], [[3], [1], [1]], {}, [0]],
    ["x[0] of an unknown size", [-1, 4], [[0], [1], [1]], { shrink_axis_mask: 1 }, [4]],
    ["x[100:-100:-3]", [7], [[100], [-100], [-3]], {}, [3]],
  ])("%s", (_, shape, bounds, masks, expected) => {
    expect(slice(shape, bounds, masks)).toEqual(expected);
  });

  it("tells the shape of whole axes and dropped ones without bounds", () => {
    const known = { values: { 3: [1, 1] }, attrs: { begin_mask: 2, end_mask: 2, shrink_axis_mask: 1 } };
    expect(infer(StridedSlice, [[5, 4, 3], [2], [2], [2]], known)).toEqual([[4, 3]]);
  });

  it("knows nothing without strides", () => {
    expect(infer(StridedSlice, [[5, 4], [1], [1], [1]])).toEqual([null]);
  });
});

describe("refusals", () => {
  it.each<[string, Op, Shape[], Known, string, string]>([
    [
      "Reshape",
      Reshape,
      [[4], [1]],
      { values: { 1: [5] } },
      "Cannot reshape a tensor with 4 elements to shape [5] (5 elements)",
      "Input to reshape is a tensor with 4 values, but the requested shape has 5",
    ],
    [
      "ConcatV2",
      ConcatV2,
      [[2, 3], [3, 4], []],
      { values: { 2: 0 } },
      "Dimension 0 in both shapes must be equal, but are 3 and 4. Shapes are [3] and [4].",
      "ConcatOp : Dimension 1 in both shapes must be equal: shape[0] = [2,3] vs. shape[1] = [3,4]",
    ],
    [
      "Pack",
      Pack,
      [[2], [3]],
      {},
      "Dimension 0 in both shapes must be equal, but are 2 and 3. Shapes are [2] and [3].\n" +
        "\tFrom merging shape 0 with other shapes.",
      "Shapes of all inputs must match: values[0].shape = [2] != values[1].shape = [3]",
    ],
    [
      "Split",
      Split,
      [[], [7]],
      { values: { 0: 0 }, attrs: { num_split: 3 } },
      "Dimension size must be evenly divisible by 3 but is 7\n" +
        "\tNumber of ways to split should evenly divide the split dimension",
      "Number of ways to split should evenly divide the split dimension, but got split_dim 0 (size = 7) " +
        "and num_split 3",
    ],
    [
      "Squeeze",
      Squeeze,
      [[2, 3]],
      { attrs: { squeeze_dims: [0] } },
      "Can not squeeze dim[0], expected a dimension of 1, got 2",
      "Can not squeeze dim[0], expected a dimension of 1, got 2",
    ],
    [
      "StridedSlice",
      StridedSlice,
      [[3], [1], [1], [1]],
      { values: { 1: [7], 2: [8], 3: [1] }, attrs: { shrink_axis_mask: 1 } },
      "slice index 7 of dimension 0 out of bounds.",
      "slice index 7 of dimension 0 out of bounds.",
    ],
  ])("%s", (_, op, shapes, known, building, running) => {
    expect(() => infer(op, shapes, known)).toThrow(building);
    expect(() => infer(op, shapes, { ...known, running: true })).toThrow(running);
  });
});
