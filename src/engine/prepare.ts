// Turns a lowering into something that runs: one function from input tensors to output tensors.
import { allocate, dtypeInfo, isObjectType, type NumericArray } from "../base/dtypes.ts";
import { errorFromCode, InternalError, InvalidArgumentError, UnimplementedError } from "../base/errors.ts";
import { type Dims, elementCount, isCompatible, shapeText } from "../base/shape.ts";
import { buildKernel } from "../compiler/build-kernel.ts";
import { interpret } from "../compiler/interpret.ts";
import type { Lowering, LowerNode, Update, VariableLowering } from "../graph/lowering.ts";
import type { TensorValue } from "../graph/types.ts";
import type { BuiltKernel, CountSlot, StateSpec } from "../ir/builder.ts";
import { EagerTensor, fromValue } from "./eager-tensor.ts";
import type { NodeOwner } from "./node-spec.ts";
import { entropy } from "./outside.ts";
import type { Execute, Step } from "./step.ts";
import { prepareBranch, prepareCall, prepareLoop } from "./structured.ts";
import { settled, VariableAlias } from "./variable-alias.ts";
import { VariableResource } from "./variable-resource.ts";

export function prepare(lowering: Lowering, node: LowerNode, runner: NodeOwner, step: Step): Execute {
  switch (lowering.kind) {
    case "pointwise":
    case "view":
    case "reduce":
    case "contract":
    case "routine":
      return prepareKernel(buildKernel(lowering, node), node, runner);
    case "alias":
      return prepareAlias(lowering.input, node);
    case "constant": {
      const values = lowering.values(node).map(fromValue);
      return () => values.slice();
    }
    case "compose":
      return step.environment.expand(lowering, node);
    case "host":
      return (inputs, at) =>
        lowering
          .run(
            at.host,
            inputs.map((input) => input.toValue()),
            node,
          )
          .map(fromValue);
    case "update":
      return prepareUpdate(lowering, node, runner, step);
    case "variable":
      return prepareVariable(lowering, node);
    case "branch":
      return prepareBranch(lowering, node);
    case "loop":
      return prepareLoop(lowering, node);
    case "call":
      return prepareCall(lowering, node);
    case "feed":
      return prepareFeed(node);
    case "dataflow":
      throw new InternalError(`Running ${node.op}: expected a graph with frames, received an op on its own`);
    case "remote":
      throw new UnimplementedError(
        `Running ${node.op}: expected an op that this machine can compute, received one that ` +
          `needs a TensorFlow server (${lowering.reason})`,
      );
    default:
      return lowering satisfies never;
  }
}

function prepareAlias(input: number, node: LowerNode): Execute {
  const { dtype, shape } = node.outputs[0]!;
  const source = node.inputs[input]!;
  if (source.dtype !== dtype && !isObjectType(dtype)) return prepareReinterpretation(input, node);
  const count = elementCount(source.shape);
  if (elementCount(shape) !== count)
    throw new InternalError(
      `Shape of ${node.op}: expected ${count} elements, received shape ${shapeText(shape)}`,
    );
  return (inputs) => {
    const x = inputs[input]!;
    return [x instanceof VariableAlias ? x.reshaped(shape) : new EagerTensor(dtype, shape, x.buffer)];
  };
}

/** The same bytes read as another dtype. */
function prepareReinterpretation(input: number, node: LowerNode): Execute {
  const { dtype, shape } = node.outputs[0]!;
  const { array, lanes, size } = dtypeInfo(dtype);
  const View = array as unknown as new (
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ) => NumericArray;
  return (inputs) => {
    const data = inputs[input]!.buffer as NumericArray;
    const { buffer, byteOffset } = byteAligned(data, size / lanes);
    return [new EagerTensor(dtype, shape, new View(buffer, byteOffset, elementCount(shape) * lanes))];
  };
}

const byteAligned = (data: NumericArray, alignment: number): NumericArray =>
  data.byteOffset % alignment === 0 ? data : data.slice();

/** Runs a kernel for a node that stands in no graph and keeps nothing between runs. */
export function computeKernel(
  lowering: Lowering,
  node: LowerNode,
  inputs: readonly TensorValue[],
  step: Step,
): TensorValue[] {
  if (lowering.kind === "alias") return [{ ...inputs[lowering.input], ...node.outputs[0] }];
  const kernel = prepareKernel(buildKernel(lowering as Parameters<typeof buildKernel>[0], node), node, {
    states: new Map(),
  });
  return kernel(inputs.map(fromValue), step).map((output) => output.toValue());
}

function prepareKernel(built: BuiltKernel, node: LowerNode, runner: Pick<NodeOwner, "states">): Execute {
  const run = interpret(built.kernel);
  const { bindings, temporaries, counts } = built;
  const states = built.states.map((spec, i) => stateOf(spec, i, runner));
  const outputs = node.outputs.map(({ dtype, shape }, i) => ({ dtype, shape: built.bounds.get(i) ?? shape }));
  const sizes = outputs.map(({ shape }) => elementCount(shape));
  const buffers = new Array<NumericArray>(bindings.length);
  return (inputs) => {
    const results = outputs.map(({ dtype }, i) => allocate(dtype, sizes[i]!) as NumericArray);
    let countBuffer: Int32Array | null = null;
    for (let i = 0; i < bindings.length; i++) {
      const binding = bindings[i]!;
      if (binding.kind === "input") buffers[i] = inputs[binding.index]!.buffer as NumericArray;
      else if (binding.kind === "output") buffers[i] = results[binding.index]!;
      else if (binding.kind === "state") buffers[i] = states[binding.index]!;
      else if (binding.kind === "counts") buffers[i] = countBuffer = new Int32Array(counts.length);
      else
        buffers[i] = allocate(
          temporaries[binding.index]!.dtype,
          elementCount(temporaries[binding.index]!.shape),
        ) as NumericArray;
    }
    run(buffers);
    if (countBuffer !== null) return trimmed(outputs, results, counts, countBuffer);
    return results.map((data, i) => new EagerTensor(outputs[i]!.dtype, outputs[i]!.shape, data));
  };
}

function stateOf(spec: StateSpec, position: number, runner: Pick<NodeOwner, "states">): NumericArray {
  let state = runner.states.get(position);
  if (state === undefined) {
    const data = allocate(spec.dtype, spec.initial.length) as NumericArray;
    spec.initial.forEach((value, i) => {
      data[i] = spec.entropy === true ? randomEntry(spec.dtype) : value;
    });
    runner.states.set(position, (state = { dtype: spec.dtype, shape: [data.length], data }));
  }
  return state.data as NumericArray;
}

function randomEntry(dtype: StateSpec["dtype"]): number | bigint {
  return dtypeInfo(dtype).size === 8 ? entropy() : Number(entropy() & 0xffffffffn);
}

/** Cuts data-sized outputs to the sizes the kernel counted; the data already lies densely for them. */
function trimmed(
  outputs: readonly { dtype: TensorValue["dtype"]; shape: Dims }[],
  results: readonly NumericArray[],
  counts: readonly CountSlot[],
  sizes: Int32Array,
): EagerTensor[] {
  const shapes = outputs.map(({ shape }) => [...shape]);
  counts.forEach(({ output, axis }, i) => {
    shapes[output]![axis] = sizes[i]!;
  });
  return results.map((data, i) => {
    const { dtype } = outputs[i]!;
    const length = elementCount(shapes[i]!) * dtypeInfo(dtype).lanes;
    return new EagerTensor(dtype, shapes[i]!, length === data.length ? data : data.slice(0, length));
  });
}

export function variableOf(handle: EagerTensor, op: string): VariableResource {
  const resource = handle.buffer[0];
  if (resource instanceof VariableResource) return resource;
  throw new InvalidArgumentError(
    `Input of ${op}: expected the handle of a variable, received another resource`,
  );
}

/** The body computes on values; its first outputs become the variables' new values. */
function prepareUpdate(
  lowering: Update<LowerNode["attrs"]>,
  node: LowerNode,
  runner: NodeOwner,
  step: Step,
): Execute {
  const handles = new Set([...lowering.reads, ...lowering.writes]);
  const inner = new Map<string, Execute>();
  const reshapes = lowering.reshapes?.(node) ?? false;
  const givesReference = runner.spec.op.outputs.some((output) => output.isRef);
  return (inputs, at) => {
    const values = inputs.map((input, i) => (handles.has(i) ? readOrNull(lowering, input, i, node) : input));
    const key = values
      .map((value) => (value === null ? "-" : `${value.dtype}${shapeText(value.shape)}`))
      .join();
    let execute = inner.get(key);
    if (execute === undefined)
      inner.set(key, (execute = prepareBody(lowering, node, inputs, values, runner, step)));
    const results = execute(values as EagerTensor[], at);
    lowering.writes.forEach((input, i) => {
      const variable = variableOf(inputs[input]!, node.op);
      const next = settled(results[i]!);
      if (next.dtype !== variable.dtype) throw wrongType(variable, next);
      if (!reshapes && !isCompatible(variable.shape, next.shape))
        throw new InvalidArgumentError(
          `Assigning to variable ${variable.name}: expected shape ` +
            `${shapeText(variable.shape)}, received ${shapeText(next.shape)}`,
        );
      at.journal.write(variable, next);
    });
    return givesReference ? [inputs[lowering.writes[0]!]!] : results.slice(lowering.writes.length);
  };
}

function wrongType(variable: VariableResource, value: EagerTensor): Error {
  const [wanted, got] = [dtypeInfo(variable.dtype).cName, dtypeInfo(value.dtype).cName];
  return new InvalidArgumentError(
    `Trying to assign variable with wrong dtype. Expected ${wanted} got ${got}`,
  );
}

function readOrNull(
  lowering: Update<LowerNode["attrs"]>,
  handle: EagerTensor,
  input: number,
  node: LowerNode,
): EagerTensor | null {
  if (!lowering.reads.includes(input)) return null;
  return variableOf(handle, node.op).read();
}

function prepareBody(
  lowering: Update<LowerNode["attrs"]>,
  node: LowerNode,
  handles: readonly EagerTensor[],
  values: readonly (EagerTensor | null)[],
  runner: NodeOwner,
  step: Step,
): Execute {
  const inputs = values.map(
    (value, i) => value ?? { dtype: variableOf(handles[i]!, node.op).dtype, shape: [] },
  );
  const written = lowering.writes.map((input) => {
    const read = values[input];
    if (read !== null && read !== undefined) return { dtype: read.dtype, shape: read.shape };
    const source = inputs[inputs.length - 1]!;
    return { dtype: source.dtype, shape: source.shape };
  });
  const body: LowerNode = {
    ...node,
    inputs,
    outputs: runner.spec.op.outputs.some((output) => output.isRef) ? written : [...written, ...node.outputs],
    value: (input) => (inputs[input] === handles[input] ? node.value(input) : valueOf(values, input, node)),
  };
  return prepare(lowering.body, body, runner, step);
}

function valueOf(values: readonly (EagerTensor | null)[], input: number, node: LowerNode): TensorValue {
  const value = values[input];
  if (value !== null && value !== undefined) return value.toValue();
  throw new InternalError(
    `Lowering ${node.op}: expected to read a variable, received input ${input} that it only writes`,
  );
}

function prepareVariable(lowering: VariableLowering<LowerNode["attrs"]>, node: LowerNode): Execute {
  const shared = lowering.shared(node);
  const { dtype, shape } = node.attrs as { dtype: TensorValue["dtype"]; shape: Dims | null };
  const make = (): VariableResource =>
    new VariableResource(shared.name || node.name, dtype, shape ?? null, lowering.hold);
  return (_inputs, step) => {
    const resource = step.environment.resources.get(shared.container, shared.name, "Var", make);
    return [new EagerTensor("resource", [], [resource])];
  };
}

function prepareFeed(node: LowerNode): Execute {
  const { dtype, shape } = node.outputs[0]!;
  const { cName } = dtypeInfo(dtype);
  const attr = node.attrs["shape"] as Dims | null | undefined;
  const known = attr === null || attr === undefined ? "" : ` and shape ${shapeText(attr)}`;
  void shape;
  return () => {
    throw errorFromCode(
      "INVALID_ARGUMENT",
      `You must feed a value for placeholder tensor '${node.name}' with dtype ${cName}${known}`,
    );
  };
}
