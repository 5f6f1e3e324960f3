// Writes the loops of vector mode: one literal for each operation and type, so that each stays monomorphic.
import type { ScalarType, StorageType } from "../../src/ir/kernel.ts";
import { arrays, binary, bitcast, cast, compare, fused, storages, types, unary } from "./semantics.ts";

/** One operand walked by its step. */
interface Operand {
  readonly name: string;
  readonly array: string;
}

/** Steps of the operands that get a loop of their own. */
type Steps = readonly (0 | 1)[];

/** A loop over operands that walk by any step, after quicker ones for the usual steps. */
function loop(out: string, operands: readonly Operand[], text: string, usual: readonly Steps[] = []): string {
  const parameters = operands.map(({ name, array }) => `${name}: Lanes<${array}>`).join(", ");
  const lines = [
    `(block: Block, o: Lanes<${out}>, ${parameters}): Run => () => {`,
    "  const out = o.data;",
    "  const first = o.offset;",
    "  const { n } = block;",
    ...operands.map(({ name }) => `  const ${name}d = ${name}.data;\n  const ${name}s = ${name}.step;`),
    ...operands.map(({ name }) => `  let ${name}i = ${name}.offset;`),
    ...usual.flatMap((steps) => quickLoop(operands, steps, text)),
    "  for (let i = 0; i < n; i++) {",
    ...operands.map(({ name }) => `    const ${name[0]} = ${name}d[${name}i]!;`),
    `    out[first + i] = ${text};`,
    ...operands.map(({ name }) => `    ${name}i = (${name}i + ${name}s) | 0;`),
    "  }",
    "}",
  ];
  return lines.join("\n    ");
}

function quickLoop(operands: readonly Operand[], steps: Steps, text: string): string[] {
  const condition = operands.map(({ name }, i) => `${name}s === ${steps[i]}`).join(" && ");
  const still = operands.filter((_, i) => steps[i] === 0);
  const walked = operands.filter((_, i) => steps[i] === 1);
  return [
    `  if (${condition}) {`,
    ...still.map(({ name }) => `    const ${name[0]} = ${name}d[${name}i]!;`),
    "    for (let i = 0; i < n; i++) {",
    ...walked.map(({ name }) => `      const ${name[0]} = ${name}d[${name}i + i]!;`),
    `      out[first + i] = ${text};`,
    "    }",
    "    return;",
    "  }",
  ];
}

const isBig = (array: string): boolean => array.startsWith("Big");

const one = (from: string, to: string, text: string): string =>
  loop(to, [{ name: "xs", array: from }], text, isBig(from) || isBig(to) ? [] : [[1]]);
const two = (from: string, to: string, text: string): string =>
  loop(
    to,
    [
      { name: "xs", array: from },
      { name: "ys", array: from },
    ],
    text,
    isBig(from)
      ? []
      : [
          [1, 1],
          [1, 0],
        ],
  );

function entries<K extends string>(
  table: Partial<Record<K, string>>,
  make: (text: string) => string,
): string {
  const rows = Object.entries(table) as [K, string][];
  return `{\n${rows.map(([op, text]) => `    ${op}: ${make(text)},`).join("\n")}\n  }`;
}

const table = (name: string, body: string): string => `export const ${name}: Table = ${body};\n`;

function perType(make: (type: ScalarType) => string): string {
  return `{\n${types.map((type) => `  ${type}: ${make(type)},`).join("\n")}\n}`;
}

function conversions(text: (from: ScalarType, to: ScalarType) => string | undefined): string {
  return perType((from) => {
    const row: Partial<Record<ScalarType, string>> = {};
    for (const to of types) {
      const meaning = text(from, to);
      if (meaning !== undefined) row[to] = one(arrays[from], arrays[to], meaning);
    }
    return entries(row, (made) => made);
  });
}

type Storage = (typeof storages)[StorageType];

function perStorage(make: (storage: Storage) => string): string {
  const rows = Object.entries(storages) as [StorageType, Storage][];
  return `{\n${rows.map(([name, storage]) => `  ${name}: ${make(storage)},`).join("\n")}\n}`;
}

const load = ({ array, type, load }: Storage): string => one(array, arrays[type], load);

const gatherHead = (from: string, to: string): string =>
  `(block: Block, o: Lanes<${to}>, xs: Lanes<${from}>, at: Lanes<Int32Array>): Run => () =>`;
const scatterHead = (to: string, from: string, rest: string): string =>
  `(block: Block, o: Lanes<${to}>, at: Lanes<Int32Array>, xs: Lanes<${from}>${rest}): Run => () =>`;

const gather = ({ array, type, load }: Storage): string => `${gatherHead(array, arrays[type])} {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = ${load};
    }
  }`;

const zero = (type: ScalarType): string => (type === "i64" || type === "u64" ? "0n" : "0");

const gatherSafe = ({ array, type, load }: Storage): string => `${gatherHead(array, arrays[type])} {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = ${load};
      } else out[i] = ${zero(type)};
    }
  }`;

const store = ({
  array,
  type,
  store,
}: Storage): string => `(block: Block, o: Lanes<${array}>, xs: Lanes<${arrays[type]}>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = ${store};
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  }`;

const scatter = ({ array, type, store }: Storage): string => `${scatterHead(array, arrays[type], "")} {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = ${store};
      xi = (xi + xstep) | 0;
    }
  }`;

const scatterMasked = ({
  array,
  type,
  store,
}: Storage): string => `${scatterHead(array, arrays[type], ", mask: Lanes<Uint8Array>")} {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = ${store};
      }
      xi = (xi + xstep) | 0;
    }
  }`;

const select = (type: ScalarType): string =>
  loop(
    arrays[type],
    [
      { name: "cs", array: "Uint8Array" },
      { name: "xs", array: arrays[type] },
      { name: "ys", array: arrays[type] },
    ],
    "c !== 0 ? x : y",
    isBig(arrays[type]) ? [] : [[1, 1, 1]],
  );

const three = (name: string, type: "f32" | "f64"): string =>
  loop(
    arrays[type],
    ["xs", "ys", "zs"].map((operand) => ({ name: operand, array: arrays[type] })),
    fused[name]![type],
    [
      [1, 1, 1],
      [1, 1, 0],
      [1, 0, 0],
      [1, 0, 1],
    ],
  );

/** Fused operations by type. */
function fusedTable(): string {
  const names = Object.keys(fused);
  const row = (type: "f32" | "f64"): string =>
    names.map((name) => `${name}: ${three(name, type)},`).join("\n");
  return `{\n  f32: {\n${row("f32")}\n},\n  f64: {\n${row("f64")}\n},\n}`;
}

export function vectorOps(): string {
  return [
    table(
      "unary",
      perType((type) => entries(unary[type], (text) => one(arrays[type], arrays[type], text))),
    ),
    table(
      "binary",
      perType((type) => entries(binary[type], (text) => two(arrays[type], arrays[type], text))),
    ),
    table("fused", fusedTable()),
    table(
      "compare",
      perType((type) => entries(compare, (text) => two(arrays[type], "Uint8Array", text))),
    ),
    table("cast", conversions(cast)),
    table(
      "bitcast",
      conversions((from, to) => bitcast[from]?.[to]),
    ),
    table("select", perType(select)),
    table(
      "copy",
      perType((type) => one(arrays[type], arrays[type], "x")),
    ),
    table("load", perStorage(load)),
    table("gather", perStorage(gather)),
    table("gatherSafe", perStorage(gatherSafe)),
    table("store", perStorage(store)),
    table("scatter", perStorage(scatter)),
    table("scatterMasked", perStorage(scatterMasked)),
  ].join("\n");
}
