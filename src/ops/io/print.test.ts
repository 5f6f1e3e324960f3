// What Print, PrintV2 and Assert write.
import { describe, expect, it } from "vitest";
import "../../engine/dispatch.ts";
import { convert } from "../../engine/convert.ts";
import { redirectPrint } from "../../engine/outside.ts";
import { raw } from "../../engine/raw.ts";
import { summary } from "../support/summary.ts";

function printed(body: () => void): [string, string][] {
  const found: [string, string][] = [];
  const undo = redirectPrint((text, stream) => found.push([text, stream]));
  body();
  undo();
  return found;
}

describe("summary", () => {
  it.each([
    [[1, 2, 3, 4], 3, "1 2 3..."],
    [
      [
        [1, 2],
        [3, 4],
      ],
      3,
      "[1 2][3...]...",
    ],
    [
      [
        [1, 2],
        [3, 4],
      ],
      -1,
      "[1 2][3 4]",
    ],
    [5, 3, "5"],
    [5, 0, "..."],
    [[], 3, ""],
    [[0.1, 1e10, Number.NaN], 3, "0.1 1e+10 nan"],
  ])("of %j", (value, most, expected) => {
    expect(summary(convert(value, "float32").toValue(), most)).toBe(expected);
  });

  it("of strings and truth", () => {
    expect(summary(convert(["a\n", "\u00e9"]).toValue(), 3)).toBe("a\\n \u00e9");
    expect(summary(convert([true, false]).toValue(), 3)).toBe("1 0");
  });
});

describe("printing", () => {
  it("goes where it should", () => {
    expect(printed(() => raw.PrintV2("hi", { output_stream: "stdout", end: "!" }))).toEqual([
      ["hi!", "stdout"],
    ]);
    expect(printed(() => raw.PrintV2(""))).toEqual([["\n", "stderr"]]);
    expect(() => raw.PrintV2(convert(["a"]))).toThrow("Input is expected to be scalar, but got [1]");
  });

  it("passes the input through", () => {
    const lines = printed(() => raw.Print(convert(1, "float32"), [convert([1, 2]), "x"], { message: "m:" }));
    expect(lines).toEqual([["m:[1 2][x]\n", "stderr"]]);
  });
});

describe("assertions", () => {
  it("fail with what they are given", () => {
    const fail = () => raw.Assert(convert(false), [convert([1, 2, 3, 4], "int32"), "why"]);
    expect(fail).toThrow("assertion failed: [1 2 3...] [why]");
    expect(() => raw.Assert(convert(true), [convert(1)])).not.toThrow();
    expect(() => raw.Assert(convert([true]), [convert(1)])).toThrow("In[0] should be a scalar: [1]");
  });
});
