// Qr: orthonormal columns, an upper triangle, and the matrix again as their product.
import { describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate.ts";
import type { TensorValue } from "../../graph/types.ts";

const matrix = (shape: number[], data: number[]): TensorValue => ({
  dtype: "float64",
  shape,
  data: Float64Array.from(data),
});
const product = (x: TensorValue, y: TensorValue, adjoint = false): number[] =>
  Array.from(evaluate("BatchMatMulV2", [x, y], { adj_x: adjoint, T: x.dtype })[0].data as Float64Array);
const near = (got: number[], want: number[]): void =>
  got.forEach((value, i) => {
    expect(value, `element ${i}`).toBeCloseTo(want[i], 12);
  });

function check(shape: number[], full: boolean): void {
  const count = shape.reduce((a, b) => a * b, 1);
  const x = matrix(
    shape,
    Array.from({ length: count }, (_, i) => Math.sin(i * i + 1)),
  );
  const [q, r] = evaluate("Qr", [x], { full_matrices: full, T: "float64" });
  near(product(q, r), Array.from(x.data as Float64Array));
  const inner = q.shape.at(-1)!;
  const unit = Array.from({ length: (q.data.length / q.shape.at(-2)!) * inner }, (_, i) =>
    (i % (inner * inner)) % (inner + 1) === 0 ? 1 : 0,
  );
  near(product(q, q, true), unit);
  const columns = r.shape.at(-1)!;
  Array.from(r.data as Float64Array).forEach((value, i) => {
    if (Math.floor(i / columns) % inner > i % columns) expect(value).toBe(0);
  });
}

describe("Qr", () => {
  it.each([[[4, 3]], [[3, 4]], [[3, 3]], [[1, 1]], [[2, 5, 3]], [[7, 1]]])("factors %j", (shape) => {
    check(shape, false);
    check(shape, true);
  });

  it("gives empty factors of empty matrices and zeros of zeros", () => {
    const [q, r] = evaluate("Qr", [matrix([0, 3], [])], { full_matrices: false, T: "float64" });
    expect([q.shape, r.shape]).toEqual([
      [0, 0],
      [0, 3],
    ]);
    const zeros = evaluate("Qr", [matrix([2, 2], [0, 0, 0, 0])], { full_matrices: false, T: "float64" });
    expect(Array.from(zeros[0].data as Float64Array)).toEqual([1, 0, 0, 1]);
  });

  it("needs matrices", () => {
    expect(() => evaluate("Qr", [matrix([3], [1, 2, 3])], { full_matrices: false, T: "float64" })).toThrow(
      "rank 2",
    );
  });
});
