// Nodes of graphs; the class lives with graphs, which it cannot be told apart from.
export { Operation } from "./graph.ts";
