import { describe, expect, it } from "vitest";
import { measured, worst } from "../../../scripts/ulp/measure.ts";

describe("library functions", () => {
  for (const name of measured) {
    it(`${name}: at most 2 units in the last place in float64, half a unit in float32`, () => {
      expect(worst(name, 150, "float64").error).toBeLessThanOrEqual(2);
      expect(worst(name, 150, "float32").error).toBeLessThan(0.501);
    });
  }
});
