import { describe, expect, it } from "vitest";
import { compute, type Precision } from "../../../scripts/ulp/measure.ts";

const NAN = Number.NaN;
const INF = Number.POSITIVE_INFINITY;

function check(name: string, dtype: Precision, rows: readonly (readonly number[])[]): void {
  const columns = rows[0].slice(0, -1).map((_, column) => rows.map((row) => row[column]));
  const values = Array.from(compute(name, columns, dtype));
  const round = dtype === "float32" ? Math.fround : (x: number): number => x;
  rows.forEach((row, i) => {
    const wanted = round(row[row.length - 1]);
    expect(values[i], `${name}(${row.slice(0, -1)}) in ${dtype}`).toBe(wanted);
  });
}

const special: Record<string, readonly (readonly number[])[]> = {
  exp: [
    [0, 1],
    [-0, 1],
    [INF, INF],
    [-INF, 0],
    [NAN, NAN],
    [1000, INF],
    [-1000, 0],
  ],
  expm1: [
    [0, 0],
    [-0, -0],
    [INF, INF],
    [-INF, -1],
    [NAN, NAN],
    [1000, INF],
    [-1000, -1],
    [1e-30, 1e-30],
  ],
  log: [
    [0, -INF],
    [-0, -INF],
    [1, 0],
    [INF, INF],
    [-1, NAN],
    [-INF, NAN],
    [NAN, NAN],
  ],
  log1p: [
    [0, 0],
    [-0, -0],
    [-1, -INF],
    [INF, INF],
    [-2, NAN],
    [NAN, NAN],
    [1e-30, 1e-30],
  ],
  sin: [
    [0, 0],
    [-0, -0],
    [INF, NAN],
    [-INF, NAN],
    [NAN, NAN],
  ],
  cos: [
    [0, 1],
    [-0, 1],
    [INF, NAN],
    [-INF, NAN],
    [NAN, NAN],
  ],
  tan: [
    [0, 0],
    [-0, -0],
    [INF, NAN],
    [NAN, NAN],
  ],
  asin: [
    [0, 0],
    [-0, -0],
    [1, Math.PI / 2],
    [-1, -Math.PI / 2],
    [1.5, NAN],
    [-INF, NAN],
    [NAN, NAN],
  ],
  acos: [
    [1, 0],
    [-1, Math.PI],
    [0, Math.PI / 2],
    [1.5, NAN],
    [INF, NAN],
    [NAN, NAN],
  ],
  atan: [
    [0, 0],
    [-0, -0],
    [INF, Math.PI / 2],
    [-INF, -Math.PI / 2],
    [NAN, NAN],
  ],
  sinh: [
    [0, 0],
    [-0, -0],
    [INF, INF],
    [-INF, -INF],
    [NAN, NAN],
    [1000, INF],
  ],
  cosh: [
    [0, 1],
    [-0, 1],
    [INF, INF],
    [-INF, INF],
    [NAN, NAN],
  ],
  tanh: [
    [0, 0],
    [-0, -0],
    [INF, 1],
    [-INF, -1],
    [NAN, NAN],
    [400, 1],
    [-400, -1],
  ],
  asinh: [
    [0, 0],
    [-0, -0],
    [INF, INF],
    [-INF, -INF],
    [NAN, NAN],
  ],
  acosh: [
    [1, 0],
    [0.5, NAN],
    [-INF, NAN],
    [INF, INF],
    [NAN, NAN],
  ],
  atanh: [
    [0, 0],
    [-0, -0],
    [1, INF],
    [-1, -INF],
    [1.5, NAN],
    [NAN, NAN],
  ],
  sigmoid: [
    [0, 0.5],
    [INF, 1],
    [-INF, 0],
    [NAN, NAN],
    [400, 1],
    [-1000, 0],
  ],
  erf: [
    [0, 0],
    [-0, -0],
    [INF, 1],
    [-INF, -1],
    [NAN, NAN],
  ],
  erfc: [
    [0, 1],
    [INF, 0],
    [-INF, 2],
    [NAN, NAN],
    [400, 0],
  ],
  erfinv: [
    [0, 0],
    [1, INF],
    [-1, -INF],
    [1.5, NAN],
    [NAN, NAN],
  ],
  ndtri: [
    [0.5, 0],
    [0, -INF],
    [1, INF],
    [-1, NAN],
    [2, NAN],
    [NAN, NAN],
  ],
  lgamma: [
    [1, 0],
    [2, 0],
    [0, INF],
    [-0, INF],
    [-3, INF],
    [INF, INF],
    [-INF, INF],
    [NAN, NAN],
  ],
  digamma: [
    [0, NAN],
    [-1, NAN],
    [INF, INF],
    [-INF, NAN],
    [NAN, NAN],
  ],
  rsqrt: [
    [4, 0.5],
    [0, INF],
    [-0, -INF],
    [INF, 0],
    [-1, NAN],
    [NAN, NAN],
  ],
  pow: [
    [1, NAN, 1],
    [NAN, 0, 1],
    [-1, INF, 1],
    [-1, -INF, 1],
    [-8, 1 / 3, NAN],
    [-2, 3, -8],
    [-2, 2, 4],
    [0, -1, INF],
    [-0, -1, -INF],
    [-0, -2, INF],
    [-0, 3, -0],
    [0.5, INF, 0],
    [0.5, -INF, INF],
    [2, INF, INF],
    [2, -INF, 0],
    [INF, 0.5, INF],
    [INF, -0.5, 0],
    [-INF, 3, -INF],
    [-INF, -3, -0],
    [-INF, 0.5, INF],
    [-1, NAN, NAN],
    [NAN, 1, NAN],
    [2, 3000, INF],
    [2, -3000, 0],
  ],
  atan2: [
    [0, 1, 0],
    [-0, 1, -0],
    [0, -1, Math.PI],
    [-0, -1, -Math.PI],
    [0, 0, 0],
    [-0, -0, -Math.PI],
    [0, -0, Math.PI],
    [INF, INF, Math.PI / 4],
    [-INF, -INF, (-3 * Math.PI) / 4],
    [1, INF, 0],
    [1, -INF, Math.PI],
    [INF, 1, Math.PI / 2],
    [NAN, 1, NAN],
    [1, NAN, NAN],
  ],
  hypot: [
    [3, 4, 5],
    [INF, NAN, INF],
    [NAN, -INF, INF],
    [NAN, 1, NAN],
    [0, -0, 0],
  ],
  nextAfter: [
    [1, 1, 1],
    [0, -0, -0],
    [NAN, 1, NAN],
    [INF, INF, INF],
  ],
  besselI0: [[0, 1]],
  besselJ1: [[0, 0]],
  spence: [
    [1, 0],
    [-1, NAN],
  ],
  fresnelCos: [
    [INF, 0.5],
    [-INF, -0.5],
  ],
};

describe("special arguments", () => {
  for (const [name, rows] of Object.entries(special)) {
    it(name, () => {
      check(name, "float64", rows);
      check(name, "float32", rows);
    });
  }
});

describe("the ends of the range", () => {
  it("float64: subnormal numbers", () => {
    check("exp", "float64", [
      [-745.1332191019411, 5e-324],
      [709.782712893384, 1.7976931348622732e308],
    ]);
    check("log", "float64", [[5e-324, -744.4400719213812]]);
    check("sin", "float64", [[5e-324, 5e-324]]);
    check("atan", "float64", [[5e-324, 5e-324]]);
    check("tanh", "float64", [[-5e-324, -5e-324]]);
    check("hypot", "float64", [
      [5e-324, 0, 5e-324],
      [1e308, 1e308, 1.4142135623730951e308],
    ]);
    check("pow", "float64", [
      [2, -1074, 5e-324],
      [2, 1023, 2 ** 1023],
    ]);
    check("nextAfter", "float64", [
      [0, 1, 5e-324],
      [0, -1, -5e-324],
      [1, 2, 1 + 2 ** -52],
      [5e-324, 0, 0],
    ]);
  });
  it("float32: subnormal numbers", () => {
    const least = 2 ** -149;
    check("exp", "float32", [[-103.5, 1.1216e-45]]);
    check("log", "float32", [[least, -103.27893]]);
    check("sin", "float32", [[least, least]]);
    check("nextAfter", "float32", [
      [0, 1, least],
      [0, -1, -least],
      [-1, 0, -1 + 2 ** -24],
    ]);
  });
  it("sin and cos of huge arguments", () => {
    // Ng, "Argument reduction for huge arguments: good to the last bit", and the hardest float64 to reduce
    check("sin", "float64", [
      [1e22, -0.8522008497671888],
      [6381956970095103 * 2 ** 797, 1],
    ]);
    check("cos", "float64", [[6381956970095103 * 2 ** 797, -4.68716592425462761112e-19]]);
  });
});
