// tf.cond of TensorFlow v1: Switch and Merge around two branches.
import { ValueError } from "../../../base/errors.ts";
import { raw } from "../../../engine/raw.ts";
import { defaultGraph } from "../../../graph/default-graph.ts";
import { type Graph, Operation, type SymbolicTensor } from "../../../graph/graph.ts";
import { convertInGraph } from "../convert.ts";
import { BaseContext, unconditioned } from "./context.ts";
import { flatten, type Structure, unflatten } from "./structure.ts";

let serial = 0;

export class CondContext extends BaseContext {
  readonly name = `cond_text_${serial++}`;
  readonly predicate: SymbolicTensor;
  readonly pivot: SymbolicTensor;
  /** 1 for the true branch, 0 for the false one: the output of Switch that is taken. */
  readonly branch: 0 | 1;

  constructor(graph: Graph, predicate: SymbolicTensor, pivot: SymbolicTensor, branch: 0 | 1) {
    super(graph);
    this.predicate = predicate;
    this.pivot = pivot;
    this.branch = branch;
    this.values.add(predicate);
    this.values.add(pivot);
    // Where a loop is around, predicate and pivot come from inside it.
    this.external.set(predicate, predicate);
    this.external.set(pivot, pivot);
  }

  get condition(): { readonly predicate: SymbolicTensor; readonly branch: 0 | 1 } {
    return this;
  }

  override addValue(tensor: SymbolicTensor): SymbolicTensor {
    if (this.values.has(tensor)) return this.external.get(tensor) ?? tensor;
    this.values.add(tensor);
    const seen = this.outerContext === null ? tensor : this.outerContext.addValue(tensor);
    this.values.add(seen);
    const result = unconditioned(this.graph, () => this.outside(() => this.#switched(seen)));
    this.graph.preventFetching(result.op);
    result.op.controlFlowContext = this;
    this.know(result.op.outputs);
    this.external.set(tensor, result);
    if (seen !== tensor) this.external.set(seen, result);
    return result;
  }

  #switched(tensor: SymbolicTensor): SymbolicTensor {
    return switchOn(tensor, this.predicate)[this.branch]!;
  }

  override addOp(op: Operation): void {
    if (op.inputs.length === 0) {
      this.dropExternalControl(op);
      if (!op.controlInputs.some((input) => this.contains(input))) op.addControlInputs([this.pivot.op]);
    } else {
      op.inputs.forEach((input, i) => {
        const seen = this.addValue(input);
        if (seen !== input) op.updateInput(i, seen);
      });
      this.dropExternalControl(op);
    }
    this.know(op.outputs);
    this.graph.preventFetching(op);
    for (const output of op.outputs) this.graph.preventFeeding(output);
  }

  /** A branch's result as a tensor that only flows when the branch is taken. */
  result(value: unknown): SymbolicTensor {
    if (value instanceof Operation)
      return this.graph.controlDependencies(
        [value],
        () => raw.Identity(this.pivot, { name: "control_dependency" }) as SymbolicTensor,
      );
    const tensor = convertInGraph(value);
    if (this.values.has(tensor)) return this.external.get(tensor) ?? tensor;
    this.values.add(tensor);
    const seen = this.outerContext === null ? tensor : this.outerContext.addValue(tensor);
    this.values.add(seen);
    const switched = this.#switched(seen);
    this.external.set(tensor, switched);
    return switched;
  }
}

/** Both outputs of a Switch: [when false, when true]. */
export function switchOn(
  data: SymbolicTensor,
  predicate: SymbolicTensor,
): readonly [SymbolicTensor, SymbolicTensor] {
  const { graph } = data;
  return graph.colocateWith(data.op, false, () =>
    data.isRef
      ? raw.RefSwitch(data, predicate, { name: "Switch" })
      : raw.Switch(data, predicate, { name: "Switch" }),
  ) as unknown as readonly [SymbolicTensor, SymbolicTensor];
}

/**
 * The result of `trueFn` if `predicate` holds, else that of `falseFn`, as Switch and Merge nodes. Both
 * functions are called once, to make nodes; only the nodes of the branch taken run.
 */
export function condV1(
  predicate: unknown,
  trueFn: () => Structure,
  falseFn: () => Structure,
  name = "cond",
): Structure {
  const graph = defaultGraph();
  return graph.nameScope(name, () => {
    const given = convertInGraph(predicate);
    if (given.dtype !== "bool")
      throw new TypeError(`pred must be a bool: expected dtype bool, received ${given.dtype}`);
    const [p2, p1] = raw.Switch(given, given, { name: "Switch" }) as unknown as [
      SymbolicTensor,
      SymbolicTensor,
    ];
    const pivotTrue = raw.Identity(p1, { name: "switch_t" }) as SymbolicTensor;
    const pivotFalse = raw.Identity(p2, { name: "switch_f" }) as SymbolicTensor;
    const pred = raw.Identity(given, { name: "pred_id" }) as SymbolicTensor;
    for (const tensor of [p1, p2, pivotTrue, pivotFalse, pred]) graph.preventFetching(tensor.op);
    const whenTrue = runBranch(new CondContext(graph, pred, pivotTrue, 1), trueFn);
    const whenFalse = runBranch(new CondContext(graph, pred, pivotFalse, 0), falseFn);
    return merged(whenTrue, whenFalse);
  });
}

interface BranchResult {
  readonly original: Structure;
  readonly tensors: readonly SymbolicTensor[];
}

function runBranch(context: CondContext, fn: () => Structure): BranchResult {
  return context.within(() => {
    const original = fn();
    return { original, tensors: flatten(original).map((value) => context.result(value)) };
  });
}

function merged(whenTrue: BranchResult, whenFalse: BranchResult): Structure {
  if (whenTrue.tensors.length !== whenFalse.tensors.length)
    throw new ValueError(
      `Incompatible return values of true_fn and false_fn: expected the same structure, received ` +
        `${whenTrue.tensors.length} and ${whenFalse.tensors.length} values`,
    );
  const results = whenTrue.tensors.map((tensor, i) => {
    const other = whenFalse.tensors[i]!;
    if (tensor.dtype !== other.dtype)
      throw new ValueError(
        `Outputs of true_fn and false_fn must have the same type(s). Received ${tensor.dtype} from true_fn ` +
          `and ${other.dtype} from false_fn.`,
      );
    const both = [other, tensor];
    const attrs = { name: "Merge" };
    const merge = both.every((each) => each.isRef) ? raw.RefMerge(both, attrs) : raw.Merge(both, attrs);
    return (merge as unknown as [SymbolicTensor, SymbolicTensor])[0];
  });
  return unflatten(whenTrue.original, results);
}
