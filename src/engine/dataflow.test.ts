// TensorFlow v1 control flow: frames, dead values, nested loops, references and effects in order.
import { describe, expect, it } from "vitest";
import "./dispatch.ts";
import { withGraph } from "../graph/default-graph.ts";
import { Graph, type Operation, type SymbolicTensor } from "../graph/graph.ts";
import type { Value } from "../graph/types.ts";
import { opTable } from "../ops/table.ts";
import { redirectPrint } from "./outside.ts";
import { raw } from "./raw.ts";
import { BaseSession } from "./session.ts";

function build<T>(make: () => T): { built: T; session: BaseSession } {
  const graph = new Graph(opTable);
  return { built: withGraph(graph, make), session: new BaseSession("", graph) };
}

const opOf = (value: Value): Operation => (value as SymbolicTensor).op;
const number = (value: number): Value => raw.literal(value, "float32");

/** A `while` loop as TensorFlow's Python builds it. */
function loop(
  frame: string,
  start: readonly Value[],
  proceed: (x: readonly Value[]) => Value,
  body: (x: readonly Value[]) => readonly Value[],
): readonly Value[] {
  const merges = start.map((value) => {
    const entered = raw.Enter(value, { frame_name: frame });
    return raw.Merge([entered, entered])[0];
  });
  const go = raw.LoopCond(proceed(merges));
  const switches = merges.map((value) => raw.Switch(value, go));
  const next = body(switches.map(([, inside]) => raw.Identity(inside)));
  next.forEach((value, i) => {
    opOf(merges[i]!).updateInput(1, raw.NextIteration(value) as SymbolicTensor);
  });
  return switches.map(([outside]) => raw.Exit(outside));
}

const constantIn = (frame: string, value: Value): Value =>
  raw.Enter(value, { frame_name: frame, is_constant: true });

/** A constant that is made anew in each iteration. */
const inside = (x: Value, value: number): Value => raw.after([x], () => number(value));

describe("conditionals", () => {
  const choose = () =>
    build(() => {
      const pred = raw.Placeholder({ dtype: "bool", shape: [], name: "pred" });
      const [no, yes] = raw.Switch(number(3), pred);
      const merged = raw.Merge([raw.Neg(no), raw.Square(yes)]);
      return { no, merged, both: raw.Add(raw.Neg(no), raw.Square(yes)) };
    });

  it("runs the branch that was taken", () => {
    const { built, session } = choose();
    expect(session.run(built.merged, { "pred:0": true })).toEqual([9, 1]);
    expect(session.run(built.merged, { "pred:0": false })).toEqual([-3, 0]);
  });

  it("has no value for dead tensors", () => {
    const { built, session } = choose();
    expect(() => session.run(built.no, { "pred:0": true })).toThrow("Retval[0] does not have value");
    expect(() => session.run(built.both, { "pred:0": true })).toThrow("Retval[0] does not have value");
    expect(session.run(built.no, { "pred:0": false })).toBe(3);
  });

  it("does not run what waits for a dead op", () => {
    const printed: string[] = [];
    const { built, session } = build(() => {
      const pred = raw.Placeholder({ dtype: "bool", shape: [], name: "pred" });
      const [, yes] = raw.Switch(number(3), pred);
      const print = raw.after([raw.Identity(yes)], () => raw.PrintV2("taken"));
      void print;
      return opOf(pred).graph.getOperationByName("PrintV2");
    });
    const undo = redirectPrint((text) => printed.push(text));
    session.run(built, { "pred:0": false });
    session.run(built, { "pred:0": true });
    undo();
    expect(printed).toEqual(["taken\n"]);
  });

  it("passes a trigger although it waits for dead ops", () => {
    const { built, session } = build(() => {
      const [, yes] = raw.Switch(number(3), raw.literal(false, "bool"));
      const dead = raw.Identity(yes);
      const trigger = raw.after([dead], () => raw.ControlTrigger());
      void trigger;
      const op = opOf(dead).graph.getOperationByName("ControlTrigger");
      return opOf(dead).graph.controlDependencies([op], () => raw.Identity(number(8)));
    });
    expect(session.run(built)).toBe(8);
  });
});

describe("loops", () => {
  it("runs until the condition fails", () => {
    const { built, session } = build(() =>
      loop(
        "sum",
        [number(0), number(0)],
        ([i]) => raw.Less(i!, constantIn("sum", number(5))),
        ([i, total]) => [raw.AddV2(i!, inside(i!, 1)), raw.AddV2(total!, i!)],
      ),
    );
    expect(session.run(built)).toEqual([5, 10]);
    expect(session.run(built)).toEqual([5, 10]);
  });

  it("may run no iteration, and many", () => {
    const { built, session } = build(() => {
      const limit = raw.Placeholder({ dtype: "float32", shape: [], name: "limit" });
      return loop(
        "count",
        [number(0)],
        ([i]) => raw.Less(i!, constantIn("count", limit)),
        ([i]) => [raw.AddV2(i!, inside(i!, 1))],
      );
    });
    expect(session.run(built[0], { "limit:0": -1 })).toBe(0);
    expect(session.run(built[0], { "limit:0": 20000 })).toBe(20000);
  });

  it("nests", () => {
    const { built, session } = build(() =>
      loop(
        "outer",
        [number(0), number(0)],
        ([i]) => raw.Less(i!, constantIn("outer", number(3))),
        ([i, total]) => {
          const [, sum] = loop(
            "inner",
            [inside(i!, 0), total!],
            ([j]) => raw.LessEqual(j!, constantIn("inner", i!)),
            ([j, t]) => [raw.AddV2(j!, inside(j!, 1)), raw.AddV2(t!, j!)],
          );
          return [raw.AddV2(i!, inside(i!, 1)), sum!];
        },
      ),
    );
    expect(session.run(built)).toEqual([3, 4]);
  });

  it("is dead as a whole on a branch that was not taken", () => {
    const { built, session } = build(() => {
      const pred = raw.Placeholder({ dtype: "bool", shape: [], name: "pred" });
      const [no, yes] = raw.Switch(number(1), pred);
      const [result] = loop(
        "maybe",
        [yes],
        ([x]) => raw.Less(x!, constantIn("maybe", number(100))),
        ([x]) => [raw.Mul(x!, inside(x!, 3))],
      );
      return raw.Merge([no, result!]);
    });
    expect(session.run(built, { "pred:0": true })).toEqual([243, 1]);
    expect(session.run(built, { "pred:0": false })).toEqual([1, 0]);
  });

  it("has its effects iteration by iteration", () => {
    const printed: string[] = [];
    const { built, session } = build(() =>
      loop(
        "print",
        [number(0)],
        ([i]) => raw.Less(i!, constantIn("print", number(3))),
        ([i]) => [raw.AddV2(raw.Print(i!, [i!]), inside(i!, 1))],
      ),
    );
    const undo = redirectPrint((text) => printed.push(text));
    session.run(built);
    undo();
    expect(printed).toEqual(["[0]\n", "[1]\n", "[2]\n"]);
  });

  it("writes variables through references", () => {
    const { built, session } = build(() => {
      const variable = raw.VariableV2({ shape: [], dtype: "float32" });
      const start = raw.Assign(variable, number(1));
      const entered = raw.RefEnter(variable, { frame_name: "refs", is_constant: true });
      const [count] = loop(
        "refs",
        [number(0)],
        ([i]) => raw.Less(i!, constantIn("refs", number(4))),
        ([i]) => {
          const written = raw.after([i!], () => raw.AssignAdd(entered, inside(i!, 2)));
          return [raw.after([written], () => raw.AddV2(i!, inside(i!, 1)))];
        },
      );
      return { start, count, value: raw.Identity(variable) };
    });
    session.run(built.start);
    expect(session.run(built.count)).toBe(4);
    expect(session.run(built.value)).toBe(9);
  });

  it("leaves variables alone if an iteration fails", () => {
    const { built, session } = build(() => {
      const variable = raw.VariableV2({ shape: [], dtype: "int32" });
      const start = raw.Assign(variable, raw.literal(0, "int32"));
      const entered = raw.RefEnter(variable, { frame_name: "fails", is_constant: true });
      const [count] = loop(
        "fails",
        [number(0)],
        ([i]) => raw.Less(i!, constantIn("fails", number(9))),
        ([i]) => {
          const next = raw.after([i!], () => raw.CountUpTo(entered, { limit: 3 }));
          return [raw.after([next], () => raw.AddV2(i!, inside(i!, 1)))];
        },
      );
      return { start, count, value: raw.Identity(variable) };
    });
    session.run(built.start);
    expect(() => session.run(built.count)).toThrow("Reached limit of 3");
    expect(session.run(built.value)).toBe(0);
  });
});

describe("references", () => {
  it("show later writes of the same step", () => {
    const { built, session } = build(() => {
      const variable = raw.VariableV2({ shape: [2], dtype: "float32" });
      const start = raw.Assign(variable, raw.literal([1, 2], "float32"));
      const read = raw.Identity(variable);
      const add = raw.AssignAdd(variable, raw.literal([10, 10], "float32"));
      return { start, read, doubled: raw.after([add], () => raw.Mul(read, number(2))) };
    });
    session.run(built.start);
    const run = session.run([built.doubled, built.read]);
    const [doubled, read] = run as { toValue(): { data: ArrayLike<number> } }[];
    expect(Array.from(doubled!.toValue().data)).toEqual([22, 24]);
    expect(Array.from(read!.toValue().data)).toEqual([11, 12]);
    const again = session.run(built.read) as { toValue(): { data: ArrayLike<number> } };
    session.run(built.doubled);
    expect(Array.from(again.toValue().data)).toEqual([11, 12]);
  });

  it("choose between variables", () => {
    const { built, session } = build(() => {
      const [a, b] = [1, 2].map(() => raw.VariableV2({ shape: [], dtype: "float32" }));
      const start = [raw.Assign(a!, number(1)), raw.Assign(b!, number(2))];
      const pred = raw.Placeholder({ dtype: "bool", shape: [], name: "pred" });
      const chosen = raw.RefMerge([raw.RefSwitch(a!, pred)[1], raw.RefSwitch(b!, pred)[0]])[0];
      return { start, add: raw.AssignAdd(chosen, number(10)), values: [raw.Identity(a!), raw.Identity(b!)] };
    });
    session.run(built.start);
    expect(session.run(built.add, { "pred:0": true })).toBe(11);
    expect(session.run(built.add, { "pred:0": false })).toBe(12);
    expect(session.run(built.values)).toEqual([11, 12]);
  });
});
