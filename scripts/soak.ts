// npm run soak: long loops in one synchronous function; memory must stay flat.
import * as tf from "../src/index.ts";

const MEGABYTE = 1 << 20;
/** What a loop may add to the resident set once warm, in MB. */
const ALLOWED = 200;

const memory = (): number => Math.round(process.memoryUsage().rss / MEGABYTE);

interface Loop {
  readonly title: string;
  readonly count: number;
  readonly body: (i: number) => void;
}

function run({ title, count, body }: Loop): boolean {
  const warm = Math.ceil(count / 20);
  for (let i = 0; i < warm; i++) body(i);
  const before = memory();
  let peak = before;
  const start = performance.now();
  for (let i = warm; i < count; i++) {
    body(i);
    if (i % 4096 === 0) peak = Math.max(peak, memory());
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const grown = Math.max(peak, memory()) - before;
  const isFlat = grown <= ALLOWED;
  console.log(
    `${isFlat ? "ok  " : "FAIL"} ${title}: ${count} in ${seconds} s, ${before} MB ` +
      `warm, grew ${grown} MB (allowed ${ALLOWED})`,
  );
  return isFlat;
}

function eagerLoop(shape: number[], count: number): Loop {
  let x = tf.zeros(shape);
  const one = tf.ones(shape);
  return {
    title: `eager add and multiply [${shape}]`,
    count,
    body: () => {
      x = tf.multiply(tf.add(x, one), 0.5);
    },
  };
}

function tapeLoop(count: number): Loop {
  const v = new tf.Variable(tf.ones([4]));
  return {
    title: "gradient tape and assignment [4]",
    count,
    body: () => {
      const tape = new tf.GradientTape();
      const loss = tape.run(() => tf.reduceSum(tf.square(v)));
      v.assignSub(tf.multiply(tape.gradient(loss, v)!, 0.001));
    },
  };
}

function manyShapes(count: number): Loop {
  const f = tf.function((x: tf.Tensor) => tf.add(x, 1), {
    inputSignature: [new tf.TensorSpec([null], tf.float32)],
  });
  return { title: "one function, a thousand shapes", count, body: (i) => void f(tf.zeros([1 + (i % 1000)])) };
}

const loops = [
  eagerLoop([2, 4], 1_000_000),
  eagerLoop([256, 256], 20_000),
  tapeLoop(30_000),
  manyShapes(20_000),
];
const results = loops.map(run);
process.exitCode = results.every(Boolean) ? 0 : 1;
