// Control flow by tensors: the same at once, in functions and in plain graphs; and what callers are told.
import { describe, expect, it } from "vitest";
import * as tf from "../../index.ts";

type T = tf.Tensor;
const int = (value: unknown): T => tf.constant(value, { dtype: tf.int32 });
const values = (x: unknown): unknown => (Array.isArray(x) ? x.map(values) : (x as tf.EagerTensor).array());

/** Results of a program at once, in a function and in a session. */
function everywhere(program: (...args: T[]) => unknown, args: readonly T[]): unknown[] {
  const graph = new tf.Graph();
  const fetches = graph.asDefault(() =>
    program(...args.map((each) => tf.constant((each as tf.EagerTensor).array(), { dtype: each.dtype }))),
  );
  using session = new tf.compat.v1.Session({ graph });
  const plain = (x: unknown): unknown =>
    Array.isArray(x) ? x.map(plain) : x instanceof tf.EagerTensor ? x.array() : x;
  return [values(program(...args)), values(tf.function(program)(...args)), plain(session.run(fetches))];
}

const same = (program: (...args: T[]) => unknown, args: readonly T[], wanted: unknown): void => {
  for (const found of everywhere(program, args)) expect(found).toEqual(wanted);
};

describe("cond", () => {
  it("gives any structure, from tensors of any kind of truth", () => {
    const program = (p: T, x: T): unknown => {
      const { a, b } = tf.cond(
        p,
        () => ({ a: x, b: x.mul(2) }),
        () => ({ b: x, a: x.neg() }),
      );
      return [a, b];
    };
    same(
      program,
      [tf.constant(true), tf.constant([1, 2])],
      [
        [1, 2],
        [2, 4],
      ],
    );
    same(
      program,
      [tf.constant(false), tf.constant([1, 2])],
      [
        [-1, -2],
        [1, 2],
      ],
    );
    expect(
      values(
        tf.cond(
          int(0),
          () => int(1),
          () => int(2),
        ),
      ),
    ).toBe(2);
    expect(
      values(
        tf.cond(
          tf.constant("x"),
          () => int(1),
          () => int(2),
        ),
      ),
    ).toBe(1);
  });

  it("runs one branch only", () => {
    const v = new tf.Variable(0);
    const f = tf.function((p: T) =>
      tf.cond(
        p,
        () => v.assignAdd(1).value(),
        () => v.assignAdd(10).value(),
      ),
    );
    expect([values(f(tf.constant(true))), values(f(tf.constant(false)))]).toEqual([1, 11]);
  });

  it("may give nothing", () => {
    const f = tf.function((p: T) =>
      tf.cond(
        p,
        () => null,
        () => null,
      ),
    );
    expect(f(tf.constant(true))).toBeNull();
  });

  it("needs functions with results of one form", () => {
    const p = tf.constant(true);
    expect(() => tf.cond(p, 1 as never, 2 as never)).toThrow("'true_fn' must be callable.");
    expect(() => tf.cond(p, () => p, 2 as never)).toThrow("'false_fn' must be callable.");
    const inGraph = (a: () => unknown, b: () => unknown): unknown =>
      tf.function((q: T) => tf.cond<unknown>(q, a, b))(p);
    expect(() =>
      inGraph(
        () => tf.constant(1),
        () => int(1),
      ),
    ).toThrow(
      /^true_fn and false_fn arguments to tf\.cond must have the same number, type, and overall structure/,
    );
    expect(() =>
      inGraph(
        () => [tf.constant(1)],
        () => tf.constant(1),
      ),
    ).toThrow(TypeError);
  });

  it("keeps what one branch computes from the other", () => {
    let stolen: T | undefined;
    const f = tf.function((p: T, x: T) =>
      tf.cond(
        p,
        () => {
          stolen = x.mul(2);
          return stolen;
        },
        () => stolen!.add(1),
      ),
    );
    expect(() => f(tf.constant(true), tf.constant(1))).toThrow(/is out of scope and cannot be used here/);
  });
});

describe("case and switchCase", () => {
  const pick = (x: T): unknown =>
    tf.case(
      [
        [x.less(0), () => int(-1)],
        [x.greater(5), () => int(1)],
      ],
      { default: () => int(0) },
    );

  it("take the first that holds", () => {
    for (const [x, wanted] of [
      [-2, -1],
      [9, 1],
      [3, 0],
    ] as const)
      same(pick, [tf.constant(x)], wanted);
  });

  it("fail if none holds and nothing is said of that", () => {
    const program = (x: T): unknown =>
      tf.case([
        [x.less(0), () => int(-1)],
        [x.greater(5), () => int(1)],
      ]);
    expect(() => tf.function(program)(tf.constant(3))).toThrow(/None of conditions evaluated as True/);
    expect(values(tf.function(program)(tf.constant(7)))).toBe(1);
  });

  it("fail if several hold but one only may", () => {
    const program = (x: T): unknown =>
      tf.case(
        [
          [x.less(0), () => int(1)],
          [x.less(5), () => int(2)],
        ],
        { exclusive: true },
      );
    expect(() => tf.function(program)(tf.constant(-1))).toThrow(/more than 1 conditions/);
    expect(values(tf.function(program)(tf.constant(3)))).toBe(2);
  });

  it("take the last for an index that names none", () => {
    const program = (i: T): unknown => tf.switchCase(i, [() => int(10), () => int(20), () => int(30)]);
    for (const [i, wanted] of [
      [0, 10],
      [1, 20],
      [2, 30],
      [7, 30],
      [-1, 30],
    ] as const)
      same(program, [int(i)], wanted);
    const byNumber = { 1: () => int(20), 0: () => int(10) };
    expect(values(tf.switchCase(int(9), byNumber, { default: () => int(5) }))).toBe(5);
  });

  it("need functions", () => {
    expect(() => tf.switchCase(int(0), [])).toThrow("Must provide at least one item in 'branch_fns'");
    expect(() =>
      tf.switchCase(int(0), [
        [0, () => int(1)],
        [2, () => int(1)],
      ]),
    ).toThrow(/contiguous range/);
    expect(() => tf.case([])).toThrow(tf.errors.ValueError ?? Error);
  });
});

describe("whileLoop", () => {
  it("carries any structure", () => {
    const program = (x: T): unknown => {
      const start = { i: int(0), list: [x, x.mul(2)] };
      const [end] = tf.whileLoop(
        (s: typeof start) => s.i.less(3),
        (s: typeof start) => [{ i: s.i.add(1), list: [s.list[1]!, s.list[0]!] }],
        [start],
      ) as [typeof start];
      return [end.i, end.list];
    };
    same(
      program,
      [tf.constant([1, 2])],
      [
        3,
        [
          [2, 4],
          [1, 2],
        ],
      ],
    );
  });

  it("ends after so many iterations", () => {
    const program = (n: T): unknown =>
      tf.whileLoop(
        () => tf.constant(true),
        (k: T) => [k.add(2)],
        [int(0)],
        { maximumIterations: n },
      );
    same(program, [int(4)], [8]);
    same(program, [int(0)], [0]);
  });

  it("lets shapes grow where that is said", () => {
    const program = (n: T): unknown =>
      tf.whileLoop(
        (k: T) => k.less(n),
        (k: T, t: T) => [k.add(1), tf.concat([t, [tf.cast(k, tf.float32)]], 0)],
        [int(0), tf.zeros([1])],
        { shapeInvariants: [[], [null]] },
      )[1];
    same(program, [int(3)], [0, 0, 1, 2]);
  });

  it("may not change structures, dtypes and shapes otherwise", () => {
    const inGraph = (body: (...args: T[]) => unknown, vars: () => unknown[], options = {}): unknown =>
      tf.function(() => tf.whileLoop((i: T) => tf.reduceSum(i).less(3), body as never, vars(), options))();
    const changed = "The two structures don't have the same nested structure.";
    expect(() =>
      tf.whileLoop(
        (i: T) => i.less(3),
        (i: T) => [i, i],
        [int(0)],
      ),
    ).toThrow(changed);
    expect(() =>
      inGraph(
        (i) => [i, i],
        () => [int(0)],
      ),
    ).toThrow(changed);
    expect(() =>
      inGraph(
        (i) => [tf.cast(i!, tf.float32)],
        () => [int(0)],
      ),
    ).toThrow(/enters the loop with type <dtype: 'int32'> but has type <dtype: 'float32'> after 1 iteration/);
    expect(() =>
      inGraph(
        (x) => [tf.concat([x!, x!], 0)],
        () => [tf.zeros([1])],
      ),
    ).toThrow(/enters the loop with shape \(1,\), but has shape \(2,\) after one iteration/);
    expect(() =>
      inGraph(
        (x) => [x],
        () => [tf.zeros([1])],
        { shapeInvariants: [[2]] },
      ),
    ).toThrow(/It enters the loop with shape \(1,\), but the specified shape invariant is \(2,\)\.$/);
    expect(() =>
      inGraph(
        () => undefined,
        () => [int(0)],
      ),
    ).toThrow(/received undefined/);
    expect(() => tf.whileLoop(3 as never, (i: T) => [i], [int(0)])).toThrow("'cond' must be callable.");
    expect(() => tf.whileLoop((i: T) => i.less(3), 3 as never, [int(0)])).toThrow("'body' must be callable.");
  });
});

describe("loops over rows", () => {
  const x = tf.constant([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);

  it("map", () => {
    same((v) => tf.mapFn((r: T) => tf.reduceSum(r), v), [x], [3, 7, 11]);
    same(
      (v) => tf.mapFn((r: T) => r.greater(2), v, { fnOutputSignature: tf.bool }),
      [tf.constant([1, 3])],
      [false, true],
    );
    const pairs = (v: T): unknown => tf.mapFn(([a, b]: [T, T]) => [b, a.add(b)], [v, v.mul(10)]);
    same(
      pairs,
      [tf.constant([1, 2])],
      [
        [10, 20],
        [11, 22],
      ],
    );
    expect(values(tf.mapFn((r: T) => r.mul(2), tf.zeros([0, 2])))).toEqual([]);
    expect(() => tf.mapFn((r: T) => r, tf.constant(1))).toThrow(
      /must be 1\+ dimensional Tensors, not scalars/,
    );
    expect(() => tf.mapFn((r: T) => r, [])).toThrow(/does not contain any Tensors/);
    expect(() => tf.mapFn(1 as never, x)).toThrow(/fn must be callable/);
  });

  it("fold and scan", () => {
    same((v) => tf.foldl((a: T, r: T) => a.mul(2).add(r), v), [x], [15, 22]);
    same((v) => tf.foldr((a: T, r: T) => a.mul(2).add(r), v), [x], [27, 34]);
    same(
      (v) => tf.foldl((a: T, r: T) => a.add(tf.reduceSum(r)), v, { initializer: tf.constant(100) }),
      [x],
      121,
    );
    same(
      (v) => tf.scan((a: T, r: T) => a.add(r), v),
      [x],
      [
        [1, 2],
        [4, 6],
        [9, 12],
      ],
    );
    same(
      (v) => tf.scan((a: T, r: T) => a.add(r), v, { reverse: true }),
      [x],
      [
        [9, 12],
        [8, 10],
        [5, 6],
      ],
    );
    same(
      (v) => tf.scan((a: T, r: T) => a.add(tf.reduceSum(r)), v, { initializer: tf.constant(0) }),
      [x],
      [3, 10, 21],
    );
  });

  it("apply to all rows", () => {
    same((v) => tf.vectorizedMap((r: T) => tf.cast(tf.reduceSum(r), tf.int32), v), [x], [3, 7, 11]);
  });
});

describe("TensorArray", () => {
  it("is written, read and put together", () => {
    const program = (v: T): unknown => {
      let array = new tf.TensorArray(tf.float32, 3, { clearAfterRead: false }).unstack(v);
      array = array.write(1, array.read(0).add(array.read(2)));
      const doubled = new tf.TensorArray(tf.float32, 2).scatter(
        [1, 0],
        tf.constant([
          [1, 1],
          [2, 2],
        ]),
      );
      const cut = new tf.TensorArray(tf.float32, 2, { inferShape: false }).split(
        v,
        tf.constant([1, 2], { dtype: tf.int64 }),
      );
      return [
        array.stack(),
        array.gather([2, 0]),
        array.concat(),
        array.size(),
        doubled.stack(),
        cut.read(1),
      ];
    };
    const wanted = [
      [
        [1, 2],
        [6, 8],
        [5, 6],
      ],
      [
        [5, 6],
        [1, 2],
      ],
      [1, 2, 6, 8, 5, 6],
      3,
      [
        [2, 2],
        [1, 1],
      ],
      [
        [3, 4],
        [5, 6],
      ],
    ];
    same(
      program,
      [
        tf.constant([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ],
      wanted,
    );
  });

  it("grows if it may", () => {
    const array = new tf.TensorArray(tf.float32, 0, true).write(2, 5);
    expect([values(array.size()), values(array.stack())]).toEqual([3, [0, 0, 5]]);
    expect(() => new tf.TensorArray(tf.float32, 1).write(1, 5)).toThrow(
      "Tried to write to index 1 but array is not resizeable and size is: 1 ",
    );
  });

  it("checks indices, dtypes and shapes", () => {
    const array = new tf.TensorArray(tf.float32, 2).write(0, 1);
    expect(() => array.write(-1, 1)).toThrow("Writing to negative indices (index -1) is not allowed.");
    expect(() => array.read(-1)).toThrow("Reading from negative indices (index -1) is not allowed.");
    expect(() => array.read(2)).toThrow("Tried to read from index 2 but array size is: 2 ");
    expect(() => array.write(1, int(1))).toThrow(
      "TensorArray dtype is float32 but Op is trying to write dtype int32 ",
    );
    expect(() => array.write(1, tf.constant([1]))).toThrow(
      "Incompatible shape for value ((1,)), expected (())",
    );
    array.read(0);
    expect(() => array.read(0)).toThrow(
      /^Could not read index 0 twice because it was cleared after a previous read/,
    );
  });
});

describe("order without data", () => {
  it("means nothing where everything has happened", () => {
    expect(tf.group(tf.constant(1))).toBeNull();
    expect(values(tf.tuple([tf.constant(1), null].filter((each) => each !== null)))).toEqual([1]);
    let called = 0;
    expect(values(tf.controlDependencies([() => called++], () => tf.constant(2)))).toBe(2);
    expect(called).toBe(1);
  });

  it("makes nodes that wait", () => {
    const graph = new tf.Graph();
    graph.asDefault(() => {
      const [a, b] = [tf.constant(1, { name: "a" }), tf.constant(2, { name: "b" })];
      const all = tf.group(a, [b], { name: "all" })!;
      expect([all.name, all.controlInputs.map(({ name }) => name)]).toEqual(["all", ["a", "b"]]);
      const [first] = tf.tuple([a, null, b]) as [tf.SymbolicTensor];
      expect(first.op.controlInputs.map(({ name }) => name)).toEqual(["tuple/group_deps"]);
      expect(() => tf.tuple([])).toThrow("'tensors' must have at least one Tensor. Received: [].");
      expect(() => tf.group(3)).toThrow(/^'inputs' should be zero or more \(nested\) Tensors/);
    });
  });
});
