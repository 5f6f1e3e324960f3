// Binding of calls: lists, literals, inferred attrs, and TensorFlow's words for what does not fit.
import { describe, expect, it } from "vitest";
import { convert } from "../../test/graph/literals.ts";
import type { DTypeName } from "../base/dtypes.ts";
import { InvalidArgumentError, NotFoundError, ValueError } from "../base/errors.ts";
import type { OpTable } from "./op.ts";
import { type Bound, bind, outputTypes, signatureOf } from "./signature.ts";

const none: OpTable = new Map();
const tensor = (dtype: DTypeName, value: unknown = 1) => convert(value, dtype);
const call = (
  op: string,
  args: unknown[],
  attrs: Record<string, unknown> = {},
  mode?: "eager" | "graph",
): Bound => bind(signatureOf(op, none), args, attrs, convert, mode);
const dtypes = ({ inputs }: Bound): string[] => inputs.map((input) => input.dtype);

describe("a call is matched to its signature", () => {
  it("infers dtypes and fills defaults", () => {
    const bound = call("MatMul", [tensor("float32"), tensor("float32")]);
    const flags = { transpose_a: false, transpose_b: false, grad_a: false, grad_b: false };
    expect(bound.attrs).toEqual({ T: "float32", ...flags });
    expect(outputTypes(signatureOf("MatMul", none), bound.attrs)).toEqual(["float32"]);
  });

  it("shares attrs between calls that give none", () => {
    const first = call("AddV2", [tensor("float32"), tensor("float32")]);
    expect(call("AddV2", [tensor("float32"), tensor("float32")]).attrs).toBe(first.attrs);
    expect(call("AddV2", [tensor("int32"), tensor("int32")]).attrs).toEqual({ T: "int32" });
  });

  it("gives literals the dtype of the tensors beside them", () => {
    expect(dtypes(call("Mul", [2, tensor("int64")]))).toEqual(["int64", "int64"]);
    expect(dtypes(call("Mul", [tensor("float64"), 2]))).toEqual(["float64", "float64"]);
    expect(dtypes(call("AddN", [[1, tensor("int32"), 3]]))).toEqual(["int32", "int32", "int32"]);
    expect(dtypes(call("ConcatV2", [[[1], [2]], 0]))).toEqual(["float32", "float32", "int32"]);
  });

  it("takes an attr's default for literals that nothing else decides", () => {
    expect(dtypes(call("Reshape", [tensor("float32"), [1, -1]]))).toEqual(["float32", "int32"]);
    expect(dtypes(call("BitwiseAnd", [5, 3]))).toEqual(["int32", "int32"]);
    expect(call("Fill", [[2], 0]).attrs).toEqual({ T: "float32", index_type: "int32" });
  });

  it("spreads lists and counts them", () => {
    const pack = call("Pack", [[tensor("int32"), 5]], { axis: -1 });
    expect([pack.inputs.length, pack.attrs]).toEqual([2, { N: 2, T: "int32", axis: -1 }]);
    const identity = call("IdentityN", [[tensor("int32"), tensor("string", "a"), 1.5]]);
    expect(identity.attrs).toEqual({ T: ["int32", "string", "float32"] });
    expect(outputTypes(signatureOf("IdentityN", none), identity.attrs)).toEqual([
      "int32",
      "string",
      "float32",
    ]);
    expect(call("Placeholder", [], { dtype: { name: "int8" }, shape: [2, null] }).attrs).toEqual({
      dtype: "int8",
      shape: [2, -1],
    });
  });

  it("keeps attrs that begin with an underscore", () => {
    expect(call("Neg", [tensor("float32")], { _mark: true }).attrs).toEqual({ T: "float32", _mark: true });
  });
});

describe("what does not fit is told in TensorFlow's words", () => {
  const wrong: [string, () => unknown, string][] = [
    [
      "dtypes that differ",
      () => call("AddV2", [tensor("int32"), tensor("float32")]),
      "Input 'y' of 'AddV2' Op has type float32 that does not match type int32 of argument 'x'.",
    ],
    [
      "a fixed dtype",
      () => call("LogicalNot", [tensor("float32")]),
      "Input 'x' of 'LogicalNot' Op has type float32 that does not match expected type of bool.",
    ],
    [
      "a literal that does not fit",
      () => call("Mul", [tensor("int32", [1, 2]), 1.5]),
      "Expected int32 passed to parameter 'y' of op 'Mul', got 1.5 of type 'float' instead. " +
        "Error: Expected int32, but got 1.5 of type 'float'.",
    ],
    [
      "a dtype that is not allowed",
      () => call("MatMul", [tensor("bool", true), tensor("bool", true)]),
      "Value passed to parameter 'a' has DataType bool not in list of allowed values: bfloat16, float16, " +
        "float32, float64, int32, int64, uint8, uint16, uint32, uint64, complex64, complex128",
    ],
    [
      "no list",
      () => call("AddN", [tensor("int32")]),
      "Expected list for 'inputs' argument to 'AddN' Op, not",
    ],
    [
      "a list of different dtypes",
      () => call("AddN", [[tensor("int32"), tensor("float32")]]),
      "Tensors in list passed to 'inputs' of 'AddN' Op have types [int32, float32] that don't all match.",
    ],
    [
      "an attr of another type",
      () => call("Pack", [[1]], { axis: 1.5 }),
      "Expected int for argument 'axis' not 1.5.",
    ],
    [
      "no dtype",
      () => call("Placeholder", [], { dtype: "float33" }),
      "Expected DataType for argument 'dtype' not 'float33'.",
    ],
    ["an unknown attr", () => call("Neg", [1], { foo: 1 }), "Neg got an unexpected keyword argument 'foo'"],
    ["too few arguments", () => call("Mul", [1]), "Mul missing required argument: 'y'"],
    ["too many arguments", () => call("Neg", [1, 2]), "Neg takes 1 inputs but 2 were given"],
    ["a missing attr", () => call("Cast", [1]), "Cast missing required argument: 'DstT'"],
  ];
  it.each(wrong)("%s", (_, body, message) => {
    expect(body).toThrow(TypeError);
    expect(body).toThrow(message);
  });

  it("too short lists and strings that are not allowed", () => {
    expect(() => call("AddN", [[]])).toThrow(ValueError);
    const conv = { strides: [1, 1, 1, 1], padding: "FULL" };
    const args = [tensor("float32"), tensor("float32")];
    expect(() => call("Conv2D", args, conv)).toThrow(
      new ValueError(
        `Attr 'padding' of 'Conv2D' Op passed string 'FULL' not in: "SAME", "VALID", "EXPLICIT".`,
      ),
    );
    expect(() => call("Conv2D", args, conv, "eager")).toThrow(
      `Value for attr 'padding' of "FULL" is not in the list of allowed values: "SAME", "VALID", "EXPLICIT"`,
    );
  });

  it("eager calls raise InvalidArgumentError", () => {
    const body = () => call("AddV2", [tensor("int32"), tensor("float32")], {}, "eager");
    expect(body).toThrow(InvalidArgumentError);
    expect(body).toThrow(
      "cannot compute AddV2 as input #1(zero-based) was expected to be a int32 tensor but is a float tensor",
    );
    expect(() => call("Neg", [tensor("bool", true)], {}, "eager")).toThrow(InvalidArgumentError);
  });

  it("ops that TensorFlow does not have", () => {
    expect(() => signatureOf("NoSuchOp", none)).toThrow(NotFoundError);
    expect(() => signatureOf("NoSuchOp", none)).toThrow("Op type not registered 'NoSuchOp'");
  });
});
