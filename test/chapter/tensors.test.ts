import { expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { exact, expectRecorded } from "./compare.ts";
import { raised } from "./support.ts";

const integers = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.int32 });

it("ch13_01: making tensors", () => {
  const { expected } = chapterCase("ch13_01_tensor_creation");
  const a = tf.convertToTensor(Int32Array.of(1, 2, 3));
  const c = tf.constant([1.2, 5, Math.PI], { dtype: tf.float32 });
  const got = {
    t_a: a,
    t_b: tf.convertToTensor([4, 5, 6], tf.int32),
    str_t_a: String(a),
    is_tensor: [tf.isTensor([1]), tf.isTensor(a)],
    ones_2_3: tf.ones([2, 3]),
    ones_shape_str: String(new tf.TensorShape(tf.ones([2, 3]).shape)),
    const: c,
    str_const_default_precision: String(c),
    cast_int64: tf.cast(a, tf.int64),
    cast_dtype_repr: `tf.${tf.cast(a, tf.int64).dtype}`,
    cast_float_to_int_truncates: tf.cast([1.9, -1.9, 2.5], tf.int32),
    cast_bool: tf.cast([0, 0.5, -1], tf.bool),
    default_dtypes: {
      "[1,2]": integers([1, 2]).dtype,
      "[1.0]": tf.constant([1]).dtype,
      "[True]": tf.constant([true]).dtype,
      "['a']": tf.constant(["a"]).dtype,
      "np.float64": tf.constant(Float64Array.of(1)).dtype,
      "np.int64": tf.constant(BigInt64Array.of(1n)).dtype,
    },
    str_float_matrix: String(
      tf.constant([
        [1.5, 2],
        [3, -4.25],
      ]),
    ),
    str_scalar: String(tf.constant(1.2)),
    str_string: String(tf.constant(["ab", "c"])),
    str_bool: String(tf.constant([true, false])),
    fill: tf.fill([2, 2], integers(7)),
    range: tf.range(4, { dtype: tf.int32 }),
    range_float: tf.range(0, 1, 0.25),
    linspace: tf.linspace(0, 1, 5),
    eye: tf.eye(2, 3),
    one_hot: tf.oneHot(integers([0, 2, -1]), 3),
    zeros_like: tf.zerosLike(integers([[1, 2]])),
    ones_like: tf.onesLike([[1, 2]]),
  };
  expectRecorded(got, expected, exact);
});

it("ch13_02: shapes", () => {
  const { inputs, expected } = chapterCase("ch13_02_shape_ops");
  const x = tf.constant(inputs.x.data, { shape: inputs.x.shape });
  const z = tf.constant(inputs.z.data, { dtype: tf.int32, shape: inputs.z.shape });
  const got = {
    transpose: tf.transpose(x),
    transpose_perm: tf.transpose(z, [4, 2, 0, 1, 3]),
    reshape_5_6: tf.reshape(tf.zeros([30]), [5, 6]).shape,
    reshape_minus1: tf.reshape(x, [-1, 3]),
    squeeze_axis: tf.squeeze(tf.zeros([1, 2, 1, 4, 1]), [2, 4]).shape,
    squeeze_all: tf.squeeze(tf.zeros([1, 2, 1, 4, 1])).shape,
    expand_dims_0: tf.expandDims(x, 0).shape,
    "expand_dims_-1": tf.expandDims(x, -1).shape,
    rank: tf.rank(z),
    shape: tf.shape(z),
    slice_1: tf.expr`${x}[1:, ::2]`,
    slice_newaxis: tf.expr`${x}[..., None][0]`,
    slice_neg: tf.expr`${x}[-1, -2:]`,
    slice_reverse: tf.expr`${x}[::-1, 4:0:-2]`,
    reshape_error: raised(() => tf.reshape(tf.zeros([30]), [7, 5])).name,
    squeeze_error: raised(() => tf.squeeze(tf.zeros([2, 2]), 0)).name,
  };
  expectRecorded(got, expected, exact);
});

it("ch13_04: splitting, stacking, choosing", () => {
  const { expected } = chapterCase("ch13_04_split_stack_concat");
  const seeded = (shape: number[]): tf.Tensor => {
    tf.random.setSeed(1);
    return tf.random.uniform(shape);
  };
  const [t, t5] = [seeded([6]), seeded([5])];
  const [a, b, b3] = [tf.ones([3]), tf.zeros([2]), tf.zeros([3])];
  const pairs = integers([
    [1, 2],
    [3, 4],
  ]);
  const unique = tf.unique(integers([4, 4, 1, 2, 1]));
  const top = tf.math.topK([1, 4, 3], 2);
  const got = {
    uniform6: t,
    split3: tf.split(t, 3),
    uniform5: t5,
    split_3_2: tf.split(t5, [3, 2]),
    concat: tf.concat([a, b], 0),
    stack_axis1: tf.stack([a, b3], { axis: 1 }),
    stack_axis0: tf.stack([a, b3]),
    unstack: tf.unstack(pairs, { axis: 1 }),
    tile: tf.tile(integers([[1, 2]]), [2, 2]),
    repeat: tf.repeat(integers([1, 2, 3]), [2, 0, 1]),
    gather: tf.gather(
      integers([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      [2, 0],
    ),
    gather_axis1: tf.gather(pairs, [1], { axis: 1 }),
    gather_nd: tf.gatherNd(pairs, [
      [1, 0],
      [0, 1],
    ]),
    where: tf.where([true, false, true], integers([1, 2, 3]), integers([10, 20, 30])),
    where_idx: tf.where([
      [true, false],
      [true, true],
    ]),
    boolean_mask: tf.booleanMask(integers([1, 2, 3]), [true, false, true]),
    pad: tf.pad(integers([[1, 2]]), [
      [1, 0],
      [0, 2],
    ]),
    reverse: tf.reverse(integers([1, 2, 3]), [0]),
    argmax: tf.argmax(
      integers([
        [1, 5, 2],
        [7, 0, 7],
      ]),
      1,
    ),
    argsort: tf.argsort([3, 1, 2]),
    sort_desc: tf.sort(integers([3, 1, 2]), { direction: "DESCENDING" }),
    top_k: [top[0], top[1]],
    cumsum: tf.cumsum(integers([1, 2, 3])),
    cumsum_excl_rev: tf.cumsum(integers([1, 2, 3]), { exclusive: true, reverse: true }),
    unique: [unique[0], unique[1]],
  };
  expectRecorded(got, expected, exact);
});

it("ch14_04: one function for tensors of any rank", () => {
  const { expected } = chapterCase("ch14_04_compute_z_eager");
  const computeZ = (a: tf.TensorInput, b: tf.TensorInput, c: tf.TensorInput): tf.Tensor => {
    const r1 = tf.subtract(a, b);
    return tf.add(tf.multiply(2, r1), c);
  };
  const doubles = [1.5, 2, 3].map((value) => Float64Array.of(value));
  const got = {
    numpy_in: computeZ(doubles[0], doubles[1], doubles[2]),
    np_float64_dtype: computeZ(doubles[0], doubles[1], doubles[2]).dtype,
    mixed_broadcast: computeZ(integers([[1], [2]]), integers([2, 4]), 3),
    float_ok: computeZ(1, 2, 3),
  };
  const { printed: _, dtype_mismatch_error: mismatch, ...rest } = expected;
  expectRecorded(got, rest, exact);
  expect(raised(() => tf.add(integers(1), tf.constant(1))).name).toBe(mismatch.type);
});
