// Collections of the default graph, and what else v1 asks of it.
import { defaultGraph } from "../../graph/default-graph.ts";

export const addToCollection = (name: string, value: unknown): void =>
  defaultGraph().addToCollection(name, value);
export const addToCollections = (names: string | readonly string[], value: unknown): void =>
  defaultGraph().addToCollections(names, value);
/** A copy of a collection; `scope`, a regular expression, keeps what begins with a match. */
export const getCollection = (name: string, scope?: string): unknown[] =>
  defaultGraph().getCollection(name, scope);
/** The collection itself: changes to it are changes of the graph. */
export const getCollectionRef = (name: string): unknown[] => defaultGraph().getCollectionRef(name);
