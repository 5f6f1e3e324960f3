// Shape rules of random ops: the shape that an input spells; checks of seeds, keys, limits.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import type { ShapeNode } from "../../graph/op.ts";
import { knownInteger, knownIntegers, reject, shapeFromInput } from "../support/shapes.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyShapeNode = ShapeNode<any>;

/** The shape that input `at` spells. */
export function shapeInput(x: readonly Shape[], node: AnyShapeNode, at = 0): Shape {
  const own = x[at];
  if (own !== null && own.length !== 1)
    reject(
      node,
      `shape must be a vector of {int32,int64}, got shape ${shapeText(own)}`,
      `Shape must be rank 1 but is rank ${own.length}`,
    );
  const shape = shapeFromInput(node, at, own);
  if (node.running)
    for (const size of knownIntegers(node, at) ?? [])
      if (size < 0) throw invalidArgument(`Dimension ${size} must be >= 0`);
  return shape;
}

/** A seed of two integers. */
export function checkSeed(seed: Shape): void {
  if (seed !== null && (seed.length !== 1 || (seed[0] !== 2 && seed[0] !== UNKNOWN)))
    throw invalidArgument(`seed must have shape [2], not ${shapeText(seed)}`);
}

export const PHILOX = 1;
export const THREEFRY = 2;
const AUTO_SELECT = 3;

/** The algorithm by its number: left to TensorFlow's choice it is Philox. */
export const algorithmOf = (given: number): number => (given === AUTO_SELECT ? PHILOX : given);

/** Inputs `key`, `counter` and `alg` of the stateless ops of the second version, from `at` on. */
export function checkKeyCounter(x: readonly Shape[], node: AnyShapeNode, at: number): void {
  const [key, counter, alg] = x.slice(at, at + 3);
  if (alg !== null && alg.length !== 0)
    throw invalidArgument(`algorithm must be of shape [], not ${shapeText(alg)}`);
  if (key !== null && (key.length !== 1 || (key[0] !== 1 && key[0] !== UNKNOWN)))
    throw invalidArgument(`key must have shape [1], not ${shapeText(key)}`);
  const given = knownInteger(node, at + 2);
  const algorithm = given === undefined ? THREEFRY : algorithmOf(given);
  const least = algorithm === PHILOX ? 2 : algorithm === THREEFRY ? 1 : algorithm;
  const isTooShort =
    counter !== null && (counter.length !== 1 || (counter[0] !== UNKNOWN && counter[0] < least));
  if (isTooShort)
    throw invalidArgument(
      `counter must be a vector with length at least ${least}; got shape: ${shapeText(counter)}. ` +
        "(Note that batched counters are not supported yet.)",
    );
  if (given !== undefined && algorithm !== PHILOX && algorithm !== THREEFRY)
    throw invalidArgument(`Unsupported algorithm id: ${given}`);
}

/** Limits of integers must be scalars. */
export function checkLimits(limits: readonly Shape[]): void {
  limits.forEach((shape, i) => {
    if (shape !== null && shape.length !== 0)
      throw invalidArgument(`${i === 0 ? "minval" : "maxval"} must be 0-D, got shape ${shapeText(shape)}`);
  });
}
