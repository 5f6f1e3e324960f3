// Function graphs to FunctionDefs: arguments, nodes and results renamed as TensorFlow renames them.
import { create } from "@bufbuild/protobuf";
import { dtypeInfo } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import type { AttrValue as AttrProto } from "../../wire/proto/attr_value_pb.gen.ts";
import { type FunctionDef, FunctionDefSchema } from "../../wire/proto/function_pb.gen.ts";
import { type NodeDef, NodeDefSchema } from "../../wire/proto/node_def_pb.gen.ts";
import type { DataType } from "../../wire/proto/types_pb.gen.ts";
import type { FunctionBody, Operation, SymbolicTensor } from "../graph.ts";
import { argTypes } from "../op-signature.ts";
import { attrToProto } from "./attr-value.ts";
import { writeAttr, writeAttrs } from "./attrs.ts";
import { keptNode } from "./originals.ts";

/** Gives out names, each once. */
class FunctionNames {
  readonly #used = new Map<string, number>();

  unique(name: string): string {
    const count = this.#used.get(name);
    if (count === undefined) {
      this.#used.set(name, 0);
      return name;
    }
    for (let i = count; ; i++) {
      const candidate = `${name}_${i}`;
      if (this.#used.has(candidate)) continue;
      this.#used.set(name, i + 1);
      this.#used.set(candidate, 0);
      return candidate;
    }
  }

  /** Names of arguments and results: lower-case letters, digits and "_", a letter first. */
  argument(name: string): string {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "_");
    const first = plain.search(/[a-z]/);
    return this.unique(first < 0 ? "unknown" : plain.slice(first));
  }
}

class FunctionWriter {
  readonly #body: FunctionBody;
  readonly #names = new FunctionNames();
  /** Tensors as nodes of the function name them: "node:output:0", or an argument. */
  readonly #tensors = new Map<SymbolicTensor, string>();
  readonly #nodes = new Map<Operation, string>();

  constructor(body: FunctionBody) {
    this.#body = body;
  }

  write(name: string): FunctionDef {
    const { inputs, outputs, controlOutputs, functionAttrs, functionDescription, isDeclaredStateful } =
      this.#body;
    // Results are named first: their names are the ones that users see.
    const resultNames = this.#resultNames();
    const inputNames = this.#inputNames();
    const ops = this.#nameNodes();
    const controlNames = this.#controlNames();
    return create(FunctionDefSchema, {
      signature: {
        name,
        inputArg: inputs.map((input, i) => this.#arg(inputNames[i], input)),
        outputArg: outputs.map((output, i) => this.#arg(resultNames[i], output)),
        controlOutput: controlNames,
        isStateful: isDeclaredStateful || ops.some((op) => op.isStateful),
        description: functionDescription,
      },
      attr: Object.fromEntries(
        Array.from(functionAttrs, ([key, { type, value }]) => [key, writeAttr(type, value)]),
      ),
      argAttr: this.#argAttrs(),
      nodeDef: ops.map((op) => this.#node(op)),
      ret: Object.fromEntries(outputs.map((output, i) => [resultNames[i], this.#tensor(output)])),
      controlRet: Object.fromEntries(controlOutputs.map((op, i) => [controlNames[i], this.#nodes.get(op)!])),
    });
  }

  #resultNames(): string[] {
    const { outputs, outputNames } = this.#body;
    if (outputNames !== null) return outputNames.map((name) => this.#names.unique(name));
    return outputs.map((output) => this.#names.argument(output.op.name));
  }

  #inputNames(): string[] {
    const { inputs, inputNames } = this.#body;
    return inputs.map((input, i) => {
      const fixed = inputNames?.[i];
      const name = fixed === undefined ? this.#names.argument(input.op.name) : this.#names.unique(fixed);
      this.#tensors.set(input, name);
      return name;
    });
  }

  #controlNames(): string[] {
    const { controlOutputs, controlOutputNames } = this.#body;
    return controlOutputNames === null ? controlOutputs.map((op) => op.name) : [...controlOutputNames];
  }

  #nameNodes(): Operation[] {
    const arguments_ = new Set(this.#body.inputs.map((input) => input.op));
    const ops = this.#body.getOperations().filter((op) => !arguments_.has(op));
    for (const op of ops) {
      const name = this.#names.unique(op.name);
      this.#nodes.set(op, name);
      let next = 0;
      for (const arg of op.signature.outputs)
        for (let i = 0; i < argTypes(arg, op.attrs).length; i++)
          this.#tensors.set(op.outputs[next++], `${name}:${arg.name}:${i}`);
    }
    return ops;
  }

  #tensor(tensor: SymbolicTensor): string {
    const name = this.#tensors.get(tensor);
    if (name === undefined)
      throw invalidArgument(
        `Function: expected tensors of its graph, received ${tensor.toString()} from elsewhere`,
      );
    return name;
  }

  #arg(name: string, tensor: SymbolicTensor): { name: string; type: DataType } {
    return { name, type: dtypeInfo(tensor.dtype).proto as DataType };
  }

  /** Internal attrs of the placeholders; a known shape moves to `_output_shapes`. */
  #argAttrs(): Record<number, { attr: { [name: string]: AttrProto } }> {
    const result: Record<number, { attr: { [name: string]: AttrProto } }> = {};
    this.#body.inputs.forEach(({ op, dtype }, i) => {
      const attr: { [name: string]: AttrProto } = {};
      for (const name in op.attrs)
        if (name.startsWith("_")) attr[name] = writeAttr(op.attrType(name), op.attrs[name]);
      const { shape } = op.attrs;
      if (shape !== undefined && dtype !== "resource")
        attr["_output_shapes"] = attrToProto("list(shape)", [shape]);
      if (Object.keys(attr).length > 0) result[i] = { attr };
    });
    return result;
  }

  #node(op: Operation): NodeDef {
    const controls = op.controlInputs.map((input) => {
      const argument = this.#body.inputs.find((each) => each.op === input);
      return `^${argument === undefined ? this.#nodes.get(input)! : this.#tensor(argument)}`;
    });
    return create(NodeDefSchema, {
      name: this.#nodes.get(op)!,
      op: op.type,
      input: [...op.inputs.map((input) => this.#tensor(input)), ...controls],
      device: op.device,
      attr: writeAttrs(op),
      ...keptNode(op),
    });
  }
}

/** The function as a FunctionDef. */
export function functionToProto(name: string, body: FunctionBody): FunctionDef {
  return new FunctionWriter(body).write(name);
}
