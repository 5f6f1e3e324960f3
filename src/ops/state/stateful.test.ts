// Graphs with state against recordings of TensorFlow: references, resources and training steps.
import { describe } from "vitest";
import { checkGraphs } from "../../../test/support/check-graphs.ts";
import { opTable } from "../table.ts";

describe("graphs with state", () => checkGraphs("graph_stateful", (op) => opTable.has(op)));
