// Ops on variables against recordings of TensorFlow.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("variables", () => checkRecorded("variable"));
