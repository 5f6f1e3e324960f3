// Lists, arrays, maps and stacks against recordings of TensorFlow.
import { describe } from "vitest";
import { checkGraphs } from "../../../test/support/check-graphs.ts";
import { opTable } from "../table.ts";

describe("lists", () => checkGraphs("graph_tensor_list", (op) => opTable.has(op)));
