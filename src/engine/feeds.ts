// Feeds: which tensors get which values in a run, checked before anything runs.
import { isFloating } from "../base/dtypes.ts";
import { isCompatible, pythonShapeText } from "../base/shape.ts";
import { ValueError } from "../base/errors.ts";
import { type Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import { convert } from "./convert.ts";
import { EagerTensor } from "./eager-tensor.ts";
import { isTensorLike } from "./graph-elements.ts";

/** Tensors (or their names) with values: a Map, a list of pairs, or an object by name. */
export type FeedDict =
  | ReadonlyMap<unknown, unknown>
  | readonly (readonly [unknown, unknown])[]
  | Readonly<Record<string, unknown>>;

function feedEntries(feeds: FeedDict): Iterable<readonly [unknown, unknown]> {
  if (feeds instanceof Map) return feeds;
  return Array.isArray(feeds) ? feeds : Object.entries(feeds);
}

export interface Feeds {
  readonly tensors: readonly SymbolicTensor[];
  readonly values: readonly EagerTensor[];
}

const NONE: Feeds = { tensors: [], values: [] };

export function resolveFeeds(graph: Graph, feeds: FeedDict | null | undefined): Feeds {
  if (feeds === null || feeds === undefined) return NONE;
  const tensors: SymbolicTensor[] = [];
  const values: EagerTensor[] = [];
  for (const [key, value] of feedEntries(feeds)) {
    const tensor = feedTensor(graph, key);
    tensors.push(tensor);
    values.push(feedValue(tensor, value));
  }
  return { tensors, values };
}

/** The tensor that a key of a feed means. */
export function feedTensor(graph: Graph, key: unknown): SymbolicTensor {
  const element = feedElement(graph, key);
  if (element instanceof Operation)
    throw new TypeError(
      `Cannot interpret feed_dict key as Tensor: expected a tensor, received the operation ${element.name}`,
    );
  if (!graph.isFeedable(element)) throw new ValueError(`Tensor ${element.name} may not be fed.`);
  return element;
}

function feedElement(graph: Graph, key: unknown): SymbolicTensor | Operation {
  if (key instanceof SymbolicTensor && key.graph === graph) return key;
  try {
    return graph.asGraphElement(isTensorLike(key) ? key.asGraphElement() : key, true, false);
  } catch (error) {
    throw new TypeError(`Cannot interpret feed_dict key as Tensor: ${(error as Error).message}`);
  }
}

/** A value in the dtype of the tensor it is fed to. */
export function feedValue(tensor: SymbolicTensor, value: unknown): EagerTensor {
  if (value instanceof SymbolicTensor)
    throw new TypeError(
      "The value of a feed cannot be a tf.Tensor object. Acceptable feed values " +
        "include numbers, strings, arrays and " +
        `eager tensors. For reference, the tensor object was ${value.toString()} ` +
        "which was passed to the feed with key " +
        `${tensor.toString()}.`,
    );
  const fed =
    value instanceof EagerTensor && value.dtype === tensor.dtype ? value : feedLiteral(tensor, value);
  if (!isCompatible(tensor.shape, fed.shape))
    throw new ValueError(
      `Cannot feed value of shape ${pythonShapeText(fed.shape)} for Tensor ${tensor.name}, ` +
        `which has shape ${pythonShapeText(tensor.shape)}`,
    );
  return fed;
}

function feedLiteral(tensor: SymbolicTensor, value: unknown): EagerTensor {
  if (value instanceof EagerTensor)
    throw new TypeError(`Feeding ${tensor.name}: expected dtype ${tensor.dtype}, received ${value.dtype}`);
  try {
    return convert(value, tensor.dtype);
  } catch (error) {
    throw unfit(tensor, value, error as Error);
  }
}

/** NumPy's words where a text is no number; the rest tells which feed it was. */
function unfit(tensor: SymbolicTensor, value: unknown, cause: Error): Error {
  const text = isFloating(tensor.dtype) ? firstText(value) : undefined;
  if (text !== undefined)
    return new ValueError(`could not convert string to float: '${text}', fed to ${tensor.toString()}`, {
      cause,
    });
  const Class = cause instanceof TypeError ? TypeError : ValueError;
  return new Class(`${cause.message} (fed to ${tensor.toString()})`, { cause });
}

function firstText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(firstText).find((text) => text !== undefined) : undefined;
}
