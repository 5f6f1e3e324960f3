// Array ops against recordings of TensorFlow: results, errors, gradients and second gradients.
import { describe } from "vitest";
import { casesOf, checkRecorded } from "../../../test/support/check-op.ts";
import { arrayOps } from "./index.ts";

const names = new Set(arrayOps.map(({ name }) => name));

const families = [
  "array_basic",
  "array_reshape",
  "array_join_split",
  "array_slice",
  "array_pad_tile",
  "array_gather_scatter",
  "array_select_search",
  "array_dynamic",
  "extra_array",
];

for (const family of families) {
  describe(family, () => {
    const ops = new Set(casesOf(family).map(({ op }) => op));
    checkRecorded(
      family,
      [...ops].filter((op) => names.has(op)),
    );
  });
}
