// Optimizer updates against recordings of TensorFlow.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("optimizer updates", () => checkRecorded("train"));
