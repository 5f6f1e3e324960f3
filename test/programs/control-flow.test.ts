import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;
const int = (value: unknown): Tensor => tf.constant(value, { dtype: tf.int32 });

program("cond", () => {
  const p = v1.placeholder(tf.bool, [], { name: "p" });
  const x = v1.placeholder(tf.float32, [2], { name: "x" });
  const v = new v1.Variable(0, { name: "v" });
  const z = v1.cond(
    p,
    () => x.mul(4),
    () => x.add(2),
    { name: "br" },
  );
  const counted = (): Tensor =>
    v1.getDefaultGraph().controlDependencies([v1.assignAdd(v, 1)], () => tf.identity(x));
  v1.cond(tf.reduceSum(x).greater(0), counted, () => x.neg());
  v1.cond(
    p,
    () =>
      v1.cond(
        x.getItem(0).greater(0),
        () => int(1),
        () => int(2),
      ),
    () => int(3),
  );
  const pairs: [Tensor, () => Tensor][] = [
    [tf.less(x.getItem(0), 0), () => int(-1)],
    [tf.greater(x.getItem(0), 10), () => int(1)],
  ];
  v1.case(pairs, { default: () => int(0), name: "cs" });
  v1.gradients(z, x);
  v.add(0);
  v1.globalVariablesInitializer();
});
