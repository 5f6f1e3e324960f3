// Tensors: what all have in common, and those of graphs.
export { SymbolicTensor } from "./graph.ts";
export {
  type Dispatcher,
  dispatcher,
  installDispatcher,
  isConcrete,
  type Operand,
  Tensor,
} from "./tensor-base.ts";
