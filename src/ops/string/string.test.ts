// String ops against recordings of TensorFlow.
import { describe } from "vitest";
import { casesOf, checkRecorded } from "../../../test/support/check-op.ts";
import { stringOps } from "./index.ts";

const defined = new Set(stringOps.map(({ name }) => name));
const recorded = (family: string): string[] =>
  [...new Set(casesOf(family).map(({ op }) => op))].filter((op) => defined.has(op));

describe("strings", () => {
  checkRecorded("string", recorded("string"));
  checkRecorded("string_format");
});
