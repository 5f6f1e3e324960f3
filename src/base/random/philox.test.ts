// The generators on known answers, and the arithmetic of counters at their edges.
import { describe, expect, it } from "vitest";
import { int64Of, uint64Of, wordsOf } from "./int64.ts";
import { PhiloxRandom, philoxBlock, SingleSamples } from "./philox.ts";
import { threefryBlock, threefryWords32 } from "./threefry.ts";
import { fillParameterizedTruncatedNormal } from "./truncated.ts";
import { fillUniform, fillUniformInt } from "./uniform.ts";

// Known answers published with the Random123 library (kat_vectors).
describe("known answers", () => {
  it("Philox4x32-10", () => {
    const block = (counter: number[], key: number[]): number[] => {
      const out = new Uint32Array(4);
      philoxBlock(counter, key[0], key[1], out);
      return [...out];
    };
    expect(block([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = 0xffffffff;
    expect(block([ones, ones, ones, ones], [ones, ones])).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
    expect(block([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
    ]);
  });

  it("ThreeFry2x32-20", () => {
    const block = (counter: number[], key: number[]): number[] => {
      const out = new Uint32Array(2);
      threefryBlock(counter[0], counter[1], key[0], key[1], out);
      return [...out];
    };
    expect(block([0, 0], [0, 0])).toEqual([0x6b200159, 0x99ba4efe]);
    const ones = 0xffffffff;
    expect(block([ones, ones], [ones, ones])).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(block([0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344])).toEqual([0xc4923a9c, 0x483df7a0]);
  });
});

describe("counters", () => {
  const ones = 0xffffffff;
  it("carries through all four words", () => {
    const random = new PhiloxRandom([1, 2], [ones, ones, ones, ones]);
    random.next(new Uint32Array(4));
    expect([...random.counter]).toEqual([0, 0, 0, 0]);
    expect([...new PhiloxRandom([0, 0], [ones, ones, 5, 0]).skip(2).counter]).toEqual([1, 0, 6, 0]);
    expect([...new PhiloxRandom([0, 0], [0, ones, ones, 7]).skip(2n ** 32n).counter]).toEqual([0, 0, 0, 8]);
  });

  it("skips as many blocks as it would draw", () => {
    const drawn = PhiloxRandom.fromSeeds(-1, 2n ** 63n);
    drawn.words(4 * 300);
    expect(drawn.counter).toEqual(PhiloxRandom.fromSeeds(-1, 2n ** 63n).skip(300).counter);
    const words = PhiloxRandom.fromSeeds(3, 4).words(7);
    const single = new SingleSamples(PhiloxRandom.fromSeeds(3, 4));
    expect([...words]).toEqual(Array.from(words, () => single.next()));
  });

  it("cuts and joins 64-bit integers", () => {
    for (const value of [
      0,
      1,
      -1,
      4294967296,
      -4294967297,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
    ]) {
      expect(wordsOf(value)).toEqual(wordsOf(BigInt(value)));
      expect(int64Of(...wordsOf(value))).toBe(BigInt(value));
    }
    expect(uint64Of(...wordsOf(-1n))).toBe(2n ** 64n - 1n);
  });
});

describe("edges of the distributions", () => {
  it("gives empty outputs", () => {
    const random = PhiloxRandom.fromSeeds(1, 2);
    expect(fillUniform("float16", random, 0)).toHaveLength(0);
    expect(threefryWords32(1n, 2n, [0, 3])).toHaveLength(0);
  });

  it("covers ranges wider than the signed type", () => {
    const low = -(2 ** 31);
    const values = fillUniformInt("int32", PhiloxRandom.fromSeeds(1, 2), 4, low, 2 ** 31 - 1);
    const words = PhiloxRandom.fromSeeds(1, 2).words(4);
    expect([...values]).toEqual(Array.from(words, (word) => low + (word % 0xffffffff)));
  });

  it("lays words of a matrix out along its even dimension", () => {
    const flat = threefryWords32(5n, 9n, [2, 3]);
    // Block of column c gives rows 0 and 1 of that column.
    const column = (c: number): number[] => [flat[c], flat[3 + c]];
    const out = new Uint32Array(2);
    for (let c = 0; c < 3; c++) {
      threefryBlock(9 + c, 0, 5, 0, out);
      expect(column(c)).toEqual([...out]);
    }
  });

  it("rejects a truncated normal without room", () => {
    const batch = { mean: 0, stddev: 1, minval: 2, maxval: 1 };
    expect(() =>
      fillParameterizedTruncatedNormal("float32", PhiloxRandom.fromSeeds(1, 2), [batch], 1),
    ).toThrow(/minval < maxval/);
  });

  it.each([
    [-1, 1],
    [5, 6],
    [3, Infinity],
    [-Infinity, -4],
    [0.1, 0.2],
  ])("keeps a truncated normal within [%d, %d]", (minval, maxval) => {
    const batch = { mean: 0, stddev: 1, minval, maxval };
    const values = fillParameterizedTruncatedNormal("float64", PhiloxRandom.fromSeeds(1, 2), [batch], 200);
    for (const value of values) expect(value >= minval && value <= maxval).toBe(true);
  });
});
