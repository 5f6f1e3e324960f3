// tf.compat.v1.train's learning rates that fall with the step: tensors of the graph that is being built.
import { ValueError } from "../../../base/errors.ts";
import { callOp } from "../../../engine/dispatch.ts";
import { defaultGraph } from "../../../graph/default-graph.ts";
import type { Tensor } from "../../../graph/tensor-base.ts";
import { cast } from "../../array/identity.ts";
import { caseOf } from "../../control-flow/case.ts";
import { cond } from "../../control-flow/cond.ts";
import type { TensorInput } from "../../core/types.ts";
import { convertInGraph } from "../convert.ts";

interface Named {
  name?: string;
}
export interface StaircaseOptions extends Named {
  /** Lets the rate fall in steps, not smoothly. */
  staircase?: boolean;
}

/** A number, a tensor or a variable. */
type Rate = TensorInput;

const call = (op: string, name: string, ...args: readonly unknown[]): Tensor =>
  callOp(op, args, {}, name)[0]!;
const add = (x: unknown, y: unknown): Tensor => call("AddV2", "add", x, y);
const sub = (x: unknown, y: unknown): Tensor => call("Sub", "sub", x, y);
const mul = (x: unknown, y: unknown): Tensor => call("Mul", "mul", x, y);
const over = (x: unknown, y: unknown): Tensor => call("RealDiv", "truediv", x, y);
const power = (x: unknown, y: unknown): Tensor => call("Pow", "pow", x, y);

interface Decay {
  /** The rate that the decay begins with. */
  readonly rate: Tensor;
  /** A number or tensor in the rate's dtype. */
  readonly as: (value: Rate) => Tensor;
  /** A number of steps in the rate's dtype. */
  readonly count: (value: Rate) => Tensor;
  /** The scope's name: the result is named like the scope. */
  readonly scope: string;
}

function decay(name: string, learningRate: Rate, body: (parts: Decay) => Tensor): Tensor {
  return defaultGraph().nameScope(name, (scope) => {
    const rate = convertInGraph(learningRate, undefined, "initial_learning_rate");
    const as = (value: Rate): Tensor => cast(value, rate.dtype);
    const count = (value: Rate): Tensor =>
      defaultGraph().nameScope("Cast", (inner) => cast(steps(value), rate.dtype, { name: inner }));
    return body({ rate, as, count, scope });
  });
}

/** As in Python, a number of steps is a whole number, and becomes a float by a Cast. */
const steps = (count: Rate): TensorInput =>
  Number.isInteger(count) ? convertInGraph(count, "int32", "x") : count;

/** rate * decayRate ^ (step / decaySteps) */
export function exponentialDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  decayRate: Rate,
  { staircase = false, name = "ExponentialDecay" }: StaircaseOptions = {},
): Tensor {
  return decay(name, learningRate, ({ rate, as, count, scope }) => {
    const most = count(decaySteps);
    const base = as(decayRate);
    const fraction = over(as(globalStep), most);
    const exponent = staircase ? call("Floor", "Floor", fraction) : fraction;
    return call("Mul", scope, rate, call("Pow", "Pow", base, exponent));
  });
}

/** rate * exp(-decayRate * step / decaySteps) */
export function naturalExpDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  decayRate: Rate,
  options: StaircaseOptions = {},
): Tensor {
  const base = call("Exp", "Exp", call("Neg", "Neg", decayRate));
  return exponentialDecay(learningRate, globalStep, decaySteps, base, options);
}

/** rate / (1 + decayRate * step / decaySteps) */
export function inverseTimeDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  decayRate: Rate,
  { staircase = false, name = "InverseTimeDecay" }: StaircaseOptions = {},
): Tensor {
  return decay(name, learningRate, ({ rate, as, count, scope }) => {
    const most = count(decaySteps);
    const factor = as(decayRate);
    const fraction = over(as(globalStep), most);
    const p = staircase ? call("Floor", "Floor", fraction) : fraction;
    const one = as(convertInGraph(1, "int32"));
    return call("RealDiv", scope, rate, call("AddV2", "Add", one, call("Mul", "Mul", factor, p)));
  });
}

export interface PolynomialDecayOptions extends Named {
  power?: Rate;
  /** Begins anew whenever the end is reached, with more steps each time. */
  cycle?: boolean;
}

/** (rate - end) * (1 - step / decaySteps) ^ power + end */
export function polynomialDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  endLearningRate: Rate = 0.0001,
  options: PolynomialDecayOptions = {},
): Tensor {
  const { cycle = false, name = "PolynomialDecay" } = options;
  return decay(name, learningRate, ({ rate, as, count, scope }) => {
    const end = as(endLearningRate);
    const exponent = as(options.power ?? 1);
    const step = as(globalStep);
    const most = count(decaySteps);
    const fraction = cycle
      ? over(step, cycles(step, decaySteps, most))
      : over(call("Minimum", "Minimum", step, most), most);
    const range = sub(rate, end);
    const left = call("Pow", "Pow", sub(1, fraction), exponent);
    return call("AddV2", scope, call("Mul", "Mul", range, left), end);
  });
}

/** The first multiple of `decaySteps` that is not below the step. */
function cycles(step: Tensor, decaySteps: Rate, most: Tensor): Tensor {
  const atStart = call("Equal", "Equal", step, 0);
  const count = call("SelectV2", "SelectV2", atStart, 1, call("Ceil", "Ceil", over(step, decaySteps)));
  return call("Mul", "Mul", most, count);
}

/** 0.5 * (1 + cos(pi * fraction)) */
const wave = (fraction: unknown, factor: unknown = 0.5): Tensor => {
  const angle = mul(convertInGraph(Math.PI), fraction);
  return mul(factor, add(1, call("Cos", "Cos", angle)));
};

/** Half a cosine wave from the rate down to `alpha` times the rate. */
export function cosineDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  alpha = 0,
  { name = "CosineDecay" }: Named = {},
): Tensor {
  return decay(name, learningRate, ({ rate, as, count }) => {
    const most = count(decaySteps);
    const fraction = over(call("Minimum", "Minimum", as(globalStep), most), most);
    const decayed = add(mul(1 - alpha, wave(fraction)), alpha);
    return call("Mul", "Mul", rate, decayed);
  });
}

export interface RestartOptions extends Named {
  /** How much longer each period is than the one before. */
  tMul?: Rate;
  /** What the rate at the beginning of each period is multiplied by. */
  mMul?: Rate;
  alpha?: Rate;
}

/** Cosine decay that begins anew after each period (Loshchilov and Hutter, 2016). */
export function cosineDecayRestarts(
  learningRate: Rate,
  globalStep: Rate,
  firstDecaySteps: Rate,
  { tMul = 2, mMul = 1, alpha = 0, name = "SGDRDecay" }: RestartOptions = {},
): Tensor {
  return decay(name, learningRate, ({ rate, as, count, scope }) => {
    const first = count(firstDecaySteps);
    const least = as(alpha);
    const longer = as(tMul);
    const smaller = as(mMul);
    const done = over(as(globalStep), first);
    const isEven = call("Equal", "Equal", longer, 1);
    const [restarts, fraction] = cond(
      isEven,
      () => evenPeriods(done),
      () => growingPeriods(done, longer),
    ) as [Tensor, Tensor];
    const decayed = wave(fraction, mul(0.5, power(smaller, restarts)));
    return call("Mul", scope, rate, add(mul(sub(1, least), decayed), least));
  });
}

function evenPeriods(done: Tensor): [Tensor, Tensor] {
  const restarts = call("Floor", "Floor", done);
  return [restarts, sub(done, restarts)];
}

/** Periods of 1, t, t^2, …: their sum is geometric. */
function growingPeriods(done: Tensor, longer: Tensor): [Tensor, Tensor] {
  const log = (x: Tensor): Tensor => call("Log", "Log", x);
  const restarts = call("Floor", "Floor", over(log(sub(1, mul(done, sub(1, longer)))), log(longer)));
  const before = over(sub(1, power(longer, restarts)), sub(1, longer));
  return [restarts, over(sub(done, before), power(longer, restarts))];
}

export interface LinearCosineOptions extends Named {
  numPeriods?: Rate;
  alpha?: Rate;
  beta?: Rate;
}

/** A line down to zero times cosine waves (Bello et al., 2017). */
export function linearCosineDecay(
  learningRate: Rate,
  globalStep: Rate,
  decaySteps: Rate,
  options: LinearCosineOptions = {},
): Tensor {
  const { numPeriods = 0.5, alpha = 0, beta = 0.001, name = "LinearCosineDecay" } = options;
  return decay(name, learningRate, ({ rate, as, count, scope }) => {
    const most = count(decaySteps);
    const [periods, lift, least] = [numPeriods, alpha, beta].map(as);
    const step = call("Minimum", "Minimum", as(globalStep), most);
    const line = over(sub(most, step), most);
    const fraction = mul(mul(2, periods), over(step, most));
    const decayed = add(mul(add(lift, line), wave(fraction)), least);
    return call("Mul", scope, rate, decayed);
  });
}

/** `values[i]` while the step is at most `boundaries[i]`; the last value afterwards. */
export function piecewiseConstant(
  x: Rate,
  boundaries: readonly unknown[],
  values: readonly unknown[],
  { name = "PiecewiseConstant" }: Named = {},
): Tensor {
  if (boundaries.length !== values.length - 1)
    throw new ValueError("The length of boundaries should be 1 less than the length of values");
  const step = convertInGraph(x);
  const limits = boundaries.map((each) => convertInGraph(each, step.dtype));
  const results = values.map((each) => convertInGraph(each));
  return defaultGraph().nameScope(name, () => {
    const upTo = (limit: Tensor): Tensor => call("LessEqual", "LessEqual", step, limit);
    const beyond = (limit: Tensor): Tensor => call("Greater", "Greater", step, limit);
    const pairs: [Tensor, () => Tensor][] = [
      [upTo(limits[0]!), () => results[0]!],
      [beyond(limits.at(-1)!), () => results.at(-1)!],
    ];
    limits.slice(1).forEach((high, i) => {
      const between = call("LogicalAnd", "and", beyond(limits[i]!), upTo(high));
      pairs.push([between, () => results[i + 1]!]);
    });
    return caseOf(pairs, { default: () => results[0]!, exclusive: true });
  });
}
