// The verifier tells each breach of the law, and lets lawful kernels pass.
import { describe, expect, it } from "vitest";
import * as e from "./expr.ts";
import type { BufferRef, Expr, Kernel, Loop, Statement, Variable } from "./kernel.ts";
import { verify } from "./verify.ts";

const input: BufferRef = { id: 0, storage: "f32", size: 4, role: "input" };
const output: BufferRef = { id: 1, storage: "f16", size: 4, role: "output" };
const loop = (mode: Loop["mode"], name: string): Loop => ({ mode, name });
const store = (value: Expr, index: Expr = e.i32(0), buffer = output): Statement => ({
  kind: "store",
  buffer,
  index,
  value,
  checked: false,
});
const set = (variable: Variable, value: Expr): Statement => ({ kind: "set", variable, value });
const repeat = (own: Loop, body: Statement[]): Statement => ({
  kind: "for",
  loop: own,
  extent: e.i32(4),
  body,
});
const check = (body: Statement[], buffers = [input, output]): void =>
  verify({ name: "Bad", buffers, body } as Kernel);

const x = e.load(input, e.i32(0));
const one = e.constant("f32", 1);
const [p, s] = [loop("parallel", "p"), loop("serial", "s")];
const v: Variable = { type: "f32", name: "v" };
const yes = e.constant("bool", true);

describe("verify", () => {
  it("accepts lawful kernels", () => {
    check([
      repeat(p, [
        set(v, x),
        repeat(s, [set(v, e.binary("add", e.read(v), e.load(input, e.index(s))))]),
        { kind: "if", condition: e.compare("lt", e.read(v), one), then: [set(v, one)], else: [] },
        store(e.read(v), e.index(p)),
      ]),
    ]);
  });

  it("accepts a variable that both ways set", () => {
    check([{ kind: "if", condition: yes, then: [set(v, x)], else: [set(v, one)] }, store(e.read(v))]);
  });

  const BREACHES: readonly (readonly [string, Statement[], string])[] = [
    [
      "mixed operands",
      [store({ kind: "binary", type: "f32", op: "add", x, y: e.i32(1) })],
      "expected f32, received i32",
    ],
    [
      "a float shift",
      [store(e.binary("shl", x, x))],
      "expected one of i32, u32, i64, u64 for shl, received f32",
    ],
    [
      "an index outside its loop",
      [repeat(p, []), store(x, e.index(p))],
      "expected the index of a loop around it, received that of p",
    ],
    ["a variable not set", [store(e.read(v))], "expected a variable that has been set, received v"],
    [
      "a variable set on one way",
      [{ kind: "if", condition: yes, then: [set(v, x)], else: [] }, store(e.read(v))],
      "received v",
    ],
    ["a variable set in a loop that may not run", [repeat(s, [set(v, x)]), store(e.read(v))], "received v"],
    [
      "a parallel loop that sets what is outside",
      [set(v, x), repeat(p, [set(v, x)])],
      "received v from outside",
    ],
    [
      "a variable of another type",
      [set({ type: "i32", name: "n" }, x)],
      "expected a i32 for n, received f32",
    ],
    ["a store of another type", [store(e.constant("f64", 1))], "expected a f32, received f64"],
    ["a store to an input", [store(x, e.i32(0), input)], "expected a buffer to write to, received input b0"],
    ["a foreign buffer", [store(x, e.i32(0), { ...output })], "expected a buffer of the kernel, received b1"],
    ["a loop in itself", [repeat(p, [repeat(p, [])])], "expected a loop of its own, received p again"],
    [
      "a condition that is no bool",
      [{ kind: "while", condition: x, body: [] }],
      "expected a bool condition, received f32",
    ],
    ["a float index", [store(x, one)], "expected an i32 index, received f32"],
    [
      "an unrounded constant",
      [store({ kind: "const", type: "f32", value: 0.1 })],
      "expected a constant of type f32",
    ],
    [
      "a plain number for i64",
      [set({ type: "i64", name: "n" }, { kind: "const", type: "i64", value: 1 })],
      "constant of type i64",
    ],
    [
      "bits of another width",
      [store(e.bitcast("f32", e.constant("f64", 1)))],
      "expected another type of 32 bits, received f64",
    ],
    [
      "a message without its value",
      [{ kind: "check", condition: yes, code: "INTERNAL", message: "%0", values: [] }],
      "expected a value for %0",
    ],
    [
      "a contraction of another size",
      [{ kind: "contract", type: "f32", complex: false, outputs: [3], reductions: [], operands: [], output }],
      "expected 4 results, received 3",
    ],
  ];
  for (const [what, body, message] of BREACHES)
    it(`rejects ${what}`, () => {
      expect(() => check(body)).toThrow(message);
    });

  it("shows the statement", () => {
    expect(() => check([store(e.read(v))])).toThrow(
      "Kernel Bad: expected a variable that has been set, received v, in:\nb1[0] = v",
    );
  });

  it("rejects buffers out of order", () => {
    expect(() => check([], [output, input])).toThrow("expected id 0, received 1");
  });
});
