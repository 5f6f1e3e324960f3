// Strings at their edges: nothing, bytes that are no UTF-8, numbers that round, patterns that RE2 knows.
import { describe, expect, it } from "vitest";
import "../../engine/dispatch.ts";
import { convert } from "../../engine/convert.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { raw } from "../../engine/raw.ts";
import type { Value } from "../../graph/types.ts";
import { fingerprint64 } from "./farmhash.ts";
import { sipHash } from "./keyed-hashes.ts";
import { printNumber } from "./printf.ts";
import { compileRe2, replaceRe2 } from "./re2.ts";

const text = (value: Value): string[] =>
  Array.from((value as EagerTensor).buffer as readonly Uint8Array[], (bytes) =>
    new TextDecoder().decode(bytes),
  );
const bytes = (value: Value): number[][] =>
  Array.from((value as EagerTensor).buffer as readonly Uint8Array[], (each) => [...each]);
const odd = convert([Uint8Array.of(0xff, 0x41)]);

describe("strings", () => {
  it("pass bytes that are no UTF-8 through", () => {
    expect(bytes(raw.StringJoin([odd, odd], { separator: "-" }))).toEqual([[0xff, 0x41, 0x2d, 0xff, 0x41]]);
    expect(bytes(raw.StringLower(odd))).toEqual([[0xff, 0x61]]);
    expect(bytes(raw.DecodeBase64(raw.EncodeBase64(odd)))).toEqual([[0xff, 0x41]]);
    expect(text(raw.UnicodeTranscode(odd, { input_encoding: "UTF-8", output_encoding: "UTF-8" }))).toEqual([
      "\ufffdA",
    ]);
  });

  it("may be none", () => {
    const none = convert([], "string");
    expect((raw.StringLength(none) as EagerTensor).shape).toEqual([0]);
    expect(text(raw.ReduceJoin(none, 0))).toEqual([""]);
    expect((raw.StringSplitV2(none, "")[2] as EagerTensor).buffer).toEqual(BigInt64Array.of(0n, 0n));
    expect(text(raw.StringJoin([none, "x"]))).toEqual([]);
  });

  it("are cut at characters or at bytes", () => {
    const word = convert(["h\u00e9llo"]);
    expect(text(raw.Substr(word, 1, 2, { unit: "UTF8_CHAR" }))).toEqual(["\u00e9l"]);
    expect(text(raw.Substr(word, -2, 9, { unit: "UTF8_CHAR" }))).toEqual(["lo"]);
    expect(bytes(raw.Substr(word, 1, 1))).toEqual([[0xc3]]);
    expect((raw.StringLength(word, { unit: "UTF8_CHAR" }) as EagerTensor).buffer[0]).toBe(5);
  });
});

describe("numbers in text", () => {
  it.each([
    [0.5, "f", 0, "0"],
    [1.5, "f", 0, "2"],
    [2.675, "f", 2, "2.67"],
    [1e22, "f", 1, "10000000000000000000000.0"],
    [-0, "f", -1, "-0.000000"],
    [1234.5, "e", 2, "1.23e+03"],
    [0, "e", 0, "0e+00"],
    [0.0001, "g", -1, "0.0001"],
    [Number.NEGATIVE_INFINITY, "f", 2, "-inf"],
    [Number.NaN, "e", 2, "nan"],
  ] as const)("prints %d as %%%s with precision %d", (value, style, precision, expected) => {
    expect(printNumber(value, { style, precision, width: -1, flag: "" })).toBe(expected);
  });

  it("pads", () => {
    const pad = (value: number | bigint, flag: string): string =>
      printNumber(value, { style: "d", precision: -1, width: 5, flag });
    expect(["", "0", "-", "+", " "].map((flag) => pad(-7n, flag))).toEqual([
      "   -7",
      "-0007",
      "-7   ",
      "   -7",
      "   -7",
    ]);
    expect(["", "0", "-", "+", " "].map((flag) => pad(7, flag))).toEqual([
      "    7",
      "00007",
      "7    ",
      "   +7",
      "    7",
    ]);
    expect(printNumber(Number.POSITIVE_INFINITY, { style: "f", precision: -1, width: 5, flag: "0" })).toBe(
      "  inf",
    );
  });

  it.each([
    [" 1.5e3 ", "float32", 1500],
    ["-inf", "float64", Number.NEGATIVE_INFINITY],
    ["+7", "int32", 7],
    ["0x10", "float32", 16],
  ] as const)("reads %s", (string, out_type, expected) => {
    expect(Number((raw.StringToNumber(string, { out_type }) as EagerTensor).buffer[0])).toBe(expected);
  });
});

describe("RE2", () => {
  it.each([
    ["a*", "baac", "x", "xbxcx"],
    ["(?i)AB", "xaBy", "[\\0]", "x[aB]y"],
    ["[[:digit:]]+", "a12b3", "#", "a#b#"],
    ["\\pN|\\p{Greek}", "1\u03b1z", ".", "..z"],
    ["\\Qa.b\\E", "a.baxb", "-", "-axb"],
    ["{", "a{b", "<", "a<b"],
    ["(?P<n>x)(y)?", "x", "\\2\\1\\\\", "x\\"],
    ["\\x41|\\x{1F600}", "A\u{1f600}B", "_", "__B"],
    ["^a", "aa", "b", "ba"],
  ])("replaces %s in %s", (pattern, input, rewrite, expected) => {
    expect(replaceRe2(input, compileRe2(pattern, false), rewrite, true)).toBe(expected);
  });

  it.each(["(", "[a", "a(?=b)", "(?<!a)b", "(a)\\1", "a\\"])("refuses %s", (pattern) => {
    expect(() => compileRe2(pattern, false)).toThrow(`Invalid pattern: ${pattern}, error:`);
  });
});

describe("hashes", () => {
  const letters = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, i) => 97 + (i % 26));

  it("fingerprint every length without failing, and differently", () => {
    const found = Array.from({ length: 300 }, (_, count) => fingerprint64(letters(count)));
    expect(new Set(found).size).toBe(300);
    expect(found.every((hash) => hash >= 0n && hash < 1n << 64n)).toBe(true);
  });

  it("give SipHash's published value", () => {
    const key = [0x0706050403020100n, 0x0f0e0d0c0b0a0908n] as const;
    expect(
      sipHash(
        Uint8Array.from({ length: 15 }, (_, i) => i),
        key,
      ),
    ).toBe(0xa129ca6149be45e5n);
  });
});
