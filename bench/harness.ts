// Timing: warm up, then the minimum and the median over rounds, in microseconds for one call.

export interface Row {
  readonly name: string;
  readonly case: string;
  readonly mode: string;
  readonly ours_us: number;
  readonly median_us: number;
  readonly limit_us?: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly ratio: number | null;
}

export interface Case {
  readonly case: string;
  /** What is timed; it returns something that depends on the work, which is checked once. */
  readonly run: () => unknown;
  readonly check: (result: unknown) => boolean;
  /** Upper bound in microseconds, where there is one. */
  readonly limit?: number;
}

const ROUNDS = 15;

/** Times one case; a wrong result is an error, whatever its speed. */
export function time(name: string, { case: title, run, check, limit }: Case): Row {
  if (!check(run())) throw new TypeError(`Benchmark ${name}/${title}: the result is wrong`);
  const calls = callsFor(20, run);
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(sample(calls, run));
  samples.sort((a, b) => a - b);
  return {
    name,
    case: title,
    mode: `node ${process.versions.node}`,
    ours_us: samples[0]!,
    median_us: samples[ROUNDS >> 1]!,
    ...(limit === undefined ? {} : { limit_us: limit }),
    peers: {},
    ratio: null,
  };
}

/** How many calls take about `ms` milliseconds, once warm. */
function callsFor(ms: number, run: () => unknown): number {
  let calls = 1;
  for (;;) {
    const us = sample(calls, run) * calls;
    if (us >= ms * 1000 || calls > 1e7) return calls;
    calls *= us < ms * 100 ? 8 : 2;
  }
}

function sample(calls: number, run: () => unknown): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) run();
  return ((performance.now() - start) * 1000) / calls;
}

export function printRows(rows: readonly Row[]): void {
  for (const row of rows) {
    const limit = row.limit_us === undefined ? "" : `  (at most ${row.limit_us})`;
    const title = `${row.name}/${row.case}`.padEnd(44);
    console.log(
      `${title}${row.ours_us.toFixed(2).padStart(9)} us  median ` +
        `${row.median_us.toFixed(2).padStart(9)} us${limit}`,
    );
  }
}
