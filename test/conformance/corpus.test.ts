// The recordings can be read, agree with themselves, and fail when a value is changed.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dtypeInfo, type NumericArray } from "../../src/base/dtypes.ts";
import { elementCount } from "../../src/base/shape.ts";
import { findOpDef } from "../../src/graph/opdefs.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import type { Case, OpCase, ProgramCase } from "./cases.ts";
import { chapterCase, chapterNames } from "./chapter.ts";
import { isIgnored, outputsDifference } from "./compare.ts";
import { readCases } from "./corpus.ts";
import { decodeAttr } from "./decode.ts";
import { Report } from "./report.ts";
import { checkCase, failed, noRunner, passed, type Runner } from "./runner.ts";

const folder = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
const ops = [...readCases(folder("corpus"))];
const graphs = [...readCases(folder("graph"))];
const opCases = [...ops, ...graphs].filter((item): item is OpCase => item.kind === "op");

/** The outputs of a case, with zeros for what is ignored. */
function ownOutputs(item: OpCase): TensorValue[] {
  return item.outputs.map((output) =>
    isIgnored(output) ? { dtype: output.dtype, shape: [0], data: new Float32Array(0) } : output,
  );
}

/** The same tensor with its first element changed. */
function changed({ dtype, shape, data }: TensorValue): TensorValue {
  if (dtype === "string")
    return { dtype, shape, data: [Uint8Array.of(1, 2, 3, 4, 5, 250), ...(data as Uint8Array[]).slice(1)] };
  const copy = (data as NumericArray).slice();
  const bytes = new Uint8Array(copy.buffer, copy.byteOffset, dtypeInfo(dtype).size);
  bytes[bytes.length - 1] ^= 0x54;
  return { dtype, shape, data: copy };
}

describe("the corpus", () => {
  it("has the recorded kinds of cases", () => {
    const count = (kind: Case["kind"]): number =>
      [...ops, ...graphs].filter((item) => item.kind === kind).length;
    expect(ops.length).toBeGreaterThan(6000);
    expect(count("program")).toBe(80);
    expect(count("graph")).toBeGreaterThan(50);
    expect(graphs.filter((item) => item.family === "raw_ops").length).toBe(332);
    expect(new Set([...ops, ...graphs].map((item) => item.id)).size).toBe(ops.length + graphs.length);
  });

  it("holds whole tensors", () => {
    for (const item of opCases)
      for (const tensor of ownOutputs(item)) {
        const { lanes } = dtypeInfo(tensor.dtype);
        expect(tensor.data.length, item.id).toBe(elementCount(tensor.shape) * lanes);
      }
  });

  it("names ops, attrs and numbers of inputs as OpDefs do", () => {
    for (const item of opCases) {
      const def = findOpDef(item.op)!;
      const known = new Map(def.attrs.map((attr) => [attr.name, attr]));
      for (const [name, attr] of Object.entries(item.attrs)) {
        if (name.startsWith("_")) continue;
        const isEmptyList = Array.isArray(attr.value) && attr.value.length === 0;
        if (!isEmptyList) expect(known.get(name)?.type, `${item.id} ${name}`).toBe(attr.type);
      }
      const flat = def.inputs.reduce((sum, arg) => {
        if (arg.numberAttr) return sum + Number(item.attrs[arg.numberAttr].value);
        return sum + (arg.typeListAttr ? (item.attrs[arg.typeListAttr].value as unknown[]).length : 1);
      }, 0);
      expect(item.inputs.length, item.id).toBe(flat);
    }
  });

  it("agrees with itself", () => {
    for (const item of opCases)
      if (item.error === undefined) expect(outputsDifference(ownOutputs(item), item), item.id).toBeNull();
  });

  it("differs where an element is changed", () => {
    const exact = opCases.filter((item) => {
      const comparable = item.comparison === "elements" && !item.tags.includes("ub");
      return (
        comparable &&
        item.outputs.length > 0 &&
        !isIgnored(item.outputs[0]) &&
        item.outputs[0].data.length > 0
      );
    });
    // Flipping high bits of a NaN can give another NaN.
    const isNaNAtFirst = (output: TensorValue): boolean =>
      dtypeInfo(output.dtype).kind !== "string" &&
      outputsDifference([changed(output)], {
        outputs: [output],
        tolerance: "exact",
        comparison: "elements",
      }) === null;
    for (const item of exact) {
      const outputs = ownOutputs(item);
      if (isNaNAtFirst(outputs[0])) continue;
      const got = [changed(outputs[0]), ...outputs.slice(1)];
      expect(outputsDifference(got, { ...item, tolerance: "exact" }), item.id).not.toBeNull();
    }
  });
});

describe("attrs", () => {
  it("keep numbers that JSON cannot", () => {
    expect(decodeAttr({ i: "9223372036854775807" })).toEqual({ type: "int", value: 9223372036854775807n });
    expect(decodeAttr({ f: "-Infinity" })).toEqual({ type: "float", value: Number.NEGATIVE_INFINITY });
    expect(decodeAttr({ s64: "/w==" })).toEqual({ type: "string", value: Uint8Array.of(255) });
    expect(decodeAttr({ list: { i: [1, 2] } })).toEqual({ type: "list(int)", value: [1, 2] });
    expect(decodeAttr({ list: {} })?.value).toEqual([]);
    expect(decodeAttr({})).toBeUndefined();
  });
});

describe("programs", () => {
  it("have their graph, its ops and what a session gives", () => {
    const readme = graphs.find((item): item is ProgramCase => item.op === "@program:readme")!;
    expect(readme.ops).toContain("Const");
    expect(readme.nodeNames.length).toBe(readme.nodes?.length);
    expect(readme.steps[0].values?.length).toBe(readme.steps[0].fetches.length);
  });
});

describe("a run", () => {
  const [first] = opCases;
  const runner = (run: Runner["run"]): Runner => ({ implemented: (op) => op === first.op, run });

  it("skips what is not implemented and nothing else", async () => {
    expect(await checkCase(noRunner, first)).toEqual({
      status: "skipped",
      reason: `${first.op} is not implemented`,
    });
    expect(
      await checkCase(
        runner(() => passed),
        first,
      ),
    ).toEqual(passed);
  });

  it("counts a thrown error as failed", async () => {
    const outcome = await checkCase(
      runner(() => {
        throw new RangeError("no");
      }),
      first,
    );
    expect(outcome).toEqual(failed("RangeError: no"));
  });

  it("is counted by op and family", () => {
    const report = new Report();
    report.add(first, passed);
    report.add(first, failed("off by one"));
    const { families, ops: byOp, failures, ...total } = report.toJSON();
    expect(total).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(families).toEqual([{ name: first.family, passed: 1, failed: 1, skipped: 0 }]);
    expect(byOp).toEqual([{ name: first.op, passed: 1, failed: 1, skipped: 0 }]);
    expect(failures).toEqual([{ id: first.id, op: first.op, reason: "off by one" }]);
    expect(report.closingLine()).toBe("1 passed, 1 failed, 0 skipped");
    expect(report.text(5)).toContain("off by one");
  });
});

describe("chapter cases", () => {
  it("are found by name", () => {
    expect(chapterNames().length).toBe(58);
    expect(chapterCase("ch14_01_v1_graph_session").python).toContain("tf");
    expect(() => chapterCase("ch99")).toThrow(RangeError);
  });
});
