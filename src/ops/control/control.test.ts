// Control flow against recordings of TensorFlow: whole graphs, with frames and with functions.
import { describe } from "vitest";
import { checkGraphs } from "../../../test/support/check-graphs.ts";

describe("control flow", () => checkGraphs("graph_control_flow"));
